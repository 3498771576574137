/**
 * What each letter of the day brought, for reported stores. Who comes of a letter meets one page,
 * and its orders were drawn for all letters: by Poisson thinning an order came of a letter in
 * proportion to the readers it brought. Nothing else depends on what is drawn here.
 */
import { binomial } from "../../random/binomial.ts";
import { address, purpose } from "../../random/purpose.ts";
import { clamp } from "../../number/clamp.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import { sourceOf } from "../offsite/channel.ts";
import type { DirectSales } from "../offsite/direct-sales.ts";
import type { SentLetter } from "../offsite/letters.ts";
import { addRow } from "../state/tables.ts";
import type { DayReport } from "./report.ts";

const mail = sourceOf("mail");
const cameAt = address(purpose.mailCame);
const orderAt = address(purpose.mailOrder);

export function reportLetters(
  context: DecisionContext,
  report: DayReport,
  direct: DirectSales,
): void {
  const { markets } = context.state.sizes;
  const letters = direct.letters.filter(({ store }) => report.isReported(store));
  if (letters.length === 0) return;
  const orders = ordersByPlace(context, direct);
  for (const [place, here] of Map.groupBy(letters, (one) => one.store * markets + one.market)) {
    const brought = here.reduce((sum, one) => sum + comingOf(one), 0);
    const expected = direct.mailOrders[place]!;
    let [left, weight] = [orders.get(place) ?? 0, brought];
    for (const one of here) {
      const coming = comingOf(one);
      const share = weight > 0 ? clamp(coming / weight, 0, 1) : 0;
      const own = drawn(context, one, orderAt, left, share);
      // Who ordered came; of the others those who came and did not order.
      const meant = brought > 0 ? (expected * coming) / brought : 0;
      const rest = one.readers - meant;
      const looks = rest > 0 ? clamp((coming - meant) / rest, 0, 1) : 0;
      const readers = Math.max(0, one.readers - own);
      write(report, one, own, own + drawn(context, one, cameAt, readers, looks));
      left -= own;
      weight -= coming;
    }
  }
}

const comingOf = ({ readers, response }: SentLetter) => readers * response;

function drawn(
  { key, engineDay }: DecisionContext,
  { store, number, arm }: SentLetter,
  at: number,
  of: number,
  share: number,
): number {
  return binomial(of, share, store, 2 * number + arm, 4 * engineDay, at, key);
}

/** Orders of the day that letters brought, by store · markets + market. */
function ordersByPlace({ state }: DecisionContext, { table }: DirectSales): Map<number, number> {
  const { columns, rows } = table;
  const orders = new Map<number, number>();
  for (let row = 0; row < rows; row++) {
    if (columns.source[row] !== mail) continue;
    const store = state.storeOf[columns.offer[row]!]!;
    const place = store * state.sizes.markets + columns.market[row]!;
    orders.set(place, (orders.get(place) ?? 0) + columns.orders[row]!);
  }
  return orders;
}

function write(report: DayReport, one: SentLetter, orders: number, came: number): void {
  const { letters } = report.tables;
  const row = addRow(letters);
  const { columns } = letters;
  columns.store[row] = one.store;
  columns.number[row] = one.number;
  columns.arm[row] = one.arm;
  columns.market[row] = one.market;
  columns.readers[row] = one.readers;
  columns.came[row] = came;
  columns.orders[row] = orders;
  columns.unsubscribed[row] = one.left;
}
