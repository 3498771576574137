import { wordsOfHtml } from "@echelon/connectors/reduce-html.ts";
import type { Battery } from "@echelon/contract/exchange/shapes.ts";
import type { Sql } from "../../../platform/database/database.ts";
import { organisationFacts } from "../../identity/index.ts";
import { assessProduct } from "../assess-product.ts";
import { readPublished, readPublishers } from "../store/catalog-store.ts";
import type { ProductTable } from "../store/schema.ts";
import { usual } from "../usual-facts.ts";
import { ownPicture } from "./view-product.ts";

interface BothTexts {
  readonly zh: string;
  readonly en: string;
}

/** One SKU as a season takes it: every fact is there, and those that were assumed are named. */
export interface PracticeProduct {
  /** Unique over the enterprises that were asked for. */
  readonly sku: string;
  readonly supplier: string;
  readonly supplierName: BothTexts;
  /** With the values of its options: `Cup — Red / L`. */
  readonly name: BothTexts;
  /** Plain words. */
  readonly text: BothTexts;
  /** Path on this server, or null. */
  readonly picture: string | null;
  readonly categoryId: string;
  readonly unitCostMinor: number;
  readonly costCurrency: string;
  readonly weightG: number;
  readonly sizeMm: readonly [number, number, number];
  /** Ten digits; national ones that are not known are 0. */
  readonly hs10: string;
  readonly origin: string;
  readonly battery: Battery;
  readonly attributes: Readonly<Record<string, string>>;
  readonly moq: number;
  readonly leadDays: number;
  readonly defectPpm: number;
  /** Names of the facts that the enterprise did not give. */
  readonly assumed: readonly string[];
}

/** Enterprises whose products a season may offer. */
export function practiceEnterprises(sql: Sql): Promise<string[]> {
  return readPublishers(sql);
}

/**
 * The published products of enterprises, in a fixed order. A SKU that an enterprise before it uses
 * too gets the supplier's slug in front.
 */
export async function publishedProducts(
  sql: Sql,
  enterprises: readonly string[],
): Promise<PracticeProduct[]> {
  const rows = await readPublished(sql, enterprises);
  const suppliers = await organisationFacts(sql, enterprises);
  const taken = new Set<string>();
  return rows.flatMap((row) => {
    const supplier = suppliers.get(row.organisation_id);
    if (supplier === undefined || supplier.isClosed) return [];
    return practiceProducts(row, supplier.name).map((product) => {
      const isTaken = taken.has(product.sku);
      const sku = isTaken ? `${supplier.slug}:${product.sku}`.slice(0, 64) : product.sku;
      taken.add(sku);
      return { ...product, sku };
    });
  });
}

function practiceProducts(row: ProductTable, supplierName: BothTexts): PracticeProduct[] {
  const { record } = row;
  const { skus } = assessProduct(record, row.chosen_category);
  const title = { zh: row.title_zh || row.title_en, en: row.title_en || row.title_zh };
  const words = { zh: wordsOfHtml(record.text.zh), en: wordsOfHtml(record.text.en) };
  const picture = ownPicture(row);
  return record.skus.flatMap((sku, place) => {
    const assessment = skus[place];
    if (assessment === undefined || assessment.used === null) return [];
    const { used, assumed } = assessment;
    const [length = 1, width = 1, height = 1] = used.sizeMm;
    const options = sku.options.filter((value) => value !== "").join(" / ");
    const named = (text: string) => (options === "" ? text : `${text} — ${options}`);
    return {
      sku: sku.sku,
      supplier: row.organisation_id,
      supplierName,
      name: { zh: named(title.zh), en: named(title.en) },
      text: { zh: words.zh || words.en || title.zh, en: words.en || words.zh || title.en },
      picture,
      categoryId: row.category,
      unitCostMinor: used.unitCostMinor,
      costCurrency: used.costCurrency,
      weightG: used.weightG,
      sizeMm: [length, width, height],
      hs10: used.hs.padEnd(10, "0"),
      origin: used.origin,
      battery: used.battery,
      attributes: row.attributes,
      moq: used.moq,
      leadDays: used.leadDays,
      defectPpm: row.defect_ppm ?? usual.defectPpm,
      assumed: assumed.map(({ fact }) => fact),
    };
  });
}
