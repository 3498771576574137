import { isApart } from "@echelon/kernel/assessment/rating/agreement.ts";
import type { AllocationTable, MarkTable } from "./store/schema.ts";

/** How far the marking of one work is. */
export const workStates = ["waiting", "apart", "without-third", "ready"] as const;
export type WorkState = (typeof workStates)[number];

/**
 * The state of a work by its allocations and marks: it waits for a rater, two of its marks lie
 * apart and a third rater is at it or is lacking, or it is ready.
 */
export function workState(
  allocations: readonly AllocationTable[],
  marks: readonly MarkTable[],
): WorkState {
  const open = allocations.filter(({ done_at: at }) => at === null);
  const third = allocations.find(({ side }) => side === "third");
  if (open.length > 0) return open.every(({ side }) => side === "third") ? "apart" : "waiting";
  if (allocations.length === 0) return "without-third";
  return third === undefined && areApart(marks) ? "without-third" : "ready";
}

/** Whether two raters lie apart on some criterion by so much that a third one has to look. */
export function areApart(marks: readonly MarkTable[]): boolean {
  return [...Map.groupBy(marks, ({ competency }) => competency).values()].some((given) => {
    const values = given.map(({ mark }) => mark);
    return isApart({ first: Math.min(...values), second: Math.max(...values) });
  });
}
