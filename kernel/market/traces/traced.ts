/** What the traces share: a store with its decisions, its closed weeks, and sums over them. */
import { subjectOf, type Subject } from "../checklist/subject.ts";
import type { World } from "../world/world.ts";
import { type Trace, type TracedStore, weekDays } from "./trace.ts";

export type Traced = {
  readonly subject: Subject;
  readonly store: TracedStore;
  /** The last closed day of the season. */
  readonly closed: number;
};

export const tracedOf = (world: World, store: TracedStore, closed: number): Traced => ({
  subject: subjectOf(world, store),
  store,
  closed,
});

type Dated = { readonly day: number };

/** Closed weeks in which the store traded, by their last day, with the store's days of each. */
export function weeksOf({ store, closed }: Traced): readonly number[] {
  const traded = new Set(store.days.map(({ day }) => Math.ceil(day / weekDays)));
  return [...traded]
    .sort((a, b) => a - b)
    .map((week) => week * weekDays)
    .filter((end) => end <= closed);
}

/** The rows of the week that ends on a day. */
export const inWeek = <Row extends Dated>(rows: readonly Row[], end: number): readonly Row[] =>
  rows.filter(({ day }) => day > end - weekDays && day <= end);

export const sumOf = <Row>(rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((sum, row) => sum + of(row), 0);

type Shown = Pick<Trace, "event" | "measure" | "value" | "day"> & Partial<Trace>;

/** A trace of the store as a whole, of one happening, where nothing else is said. */
export const traceOf = (shown: Shown): Trace => ({
  count: 1,
  decisions: [],
  sku: null,
  market: null,
  ...shown,
});
