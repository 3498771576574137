/**
 * What shoppers look for: forty categories of goods, each with its calendar and its five searches
 * in the languages of the markets. A category is one JSON file of this folder; adding one touches
 * nothing else. Its shapes match `Category` and `Query` of the market kernel.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** The languages every search is written in, as BCP 47 tags. */
export const searchLanguages = ["en", "de", "fr", "es", "pl", "ja", "ko"] as const;

/** Searches a category has: the market kernel spreads its visits over exactly these. */
export const queriesPerCategory = 5;

export const Text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }).readonly();

const Term = z
  .strictObject({
    term: z.string().min(1),
    synonyms: z.array(z.string().min(1)).readonly().default([]),
  })
  .readonly();

const Phrase = z
  .strictObject({ phrase: z.string().min(1), terms: z.array(Term).min(1).max(6).readonly() })
  .readonly()
  .refine(
    ({ phrase, terms }) => terms.every(({ term }) => ` ${phrase} `.includes(` ${term} `)),
    "every term is a word of its phrase",
  )
  .refine(({ terms }) => {
    const words = terms.flatMap(({ term, synonyms }) => [term, ...synonyms]);
    return new Set(words).size === words.length;
  }, "no word of a search is said twice")
  .refine(
    ({ phrase, terms }) =>
      JSON.stringify([phrase, terms]) === JSON.stringify([phrase, terms]).toLowerCase(),
    "searches are lower case",
  );

const Query = z
  .strictObject({
    /** Share of the category's visits, basis points. */
    visitShareBp: z.int().positive(),
    /** What the search asks for, for readers who do not know its language. */
    meaning: Text,
    phrases: z
      .strictObject({
        en: Phrase,
        de: Phrase,
        fr: Phrase,
        es: Phrase,
        pl: Phrase,
        ja: Phrase,
        ko: Phrase,
      })
      .readonly(),
  })
  .readonly();

const Attribute = z
  .strictObject({
    key: z.string().regex(/^[a-z][a-z0-9-]*$/),
    name: Text,
    required: z.boolean(),
    /** The values to choose from; without them the value is free, in `unit` where there is one. */
    values: z
      .array(
        z.strictObject({ id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/), name: Text }).readonly(),
      )
      .min(2)
      .readonly()
      .optional(),
    unit: z.string().min(1).optional(),
  })
  .readonly();

const Category = z
  .strictObject({
    id: z.string().regex(/^x-[a-z0-9-]+$/),
    /** Place by traffic, 1 is the busiest; scenarios list categories in this order. */
    order: z.int().positive(),
    name: Text,
    /** True for the one category that takes what no other does. */
    isFallback: z.boolean(),
    /** Where to begin the search for the HS code: a chapter, never an answer. */
    hsChapter: z.string().regex(/^\d{2}$/),
    /** A usual cost of one unit at the factory gate, fen. */
    unitCostMinor: z.int().positive(),
    /** Which of a platform's commissions applies: 5, 8, 10 and 15 % in the default profile. */
    commissionClass: z.enum(["low", "standard", "raised", "high"]),
    /** Which base return rate applies. */
    returnClass: z.enum(["apparel", "electronics", "home", "beauty", "other"]),
    /** Demand from January to December, basis points of the year's mean. */
    monthsBp: z.array(z.int().positive()).length(12).readonly(),
    attributes: z.array(Attribute).min(1).readonly(),
    /** Words of a title that speak for this category. */
    words: z
      .strictObject({
        en: z.array(z.string().min(1)).min(1).readonly(),
        zh: z.array(z.string().min(1)).min(1).readonly(),
      })
      .readonly(),
    queries: z.array(Query).length(queriesPerCategory).readonly(),
  })
  .readonly()
  .refine(({ monthsBp }) => sum(monthsBp) === 120_000, "the months average to one")
  .refine(({ queries }) => sum(queries.map((query) => query.visitShareBp)) === 10_000, {
    message: "the searches share all visits",
  })
  .refine(({ attributes }) => attributes.some((attribute) => attribute.required), {
    message: "at least one attribute is required",
  });

export type SearchLanguage = (typeof searchLanguages)[number];
export type Category = z.infer<typeof Category>;
export type CategoryQuery = z.infer<typeof Query>;
export type CategoryAttribute = z.infer<typeof Attribute>;

/** Reads one category from the text of its file. Throws with every fault found. */
export function parseCategory(json: string): Category {
  return Category.parse(JSON.parse(json));
}

/**
 * Reads every category of a folder, by falling traffic, deeply frozen.
 * Throws when a file is wrong: a release with a broken atlas must not start.
 */
export function loadCategories(folder: string = import.meta.dirname): readonly Category[] {
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  const categories = files.map((name) => parseCategory(readFileSync(join(folder, name), "utf8")));
  return Object.freeze(categories.sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
