import type { WorldSource } from "@echelon/kernel/market/scenario.ts";
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
  for (const [place, one] of source.products.entries()) {
    const product = bySku.get(one.sku);
    const detail: ProductDetail = {
      name: one.name,
      text: product?.text ?? one.name,
      picture: product?.picture ?? null,
      supplierName: product?.supplierName ?? one.name,
      assumed: product?.assumed ?? [],
      isMadeUp: product === undefined,
    };
    await tables(tx)
      .insertInto("practice.season_product")
      .values({
        season_id: season,
        sku: one.sku,
        place,
        category: source.categories[one.category]?.id ?? "",
        detail: JSON.stringify(detail) as never,
        terms: [...new Set(termsOf(`${one.name.zh} ${one.name.en} ${one.sku}`))],
      })
      .execute();
  }
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
