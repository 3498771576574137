import type { OrderRow, OrderView } from "@echelon/contract/practice/orders.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import { currencyOf } from "@echelon/kernel/market/world/lookups.ts";
import { decodeCursor, encodeCursor } from "../../../platform/http/cursor.ts";
import { salesSources } from "@echelon/kernel/market/offsite/channel.ts";
import { promotionKinds } from "@echelon/kernel/market/promotions/promotion-kinds.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { PracticeMeans } from "../means.ts";
import { readDispatch } from "../store/ledger-store.ts";
import { storeRows } from "../store/report-store.ts";
import { headCloses } from "../store/result-store.ts";
import { ratesByDay } from "./draw-statements.ts";
import {
  type CohortFates,
  endsOf,
  fatesOf,
  orderId,
  type Place,
  placesOf,
  stateOf,
  stepsOf,
} from "./order-fate.ts";
import { casesOf, claimsOf } from "./order-claims.ts";
import {
  cameAlong,
  openOrder,
  type OrderLine,
  type PlacedOrder,
  placeOrders,
  unitsOf,
} from "./open-order.ts";
import { orderMoney } from "./order-money.ts";
import { reviewsOf, reviewTold } from "./order-review.ts";
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
  const first = ask.day ?? 1;
  const found: Found[] = [];
  // A page usually ends within the first span; a rare product's orders lie further back.
  for (let newest = to, span = daysReadFirst; newest >= first && found.length <= limit; span *= 2) {
    const oldest = Math.max(first, newest - span + 1);
    const sold = await ordersOf(means, desk, oldest, newest);
    for (const [day, orders] of sold) {
      const places = placesOf(orders);
      for (const order of orders) {
        const isPast = place !== null && day === place[0] && comesBefore(order, place);
        if (isPast || !isAsked(desk, ask, order)) continue;
        found.push({ order, place: places.get(orderId(order))! });
      }
    }
    newest = oldest - 1;
  }
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const days = { from: last?.order.day ?? to, to: shown[0]?.order.day ?? to };
  const fates = await fatesOf(means.database, desk, days);
  const items = shown.map((one) => orderRow(desk, fates, one.order, one.place));
  const next = found.length > limit && last !== undefined ? cursorOf(last.order) : null;
  return ok({ items, next });
}

const daysReadFirst = 7;

type Found = { readonly order: PlacedOrder; readonly place: Place };

const cursorOf = ({ day, line, index }: PlacedOrder) => encodeCursor([day, line, index]);

const comesBefore = ({ line, index }: PlacedOrder, place: readonly number[]) =>
  line < place[1]! || (line === place[1] && index <= place[2]!);

const isAsked = (desk: Desk, { market, sku }: Ask, { sale }: PlacedOrder) =>
  (market === undefined || marketOf(desk, sale.market) === market) &&
  (sku === undefined || labelOf(desk, sale.offer).sku === sku);

/** All orders of a span of days: the newest day first, a day's in the order of their addresses. */
async function ordersOf(
  means: PracticeMeans,
  desk: Desk,
  from: number,
  to: number,
): Promise<[day: number, orders: PlacedOrder[]][]> {
  const sales = await storeRows(means.database, "sales", desk.season, desk.number, from, to);
  return [...Map.groupBy(placeOrders(sales), ({ day }) => day)].toSorted(([a], [b]) => b - a);
}

const addressOf = (id: string): [number, number, number] => {
  const [day = 0, line = 0, index = 0] = id.split("-").map(Number);
  return [day, line, index];
};

function orderRow(desk: Desk, fates: CohortFates, placed: PlacedOrder, place: Place): OrderRow {
  const { day, sale } = placed;
  const order = openOrder(desk, placed);
  const service = desk.world.source.trade.services[sale.service];
  const currency = currencyOf(desk.world, sale.market);
  const ends = endsOf(fates, placed, place);
  const state = stateOf(ends, order.units);
  const promisedOn = Math.min(400, day + sale.promiseDays);
  return {
    id: orderId(placed),
    day,
    ...labelOf(desk, sale.offer),
    market: marketOf(desk, sale.market),
    buyer: order.buyer,
    city: order.city,
    units: order.units,
    currency,
    priceMinor: sale.priceMinor,
    feeMinor: sale.feeMinor,
    offMinor: sale.offMinor,
    feeOffMinor: sale.feeOffMinor,
    promotions: promotionKinds.filter((_, place) => ((sale.promotions >> place) & 1) === 1),
    totalMinor: (sale.priceMinor + sale.feeMinor) * order.units,
    orderedWith: placed.beside.map((one) => orderedWith(desk, one)),
    cameAlong: cameAlong(placed),
    phrase: order.phrase,
    source: salesSources[sale.source] ?? "search",
    place: sale.slot + 1,
    isSponsored: sale.isSponsored === 1,
    service: service?.names ?? { zh: "", en: "" },
    promisedOn,
    state,
    dueOrDoneOn: state === "on-the-way" ? promisedOn : ends.at(-1)!.day,
    parcels: ends,
  };
}

function orderedWith(desk: Desk, one: OrderLine): OrderRow["orderedWith"][number] {
  const { sale } = one;
  const units = unitsOf(sale, one.index);
  const totalMinor = (sale.priceMinor + sale.feeMinor) * units;
  return { id: orderId(one), ...labelOf(desk, sale.offer), units, totalMinor };
}

/** An order by its address, among all orders of its day. */
export async function findOrder(
  means: PracticeMeans,
  desk: Desk,
  id: string,
): Promise<{ readonly placed: PlacedOrder; readonly sold: readonly PlacedOrder[] } | undefined> {
  const [day, line, index] = addressOf(id);
  const isAddress = [day, line, index].every((part) => Number.isSafeInteger(part) && part >= 0);
  const [[, sold] = [day, []]] = isAddress ? await ordersOf(means, desk, day, day) : [];
  const placed = sold.find((one) => one.line === line && one.index === index);
  return placed === undefined || orderId(placed) !== id ? undefined : { placed, sold };
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
  const found = await findOrder(means, desk, id);
  if (found === undefined) return refuse({ code: "practice/no-such-order" });
  const { placed, sold } = found;
  const { day } = placed;
  const sql = means.database;
  const { offer, market, lot } = placed.sale;
  const [fates, cases, dispatch, closes, written] = await Promise.all([
    fatesOf(sql, desk, { from: day, to: day }),
    casesOf(sql, desk, { from: day, to: day }),
    readDispatch(sql, season, store, { day, offer, market, lot }),
    headCloses(sql, season),
    storeRows(sql, "reviews", season, store, day, desk.closed),
  ]);
  const places = placesOf(sold);
  const place = places.get(id)!;
  const order = orderRow(desk, fates, placed, place);
  const ends = endsOf(fates, placed, place);
  const claims = claimsOf(fates, cases, placed, place);
  const { world } = desk;
  const ratesOn = ratesByDay(world, closes);
  const reviews = written.filter(({ orderedOn }) => orderedOn === day);
  const review = reviewsOf(sold, places, fates, reviews).get(id);
  return ok({
    order,
    ...orderMoney({ world, order, place, ends, claims, store, market, dispatch, ratesOn }),
    booksCurrency: world.source.scenario.booksCurrency,
    journey: stepsOf(order),
    claims,
    review: review === undefined ? null : reviewTold(review),
  });
}
