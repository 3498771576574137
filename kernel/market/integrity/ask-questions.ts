/** All that is worth asking about a season, by the log and by what was given away. */
import type { World } from "../world/world.ts";
import { arrangements } from "./arrangements.ts";
import { beyondRecord } from "./beyond-record.ts";
import type { IsGiven } from "./decided-numbers.ts";
import type { GivingWay } from "./giving-way.ts";
import { oneAfterOther, samePerson } from "./one-hand.ts";
import type { Question } from "./question.ts";
import { sameNumbers } from "./same-numbers.ts";
import { sameWords } from "./same-words.ts";
import { inOrder, type SignedEntry } from "./signed-entry.ts";
import { teamShares, type Member } from "./team-shares.ts";

export type Evidence = {
  readonly world: World;
  /** Decisions of people's stores that count, up to the last closed day. */
  readonly entries: readonly SignedEntry[];
  readonly lastDay: number;
  readonly members: readonly Member[];
  /** What the enterprises say of their products, by SKU. */
  readonly givenTexts: ReadonlyMap<string, string>;
  readonly isGiven: IsGiven;
  readonly ways: readonly GivingWay[];
};

export function askQuestions(evidence: Evidence): readonly Question[] {
  const { world, lastDay, members, givenTexts, isGiven, ways } = evidence;
  const entries = inOrder(evidence.entries);
  return [
    ...arrangements(ways, world.source.scenario.openingCashMinor),
    ...sameWords(world, entries, givenTexts),
    ...sameNumbers(entries, isGiven),
    ...beyondRecord(world, entries, lastDay),
    ...samePerson(entries),
    ...oneAfterOther(entries),
    ...teamShares(entries, members, lastDay),
  ];
}
