/**
 * What a listing's words and pictures are worth, by fixed rules and nobody's opinion (practice.md
 * 4.3). It is scored once, when the decision is accepted; the log keeps integers, so a replay needs
 * neither picture nor dictionary.
 */
import { clamp } from "../../number/clamp.ts";
import type { ListingScores } from "../decisions/decision.ts";
import { claimOf } from "./listing-claim.ts";
import type { Hint, ListingInput } from "./listing-input.ts";
import { relevanceOf } from "./listing-relevance.ts";
import { latin, promotionWords, scripts, smallWords, unitSystems } from "./listing-lexicon.ts";
import type { Category } from "../world/scenario.ts";
import { findTerm, fold, haystack, isSyllabic, wordsOf, type Haystack } from "./words.ts";

/** Parts of the content score, thousandths of what each can be. */
export type ContentParts = {
  readonly photoMilli: number;
  readonly titleMilli: number;
  readonly languageMilli: number;
  readonly attributesMilli: number;
};

export type ListingScoring = {
  readonly scores: ListingScores;
  readonly parts: ContentParts;
  readonly hints: readonly Hint[];
};

const titleWidthMin = 25;
const titleWidthBest = 150;
export const textWidthMin = 40;
const photoBase = [200, 550, 800, 1000] as const;

/**
 * Scores a listing. Content z = 2 (.35 photo + .25 title + .20 language + .20 attributes) - 1 (E3),
 * claim 0 to 2 (E10), relevance of each search 0 to 255 (E4).
 */
export function scoreListing(input: ListingInput): ListingScoring {
  const hints: Hint[] = [];
  const title = haystack(input.listing.title);
  const parts: ContentParts = {
    photoMilli: photoScore(input, hints),
    titleMilli: titleScore(input, title, hints),
    languageMilli: languageScore(input, hints),
    attributesMilli: attributeScore(input, hints),
  };
  const sum =
    350 * parts.photoMilli +
    250 * parts.titleMilli +
    200 * parts.languageMilli +
    200 * parts.attributesMilli;
  const claim = claimOf(input, hints);
  const relevance = relevanceOf(input, title, hints);
  return {
    scores: {
      contentMilli: Math.floor((2 * sum) / 1000 + 0.5) - 1000,
      claimMilli: claim,
      relevance,
    },
    parts,
    hints,
  };
}

/** Bought pictures count by level; the enterprise's own by how complete its record is. */
function photoScore({ product, category, listing }: ListingInput, hints: Hint[]): number {
  const level = listing.photoLevel;
  if (level < 3) hints.push({ code: "listing/photos-could-be-better", facts: { level } });
  if (level > 0) return photoBase[level];
  const keys = category.attributes.map((attribute) => attribute.key);
  const stated = keys.filter((key) => (product.attributes[key] ?? "") !== "").length;
  return photoBase[0] + Math.floor(250 * (keys.length === 0 ? 1 : stated / keys.length) + 0.5);
}

/**
 * Seven checks, each an equal share: kind, attribute, use, length, no promotion, no repeats,
 * language.
 */
function titleScore(input: ListingInput, title: Haystack, hints: Hint[]): number {
  const { category, language, listing } = input;
  const searches = category.queries.map((query) => query.phrases[language]?.terms ?? []);
  const found = searches.map((terms) => terms.filter((term) => isIn(title, term)).length);
  const checks: readonly (readonly [boolean, string])[] = [
    [(found[0] ?? 0) > 0, "listing/title-without-kind"],
    [statesAttribute(title, input), "listing/title-without-attribute"],
    [found.filter((count) => count > 0).length >= 2, "listing/title-names-one-search-only"],
    [isGoodLength(listing.title), "listing/title-length"],
    [!hasPromotion(title), "listing/title-with-promotion"],
    [!repeats(title), "listing/title-repeats"],
    [inScript(listing.title, language), "listing/title-in-other-script"],
  ];
  let passed = 0;
  for (const [isPassed, code] of checks) {
    if (isPassed) passed++;
    else hints.push({ code, facts: { width: width(listing.title) } });
  }
  return Math.floor((1000 * passed) / checks.length + 0.5);
}

export const isIn = (
  text: Haystack,
  { term, synonyms }: { readonly term: string; readonly synonyms: readonly string[] },
) => findTerm(text, term, synonyms) >= 800;

/**
 * A stated attribute stands in the title, by its value or, for a choice, by either of its names.
 */
const statesAttribute = (title: Haystack, { category, listing }: ListingInput) =>
  Object.entries(listing.attributes).some(([key, value]) => {
    if (value.trim() === "") return false;
    const choices = category.attributes.find((attribute) => attribute.key === key)?.values ?? [];
    const choice = choices.find(({ id }) => id === value);
    const names = choice === undefined ? [] : [choice.name.en, choice.name.zh];
    return findTerm(title, value.replaceAll("-", " "), names) >= 500;
  });

/** Columns a text takes: a syllabic character counts two. */
export function width(text: string): number {
  let columns = 0;
  for (const character of text) columns += isSyllabic(character) ? 2 : 1;
  return columns;
}

export function isGoodLength(title: string): boolean {
  const columns = width(title.trim());
  return columns >= titleWidthMin && columns <= titleWidthBest;
}

export const hasPromotion = (title: Haystack) =>
  promotionWords.some((word) => {
    const folded = fold(word);
    return isSyllabic(folded) || /[^\p{L}\s]/u.test(folded)
      ? title.folded.includes(folded)
      : ` ${title.words.join(" ")} `.includes(` ${folded} `);
  });

function repeats(title: Haystack): boolean {
  const long = title.stems.filter((word) => word.length >= 4 && !/^\d+$/u.test(word));
  return long.some((word, i) => long.indexOf(word) !== i);
}

export function inScript(text: string, language: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  if (letters.length === 0) return false;
  const own = scripts[language] ?? latin;
  const fitting = letters.filter((letter) => own.test(letter)).length;
  // Brand and model names stay Latin everywhere.
  return fitting / letters.length >= (own === latin ? 0.9 : 0.4);
}

/** Script of title and text, words of the language, words of the market's searches, units. */
export function languageScore(
  { category, language, listing }: ListingInput,
  hints: Hint[],
): number {
  const all = `${listing.title}\n${listing.text}`;
  const checks: readonly (readonly [boolean, string])[] = [
    [inScript(all, language), "listing/text-in-other-script"],
    [speaks(all, language), "listing/text-not-in-language"],
    [usesTradeWords(all, category, language), "listing/text-without-trade-words"],
    [usesUnits(all, language), "listing/text-with-foreign-units"],
    [width(listing.text.trim()) >= textWidthMin, "listing/text-too-short"],
  ];
  let passed = 0;
  for (const [isPassed, code] of checks) {
    if (isPassed) passed++;
    else hints.push({ code, facts: { language } });
  }
  return Math.floor((1000 * passed) / checks.length + 0.5);
}

export function speaks(text: string, language: string): boolean {
  const small = smallWords[language];
  if (small === undefined) return true;
  if (isSyllabic(small[0]!)) return small.some((word) => text.includes(word));
  const words = new Set(wordsOf(fold(text)));
  return small.filter((word) => words.has(fold(word))).length >= 2;
}

function usesTradeWords(text: string, category: Category, language: string): boolean {
  const searched = haystack(text);
  const terms = category.queries.flatMap((query) => query.phrases[language]?.terms ?? []);
  const found = terms.filter((term) => isIn(searched, term)).length;
  return found >= Math.min(3, Math.ceil(terms.length / 2));
}

export function usesUnits(text: string, language: string): boolean {
  if (language === "en") return true; // British and American buyers read both.
  return !unitSystems.imperial.test(text) || unitSystems.metric.test(text);
}

/** Filled and plausible among the required ones. */
function attributeScore({ category, listing }: ListingInput, hints: Hint[]): number {
  const required = category.attributes.filter((attribute) => attribute.required);
  if (required.length === 0) return 1000;
  let filled = 0;
  for (const { key } of required) {
    if (isStated(listing.attributes[key])) filled++;
    else hints.push({ code: "listing/attribute-missing", facts: { attribute: key } });
  }
  return clamp(Math.floor((1000 * filled) / required.length + 0.5), 0, 1000);
}

/** Something that may be an attribute's value. */
export function isStated(given: string | undefined): boolean {
  const value = (given ?? "").trim();
  return value.length >= 1 && value.length <= 120 && /[\p{L}\p{N}]/u.test(value);
}
