import type { PromotionRow, PromotionsView } from "@echelon/contract/practice/promotions.ts";
import { type Outcome, ok } from "@echelon/contract/platform/outcome.ts";
import { isNothing, kindAsked } from "@echelon/kernel/market/decisions/check-promotion.ts";
import type { LogEntry } from "@echelon/kernel/market/decisions/decision.ts";
import { promotionKinds } from "@echelon/kernel/market/promotions/promotion-kinds.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { PracticeMeans } from "../means.ts";
import { lineage, readBranches, readHeadLog } from "../store/log-store.ts";
import { type ResultRow, storeRows } from "../store/report-store.ts";
import { ofKind } from "./entries-of-kind.ts";
import { labelOf, openDesk, type Desk } from "./open-desk.ts";

type PromotionDay = ResultRow<"promotions">;
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
  const log = await readHeadLog(sql, season, spans, 1, desk.row.day);
  const days = await storeRows(sql, "promotions", season, store, 1, desk.closed);
  const own = log.filter((one) => one.store === store);
  const promotions = ofKind(own, "run-promotion")
    .filter(({ decision }) => !isNothing(decision))
    .flatMap((entry) => rowOf(desk, entry, own, days));
  const { world } = desk;
  return ok({
    booksCurrency: world.source.scenario.booksCurrency,
    isOn: world.source.scenario.modules.promotions,
    promotions: promotions.toReversed().slice(0, promotionsMax),
  });
}

type Run = ReturnType<typeof ofKind<LogEntry, "run-promotion">>[number];

function rowOf(
  desk: Desk,
  { number, decision }: Run,
  log: readonly LogEntry[],
  days: readonly PromotionDay[],
): PromotionRow[] {
  const { world, preview, context } = desk;
  const market = world.marketIds.indexOf(decision.market);
  const product = world.skuOf.get(decision.sku);
  const { state } = preview;
  const offer = [...context.rowOfOffer.keys()].find((one) => {
    const row = context.rowOfOffer[one]!;
    return row >= 0 && state.storeOf[row] === desk.number && state.skuOf[row] === product;
  });
  if (offer === undefined || market < 0) return [];
  const kind = kindAsked(decision);
  const lastDay = Math.min(decision.to, endOf(log, number, decision));
  if (lastDay < decision.from) return [];
  const bit = 1 << promotionKinds.indexOf(kind);
  const within = days.filter(
    (one) =>
      one.offer === offer &&
      one.market === market &&
      one.day >= decision.from &&
      one.day <= lastDay &&
      (one.kinds & bit) !== 0,
  );
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
      state: today < decision.from ? "coming" : today <= lastDay ? "running" : "ended",
      currency: world.currencies[world.currencyOfMarket[market]!]!,
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
function endOf(log: readonly LogEntry[], number: number, run: Run["decision"]): number {
  const kind = kindAsked(run);
  const isHere = (one: { readonly sku: string; readonly market: string }) =>
    one.sku === run.sku && one.market === run.market;
  const ends = ofKind(log, "end-promotion", "run-promotion").filter(
    ({ number: later, decision }) =>
      later > number &&
      isHere(decision) &&
      kindAsked(decision) === kind &&
      (decision.kind === "end-promotion" || (kind === "price-cut" && isNothing(decision))),
  );
  return Math.min(...ends.map(({ day }) => day - 1), Number.MAX_SAFE_INTEGER);
}
