import type { OrderClaim } from "@echelon/contract/practice/after-sales.ts";
import type { EarnedLine, OrderRow, OrderView } from "@echelon/contract/practice/orders.ts";
import { account, type AccountName } from "@echelon/kernel/ledger/account.ts";
import { partyOf } from "@echelon/kernel/ledger/party.ts";
import type { World } from "@echelon/kernel/market/world/world.ts";
import { convert, type RateTable } from "@echelon/kernel/money/convert.ts";
import type { PostingLine } from "../store/ledger-store.ts";
import { disputedLost, refundsOf } from "./order-claims.ts";
import type { Fate, Place } from "./order-fate.ts";

/** What one order's money is made of. */
export type OrderFacts = {
  readonly world: World;
  readonly order: OrderRow;
  readonly place: Place;
  readonly ends: readonly Fate[];
  readonly claims: readonly OrderClaim[];
  readonly store: number;
  readonly market: number;
  /** The dispatch of the order's cohort, in every party's books. */
  readonly dispatch: readonly PostingLine[];
  readonly ratesOn: (day: number) => RateTable;
};

/**
 * What the buyer paid and what became of it, line by line. An order has its share of its cohort's
 * dispatch, dealt out so that the orders add up to the document to the minor unit.
 */
export function orderMoney(facts: OrderFacts): Pick<OrderView, "lines" | "earned"> {
  return { lines: paidLines(facts), earned: earnedLines(facts) };
}

/** The order's units' share of an amount of the whole cohort; the shares add up to it. */
function shareOf({ first, units, all }: Place, minor: number): number {
  return Math.floor((minor * (first + units)) / all) - Math.floor((minor * first) / all);
}

/** What the cohort's dispatch moved on an account of a party. */
function moved({ dispatch }: OrderFacts, party: number, of: number): number {
  return dispatch
    .filter((line) => line.party === party && line.account === of)
    .reduce((sum, line) => sum + Number(line.amount_minor), 0);
}

function paidLines(facts: OrderFacts): OrderView["lines"] {
  const { order, place, market } = facts;
  const { units, currency, priceMinor, feeMinor, offMinor, feeOffMinor, totalMinor } = order;
  const gross = (priceMinor + feeMinor) * place.all;
  // Buyers pay price, fee and the tax that is taken at the sale; only that goes to the tax office.
  const taxOfAll = moved(facts, partyOf("buyers", market), account.spending) - gross;
  const tax = facts.dispatch.length === 0 ? 0 : shareOf(place, taxOfAll);
  const total = totalMinor + tax;
  const lost = refunds(facts).reduce((sum, refund) => sum + refund.units, 0);
  // Before promotions first: what they took off is a line of its own.
  const lines: OrderView["lines"] = [
    { code: "goods", minor: (priceMinor + offMinor) * units, currency },
  ];
  const fee = feeMinor + feeOffMinor;
  if (offMinor !== 0) lines.push({ code: "discount", minor: -offMinor * units, currency });
  if (fee > 0) lines.push({ code: "freight", minor: fee * units, currency });
  if (feeOffMinor !== 0) lines.push({ code: "freightOff", minor: -feeOffMinor * units, currency });
  if (tax !== 0) lines.push({ code: "tax", minor: tax, currency });
  lines.push({ code: "total", minor: total, currency });
  const back = Math.floor((total * lost) / units + 0.5);
  if (lost > 0) lines.push({ code: "back", minor: -back, currency });
  return lines;
}

const comesBack = new Set(["refused", "returned", "rejected"]);

/** Units that were paid back, by day: what never arrived, and what buyers returned or disputed. */
function refunds({
  ends,
  claims,
}: Pick<OrderFacts, "ends" | "claims">): ReturnType<typeof refundsOf> {
  let disputed = disputedLost(claims);
  const missed = ends.flatMap(({ event, units, day }) => {
    if (event === "delivered") return [];
    const waiting = event === "lost" ? Math.min(units, disputed) : 0;
    disputed -= waiting;
    return waiting === units
      ? []
      : [{ day, units: units - waiting, isStock: comesBack.has(event) }];
  });
  return [...missed, ...refundsOf(claims)];
}

function earnedLines(facts: OrderFacts): EarnedLine[] {
  const { world, order, place, store, ratesOn } = facts;
  const base = world.currencies[world.base]!;
  const line = (
    code: EarnedLine["code"],
    name: AccountName,
    minor: number,
    currency: string,
    day = order.day,
  ): EarnedLine => {
    const money = { minor: BigInt(minor), currency: currency as typeof base };
    const booksMinor = Number(convert(money, base, ratesOn(day)).minor);
    return { code, minor, currency, booksMinor, account: name, day };
  };
  const own = (name: AccountName) => moved(facts, store, account[name]);
  const cost = (name: "commission" | "shipping" | "duty" | "costOfGoods", currency: string) =>
    line(name, name, -shareOf(place, own(name)), currency);
  const lines = [
    line("sales", "revenue", order.totalMinor, order.currency),
    cost("commission", order.currency),
    cost("shipping", base),
    cost("duty", base),
    cost("costOfGoods", base),
  ];
  const kept = own("commission") / place.all;
  const unitCost = Math.floor(own("costOfGoods") / place.all + 0.5);
  for (const { units, day, isStock } of refunds(facts)) {
    const gross = (order.priceMinor + order.feeMinor) * units;
    lines.push(line("refund", "refunds", -gross, order.currency, day));
    lines.push(line("commissionBack", "commission", kept * units, order.currency, day));
    if (isStock) {
      lines.push(line("goodsBack", "costOfGoods", unitCost * units, base, day));
    }
  }
  const shown = lines.filter(({ minor }) => minor !== 0);
  const left = shown.reduce((sum, { booksMinor }) => sum + booksMinor, 0);
  const sum = { code: "left", minor: left, currency: base, booksMinor: left } as const;
  return [...shown, { ...sum, account: null, day: order.day }];
}
