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
  readonly words: ReadonlyMap<string, SpaceWord>;
}

/** A word's rarity, the references that have it by place, and the share it has in each of them. */
interface SpaceWord {
  readonly idf: number;
  readonly places: readonly number[];
  readonly weights: readonly number[];
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
  const words = new Map<string, { idf: number; places: number[]; weights: number[] }>();
  const squares = new Float64Array(references.length);
  for (const word of [...vocabulary].toSorted()) {
    const places = [...references.keys()].filter((at) => references[at]!.words.has(word));
    const idf = log(1 + references.length / places.length);
    const weights = places.map((at) => termWeight(references[at]!.words.get(word)!) * idf);
    for (const [nth, at] of places.entries()) squares[at]! += weights[nth]! * weights[nth]!;
    words.set(word, { idf, places, weights });
  }
  for (const { places, weights } of words.values())
    for (const [nth, at] of places.entries()) weights[nth]! /= Math.sqrt(squares[at]!);
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

/**
 * Compares a text. Words that no reference has say nothing and are left out; the others are summed
 * in the order in which the text has them.
 */
export function likeness(space: VectorSpace, words: ReadonlyMap<string, number>): Likeness {
  const known: { word: string; weight: number; of: SpaceWord }[] = [];
  let square = 0;
  for (const [word, times] of words) {
    const of = space.words.get(word);
    if (of === undefined) continue;
    const weight = termWeight(times) * of.idf;
    square += weight * weight;
    known.push({ word, weight, of });
  }
  const norm = Math.sqrt(square);
  const cosines = new Float64Array(space.ids.length);
  for (const { weight, of } of known)
    for (let nth = 0; nth < of.places.length; nth += 1)
      cosines[of.places[nth]!]! += (weight * of.weights[nth]!) / norm;
  const shareAt = (weight: number, { places, weights }: SpaceWord, place: number) =>
    (weight * (weights[places.indexOf(place)] ?? 0)) / norm;
  return {
    cosines,
    sharesOf: (place, most) =>
      known
        .map(({ word, weight, of }) => ({ word, share: shareAt(weight, of, place) }))
        .filter(({ share }) => share > 0)
        .toSorted((a, b) => b.share - a.share || (a.word < b.word ? -1 : 1))
        .slice(0, most),
  };
}
