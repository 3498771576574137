import type { OrderRow, OrderView } from "@echelon/contract/practice/orders.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import { decodeCursor, encodeCursor } from "../../../platform/http/cursor.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { PracticeMeans } from "../means.ts";
import { type ResultRow, storeRows } from "../store/report-store.ts";
import { type CohortFates, fatesOf, fateOf, stateOf, stepsOf } from "./order-fate.ts";
import { openOrder, type Sale } from "./open-order.ts";
import { openDesk, type Desk, labelOf, marketOf } from "./open-desk.ts";

type Ask = {
  after?: string | undefined;
  limit?: number | undefined;
  day?: number | undefined;
  market?: string | undefined;
  sku?: string | undefined;
};

/**
 * The store's single orders, newest first. None of them is stored: each is drawn from its address
 * when it is shown, and is the same every time.
 */
export async function listOrders(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
  ask: Ask,
): Promise<Outcome<{ items: OrderRow[]; next: string | null }>> {
  const opened = await openDesk(means, caller, season, store);
  if (!opened.ok) return opened;
  const desk = opened.value;
  const limit = ask.limit ?? 50;
  const place = decodeCursor(ask.after, "integer", "integer", "integer");
  const to = Math.min(ask.day ?? desk.closed, place?.[0] ?? desk.closed);
  const fates = await fatesOf(means.database, desk);
  const items: OrderRow[] = [];
  for (let day = to; day >= (ask.day ?? 1) && items.length <= limit; day -= 1) {
    for (const one of await salesOfDay(means, desk, day)) {
      if (ask.market !== undefined && marketOf(desk, one.sale.market) !== ask.market) continue;
      if (ask.sku !== undefined && labelOf(desk, one.sale.offer).sku !== ask.sku) continue;
      const isPast =
        place !== null && day === place[0] && comesBefore([one.line, one.index], place);
      if (!isPast) items.push(orderRow(desk, fates, one));
      if (items.length > limit) break;
    }
  }
  const shown = items.slice(0, limit);
  const last = shown.at(-1);
  const next = items.length > limit && last !== undefined ? encodeCursor(addressOf(last.id)) : null;
  return ok({ items: shown, next });
}

const comesBefore = ([line, index]: [number, number], place: readonly number[]) =>
  line < place[1]! || (line === place[1] && index <= place[2]!);

type Placed = {
  readonly day: number;
  readonly line: number;
  readonly index: number;
  readonly sale: Sale;
};

async function salesOfDay(means: PracticeMeans, desk: Desk, day: number): Promise<Placed[]> {
  const rows = await storeRows(means.database, "sales", desk.season, desk.number, day, day);
  return rows.flatMap((sale) => {
    const { line } = sale as ResultRow<"sales"> & { line: number };
    return Array.from({ length: sale.orders }, (_, index) => ({ day, line, index, sale }));
  });
}

const addressOf = (id: string): [number, number, number] => {
  const [day = 0, line = 0, index = 0] = id.split("-").map(Number);
  return [day, line, index];
};

function orderRow(desk: Desk, fates: CohortFates, { day, line, index, sale }: Placed): OrderRow {
  const order = openOrder(desk, day, line, index, sale);
  const service = desk.world.source.trade.services[sale.service];
  const currency = desk.world.currencies[desk.world.currencyOfMarket[sale.market]!]!;
  const fate = fateOf(fates, { day, sale, line, index });
  return {
    id: `${day}-${line}-${index}`,
    day,
    ...labelOf(desk, sale.offer),
    market: marketOf(desk, sale.market),
    buyer: order.buyer,
    city: order.city,
    units: order.units,
    currency,
    priceMinor: sale.priceMinor,
    feeMinor: sale.feeMinor,
    totalMinor: sale.priceMinor * order.units + sale.feeMinor,
    phrase: order.phrase,
    place: sale.slot + 1,
    isSponsored: sale.isSponsored === 1,
    service: service?.names ?? { zh: "", en: "" },
    promisedOn: Math.min(400, day + sale.promiseDays),
    state: stateOf(fate),
    dueOrDoneOn: fate?.day ?? Math.min(400, day + sale.promiseDays),
  };
}

/** One order: its money line by line and its parcel's journey so far. */
export async function viewOrder(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
  id: string,
): Promise<Outcome<OrderView>> {
  const opened = await openDesk(means, caller, season, store);
  if (!opened.ok) return opened;
  const desk = opened.value;
  const [day, line, index] = addressOf(id);
  const isAddress = [day, line, index].every((part) => Number.isSafeInteger(part) && part >= 0);
  const placed = isAddress
    ? (await salesOfDay(means, desk, day)).find((one) => one.line === line && one.index === index)
    : undefined;
  if (placed === undefined) return refuse({ code: "practice/no-such-order" });
  const fates = await fatesOf(means.database, desk);
  const order = orderRow(desk, fates, placed);
  const gross = placed.sale.priceMinor * order.units;
  return ok({
    order,
    lines: [
      { code: "goods", minor: gross, currency: order.currency },
      { code: "freight", minor: placed.sale.feeMinor, currency: order.currency },
      { code: "total", minor: order.totalMinor, currency: order.currency },
    ],
    journey: stepsOf(order, fateOf(fates, placed)),
    review: null,
  });
}
