import type { WorldSource } from "@echelon/kernel/market/world/scenario.ts";
import { arrayText, insertMany } from "../../../platform/database/bulk.ts";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import { termsOf } from "../../../platform/text/terms.ts";
import type { PracticeProduct } from "../../exchange/index.ts";
import type { PracticeTables } from "./schema.ts";

const tables = (sql: Sql) => sql.tables<PracticeTables>();

/** What people read about a product; its numbers are in the world. */
export type ProductDetail = {
  readonly name: { readonly zh: string; readonly en: string };
  readonly text: { readonly zh: string; readonly en: string };
  readonly picture: string | null;
  readonly supplierName: { readonly zh: string; readonly en: string };
  /** Facts that the enterprise did not give and a teaching value stands in for. */
  readonly assumed: readonly string[];
  /** Fills a category up for the bots: no enterprise offers it, so people do not choose it. */
  readonly isMadeUp: boolean;
};

export type SeasonProduct = {
  readonly sku: string;
  readonly place: number;
  readonly category: string;
  readonly detail: ProductDetail;
};

/** Freezes the words and pictures of a season's products beside its world. */
export async function writeProducts(
  tx: Tx,
  season: string,
  source: WorldSource,
  products: readonly PracticeProduct[],
): Promise<void> {
  const bySku = new Map(products.map((product) => [product.sku, product]));
  const rows = source.products.map((one, place) => ({
    season_id: season,
    sku: one.sku,
    place,
    category: source.categories[one.category]?.id ?? "",
    detail: JSON.stringify(detailOf(one.name, bySku.get(one.sku))),
    terms: arrayText([...new Set(termsOf(`${one.name.zh} ${one.name.en} ${one.sku}`))]),
  }));
  await insertMany(tx, "practice.season_product", productColumns, rows);
}

const productColumns = {
  season_id: "uuid",
  sku: "text",
  place: "integer",
  category: "text",
  detail: "jsonb",
  terms: "text[]",
} as const;

/** What the enterprise says of a product; what the world says where no enterprise offers it. */
function detailOf(name: ProductDetail["name"], product: PracticeProduct | undefined) {
  const detail: ProductDetail = {
    name,
    text: product?.text ?? name,
    picture: product?.picture ?? null,
    supplierName: product?.supplierName ?? name,
    assumed: product?.assumed ?? [],
    isMadeUp: product === undefined,
  };
  return detail;
}

/** All products of a season by place; a season has hundreds, not millions. */
export async function readProducts(sql: Sql, season: string): Promise<SeasonProduct[]> {
  const rows = await tables(sql)
    .selectFrom("practice.season_product")
    .select(["sku", "place", "category", "detail"])
    .where("season_id", "=", season)
    .orderBy("place")
    .execute();
  return rows.map((row) => ({ ...row, detail: row.detail as ProductDetail }));
}
