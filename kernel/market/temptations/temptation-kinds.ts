/** What is offered to stores behind the platform's back (practice.md 14). */

/** In the order of their numbers, which states keep: append, never renumber. */
export const temptationKinds = [
  "bought-reviews",
  "false-tracking",
  "borrowed-pictures",
  "buyers-data",
] as const;
export type TemptationKind = (typeof temptationKinds)[number];

export const temptation = Object.freeze({ reviews: 0, tracking: 1, pictures: 2, data: 3 });

/** What an offer must be told: nothing, for which own offer, or for which listing of it. */
export type TemptationScope = "store" | "offer" | "listing";

const scopes: readonly TemptationScope[] = ["offer", "store", "listing", "store"];

/** @param kind  a number of `temptation` */
export const scopeOf = (kind: number): TemptationScope => scopes[kind]!;

/** Who writes: several of a kind, so that a season's letters are not all alike. */
export const sendersOfKind = 3;

/** `endsOn` of what works until somebody finds it or takes it back. */
export const neverEnds = 0x7fffffff;
