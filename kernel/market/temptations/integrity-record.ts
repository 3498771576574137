/** A store's integrity record 合规记录: what was found so far, and what it is worth in the score. */
import { clamp } from "../../number/clamp.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import type { State } from "../state/state.ts";
import { temptation } from "./temptation-kinds.ts";

/** Points of everything that was found of a store, or of one offer that it accepted. */
export function pointsOf({ tables }: State, store: number, offer?: number): number {
  const { columns, rows } = tables.findings;
  let points = 0;
  for (let row = 0; row < rows; row++) {
    if (columns.store[row] !== store) continue;
    if (offer === undefined || columns.number[row] === offer) points += columns.points[row]!;
  }
  return points;
}

/**
 * The mark of a record, 0 to 1: 1 - points / most, and 0 for some days after a sale of buyers' data
 * was found. Only what was found counts; null in a season without temptations. Our choice.
 */
export function recordMark(context: DecisionContext, store: number): number | null {
  const { state, world, engineDay } = context;
  if (!world.source.scenario.modules.temptations) return null;
  if (engineDay < worthlessUntil(context, store)) return 0;
  return clamp(1 - pointsOf(state, store) / world.parameters["demerit.most"], 0, 1);
}

/** Engine day from which the record counts again after buyers' data were sold; 0 if ever since. */
export const worthlessUntil = ({ state, world }: DecisionContext, store: number): number =>
  until(state, store, temptation.data, world.parameters["penalty.recordDays"]);

/** Engine day at whose end found reviews no longer hold the store's rank down; 0 if ever since. */
export const lowerUntil = ({ state, world }: DecisionContext, store: number): number =>
  until(state, store, temptation.reviews, world.parameters["penalty.rankDays"]);

/** So many days after the latest finding of a kind, as an engine day; 0 where there is none. */
function until({ tables }: State, store: number, kind: number, days: number): number {
  const { columns, rows } = tables.findings;
  let last = 0;
  for (let row = 0; row < rows; row++) {
    if (columns.store[row] !== store || columns.kind[row] !== kind) continue;
    last = Math.max(last, columns.foundOn[row]! + days);
  }
  return last;
}
