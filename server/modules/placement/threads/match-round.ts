/** Matches a frozen round in a thread of its own: a large one takes seconds. */
import type { ChoiceReason, PlaceReason } from "@echelon/contract/placement/rounds.ts";
import { explainRound } from "@echelon/kernel/matching/explain.ts";
import type { Instance } from "@echelon/kernel/matching/instance.ts";
import { matchInstance } from "@echelon/kernel/matching/match-instance.ts";

export interface MatchedRound {
  readonly isStable: boolean;
  /** By pseudonym. */
  readonly students: readonly {
    readonly id: string;
    readonly place: string | null;
    readonly lottery: number;
    readonly reasons: readonly ChoiceReason[];
  }[];
  readonly places: readonly { readonly id: string; readonly reason: PlaceReason }[];
}

export function run(instance: Instance): MatchedRound {
  const matched = matchInstance(instance);
  if (!matched.isSound) throw new Error(`a frozen round is unsound: ${JSON.stringify(matched)}`);
  const { columns, settled, outcome } = matched;
  const { studentIds, placeIds, regionIds, market } = columns;
  const reasons = explainRound(settled, columns.forest);
  const regionOf = (cap: number | null) => (cap === null ? null : regionIds[cap]!);
  return {
    isStable: outcome.stable,
    students: studentIds.map((id, at) => ({
      id,
      place: outcome.matching[id] ?? null,
      lottery: market.lottery[at]!,
      reasons: reasons.student(at).map(({ place, cap, ...why }) => ({
        ...why,
        place: placeIds[place]!,
        region: regionOf(cap),
      })),
    })),
    places: placeIds.map((id, at) => {
      const { cap, ...why } = reasons.place(at);
      return { id, reason: { ...why, region: regionOf(cap) } };
    }),
  };
}
