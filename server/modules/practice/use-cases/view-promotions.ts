import type { PromotionRow, PromotionsView } from "@echelon/contract/practice/promotions.ts";
import { type Outcome, ok } from "@echelon/contract/platform/outcome.ts";
import { isNothing, kindAsked } from "@echelon/kernel/market/decisions/check-promotion.ts";
import { promotionKinds } from "@echelon/kernel/market/promotions/promotion-kinds.ts";
import { noticeKinds } from "@echelon/kernel/market/state/tables.ts";
import { currencyOf } from "@echelon/kernel/market/world/lookups.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { PracticeMeans } from "../means.ts";
import { lineage, readBranches } from "../store/log-store.ts";
import { type ResultRow, storeRows } from "../store/report-store.ts";
import { storeDecisions } from "../store/research-store.ts";
import { ofKind } from "./entries-of-kind.ts";
import { labelOf, openDesk, type Desk } from "./open-desk.ts";

type PromotionDay = ResultRow<"promotions">;
type Logged = Awaited<ReturnType<typeof storeDecisions>>[number];
type Run = ReturnType<typeof ofKind<Logged, "run-promotion">>[number];

/** What tells how a store's promotions went: decisions, the newest first, and what closes wrote. */
type Told = {
  readonly runs: readonly Run[];
  readonly ends: readonly Logged[];
  readonly days: readonly PromotionDay[];
  /** False list prices that the platform found. */
  readonly found: readonly ResultRow<"notices">[];
};

const promotionsMax = 2_000;

/** The store's promotions, the newest first, with what they sold and what they brought. */
export async function viewPromotions(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
): Promise<Outcome<PromotionsView>> {
  const opened = await openDesk(means, caller, season, store);
  if (!opened.ok) return opened;
  const desk = opened.value;
  const sql = means.database;
  const spans = lineage(await readBranches(sql, season), desk.row.branch);
  const runs = await storeDecisions(sql, season, store, "run-promotion", spans);
  const notices = await storeRows(sql, "notices", season, store, 1, desk.closed);
  const told: Told = {
    runs: ofKind(runs, "run-promotion"),
    ends: await storeDecisions(sql, season, store, "end-promotion", spans),
    days: await storeRows(sql, "promotions", season, store, 1, desk.closed),
    found: notices.filter(({ kind }) => noticeKinds[kind] === "false-list-price"),
  };
  const promotions = told.runs
    .filter(({ decision }) => !isNothing(decision))
    .flatMap((run) => rowOf(desk, run, told));
  const { world } = desk;
  return ok({
    booksCurrency: world.source.scenario.booksCurrency,
    isOn: world.source.scenario.modules.promotions,
    promotions: promotions.slice(0, promotionsMax),
  });
}

function rowOf(desk: Desk, run: Run, told: Told): PromotionRow[] {
  const { number, decision } = run;
  const { world, preview, context } = desk;
  const market = world.marketIds.indexOf(decision.market);
  const product = world.skuOf.get(decision.sku);
  const { state } = preview;
  const offerOf = (of: number | undefined) =>
    [...context.rowOfOffer.keys()].find((one) => {
      const row = context.rowOfOffer[one]!;
      return row >= 0 && state.storeOf[row] === desk.number && state.skuOf[row] === of;
    });
  const offer = offerOf(product);
  if (offer === undefined || market < 0) return [];
  const { others = [] } = decision;
  const offers = [offer, ...others.map((sku) => offerOf(world.skuOf.get(sku)))];
  const kind = kindAsked(decision);
  const bit = 1 << promotionKinds.indexOf(kind);
  const found = Math.min(...offers.map((one) => foundOn(told, run, one ?? -1, market)));
  const standsTo = Math.min(decision.to, endOf(told, run), found - 1);
  const within = told.days.filter(
    (one) =>
      offers.includes(one.offer) &&
      one.market === market &&
      one.day >= decision.from &&
      one.day <= standsTo &&
      (one.kinds & bit) !== 0,
  );
  const lastDay = isSpent(desk, run, within) ? (within.at(-1)?.day ?? standsTo) : standsTo;
  if (lastDay < decision.from) return [];
  const sum = (pick: (one: PromotionDay) => number) =>
    within.reduce((total, one) => total + pick(one), 0);
  const today = desk.row.day;
  return [
    {
      number,
      kind,
      ...labelOf(desk, offer),
      market: decision.market,
      from: decision.from,
      to: decision.to,
      lastDay,
      depthBp: decision.depthBp,
      slices: [...(decision.slices ?? [])],
      pieces: decision.pieces ?? 0,
      overMinor: decision.overMinor ?? 0,
      offMinor: decision.offMinor ?? 0,
      capUnits: decision.capUnits ?? 0,
      others: [...others],
      state: today < decision.from ? "coming" : today <= lastDay ? "running" : "ended",
      currency: currencyOf(world, market),
      orders: sum((one) => one.orders),
      units: sum((one) => one.units),
      revenueMinor: sum((one) => one.revenueMinor),
      offMinorInAll: sum((one) => one.offMinor),
      moreUnitsMilli: sum((one) => one.expectedMilli - one.usualMilli),
      moreProfitMinor: sum((one) => one.profitMinor - one.usualProfitMinor),
      isShared: within.some((one) => one.kinds !== bit),
    },
  ];
}

/** The last day before somebody ended it; a later price cut of nothing ends one too. */
function endOf({ runs, ends }: Told, { number, decision: run }: Run): number {
  const kind = kindAsked(run);
  const isLater = (one: { readonly number: number; readonly decision: Listing & Kind }) =>
    one.number > number &&
    [run.sku, ...(run.others ?? [])].includes(one.decision.sku) &&
    one.decision.market === run.market &&
    kindAsked(one.decision) === kind;
  const all = [
    ...ofKind(ends, "end-promotion").filter(isLater),
    ...runs.filter((one) => kind === "price-cut" && isLater(one) && isNothing(one.decision)),
  ];
  return Math.min(...all.map(({ day }) => day - 1), Number.MAX_SAFE_INTEGER);
}

type Listing = { readonly sku: string; readonly market: string };
type Kind = Parameters<typeof kindAsked>[0];

/**
 * The day on which the platform took the listing's promotions away for a false list price: those
 * that had begun, and a price cut also before it does.
 */
function foundOn({ found }: Told, { day, decision }: Run, offer: number, market: number): number {
  const since = kindAsked(decision) === "price-cut" ? day : Math.max(day, decision.from);
  const taken = found.filter(
    (one) => one.subject === offer && one.market === market && one.day >= since,
  );
  return Math.min(...taken.map((one) => one.day), Number.MAX_SAFE_INTEGER);
}

/** Whether its cap is reached: it has run for the last time, though its days are not over. */
function isSpent(
  { preview, number: store }: Desk,
  { number, decision }: Run,
  within: readonly PromotionDay[],
): boolean {
  const cap = decision.capUnits ?? 0;
  if (cap === 0 || kindAsked(decision) === "price-cut") return false;
  const { columns, rows } = preview.state.tables.promotions;
  for (let at = 0; at < rows; at += 1) {
    if (columns.store[at] === store && columns.number[at] === number)
      return columns.soldUnits[at]! >= cap;
  }
  // The market has forgotten one whose days are over: the reports tell what sold while it ran.
  const pieces = 1 + (decision.others ?? []).length;
  return within.reduce((units, one) => units + one.units, 0) >= cap * pieces;
}
