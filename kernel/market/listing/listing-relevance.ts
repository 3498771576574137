/** How well a listing answers each search of its category (market.md E4). */
import { clamp } from "../../number/clamp.ts";
import type { Hint, ListingInput } from "./listing-input.ts";
import { findTerm, haystack, type Haystack } from "./words.ts";

/** Keywords beyond this number cost relevance. */
export const keywordsFree = 7;
const perKeywordBeyond = 0.1;
const keywordWeight = 0.8;
const attributeBonus = 0.2;

/**
 * Relevance of each search, 255 for 1: the mean over its terms of what title (1) and keywords (.8)
 * hold of them, plus .2 times the share of terms that the stated attributes hold, less .1 for each
 * keyword beyond seven.
 */
export function relevanceOf(input: ListingInput, title: Haystack, hints: Hint[]): number[] {
  const { category, language, listing } = input;
  const keywords = listing.keywords.map(haystack);
  const attributes = Object.values(listing.attributes).map(haystack);
  const beyond = Math.max(0, listing.keywords.length - keywordsFree);
  if (beyond > 0) hints.push({ code: "listing/too-many-keywords", facts: { beyond } });
  return category.queries.map((query, q) => {
    const terms = query.phrases[language]?.terms ?? [];
    if (terms.length === 0) return 0;
    let found = 0;
    let stated = 0;
    for (const { term, synonyms } of terms) {
      const inTitle = findTerm(title, term, synonyms) / 1000;
      const inKeywords = keywordWeight * (best(keywords, term, synonyms) / 1000);
      found += Math.max(inTitle, inKeywords);
      if (best(attributes, term, synonyms) >= 800) stated++;
      if (inTitle < 0.8 && inKeywords < 0.6) {
        hints.push({ code: "listing/term-missing", facts: { search: q, term } });
      }
    }
    const share = (found + attributeBonus * stated) / terms.length - perKeywordBeyond * beyond;
    return Math.floor(255 * clamp(share, 0, 1) + 0.5);
  });
}

function best(texts: readonly Haystack[], term: string, synonyms: readonly string[]): number {
  let most = 0;
  for (const text of texts) most = Math.max(most, findTerm(text, term, synonyms));
  return most;
}
