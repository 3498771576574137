import { gtinProblem } from "@echelon/contract/exchange/gtin.ts";
import type { ProductRecord, SkuRecord } from "@echelon/contract/exchange/product-record.ts";
import type {
  EditProductRequest,
  EditSku,
  ProductView,
} from "@echelon/contract/exchange/shapes.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import { type CurrencyCode, isCurrencyCode } from "@echelon/kernel/money/currency.ts";
import { money, toDecimal } from "@echelon/kernel/money/money.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { categoryById } from "../categories.ts";
import type { ExchangeMeans } from "../means.ts";
import { productView } from "../product-view.ts";
import { rowOf } from "../product-row.ts";
import { readProduct, writeProduct } from "../store/product-store.ts";
import { keepCatalog } from "./find-catalog.ts";

/** Changes what an enterprise says about a product, on the version that was looked at. */
export async function editProduct(
  { database, clock }: ExchangeMeans,
  caller: Caller,
  enterprise: string,
  product: string,
  wish: EditProductRequest,
): Promise<Outcome<ProductView>> {
  const kept = await keepCatalog(database, caller, enterprise);
  if (!kept.ok) return kept;
  return database.transaction(async (tx) => {
    const row = await readProduct(tx, enterprise, product);
    if (row === undefined) return refuse({ code: "exchange/no-such-product" });
    if (row.version !== wish.basedOn) {
      return refuse({ code: "exchange/product-changed", facts: { version: row.version } });
    }
    if (typeof wish.category === "string" && categoryById(wish.category) === undefined) {
      return refuse({ code: "exchange/no-such-category", facts: { category: wish.category } });
    }
    const record = editRecord(row.record, wish);
    if (!record.ok) return record;
    const changed = rowOf({
      ...row,
      record: record.value,
      category_id: wish.category === undefined ? row.category_id : wish.category,
      attributes: wish.attributes ?? row.attributes,
      version: row.version + 1,
      changed_at: clock.now(),
    });
    await writeProduct(tx, changed);
    return ok(productView(changed));
  });
}

function editRecord(record: ProductRecord, wish: EditProductRequest): Outcome<ProductRecord> {
  const skus = [...record.skus];
  for (const edit of wish.items ?? []) {
    const at = skus.findIndex(({ sku }) => sku === edit.sku);
    const known = skus[at];
    if (known === undefined)
      return refuse({ code: "exchange/no-such-sku", facts: { sku: edit.sku } });
    const edited = editSku(known, edit);
    if (!edited.ok) return edited;
    skus[at] = edited.value;
  }
  return ok({
    ...record,
    title: wish.title ?? record.title,
    text: wish.text ?? record.text,
    brand: wish.brand ?? record.brand,
    skus,
  });
}

function editSku(sku: SkuRecord, edit: EditSku): Outcome<SkuRecord> {
  if (typeof edit.gtin === "string" && gtinProblem(edit.gtin) !== null) {
    return refuse({ code: "exchange/bad-gtin", facts: { gtin: edit.gtin } });
  }
  const priceCurrency = edit.priceCurrency ?? sku.priceCurrency;
  const costCurrency = edit.costCurrency ?? sku.costCurrency ?? priceCurrency;
  for (const currency of [edit.priceCurrency, edit.costCurrency]) {
    if (currency !== undefined && !isCurrencyCode(currency)) {
      return refuse({ code: "exchange/no-such-currency", facts: { currency } });
    }
  }
  const given = <T>(value: T | undefined, before: T): T => (value === undefined ? before : value);
  const size = edit.sizeMm;
  return ok({
    ...sku,
    gtin: given(edit.gtin, sku.gtin),
    price:
      edit.listPriceMinor === undefined ? sku.price : decimal(edit.listPriceMinor, priceCurrency),
    priceCurrency,
    cost: edit.unitCostMinor === undefined ? sku.cost : decimal(edit.unitCostMinor, costCurrency),
    costCurrency,
    weightG: given(edit.weightG, sku.weightG),
    lengthMm: size === undefined ? sku.lengthMm : (size?.[0] ?? null),
    widthMm: size === undefined ? sku.widthMm : (size?.[1] ?? null),
    heightMm: size === undefined ? sku.heightMm : (size?.[2] ?? null),
    hs: given(edit.hs, sku.hs),
    origin: given(edit.origin, sku.origin),
    battery: given(edit.battery, sku.battery),
    moq: given(edit.moq, sku.moq),
    leadDays: given(edit.leadDays, sku.leadDays),
  });
}

function decimal(minor: number | null, currency: string | null): string | null {
  if (minor === null) return null;
  return toDecimal(money(BigInt(minor), (currency ?? "CNY") as CurrencyCode));
}
