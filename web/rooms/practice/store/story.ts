import type { Saying } from "./saying.ts";

/**
 * The headline of a day: how its profit compares with the day before. A share is only said between
 * two gains; between other pairs it would mislead.
 *
 * @param profitMinor   profit of the last closed day, minor units of the books
 * @param previousMinor profit of the day before
 */
export function headlineCode(profitMinor: number, previousMinor: number): string {
  if (profitMinor === 0) return "story/even";
  const turn = Math.sign(profitMinor - previousMinor);
  if (profitMinor > 0) {
    if (previousMinor < 0) return "story/earned-after-loss";
    if (previousMinor === 0) return "story/earned";
    return ["story/earned-less", "story/earned-same", "story/earned-more"][turn + 1]!;
  }
  if (previousMinor > 0) return "story/lost-after-gain";
  if (previousMinor === 0) return "story/lost";
  return ["story/lost-more", "story/lost-same", "story/lost-less"][turn + 1]!;
}

/**
 * Sentences of a morning brief: the comparison of two days becomes its headline's code and facts.
 */
export function toldStory({ code, facts }: Saying): Saying {
  const { profitMinor, previousMinor } = facts;
  const isComparison = code === "story/day";
  if (!isComparison || typeof profitMinor !== "number" || typeof previousMinor !== "number") {
    return { code, facts };
  }
  const changeMinor = profitMinor - previousMinor;
  const percentBp = Math.round((Math.abs(changeMinor) * 10_000) / Math.max(1, previousMinor));
  return {
    code: headlineCode(profitMinor, previousMinor),
    facts: { ...facts, changeMinor, percentBp },
  };
}
