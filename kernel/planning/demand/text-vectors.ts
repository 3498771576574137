/**
 * Texts as vectors of words: weight (1 + ln tf) · ln(1 + N/df), length 1, compared by cosine
 * (Salton and Buckley, "Term-weighting approaches in automatic text retrieval", 1988).
 */
import { log } from "../../number/log.ts";

/** A text that others are compared with: its words with how often each stands in it. */
export interface ReferenceText {
  readonly id: string;
  readonly words: ReadonlyMap<string, number>;
}

export interface VectorSpace {
  readonly ids: readonly string[];
  /** Of each word the share it has in each reference, by place; and its rarity. */
  readonly words: ReadonlyMap<string, { readonly idf: number; readonly weights: Float64Array }>;
}

export function countWords(words: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

const termWeight = (times: number): number => 1 + log(times);

/** Makes references ready; words go in code-unit order, so that sums do not hang on their order. */
export function vectorSpace(references: readonly ReferenceText[]): VectorSpace {
  const vocabulary = new Set(references.flatMap(({ words }) => [...words.keys()]));
  const words = new Map<string, { idf: number; weights: Float64Array }>();
  const squares = new Float64Array(references.length);
  for (const word of [...vocabulary].toSorted()) {
    const times = references.map((reference) => reference.words.get(word) ?? 0);
    const holders = times.filter((count) => count > 0).length;
    const idf = log(1 + references.length / holders);
    const weights = Float64Array.from(times, (count) =>
      count === 0 ? 0 : termWeight(count) * idf,
    );
    for (const [at, weight] of weights.entries()) squares[at]! += weight * weight;
    words.set(word, { idf, weights });
  }
  for (const { weights } of words.values())
    for (let at = 0; at < weights.length; at += 1)
      if (weights[at] !== 0) weights[at] = weights[at]! / Math.sqrt(squares[at]!);
  return { ids: references.map(({ id }) => id), words };
}

/** What a word added to a cosine. */
export interface Share {
  readonly word: string;
  readonly share: number;
}

export interface Likeness {
  /** Cosine with each reference, by place. */
  readonly cosines: Float64Array;
  /** The words that made up the cosine with one reference, the strongest first. */
  sharesOf(place: number, most: number): Share[];
}

/** Compares a text. Words that no reference has say nothing and are left out. */
export function likeness(space: VectorSpace, words: ReadonlyMap<string, number>): Likeness {
  const known: { word: string; weight: number; weights: Float64Array }[] = [];
  let square = 0;
  for (const word of [...words.keys()].filter((one) => space.words.has(one)).toSorted()) {
    const { idf, weights } = space.words.get(word)!;
    const weight = termWeight(words.get(word)!) * idf;
    square += weight * weight;
    known.push({ word, weight, weights });
  }
  const norm = Math.sqrt(square);
  const cosines = new Float64Array(space.ids.length);
  for (const { weight, weights } of known)
    for (let at = 0; at < cosines.length; at += 1) cosines[at]! += (weight * weights[at]!) / norm;
  return {
    cosines,
    sharesOf: (place, most) =>
      known
        .map(({ word, weight, weights }) => ({ word, share: (weight * weights[place]!) / norm }))
        .filter(({ share }) => share > 0)
        .toSorted((a, b) => b.share - a.share || (a.word < b.word ? -1 : 1))
        .slice(0, most),
  };
}
