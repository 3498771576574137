/**
 * How stores are ranked: one number each, by the scoring that was ticked when the season was made
 * (practice.md 8, S1 to S7, and the three figures of marketing). All read the same record of a
 * store, in which help does not count, penalties do, and goods count at a share of their cost.
 */
import type { Parameters } from "../parameters/parameters.ts";
import { markOf } from "../reports/score.ts";
import type { Scoring } from "./scorings.ts";
import type { Line, StoreRecord } from "./store-record.ts";
import { targetPoints } from "./five-targets.ts";
import { valuationOf } from "./valuation.ts";

/** Weights of the three marks of marketing (our choice). */
const marketingWeights = { profit: 0.5, roas: 0.25, share: 0.25 };
/** The least lead of masters by which a mark of marketing tells stores apart. */
const leadMin = { roas: 0.05, share: 0.05 };
/** Advertising below this share of sales counts as this much: none at all has no return. */
const adsShareLeast = 0.01;

/**
 * The value of every store, whole, in the order given; null where there is not enough to say.
 *
 * @param field  all stores that are ranked together: half of S4 is measured by the best of them
 */
export function valuesOf(
  scoring: Scoring,
  field: readonly StoreRecord[],
  parameters: Parameters,
): readonly (number | null)[] {
  const value = ruleOf(scoring, field, parameters);
  return field.map((store) => {
    const found = value(store);
    return found === null ? null : Math.floor(found + 0.5);
  });
}

type Rule = (store: StoreRecord) => number | null;

function ruleOf(scoring: Scoring, field: readonly StoreRecord[], parameters: Parameters): Rule {
  switch (scoring) {
    case "balanced":
      return ({ scoreMilli }) => (scoreMilli < 0 ? null : scoreMilli);
    case "roi":
      return ({ worthMinor, capitalMinor }) =>
        (10_000 * (worthMinor - capitalMinor)) / capitalMinor;
    case "equity-points":
      // Points raise what is there; they do not deepen a debt.
      return ({ worthMinor, points }) => worthMinor + (Math.max(0, worthMinor) * points) / 100;
    case "targets": {
      const pointsOf = targetPoints(field, parameters);
      return (store) => 10 * pointsOf(store);
    }
    case "shareholder":
      return (store) =>
        (10_000 * (valuationOf(store, parameters) - store.capitalMinor)) / store.capitalMinor;
    case "last-rounds":
      return ({ roundScores }) => meanOf(roundScores.filter((score) => score >= 0));
    case "marketing":
      return marketingOf(field);
    case "checklist":
      return checklistValue;
  }
}

/** The tasks, and the balanced score for its share; the tasks alone while it says nothing. */
function checklistValue({ tasks, scoreMilli }: StoreRecord): number | null {
  if (tasks === null) return null;
  const { reachedBp, operationsBp } = tasks;
  if (scoreMilli < 0) return reachedBp;
  const wholeBp = 10_000;
  return ((wholeBp - operationsBp) * reachedBp + operationsBp * 10 * scoreMilli) / wholeBp;
}

function meanOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/**
 * Profit as S1 marks it, sales for each unit of money spent on advertising, and the share of all
 * sales; the last two between beginners and masters, as S1 measures.
 */
function marketingOf(field: readonly StoreRecord[]): Rule {
  const all = field.reduce((sum, { revenueMinor }) => sum + Math.max(0, revenueMinor), 0);
  const share = ({ revenueMinor }: StoreRecord) =>
    all > 0 ? (Math.max(0, revenueMinor) * field.length) / all : 0;
  const lines = { roas: lineOf(field, roasOf), share: lineOf(field, share) };
  return (store) => {
    const marks = [
      { weight: marketingWeights.profit, mark: store.profitMilli < 0 ? null : store.profitMilli },
      { weight: marketingWeights.roas, mark: milliOf(roasOf(store), lines.roas, leadMin.roas) },
      { weight: marketingWeights.share, mark: milliOf(share(store), lines.share, leadMin.share) },
    ].filter(({ mark }) => mark !== null);
    const weights = marks.reduce((sum, { weight }) => sum + weight, 0);
    if (weights === 0) return null;
    return marks.reduce((sum, { weight, mark }) => sum + weight * mark!, 0) / weights;
  };
}

function roasOf({ revenueMinor, adsMinor }: StoreRecord): number {
  const sales = Math.max(0, revenueMinor);
  return sales > 0 ? sales / Math.max(adsMinor, sales * adsShareLeast) : 0;
}

function lineOf(field: readonly StoreRecord[], of: (store: StoreRecord) => number): Line | null {
  const low = meanOf(field.filter(({ par }) => par === "low").map(of));
  const high = meanOf(field.filter(({ par }) => par === "high").map(of));
  return low === null || high === null ? null : { low, high };
}

function milliOf(value: number, line: Line | null, least: number): number | null {
  const mark = line === null ? null : markOf(value, line, least);
  return mark === null ? null : 1000 * mark;
}
