/**
 * Words of a listing or a keyword, compared with the words of a search. Rules only, no dictionary:
 * the same text gives the same answer everywhere. Latin scripts are cut at spaces and compared by
 * stem; Chinese, Japanese and Korean are compared by substring, for they are written without
 * spaces.
 */

/** A text made comparable: lower case, without accents, full-width forms narrowed. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/gu, "")
    .normalize("NFC")
    .toLowerCase()
    .replace(/ß/gu, "ss")
    .replace(/ł/gu, "l");
}

const syllabic = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u;

/** Whether a text holds Chinese, Japanese or Korean characters. */
export function isSyllabic(text: string): boolean {
  return syllabic.test(text);
}

/** The words of a folded text, in order: letters and digits, a run of syllables counts as one. */
export function wordsOf(folded: string): readonly string[] {
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

const endings = [
  "ingen",
  "iges",
  "ing",
  "ern",
  "nen",
  "ies",
  "es",
  "en",
  "er",
  "em",
  "s",
  "e",
  "n",
];

/**
 * A word without its ending, so that singular and plural meet. Light on purpose: it only removes
 * what the languages of the markets put behind nouns and adjectives, and leaves four letters at
 * least.
 */
export function stem(word: string): string {
  if (isSyllabic(word)) return word;
  for (const ending of endings) {
    if (word.length - ending.length >= 4 && word.endsWith(ending)) {
      return word.slice(0, -ending.length);
    }
  }
  return word;
}

/** How well a term is found in a text, thousandths. */
export type Finding = 0 | 500 | 800 | 1000;

/** A text prepared for many questions. */
export type Haystack = {
  readonly folded: string;
  readonly words: readonly string[];
  readonly stems: readonly string[];
};

export function haystack(text: string): Haystack {
  const folded = fold(text);
  const words = wordsOf(folded);
  return { folded, words, stems: words.map(stem) };
}

/** Whether `part` stands in `whole` as a run. */
function hasRun(whole: readonly string[], part: readonly string[]): boolean {
  if (part.length === 0) return false;
  for (let start = 0; start + part.length <= whole.length; start++) {
    if (part.every((word, i) => whole[start + i] === word)) return true;
  }
  return false;
}

/**
 * Finds one term of a search in a text: as written 1,000; by stem or by a synonym 800; in part, as
 * one word of several or inside a compound, 500; else 0 (market.md E4).
 */
export function findTerm(text: Haystack, term: string, synonyms: readonly string[]): Finding {
  if (holds(text, fold(term))) return 1000;
  if (holdsStem(text, fold(term))) return 800;
  for (const synonym of synonyms) {
    const folded = fold(synonym);
    if (holds(text, folded) || holdsStem(text, folded)) return 800;
  }
  return holdsPart(text, fold(term)) ? 500 : 0;
}

function holds(text: Haystack, term: string): boolean {
  if (isSyllabic(term)) return squeeze(text.folded).includes(squeeze(term));
  return hasRun(text.words, wordsOf(term));
}

function holdsStem(text: Haystack, term: string): boolean {
  return !isSyllabic(term) && hasRun(text.stems, wordsOf(term).map(stem));
}

function holdsPart(text: Haystack, term: string): boolean {
  if (isSyllabic(term)) return longestShared(squeeze(text.folded), squeeze(term)) >= 2;
  const parts = wordsOf(term)
    .map(stem)
    .filter((word) => word.length >= 4);
  // A part of a compound counts in both directions: "becher" in "thermobecher" and "kaffee" for it.
  return parts.some((part) =>
    text.words.some((word) => word.includes(part) || (word.length >= 5 && part.includes(word))),
  );
}

/** A text without spaces and punctuation. */
export function squeeze(folded: string): string {
  return wordsOf(folded).join("");
}

/** Length of the longest part of `term` that stands in `text`; terms are short. */
function longestShared(text: string, term: string): number {
  for (let length = term.length - 1; length >= 2; length--) {
    for (let start = 0; start + length <= term.length; start++) {
      if (text.includes(term.slice(start, start + length))) return length;
    }
  }
  return 0;
}
