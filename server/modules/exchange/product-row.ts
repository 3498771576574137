import type { ProductRecord } from "@echelon/contract/exchange/product-record.ts";
import { plainText, termsOf } from "../../platform/text/terms.ts";
import { wordsOfHtml } from "@echelon/connectors/reduce-html.ts";
import { assessProduct } from "./assess-product.ts";
import type { TitleGuess } from "./atlas.ts";
import type { ProductTable } from "./store/schema.ts";

/** What of a row is its own; the rest follows from the record. */
export type ProductCore = Pick<
  ProductTable,
  | "organisation_id"
  | "id"
  | "record"
  | "state"
  | "chosen_category"
  | "attributes"
  | "defect_ppm"
  | "version"
  | "changed_at"
>;

const textWordsMax = 2_000;

/** A product's row with everything that follows from its record, as it is written. */
export function productRow(core: ProductCore, guess?: TitleGuess): ProductTable {
  const { record } = core;
  const assessment = assessProduct(record, core.chosen_category, guess);
  const costs = assessment.skus.flatMap(({ used }) => (used === null ? [] : [used]));
  const cheapest = costs.map(({ unitCostMinor }) => unitCostMinor);
  const words = searchedWords(record);
  return {
    ...core,
    key: record.key,
    category: assessment.category.id,
    is_category_assumed: assessment.isCategoryAssumed,
    readiness: assessment.readiness,
    weaknesses: [...assessment.weaknesses],
    assumed: [...assessment.assumed],
    skus: record.skus.length,
    cost_from_minor: costs.length === 0 ? null : BigInt(Math.min(...cheapest)),
    cost_to_minor: costs.length === 0 ? null : BigInt(Math.max(...cheapest)),
    cost_currency: costs[0]?.costCurrency ?? null,
    title_zh: record.title.zh,
    title_en: record.title.en,
    search: plainText(words),
    terms: termsOf(words),
  };
}

function searchedWords({ key, title, text, brand, type, tags, skus }: ProductRecord): string {
  const codes = skus.flatMap(({ sku, gtin }) => [sku, gtin ?? ""]);
  const texts = [text.zh, text.en].map((html) => wordsOfHtml(html).slice(0, textWordsMax));
  return [title.zh, title.en, brand, type, ...tags, ...codes, key, ...texts].join("\n");
}
