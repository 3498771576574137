/** What a person changes of a product, as the record keeps it. */
import type { EditProductRequest, NewSku } from "@echelon/contract/exchange/edits.ts";
import type { ProductRecord, SkuRecord } from "@echelon/contract/exchange/product-record.ts";
import { skusPerProductMax } from "@echelon/contract/exchange/shapes.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import { reduceHtml } from "@echelon/connectors/reduce-html.ts";
import { editSku, newSku } from "./sku-facts.ts";

/** SKUs that were already there keep their places; dropped ones go, new ones come last. */
export function editRecord(
  record: ProductRecord,
  wish: Omit<EditProductRequest, "basedOn">,
): Outcome<ProductRecord> {
  const skus = new Map(record.skus.map((sku) => [sku.sku, sku]));
  for (const edit of wish.items ?? []) {
    const sku = skus.get(edit.sku);
    if (sku === undefined) return noSuchSku(edit.sku);
    const edited = editSku(sku, edit);
    if (!edited.ok) return edited;
    skus.set(edit.sku, edited.value);
  }
  for (const sku of wish.dropItems ?? []) {
    if (!skus.delete(sku)) return noSuchSku(sku);
  }
  const added = addSkus(record, skus, wish.newItems ?? []);
  if (!added.ok) return added;
  if (skus.size === 0) return refuse({ code: "exchange/last-sku" });
  const { title, text, brand } = wish;
  return ok({
    ...record,
    title: title === undefined ? record.title : { zh: title.zh.trim(), en: title.en.trim() },
    text: text === undefined ? record.text : { zh: reduceHtml(text.zh), en: reduceHtml(text.en) },
    brand: brand?.trim() ?? record.brand,
    skus: [...skus.values()],
  });
}

function addSkus(
  { key, optionNames }: ProductRecord,
  skus: Map<string, SkuRecord>,
  wished: readonly NewSku[],
): Outcome<null> {
  for (const wish of wished) {
    if (skus.has(wish.sku)) {
      return refuse({ code: "exchange/sku-taken", facts: { sku: wish.sku, product: key } });
    }
    const made = newSku(wish, optionNames);
    if (!made.ok) return made;
    skus.set(wish.sku, made.value);
  }
  if (skus.size <= skusPerProductMax) return ok(null);
  return refuse({ code: "exchange/too-many-skus", facts: { skusMax: skusPerProductMax } });
}

function noSuchSku(sku: string) {
  return refuse({ code: "exchange/no-such-sku", facts: { sku } });
}
