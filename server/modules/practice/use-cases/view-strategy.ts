import type { StrategyView } from "@echelon/contract/practice/company.ts";
import {
  consistencyOf,
  type Period,
  periodsOf,
  type StrategyMeasure,
  strategyMeasures,
  targetOf,
} from "@echelon/kernel/market/company/strategy.ts";
import type { StoreDecision } from "@echelon/kernel/market/decisions/decision.ts";
import type { PracticeMeans } from "../means.ts";
import { lineage, readBranches } from "../store/log-store.ts";
import { meanPriceIndices, type ResultRow, storeRows } from "../store/report-store.ts";
import { storeDecisions } from "../store/research-store.ts";
import { ofKind } from "./entries-of-kind.ts";
import { authorsOf } from "./name-authors.ts";
import type { Desk } from "./open-desk.ts";

const amendmentsMax = 50;

type Said = {
  readonly day: number;
  readonly author_id: string;
  readonly decision: Extract<StoreDecision, { kind: "state-strategy" }>;
};
type Measured = Readonly<Record<StrategyMeasure, number | null>>;
type Kept = StrategyView["periods"][number]["kept"];

/** What a store said it would become, beside what its closed days measured. */
export async function viewStrategy(means: PracticeMeans, desk: Desk): Promise<StrategyView> {
  const { database } = means;
  const { season, number, row, closed, world } = desk;
  const spans = lineage(await readBranches(database, season), row.branch);
  const log = await storeDecisions(database, season, number, "state-strategy", spans);
  const said = ofKind(log, "state-strategy");
  const names = await authorsOf(
    database,
    desk,
    said.map((one) => one.author_id),
  );
  const stored = said.find(({ decision }) => !decision.isAmendment);
  const amendments = said.filter(({ decision }) => decision.isAmendment);
  const told = ({ day, author_id: author, decision }: Said) => ({
    day,
    author: names.get(author) ?? "",
    strategy: decision.strategy,
    targets: decision.targets.map((target) => ({ ...target })),
  });
  const periods = periodsOf(row.days);
  const measured = await measure(means, desk, said.length === 0 ? [] : periods);
  return {
    until: Math.min(row.days, world.parameters["strategy.phaseDays"]),
    stated: stored === undefined ? null : told(stored),
    amendments: amendments.slice(0, amendmentsMax).map(told),
    nearBp: world.parameters["strategy.nearBp"],
    indexNearBp: world.parameters["strategy.indexNearBp"],
    periods: periods.map((period, place) => ({
      ...period,
      state: period.to <= closed ? "over" : period.from <= row.day ? "running" : "coming",
      kept: keptOf(desk, place, period, measured[place] ?? nothing, stored, amendments),
    })),
  };
}

const nothing: Measured = { revenue: null, profit: null, rating: null, priceIndex: null };

/** What the closed days of some periods came to; nobody asks where nothing was stated. */
async function measure(
  { database }: PracticeMeans,
  { season, number, closed }: Desk,
  periods: readonly Period[],
): Promise<Measured[]> {
  if (periods.length === 0 || closed < 1) return [];
  const spans = periods.map(({ from, to }) => ({ from, to: Math.min(to, closed) }));
  const days = await storeRows(database, "stores", season, number, 1, closed);
  const indices = await meanPriceIndices(database, season, number, spans);
  return spans.map((span, place) => measureSpan(span, days, indices[place]!));
}

function measureSpan(
  { from, to }: Period,
  days: readonly ResultRow<"stores">[],
  priceIndex: number | null,
): Measured {
  const within = days.filter(({ day }) => day >= from && day <= to);
  const last = within.at(-1);
  if (last === undefined) return nothing;
  const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);
  return {
    revenue: sum(within.map(({ revenueMinor }) => revenueMinor)),
    profit: sum(within.map(({ profitMinor }) => profitMinor)),
    // Without a review there are no stars to speak of.
    rating: last.reviews > 0 ? last.ratingMilli : null,
    priceIndex,
  };
}

function keptOf(
  { closed, world }: Desk,
  place: number,
  { from, to }: Period,
  measured: Measured,
  stated: Said | undefined,
  amendments: readonly Said[],
): Kept {
  // An amendment counts for the periods that had not begun: nobody aims at what he has seen.
  const amended = amendments.find(({ day }) => day <= from);
  return strategyMeasures.map((name) => {
    const actual = measured[name];
    const wished = (one: Said | undefined) =>
      one === undefined ? null : targetOf(one.decision.targets[place]!, name);
    const verdict = (target: number | null) =>
      target === null || actual === null || to > closed
        ? null
        : consistencyOf(name, target, actual, world.parameters);
    const [target, beside] = [wished(stated), wished(amended)];
    return {
      measure: name,
      target,
      amended: beside,
      actual,
      verdict: verdict(target),
      amendedVerdict: verdict(beside),
    };
  });
}
