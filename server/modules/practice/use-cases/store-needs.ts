import { returnedPrefix } from "@echelon/contract/practice/returned-drafts.ts";
import type { TodayView } from "@echelon/contract/practice/today.ts";
import { sanction, sanctionKinds } from "@echelon/kernel/market/after-sales/sanctions.ts";
import { lowerUntil } from "@echelon/kernel/market/temptations/integrity-record.ts";
import type { Sql } from "../../../platform/database/database.ts";
import { type ResultRow, storeRows } from "../store/report-store.ts";
import { readDrafts } from "../store/store-store.ts";
import { financeNeeds } from "./finance-needs.ts";
import { openDisputes, openReturns } from "./open-cases.ts";
import { listingPools } from "./listing-pool.ts";
import { comingGoods } from "./coming-goods.ts";
import { offerRows, type Desk, weekFrom } from "./open-desk.ts";
import { recordNeeds } from "./record-needs.ts";
import { soldOutNeed } from "./sold-out-need.ts";
import { sellingHint } from "./selling-hint.ts";
import { economicsAt } from "./view-products.ts";

type Need = TodayView["needs"][number];

/** Stock that lasts less than this many days is worth a word. */
const coverDaysMin = 5;

/** Hints are for the day at hand: more of them would be read by nobody. */
const hintsMax = 5;

/**
 * What waits for the store's people: blocking first, each with the place where it is solved.
 *
 * @param week the listings' results of the last seven closed days
 */
export async function needsOf(
  sql: Sql,
  desk: Desk,
  week: readonly ResultRow<"listings">[],
): Promise<Need[]> {
  // Buyers wait until a certain day: they come before what can be done on any.
  const needs: Need[] = afterSalesNeeds(desk);
  const offers = offerRows(desk);
  if (offers.length === 0) needs.push(need("select-product", "blocking", "products", "choose"));
  else {
    needs.push(...listingNeeds(desk, offers), ...(await stockNeeds(sql, desk, offers)));
    const pressed = new Set(needs.map(({ at }) => at));
    needs.push(...sellingHints(desk, offers, week, pressed).slice(0, hintsMax));
  }
  needs.push(...financeNeeds(desk), ...recordNeeds(desk));
  const drafts = await readDrafts(sql, desk.season, desk.number);
  const returned = drafts.filter(({ key }) => key.startsWith(returnedPrefix)).length;
  if (returned > 0)
    needs.push(need("returned-decisions", "soon", "products", "", { count: returned }));
  const order = { blocking: 0, soon: 1, hint: 2 };
  return needs.toSorted((a, b) => order[a.urgency] - order[b.urgency]).slice(0, 20);
}

const need = (
  code: string,
  urgency: Need["urgency"],
  room: Need["room"],
  at: string,
  facts: Need["facts"] = {},
): Need => ({ code: `need/${code}`, urgency, room, at, facts });

/** Buyers who wait for an answer, with the last day on which it counts. */
function afterSalesNeeds(desk: Desk): Need[] {
  const { state } = desk.preview;
  const today = desk.closed + 1;
  const needs: Need[] = [];
  const waiting = (code: string, cases: readonly { answer: unknown; dueOn: number }[]) => {
    const open = cases.filter(({ answer }) => answer === null);
    const first = open[0];
    if (first === undefined) return;
    const urgency = first.dueOn <= today ? "blocking" : "soon";
    const facts = { count: open.length, day: first.dueOn };
    needs.push(need(code, urgency, "orders", "after-sales", facts));
  };
  if (state.disputePolicy[desk.number] === 0) waiting("disputes-open", openDisputes(desk));
  if (state.returnPolicy[desk.number] === 0) waiting("returns-open", openReturns(desk));
  const questions = state.waitingQuestions[desk.number]!;
  if (questions > 0) {
    needs.push(need("questions-waiting", "soon", "orders", "after-sales", { count: questions }));
  }
  const isHeld = lowerUntil(desk.context, desk.number) > state.day[0]!;
  for (const [market, id] of desk.world.marketIds.entries()) {
    const level = state.sanction[desk.number * state.sizes.markets + market]!;
    // A rank that fell for found reviews is told once, with its own reason.
    if (level === sanction.none || (isHeld && level === sanction.rankedLower)) continue;
    const urgency = level === sanction.suspended ? "blocking" : "soon";
    const facts = { market: id };
    needs.push(need(`sanction-${sanctionKinds[level]!}`, urgency, "orders", "after-sales", facts));
  }
  return needs;
}

function listingNeeds(desk: Desk, offers: readonly number[]): Need[] {
  const { state } = desk.preview;
  const { markets } = state.sizes;
  const needs: Need[] = [];
  let live = 0;
  for (const row of offers) {
    const product = desk.products[state.skuOf[row]!]!;
    const { sku } = product;
    const { zh, en } = product.detail.name;
    let listed = 0;
    for (let market = 0; market < markets; market += 1) {
      const at = row * markets + market;
      if (state.listing[at] !== 1) continue;
      listed += 1;
      const place = `${sku}/${desk.world.marketIds[market]}`;
      const facts = { sku, zh, en, market: desk.world.marketIds[market]! };
      if (state.service[at]! < 0)
        needs.push(need("no-shipping", "blocking", "products", place, facts));
      const economics = economicsAt(desk, row, market);
      if (economics !== null && economics.marginMinor < 0) {
        const loss = { ...facts, marginMinor: economics.marginMinor, currency: economics.currency };
        needs.push(need("sells-at-loss", "soon", "products", place, loss));
      }
    }
    live += listed;
    if (listed === 0) needs.push(need("not-listed", "hint", "products", sku, { sku, zh, en }));
  }
  return live === 0 ? [need("nothing-listed", "blocking", "products", ""), ...needs] : needs;
}

/** Listings that could sell and do not, with what their results tell about it. */
function sellingHints(
  desk: Desk,
  offers: readonly number[],
  week: readonly ResultRow<"listings">[],
  pressed: ReadonlySet<string>,
): Need[] {
  const { state } = desk.preview;
  return offers.flatMap((row) => {
    const product = desk.products[state.skuOf[row]!]!;
    const { zh, en } = product.detail.name;
    return listingPools(desk.world, state, row).flatMap(({ market, pool }) => {
      const id = desk.world.marketIds[market]!;
      const place = `${product.sku}/${id}`;
      if (state.stock[pool] === 0 || pressed.has(place)) return [];
      const days = week
        .filter((one) => one.offer === state.offerNumber[row] && one.market === market)
        .toSorted((a, b) => a.day - b.day);
      const hint = sellingHint(days, economicsAt(desk, row, market)?.landedMinor ?? 0);
      if (hint === null) return [];
      const facts = { sku: product.sku, zh, en, market: id, ...hint.facts };
      return [need(hint.code, "hint", "products", place, facts)];
    });
  });
}

async function stockNeeds(sql: Sql, desk: Desk, offers: readonly number[]): Promise<Need[]> {
  const { state } = desk.preview;
  const pools = state.sizes.markets + 1;
  const from = weekFrom(desk);
  const week = await storeRows(sql, "stock", desk.season, desk.number, from, desk.closed);
  const days = Math.max(1, desk.closed - from + 1);
  return offers.flatMap((row) => {
    const product = desk.products[state.skuOf[row]!]!;
    const facts = { sku: product.sku, zh: product.detail.name.zh, en: product.detail.name.en };
    const onHand = state.stock[row * pools]!;
    const inbound = state.inbound[row * pools]!;
    const sold = week
      .filter((one) => one.offer === state.offerNumber[row] && one.pool === 0)
      .reduce((sum, one) => sum + one.sold, 0);
    const listings = listingPools(desk.world, state, row);
    const empty = listings.flatMap(({ market, pool, isWarehouse }) => {
      if (!isWarehouse || state.stock[pool] !== 0) return [];
      const id = desk.world.marketIds[market]!;
      const coming = state.inbound[pool]!;
      const urgency = coming > 0 ? "soon" : "blocking";
      const place = `${product.sku}/${id}`;
      const told = { ...facts, market: id, inbound: coming, onHand };
      return [need("warehouse-empty", urgency, "products", place, told)];
    });
    if (onHand === 0 && listings.some(({ isWarehouse }) => !isWarehouse)) {
      const urgency = inbound > 0 ? "soon" : "blocking";
      const first = comingGoods(desk, new Set([row])).find(({ pool }) => pool === 0) ?? null;
      const told = soldOutNeed(inbound, first);
      const at = { ...facts, ...told.facts };
      return [...empty, need(told.code, urgency, "stock", product.sku, at)];
    }
    const cover = sold === 0 ? null : (onHand * days) / sold;
    if (cover === null || cover >= coverDaysMin || inbound > 0) return empty;
    const low = { ...facts, days: Math.floor(cover) };
    return [...empty, need("stock-low", "soon", "stock", product.sku, low)];
  });
}
