import type { Sql } from "../../platform/database/database.ts";
import { organisationFacts } from "../identity/index.ts";
import { appraise } from "./appraise.ts";
import { rowView } from "./product-view.ts";
import { countCatalogs, readPublished } from "./store/product-store.ts";

type Both = { readonly zh: string; readonly en: string };

/** A SKU as a season sells it: numbers for the market, words and a picture for people. */
export type PracticeProduct = {
  readonly sku: string;
  /** The enterprise. */
  readonly supplier: string;
  readonly supplierName: Both;
  readonly name: Both;
  readonly text: Both;
  readonly categoryId: string;
  readonly unitCostMinor: number;
  readonly costCurrency: string;
  readonly weightG: number;
  readonly sizeMm: readonly [number, number, number];
  readonly hs10: string;
  readonly origin: string;
  readonly battery: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly moq: number;
  readonly leadDays: number;
  readonly defectPpm: number;
  readonly picture: string | null;
  /** Facts that the enterprise did not give. */
  readonly assumed: readonly string[];
};

/** Share of units that arrive defective where nobody measured it: a teaching value. */
const usualDefectPpm = 15_000;

/** Enterprises that have published products. */
export async function practiceEnterprises(sql: Sql): Promise<string[]> {
  const counts = await countCatalogs(sql);
  return [
    ...new Set(
      counts
        .filter(({ state, readiness }) => state === "published" && readiness !== "red")
        .map((row) => row.organisation_id),
    ),
  ].toSorted();
}

/**
 * Every SKU that enterprises publish and a season can sell, in a total order. Where two enterprises
 * have the same SKU, the later one's gets a suffix.
 */
export async function publishedProducts(
  sql: Sql,
  enterprises: readonly string[],
): Promise<PracticeProduct[]> {
  const names = await organisationFacts(sql, enterprises);
  const taken = new Set<string>();
  const products: PracticeProduct[] = [];
  for (const row of await readPublished(sql, enterprises)) {
    const { category, items } = appraise(row.record, row.category_id);
    const picture = rowView(row).picture;
    for (const item of items) {
      if (item.used === null) continue;
      const [length = 1, width = 1, height = 1] = item.used.sizeMm;
      const sku = freeSku(item.sku, taken);
      taken.add(sku);
      products.push({
        sku,
        supplier: row.organisation_id,
        supplierName: names.get(row.organisation_id)?.name ?? { zh: "", en: "" },
        name: nameOf(row.record.title, item.options),
        text: { zh: plain(row.record.text.zh), en: plain(row.record.text.en) },
        categoryId: category.id,
        unitCostMinor: item.used.unitCostMinor,
        costCurrency: item.used.costCurrency,
        weightG: item.used.weightG,
        sizeMm: [length, width, height],
        hs10: item.used.hs.padEnd(10, "0"),
        origin: item.used.origin,
        battery: item.used.battery,
        attributes: row.attributes,
        moq: item.used.moq,
        leadDays: item.used.leadDays,
        defectPpm: usualDefectPpm,
        picture,
        assumed: [...item.assumed.map(({ fact }) => fact), "defects"],
      });
    }
  }
  return products;
}

function freeSku(sku: string, taken: ReadonlySet<string>): string {
  if (!taken.has(sku)) return sku;
  let place = 2;
  while (taken.has(`${sku.slice(0, 58)}-${place}`)) place += 1;
  return `${sku.slice(0, 58)}-${place}`;
}

/** A title that lacks one language is shown in the other; a variant carries its options. */
function nameOf(title: Both, options: readonly string[]): Both {
  const suffix = options.length === 0 ? "" : ` · ${options.join(" / ")}`;
  return { zh: `${title.zh || title.en}${suffix}`, en: `${title.en || title.zh}${suffix}` };
}

const plain = (html: string) =>
  html
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
