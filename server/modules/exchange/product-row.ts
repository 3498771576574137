import { termsOf } from "../../platform/text/terms.ts";
import { appraise } from "./appraise.ts";
import type { ProductTable } from "./store/schema.ts";

type Given = Omit<ProductTable, "readiness" | "used_category" | "terms">;

/** A product's row with what follows from its record: readiness, category and search terms. */
export function rowOf(given: Given): ProductTable {
  const { category, readiness } = appraise(given.record, given.category_id);
  const { title, brand, skus } = given.record;
  const words = [title.zh, title.en, brand, ...skus.flatMap(({ sku, gtin }) => [sku, gtin ?? ""])];
  return {
    ...given,
    readiness,
    used_category: category.id,
    terms: termsOf(words.join(" ")),
  };
}
