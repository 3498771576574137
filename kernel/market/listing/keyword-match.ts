/** Which searches of a category an advertised keyword reaches (market.md E5). */
import type { MatchKind } from "../decisions/decision.ts";
import type { Category, Query } from "../world/scenario.ts";
import { fold, isSyllabic, squeeze, stem, wordsOf } from "./words.ts";

/**
 * The searches a keyword reaches, bit q for query q of the category.
 *
 * `exact`: the shopper typed the same words in the same order, singular or plural. `phrase`: what
 * was typed contains them in this order. `broad`: every word is typed, in any order, or is a
 * synonym of a typed term. `auto`: the platform chooses, every search of the category.
 *
 * @param language  language of the market's searches, e.g. "de"; without phrases in it nothing
 * matches
 */
export function queryMatches(
  category: Category,
  language: string,
  keyword: string,
  match: MatchKind,
): number {
  let mask = 0;
  for (let q = 0; q < category.queries.length; q++) {
    if (match === "auto" || matchesQuery(category.queries[q]!, language, keyword, match)) {
      mask |= 1 << q;
    }
  }
  return mask;
}

function matchesQuery(
  query: Query,
  language: string,
  keyword: string,
  match: Exclude<MatchKind, "auto">,
): boolean {
  const search = query.phrases[language];
  const wanted = fold(keyword);
  if (search === undefined || squeeze(wanted) === "") return false;
  const typed = fold(search.phrase);
  switch (match) {
    case "exact":
      return sameWords(typed, wanted);
    case "phrase":
      return containsRun(typed, wanted);
    case "broad":
      return wordsOf(wanted).every(
        (word) =>
          containsRun(typed, word) ||
          search.terms.some(({ term, synonyms }) =>
            [term, ...synonyms].some((other) => containsRun(fold(other), word)),
          ),
      );
  }
}

function sameWords(typed: string, wanted: string): boolean {
  if (isSyllabic(typed) || isSyllabic(wanted)) return squeeze(typed) === squeeze(wanted);
  return stems(typed).join(" ") === stems(wanted).join(" ");
}

function containsRun(typed: string, wanted: string): boolean {
  if (isSyllabic(typed) || isSyllabic(wanted)) return squeeze(typed).includes(squeeze(wanted));
  return ` ${stems(typed).join(" ")} `.includes(` ${stems(wanted).join(" ")} `);
}

const stems = (folded: string): readonly string[] => wordsOf(folded).map(stem);

/** A keyword's identity within its campaign and offer: 31 bits of its folded words, never 0. */
export function keywordHash(keyword: string): number {
  const text = wordsOf(fold(keyword)).join(" ");
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
    hash ^= hash >>> 13;
  }
  return (hash & 0x7fffffff) | 1;
}
