/** How a teacher changes the plan of a course before keeping it. */
import type { LessonCard } from "./course-types.ts";

/** A lesson as it will be kept. */
export interface Planned {
  readonly lesson: string;
  readonly isHidden: boolean;
  readonly week: number | null;
  readonly dueOn: string | null;
}

export const plannedOf = (plan: readonly LessonCard[]): readonly Planned[] =>
  plan.map(({ id, isHidden, week, dueOn }) => ({ lesson: id, isHidden, week, dueOn }));

/** A lesson one place up or down; the first and the last stay. */
export function moved(plan: readonly Planned[], at: number, by: -1 | 1): readonly Planned[] {
  const to = at + by;
  if (to < 0 || to >= plan.length) return plan;
  const next = [...plan];
  [next[at], next[to]] = [next[to]!, next[at]!];
  return next;
}

export const changed = (
  plan: readonly Planned[],
  at: number,
  part: Partial<Planned>,
): readonly Planned[] => plan.map((one, place) => (place === at ? { ...one, ...part } : one));

/** A lesson that is split over weeks belongs to the first that names it. */
export function byTimetable(
  plan: readonly Planned[],
  weeks: readonly { readonly week: number; readonly lessons: readonly string[] }[],
): readonly Planned[] {
  return plan.map((one) => {
    const week = weeks.find(({ lessons }) => lessons.includes(one.lesson));
    return week === undefined ? one : { ...one, week: week.week };
  });
}

const dayMillis = 86_400_000;

/** Due at the end of its week, counted from the Monday on which the first week begins. */
export function datedFrom(plan: readonly Planned[], monday: string): readonly Planned[] {
  const first = Date.parse(`${monday}T00:00:00Z`);
  if (Number.isNaN(first)) return plan;
  return plan.map((one) => {
    if (one.week === null) return one;
    const sunday = new Date(first + (one.week * 7 - 1) * dayMillis);
    return { ...one, dueOn: sunday.toISOString().slice(0, 10) };
  });
}
