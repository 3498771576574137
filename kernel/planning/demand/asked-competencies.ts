/** Which competencies a posting asks for, sentence by sentence. */
import type { Cutter } from "./cut-words.ts";
import { plainText } from "./plain.ts";
import { countWords, likeness, type VectorSpace } from "./text-vectors.ts";

/** A sentence this like a competency's text asks for it. */
export const sentenceLikenessMin = 0.25;
/** Sentences of a posting that are looked at. */
const sentencesMax = 120;
const competenciesMax = 20;

const ends = /[。；;！!？?\n\r•●■]|\d{1,2}[、.．)）]/;

/**
 * The competencies that some sentence is like, or that the text names, the most alike first.
 *
 * @param names of the competencies in lower case, by their place in the space
 */
export function askedCompetencies(
  text: string,
  cut: Cutter,
  space: VectorSpace,
  names: readonly (readonly string[])[],
): string[] {
  const best = new Float64Array(space.ids.length);
  for (const sentence of text.split(ends).slice(0, sentencesMax)) {
    const words = countWords(cut(sentence));
    // One common word alone is no request: two words must speak for a competency.
    if (words.size < 2) continue;
    for (const [at, cosine] of likeness(space, words).cosines.entries())
      if (cosine > best[at]!) best[at] = cosine;
  }
  const plain = plainText(text);
  for (const [at, of] of names.entries()) if (of.some((name) => plain.includes(name))) best[at] = 1;
  return [...best.keys()]
    .filter((at) => best[at]! >= sentenceLikenessMin)
    .toSorted((a, b) => best[b]! - best[a]! || a - b)
    .slice(0, competenciesMax)
    .map((at) => space.ids[at]!);
}
