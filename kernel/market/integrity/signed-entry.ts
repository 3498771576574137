/** The log as questions read it: what was decided, and by whom at what time. */
import type { StoreDecision } from "../decisions/decision.ts";

/** A store's line of the log with its author. */
export type SignedEntry = {
  readonly store: number;
  readonly number: number;
  /** Season day, the first is 1. */
  readonly day: number;
  /** Names a person; any text that is the same for the same person. */
  readonly author: string;
  /** When it was accepted, seconds of any clock that all entries share. */
  readonly atSecond: number;
  readonly decision: StoreDecision;
};

/** A line of the log, to be opened. */
export type EntryRef = { readonly store: number; readonly number: number; readonly day: number };

export const refOf = ({ store, number, day }: EntryRef): EntryRef => ({ store, number, day });

/** In the order in which they act: day, store, number. */
export function inOrder<E extends EntryRef>(entries: readonly E[]): readonly E[] {
  return entries.toSorted((a, b) => a.day - b.day || a.store - b.store || a.number - b.number);
}

/** The numbers of the stores that decided anything, ascending. */
export function storesOf(entries: readonly EntryRef[]): readonly number[] {
  return [...new Set(entries.map(({ store }) => store))].sort((a, b) => a - b);
}

/** Calls for every pair of different items, the earlier one first. */
export function eachPair<T>(items: readonly T[], visit: (a: T, b: T) => void): void {
  items.forEach((a, at) => items.slice(at + 1).forEach((b) => visit(a, b)));
}
