import { gtinProblem } from "@echelon/contract/exchange/gtin.ts";
import type { ProductRecord, SkuRecord } from "@echelon/contract/exchange/product-record.ts";
import type {
  EditProductRequest,
  EditSku,
  ProductView,
} from "@echelon/contract/exchange/shapes.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import { reduceHtml } from "@echelon/connectors/reduce-html.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { categoryById } from "../atlas.ts";
import { decimalOf } from "../decimal-money.ts";
import { productRow } from "../product-row.ts";
import { lockCatalog, putProducts, raiseVersion, readProduct } from "../store/catalog-store.ts";
import { currencies } from "../currencies.ts";
import { findOwnCatalog } from "./find-catalog.ts";
import { productView } from "./view-product.ts";

/**
 * Changes what the enterprise says of a product. A field that is left out stays, null takes a fact
 * back. Refused when somebody else changed the product since the caller saw it.
 */
export async function editProduct(
  { database, clock }: Means,
  caller: Caller,
  { enterprise, product }: { readonly enterprise: string; readonly product: string },
  wish: EditProductRequest,
): Promise<Outcome<ProductView>> {
  return database.transaction(async (tx) => {
    const found = await findOwnCatalog(tx, caller, enterprise);
    if (!found.ok) return found;
    await lockCatalog(tx, enterprise, clock.now());
    const row = await readProduct(tx, enterprise, product);
    if (row === undefined) return refuse({ code: "exchange/no-such-product" });
    if (row.version !== wish.basedOn) {
      return refuse({ code: "exchange/product-changed", facts: { version: row.version } });
    }
    const { category } = wish;
    if (typeof category === "string" && categoryById(category) === undefined) {
      return refuse({ code: "exchange/no-such-category", facts: { category } });
    }
    const record = editRecord(row.record, wish);
    if (!record.ok) return record;
    const changed = productRow({
      ...row,
      record: record.value,
      chosen_category: category === undefined ? row.chosen_category : category,
      attributes: wish.attributes ?? row.attributes,
      version: row.version + 1,
      changed_at: clock.now(),
    });
    await putProducts(tx, [changed]);
    await raiseVersion(tx, enterprise, clock.now());
    return ok(productView(changed));
  });
}

function editRecord(record: ProductRecord, wish: EditProductRequest): Outcome<ProductRecord> {
  const skus = new Map(record.skus.map((sku) => [sku.sku, sku]));
  for (const edit of wish.items ?? []) {
    const sku = skus.get(edit.sku);
    if (sku === undefined) {
      return refuse({ code: "exchange/no-such-sku", facts: { sku: edit.sku } });
    }
    const edited = editSku(sku, edit);
    if (!edited.ok) return edited;
    skus.set(edit.sku, edited.value);
  }
  const { title, text, brand } = wish;
  return ok({
    ...record,
    title: title === undefined ? record.title : { zh: title.zh.trim(), en: title.en.trim() },
    text: text === undefined ? record.text : { zh: reduceHtml(text.zh), en: reduceHtml(text.en) },
    brand: brand?.trim() ?? record.brand,
    skus: [...skus.values()],
  });
}

function editSku(sku: SkuRecord, edit: EditSku): Outcome<SkuRecord> {
  if (typeof edit.gtin === "string" && gtinProblem(edit.gtin) !== null) {
    return refuse({ code: "exchange/bad-gtin", facts: { gtin: edit.gtin } });
  }
  const costCurrency = edit.costCurrency ?? sku.costCurrency ?? sku.priceCurrency ?? "CNY";
  const priceCurrency = edit.priceCurrency ?? sku.priceCurrency ?? sku.costCurrency ?? "CNY";
  const unknown = [costCurrency, priceCurrency].find((code) => !currencies.has(code));
  if (unknown !== undefined) {
    return refuse({ code: "exchange/no-such-currency", facts: { currency: unknown } });
  }
  const amount = (minor: number | null | undefined, currency: string, known: string | null) =>
    minor === undefined ? known : minor === null ? null : decimalOf(minor, currency);
  const or = <Value>(wanted: Value | undefined, known: Value): Value =>
    wanted === undefined ? known : wanted;
  const [lengthMm, widthMm, heightMm] = edit.sizeMm ?? [null, null, null];
  const size =
    edit.sizeMm === undefined
      ? {}
      : { lengthMm: lengthMm ?? null, widthMm: widthMm ?? null, heightMm: heightMm ?? null };
  return ok({
    ...sku,
    ...size,
    gtin: or(edit.gtin, sku.gtin),
    cost: amount(edit.unitCostMinor, costCurrency, sku.cost),
    costCurrency,
    price: amount(edit.listPriceMinor, priceCurrency, sku.price),
    priceCurrency,
    weightG: or(edit.weightG, sku.weightG),
    hs: or(edit.hs, sku.hs),
    origin: or(edit.origin, sku.origin),
    battery: or(edit.battery, sku.battery),
    moq: or(edit.moq, sku.moq),
    leadDays: or(edit.leadDays, sku.leadDays),
  });
}
