/** A round as it is published: everybody can match it again and see whether it was kept. */

import type { Instance, InstanceProblem } from "./instance.ts";
import { instanceText, matchInstance, type NamedPair, pairsListed } from "./match-instance.ts";
import { unplaced } from "./market.ts";
import { verifyMatching } from "./verify-matching.ts";

export interface RoundAsPublished {
  readonly instance: Instance;
  /** Of `instanceText`. */
  readonly instanceHash: string;
  /** Of the seed's text, as it was told before choices closed. */
  readonly lotteryHash: string;
  readonly matching: Readonly<Record<string, string | null>>;
}

export type RoundDoubt =
  | "unsound"
  | "instance-changed"
  | "lottery-not-committed"
  | "matching-differs"
  | "not-stable";

export interface RoundVerdict {
  readonly doubts: readonly RoundDoubt[];
  readonly problems: readonly InstanceProblem[];
  readonly stable: boolean;
  readonly blocking: readonly NamedPair[];
  readonly instanceHash: string;
  readonly lotteryHash: string;
}

/**
 * Asks of a published round: are instance and lottery those that were promised, does matching them
 * again give what was published, and does the verifier find that stable?
 *
 * @param hash  SHA-256 of a text's UTF-8 form, as lower-case hexadecimal; the kernel has none
 */
export function verifyRound(round: RoundAsPublished, hash: (text: string) => string): RoundVerdict {
  const { instance } = round;
  const instanceHash = hash(instanceText(instance));
  const lotteryHash = hash(instance.lottery ?? "");
  const doubts: RoundDoubt[] = [];
  if (instanceHash !== round.instanceHash) doubts.push("instance-changed");
  if (lotteryHash !== round.lotteryHash) doubts.push("lottery-not-committed");
  const matched = matchInstance(instance);
  if (!matched.isSound) {
    const { problems } = matched;
    return {
      doubts: [...doubts, "unsound"],
      problems,
      stable: false,
      blocking: [],
      instanceHash,
      lotteryHash,
    };
  }
  const { columns, settled, outcome } = matched;
  if (!isSame(outcome.matching, round.matching)) doubts.push("matching-differs");
  // What was published is verified, not what was matched just now.
  const placeAt = new Map(columns.placeIds.map((id, at) => [id, at]));
  const placeOf = Int32Array.from(columns.studentIds, (id) => {
    const place = Object.hasOwn(round.matching, id) ? round.matching[id]! : null;
    return place === null ? unplaced : (placeAt.get(place) ?? columns.placeIds.length);
  });
  const found = verifyMatching(settled.market, settled.rules, placeOf, pairsListed);
  if (!found.isStable) doubts.push("not-stable");
  const blocking = found.blocking.map(({ student, place }) => ({
    student: columns.studentIds[student]!,
    place: columns.placeIds[place]!,
  }));
  return { doubts, problems: [], stable: found.isStable, blocking, instanceHash, lotteryHash };
}

function isSame(ours: RoundAsPublished["matching"], theirs: RoundAsPublished["matching"]): boolean {
  const entries = Object.entries(ours);
  return (
    entries.length === Object.keys(theirs).length &&
    entries.every(([id, place]) => Object.hasOwn(theirs, id) && theirs[id] === place)
  );
}
