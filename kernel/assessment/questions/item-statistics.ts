/** How questions did in an exam: how hard they were, what they tell, which options nobody took. */

import { pearson } from "../../number/correlation.ts";
import { wholeMicro } from "./question.ts";

/** A question as its place in the exam; options are its answers where they can be chosen. */
export interface ExamItem {
  readonly pointsMicro: number;
  /** A share each, in millionths; empty where nothing is chosen from a list. */
  readonly optionShares: readonly number[];
}

/** What one person did with one item. */
export interface ItemAnswer {
  readonly shareMicro: number;
  /** Places of the options chosen. */
  readonly chosen: readonly number[];
}

/** One person's answers, an item each; null where it was not asked, or is not marked yet. */
export type Sitting = readonly (ItemAnswer | null)[];

export interface OptionStatistics {
  /** People who chose it. */
  readonly chosen: number;
  /** Their mean share of all other items' points; null where nobody chose it. */
  readonly meanRest: number | null;
}

export const itemFlags = [
  "negative-discrimination",
  "weak-discrimination",
  "too-easy",
  "too-hard",
  "unused-distractor",
  "distractor-above-answer",
] as const;
export type ItemFlag = (typeof itemFlags)[number];

export interface ItemStatistics {
  /** People who were asked and are marked. */
  readonly people: number;
  /** Mean share of its points, 0 to 1: high is easy. Null of nobody. */
  readonly facility: number | null;
  /**
   * Whether those who did well on the rest did well here: the correlation of its share with the
   * rest score, which for right or wrong is the point-biserial one. Null of too few people, and
   * where nobody differs.
   */
  readonly discrimination: number | null;
  readonly options: readonly OptionStatistics[];
  /** What to look at; nothing is said of too few people. */
  readonly flags: readonly ItemFlag[];
}

/** With fewer people a correlation is noise: at thirty its error is still near 0.18. */
export const itemPeopleMin = 30;

/**
 * Bounds of the flags. A distractor works when one in twenty takes it: T. M. Haladyna and
 * S. M. Downing, "How many options is enough for a multiple-choice test item?", Educational and
 * Psychological Measurement 53 (1993). Discrimination below 0.2 calls for another wording:
 * R. L. Ebel, "Essentials of Educational Measurement" (1972).
 */
export const flagBounds = {
  discriminationMin: 0.2,
  facilityMin: 0.2,
  facilityMax: 0.95,
  distractorShareMin: 0.05,
  /** A mean over fewer says nothing of who is drawn to a distractor. */
  distractorPeopleMin: 10,
} as const;

/**
 * Statistics of each item. The rest score of a person at an item is the share reached of the points
 * of all other items that this person was asked, so that an item never confirms itself and papers
 * may differ.
 */
export function itemStatistics(
  items: readonly ExamItem[],
  sittings: readonly Sitting[],
): readonly ItemStatistics[] {
  const sums = sittings.map((sitting) => sumsOf(items, sitting));
  return items.map((item, at) => {
    const shares: number[] = [];
    const rests: number[] = [];
    const tally = item.optionShares.map(() => ({ chosen: 0, rests: 0, withRest: 0 }));
    const all: number[] = [];
    sittings.forEach((sitting, who) => {
      const answer = sitting[at];
      if (answer === null || answer === undefined) return;
      const share = answer.shareMicro / wholeMicro;
      all.push(share);
      const others = sums[who]!.asked - item.pointsMicro;
      const rest = others > 0 ? (sums[who]!.earned - share * item.pointsMicro) / others : null;
      if (rest !== null) {
        shares.push(share);
        rests.push(rest);
      }
      for (const place of new Set(answer.chosen)) {
        const option = tally[place];
        if (option === undefined) continue;
        option.chosen += 1;
        if (rest === null) continue;
        option.rests += rest;
        option.withRest += 1;
      }
    });
    const facility = all.length === 0 ? null : all.reduce((a, b) => a + b, 0) / all.length;
    const discrimination = differs(shares) && differs(rests) ? pearson(shares, rests) : null;
    const isEnough = shares.length >= itemPeopleMin;
    const options = tally.map(({ chosen, rests: sum, withRest }) => ({
      chosen,
      meanRest: withRest === 0 ? null : sum / withRest,
    }));
    const found = {
      people: all.length,
      facility,
      discrimination: isEnough ? discrimination : null,
      options,
    };
    return { ...found, flags: isEnough ? flagsOf(item, found) : [] };
  });
}

function sumsOf(items: readonly ExamItem[], sitting: Sitting) {
  let [asked, earned] = [0, 0];
  items.forEach(({ pointsMicro }, at) => {
    const answer = sitting[at];
    if (answer === null || answer === undefined) return;
    asked += pointsMicro;
    earned += (answer.shareMicro / wholeMicro) * pointsMicro;
  });
  return { asked, earned };
}

function differs(values: readonly number[]): boolean {
  return values.some((value) => value !== values[0]);
}

function flagsOf(
  { optionShares }: ExamItem,
  found: Omit<ItemStatistics, "flags">,
): readonly ItemFlag[] {
  const { people, facility, discrimination, options } = found;
  const flags: ItemFlag[] = [];
  const add = (flag: ItemFlag, isSo: boolean) => {
    if (isSo) flags.push(flag);
  };
  const isNegative = discrimination !== null && discrimination < 0;
  add("negative-discrimination", isNegative);
  const isWeak = discrimination !== null && discrimination < flagBounds.discriminationMin;
  add("weak-discrimination", isWeak && !isNegative);
  add("too-easy", facility !== null && facility > flagBounds.facilityMax);
  add("too-hard", facility !== null && facility < flagBounds.facilityMin);
  const [right, wrong] = [true, false].map((isRight) =>
    options.filter((_, at) => optionShares[at]! > 0 === isRight),
  ) as [OptionStatistics[], OptionStatistics[]];
  add(
    "unused-distractor",
    wrong.some(({ chosen }) => chosen < people * flagBounds.distractorShareMin),
  );
  const best = Math.max(-1, ...right.map(({ meanRest }) => meanRest ?? -1));
  add(
    "distractor-above-answer",
    wrong.some(
      ({ chosen, meanRest }) =>
        chosen >= flagBounds.distractorPeopleMin &&
        best >= 0 &&
        meanRest !== null &&
        meanRest > best,
    ),
  );
  return flags;
}
