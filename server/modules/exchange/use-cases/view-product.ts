import type { ProductRecord, SkuRecord } from "@echelon/contract/exchange/product-record.ts";
import type {
  PictureView,
  ProductRow,
  ProductView,
  SkuView,
} from "@echelon/contract/exchange/shapes.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { assessProduct, type SkuAssessment } from "../assess-product.ts";
import { minorOf } from "../decimal-money.ts";
import { isOurs, smallPath } from "../picture-address.ts";
import { readProduct } from "../store/catalog-store.ts";
import type { ProductTable } from "../store/schema.ts";
import { categoryName, findCatalog } from "./find-catalog.ts";

/** One product with its SKUs: what the enterprise said, and what is reckoned with. */
export async function viewProduct(
  { database: sql }: Means,
  caller: Caller,
  { enterprise, product }: { readonly enterprise: string; readonly product: string },
): Promise<Outcome<ProductView>> {
  const found = await findCatalog(sql, caller, enterprise);
  if (!found.ok) return found;
  const row = await readProduct(sql, enterprise, product);
  const isSeen = row !== undefined && (found.value.mayEdit || row.state === "published");
  return isSeen ? ok(productView(row)) : refuse({ code: "exchange/no-such-product" });
}

export function rowView(row: ProductTable): ProductRow {
  const { cost_from_minor: from, cost_to_minor: to } = row;
  return {
    id: row.id,
    key: row.key,
    title: { zh: row.title_zh, en: row.title_en },
    picture: ownPicture(row, smallPath),
    category: {
      id: row.category,
      name: categoryName(row.category),
      isAssumed: row.is_category_assumed,
    },
    state: row.state,
    readiness: row.readiness,
    skus: row.skus,
    unitCostMinor: from === null || to === null ? null : { from: Number(from), to: Number(to) },
    costCurrency: row.cost_currency,
    assumed: [...row.assumed],
    weaknesses: [...row.weaknesses],
  };
}

export function productView(row: ProductTable): ProductView {
  const { record } = row;
  const { skus } = assessProduct(record, row.chosen_category);
  return {
    ...rowView(row),
    text: { ...record.text },
    brand: record.brand,
    type: record.type,
    tags: [...record.tags],
    optionNames: [...record.optionNames],
    attributes: { ...row.attributes },
    pictures: record.pictures.map(pictureView),
    items: record.skus.flatMap((sku, place) => {
      const assessment = skus[place];
      return assessment === undefined ? [] : [skuView(sku, assessment)];
    }),
    version: row.version,
    changedAt: row.changed_at,
  };
}

/** The first picture that lies here, by the path of one of its forms. */
export function ownPicture(
  { record }: ProductTable,
  pathOf: (address: string) => string = (address) => address,
): string | null {
  const own = record.pictures.find(({ url }) => isOurs(url));
  return own === undefined ? null : pathOf(own.url);
}

/** Foreign addresses are kept and told, and never fetched. */
function pictureView({ url, alt }: ProductRecord["pictures"][number]): PictureView {
  return isOurs(url)
    ? { path: url, smallPath: smallPath(url), foreignUrl: null, alt }
    : { path: null, smallPath: null, foreignUrl: url, alt };
}

function skuView(sku: SkuRecord, { used, assumed }: SkuAssessment): SkuView {
  const minor = (decimal: string | null, currency: string | null) =>
    decimal === null || currency === null ? null : minorOf(decimal, currency);
  const { lengthMm, widthMm, heightMm } = sku;
  const hasSize = lengthMm !== null && widthMm !== null && heightMm !== null;
  return {
    sku: sku.sku,
    gtin: sku.gtin,
    options: [...sku.options],
    unitCostMinor: minor(sku.cost, sku.costCurrency),
    costCurrency: sku.cost === null ? null : sku.costCurrency,
    listPriceMinor: minor(sku.price, sku.priceCurrency),
    priceCurrency: sku.price === null ? null : sku.priceCurrency,
    weightG: sku.weightG,
    sizeMm: hasSize ? [lengthMm, widthMm, heightMm] : null,
    hs: sku.hs,
    origin: sku.origin,
    battery: sku.battery,
    moq: sku.moq,
    leadDays: sku.leadDays,
    stock: sku.stock === null ? null : Math.max(0, sku.stock),
    used: used === null ? null : { ...used, sizeMm: [...used.sizeMm] },
    assumed: [...assumed],
  };
}
