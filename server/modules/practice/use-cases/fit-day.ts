import type { DecisionWish } from "@echelon/contract/practice/decision.ts";
import type { DayCount } from "../store/log-store.ts";
import type { SeasonRow } from "../store/season-store.ts";

/** Decisions that one store may hand in for one day. */
export const decisionsPerStoreDayMax = 2_000;

/** Why a day has no room for something, as a refusal says it. */
type Full = {
  readonly code: "practice/decision-limit" | "practice/listing-cap";
  readonly facts: { readonly max: number };
};

/**
 * Why wishes do not fit into a store's day besides what it decided for it so far; null where they
 * do. A round's new listings are those of its first day: the only one that takes decisions.
 */
export function whyFull(
  { listings_per_round_max: listingsMax }: Pick<SeasonRow, "listings_per_round_max">,
  { decisions, listings }: DayCount,
  wishes: readonly Pick<DecisionWish, "kind">[],
): Full | null {
  const max = decisionsPerStoreDayMax;
  if (decisions + wishes.length > max) return { code: "practice/decision-limit", facts: { max } };
  const wanted = wishes.filter(({ kind }) => kind === "publish-listing").length;
  if (listingsMax === null || wanted === 0 || listings + wanted <= listingsMax) return null;
  return { code: "practice/listing-cap", facts: { max: listingsMax } };
}
