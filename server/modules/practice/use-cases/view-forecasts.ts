import type {
  Forecast,
  ForecastSummary,
  ResearchView,
} from "@echelon/contract/practice/research.ts";
import { decisionLimits } from "@echelon/kernel/market/decisions/decision-limits.ts";
import { cashInAll } from "@echelon/kernel/market/finance/loans.ts";
import {
  certain,
  errorBp,
  forecastMeasures,
  type ForecastMeasure,
  naiveUnits,
  pinballLoss,
  type Quantiles,
  rankLoss,
} from "@echelon/kernel/market/research/forecast-score.ts";
import type { PracticeMeans } from "../means.ts";
import { lineage, readBranches } from "../store/log-store.ts";
import { type ResultRow, storeRows } from "../store/report-store.ts";
import { storeDecisions } from "../store/research-store.ts";
import { ofKind } from "./entries-of-kind.ts";
import type { Desk } from "./open-desk.ts";
import { readPlaces, shownDay } from "./rank-stores.ts";

const rowsMax = 200;
const week = 7;

/**
 * A store's forecasts, each beside what came and beside the naive one of last week. They follow
 * from the log and the closed days, so a rewind or a replay gives the same.
 */
export async function viewForecasts(
  means: PracticeMeans,
  desk: Desk,
): Promise<ResearchView["forecasts"]> {
  const { database } = means;
  const { season, number, closed, row } = desk;
  const spans = lineage(await readBranches(database, season), row.branch);
  const log = await storeDecisions(database, season, number, "submit-forecast", spans);
  const said = lastOfEachDay(ofKind(log, "submit-forecast")).slice(0, rowsMax);
  const known = await readKnown(means, desk, said);
  const rows = said.map((one) => forecastOf(one, known, closed));
  const left = row.days - row.day + 1;
  return {
    daysMost: Math.max(0, Math.min(decisionLimits.forecastDaysMax, left)),
    now: {
      weekUnits: weekBefore(known.days, row.day)?.reduce((sum, units) => sum + units, 0) ?? null,
      cashMinor: cashInAll(desk.context, number),
      rank: known.ranks.get(closed)?.rank ?? null,
    },
    rows,
    summary: forecastMeasures.map((measure) => summaryOf(measure, rows)),
  };
}

type Said = {
  readonly number: number;
  readonly day: number;
  readonly decision: { readonly measure: ForecastMeasure; readonly days: number } & Quantiles;
};

/** Said again on the same day of the same thing, only the last one counts. Newest come first. */
function lastOfEachDay(log: readonly Said[]): Said[] {
  const seen = new Set<string>();
  return log.filter(({ day, decision: { measure, days } }) => {
    const key = `${day}/${measure}/${days}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const dueOn = ({ day, decision }: Said) => day + decision.days - 1;

type Known = {
  readonly days: ReadonlyMap<number, ResultRow<"stores">>;
  readonly ranks: ReadonlyMap<number, { readonly rank: number; readonly of: number }>;
  readonly openingCashMinor: number;
};

/**
 * The store's closed days, and its place after those that a forecast of ranks needs, as far as the
 * ranking tells places.
 */
async function readKnown(means: PracticeMeans, desk: Desk, said: readonly Said[]): Promise<Known> {
  const { season, number, closed, row, world } = desk;
  const rows = await storeRows(means.database, "stores", season, number, 1, closed);
  const wanted = said
    .filter(({ decision }) => decision.measure === "rank")
    .flatMap((one) => [one.day - 1, dueOn(one)])
    .concat(closed);
  const told = lastDayTold(desk);
  const asked = [...new Set(wanted)].filter((day) => day >= 1 && day <= told);
  const ranks = await readPlaces(means, row, number, asked);
  const { openingCashMinor } = world.source.scenario;
  return { days: new Map(rows.map((one) => [one.day, one])), ranks, openingCashMinor };
}

/** The last day whose places the caller may know; 0 for none. */
function lastDayTold({ row, closed, maySeeAll }: Desk): number {
  if (maySeeAll || row.ranking === "open") return closed;
  return row.ranking === "hidden" ? 0 : Math.min(closed, shownDay(row, row.ranking));
}

/** Units of the last seven closed days before a day; undefined before the first. */
function weekBefore(days: Known["days"], day: number): readonly number[] | undefined {
  const before = Array.from({ length: week }, (_, back) => days.get(day - 1 - back));
  const units = before.flatMap((one) => (one === undefined ? [] : [one.units]));
  return units.length === 0 ? undefined : units;
}

function forecastOf(one: Said, known: Known, closed: number): Forecast {
  const { measure, p10, p50, p90 } = one.decision;
  const due = dueOn(one);
  const quantiles = { p10, p50, p90 };
  const actual = due > closed ? null : actualOf(one, known);
  const naive = naiveOf(one, known);
  const ranks = known.ranks.get(due)?.of ?? 0;
  const scored = (of: Quantiles, came: number) => ({
    p50: of.p50,
    errorBp: measure === "rank" ? null : errorBp(of, came),
    loss: measure === "rank" ? rankLoss(of, came, ranks) : pinballLoss(of, came),
  });
  return {
    number: one.number,
    measure,
    madeOn: one.day,
    dueOn: due,
    ...quantiles,
    outcome:
      actual === null
        ? null
        : {
            actual,
            isWithin: actual >= p10 && actual <= p90,
            own: scored(quantiles, actual),
            naive: naive === null ? null : scored(certain(naive), actual),
          },
  };
}

/** What came; null where a day of it is missing. */
function actualOf(one: Said, { days, ranks }: Known): number | null {
  const due = dueOn(one);
  switch (one.decision.measure) {
    case "units": {
      let units = 0;
      for (let day = one.day; day <= due; day += 1) units += days.get(day)?.units ?? 0;
      return units;
    }
    case "cash":
      return days.get(due)?.cashMinor ?? null;
    case "rank":
      return ranks.get(due)?.rank ?? null;
  }
}

/** As many units a day as last week, as much cash and the same place as before. */
function naiveOf(one: Said, known: Known): number | null {
  const before = one.day - 1;
  switch (one.decision.measure) {
    case "units": {
      const units = weekBefore(known.days, one.day);
      return units === undefined ? null : naiveUnits(units, one.decision.days);
    }
    case "cash":
      return known.days.get(before)?.cashMinor ?? known.openingCashMinor;
    case "rank":
      return known.ranks.get(before)?.rank ?? null;
  }
}

function summaryOf(measure: ForecastMeasure, rows: readonly Forecast[]): ForecastSummary {
  const outcomes = rows.flatMap((row) =>
    row.measure === measure && row.outcome !== null ? [row.outcome] : [],
  );
  const compared = outcomes.flatMap(({ own, naive }) => (naive === null ? [] : [{ own, naive }]));
  const mean = (values: readonly number[]) =>
    values.length === 0 ? null : values.reduce((sum, one) => sum + one, 0) / values.length;
  const meanBp = (values: readonly (number | null)[]) => {
    const found = mean(values.filter((one) => one !== null));
    return found === null ? null : Math.round(found);
  };
  return {
    measure,
    scored: outcomes.length,
    within: outcomes.filter(({ isWithin }) => isWithin).length,
    errorBp: meanBp(compared.map(({ own }) => own.errorBp)),
    naiveErrorBp: meanBp(compared.map(({ naive }) => naive.errorBp)),
    loss: mean(compared.map(({ own }) => own.loss)),
    naiveLoss: mean(compared.map(({ naive }) => naive.loss)),
  };
}
