import type { ProductRow, PublishState, Readiness } from "@echelon/contract/exchange/shapes.ts";
import { type Outcome, ok } from "@echelon/contract/platform/outcome.ts";
import { pageItemsUsual } from "@echelon/contract/platform/paging.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { decodeCursor, encodeCursor } from "../../../platform/http/cursor.ts";
import type { Means } from "../../../platform/module.ts";
import { plainText, termsOf } from "../../../platform/text/terms.ts";
import { searchProducts } from "../store/catalog-store.ts";
import { findCatalog } from "./find-catalog.ts";
import { rowView } from "./view-product.ts";

interface Ask {
  readonly q?: string | undefined;
  readonly category?: string | undefined;
  readonly state?: PublishState | undefined;
  readonly readiness?: Readiness | undefined;
  readonly after?: string | undefined;
  readonly limit?: number | undefined;
}

interface Page {
  readonly items: ProductRow[];
  readonly next: string | null;
}

/** Products by key; those who only look see what is published. */
export async function listProducts(
  { database }: Means,
  caller: Caller,
  enterprise: string,
  ask: Ask,
): Promise<Outcome<Page>> {
  const found = await findCatalog(database, caller, enterprise);
  if (!found.ok) return found;
  const { q = "", category = null, state = null, readiness = null, after } = ask;
  const { limit = pageItemsUsual } = ask;
  const rows = await database.reading((sql) =>
    searchProducts(sql, enterprise, {
      ...wordsOf(q),
      category,
      state: found.value.mayEdit ? state : "published",
      readiness,
      after: decodeCursor(after, "text", "id"),
      limit: limit + 1,
    }),
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last !== undefined ? encodeCursor([last.key, last.id]) : null;
  return ok({ items: shown.map(rowView), next });
}

/**
 * A question as the index answers it: words by their terms, Chinese by pairs of characters. One
 * Chinese character or the beginning of a word has no term and is looked for in the text.
 */
export function wordsOf(q: string): { terms: string[]; part: string | null } {
  const words = plainText(q)
    .split(/\s+/)
    .filter((word) => word !== "");
  const terms = words.flatMap((word) => (isIndexed(word) ? termsOf(word) : []));
  const rest = words.filter((word) => !isIndexed(word) || termsOf(word).length > 1);
  return {
    terms: [...new Set(terms)],
    part: rest.toSorted((a, b) => b.length - a.length)[0] ?? null,
  };
}

const cjk = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+$/u;

/** Runs of two characters and more are indexed by pairs; of Latin words only whole ones are. */
function isIndexed(word: string): boolean {
  return cjk.test(word) && [...word].length >= 2;
}
