/**
 * Names from which a season draws its buyers, and names that a store or a nickname may take.
 * The caller draws with its own keyed random numbers: nothing here chooses.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** Given and family names a country's list holds, each. */
export const namesPerList = 40;

const List = z.array(z.string().min(2).max(30)).length(namesPerList).readonly();

const BuyerNames = z
  .strictObject({
    /** How the country writes a name. */
    order: z.enum(["given-family", "family-given"]),
    given: List,
    family: List,
  })
  .readonly();

const Suggestion = z
  .strictObject({ zh: z.string().min(2).max(12), en: z.string().min(2).max(40) })
  .readonly();

const Suggestions = z
  .strictObject({
    stores: z.array(Suggestion).min(1).readonly(),
    nicknames: z.array(Suggestion).min(1).readonly(),
  })
  .readonly();

export type BuyerNames = z.infer<typeof BuyerNames>;
export type Suggestions = z.infer<typeof Suggestions>;

const suggestionsFile = "stores.json";

/** The names of buyers by country, ISO 3166-1 alpha-2 in lower case, frozen. */
export function loadBuyerNames(
  folder: string = import.meta.dirname,
): Readonly<Record<string, BuyerNames>> {
  const files = readdirSync(folder).filter((file) => /^[a-z]{2}\.json$/.test(file));
  return Object.freeze(
    Object.fromEntries(
      files.toSorted().map((file) => [file.slice(0, 2), read(join(folder, file), BuyerNames)]),
    ),
  );
}

/** Names a student may give a store or take as a nickname, frozen. */
export function loadSuggestions(folder: string = import.meta.dirname): Suggestions {
  return read(join(folder, suggestionsFile), Suggestions);
}

/**
 * One buyer's name as the country writes it.
 *
 * @param draw any whole number from 0; equal draws give equal names, and the first 1,600 differ
 */
export function buyerName({ order, given, family }: BuyerNames, draw: number): string {
  const first = given[draw % given.length] ?? "";
  const last = family[Math.floor(draw / given.length) % family.length] ?? "";
  return order === "given-family" ? `${first} ${last}` : `${last} ${first}`;
}

function read<T>(path: string, shape: z.ZodType<T>): T {
  const parsed = shape.safeParse(JSON.parse(readFileSync(path, "utf8")));
  if (!parsed.success) throw new Error(`${path}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
