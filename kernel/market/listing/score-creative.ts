/**
 * What a post, a banner, a letter or a store page says, scored by fixed rules as a listing is
 * (practice.md 4.3): once, when the decision is accepted; the log keeps the number.
 */
import type { Category } from "../world/scenario.ts";
import type { Hint } from "./listing-input.ts";
import { hasPromotion, inScript, isIn, speaks, usesUnits, width } from "./score-listing.ts";
import { haystack, type Haystack } from "./words.ts";

export type CreativeScoring = { readonly fitMilli: number; readonly hints: readonly Hint[] };

/** How long a text may be, in columns: a banner is read at a glance, a page is not. */
export type CreativeLength = { readonly least: number; readonly most: number };

export const creativeLengths = {
  post: { least: 60, most: 600 },
  display: { least: 20, most: 160 },
  livestream: { least: 60, most: 1200 },
  mail: { least: 60, most: 1200 },
  landing: { least: 120, most: 2400 },
} as const satisfies Readonly<Record<string, CreativeLength>>;

export type CreativeKind = keyof typeof creativeLengths;

/** Words of one category's searches that a text must hold before it says what is sold. */
const wordsLeast = 2;

/**
 * Scores a text for buyers of a language: seven checks, each an equal share.
 *
 * @param categories  those of the season; the text may speak of any of them
 */
export function scoreCreative(
  kind: CreativeKind,
  text: string,
  language: string,
  categories: readonly Category[],
): CreativeScoring {
  const searched = haystack(text);
  const { least, most } = creativeLengths[kind];
  const columns = width(text.trim());
  const found = categories.map((category) => wordsFound(searched, category, language));
  const best = Math.max(0, ...found.map(({ words }) => words));
  const searches = Math.max(0, ...found.map((one) => one.searches));
  const checks: readonly (readonly [boolean, string])[] = [
    [inScript(text, language), "creative/in-other-script"],
    [speaks(text, language), "creative/not-in-language"],
    [best >= wordsLeast, "creative/without-product-words"],
    [searches >= 2, "creative/names-one-search-only"],
    [columns >= least && columns <= most, "creative/length"],
    [!hasPromotion(searched), "creative/with-promotion"],
    [usesUnits(text, language), "creative/with-foreign-units"],
  ];
  const hints = checks
    .filter(([isPassed]) => !isPassed)
    .map(([, code]) => ({ code, facts: { language, width: columns, least, most } }));
  const passed = text.trim() === "" ? 0 : checks.length - hints.length;
  return { fitMilli: Math.floor((1000 * passed) / checks.length + 0.5), hints };
}

/** Different words of a category's searches that the text holds, and in how many searches. */
function wordsFound(text: Haystack, { queries }: Category, language: string) {
  const words = new Set<string>();
  let searches = 0;
  for (const { phrases } of queries) {
    const held = (phrases[language]?.terms ?? []).filter((term) => isIn(text, term));
    if (held.length > 0) searches++;
    for (const { term } of held) words.add(term);
  }
  return { words: words.size, searches };
}
