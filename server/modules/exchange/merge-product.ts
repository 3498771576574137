import type { ProductRecord, SkuRecord } from "@echelon/contract/exchange/product-record.ts";
import { isOurs } from "./picture-address.ts";

/**
 * What a catalogue knows of a product after a file came in: the file's facts go before the known
 * ones, and where it says nothing the known ones stay. SKUs that it does not name stay, behind its
 * own.
 *
 * So a shop's export, which has no weights, does not take away the weights that somebody filled in,
 * nor its foreign addresses the pictures that somebody uploaded; and the same file twice changes
 * nothing.
 */
export function mergeProduct(known: ProductRecord, said: ProductRecord): ProductRecord {
  const knownSkus = new Map(known.skus.map((sku) => [sku.sku, sku]));
  const saidSkus = new Set(said.skus.map(({ sku }) => sku));
  const merged = said.skus.map((sku) => mergeSku(knownSkus.get(sku.sku), sku));
  const others = known.skus.filter(({ sku }) => !saidSkus.has(sku));
  return {
    key: known.key,
    title: mergeTexts(known.title, said.title),
    text: mergeTexts(known.text, said.text),
    brand: said.brand || known.brand,
    type: said.type || known.type,
    category: said.category || known.category,
    tags: said.tags.length > 0 ? said.tags : known.tags,
    state: said.state ?? known.state,
    material: said.material || known.material,
    optionNames: said.optionNames.length > 0 ? said.optionNames : known.optionNames,
    pictures: mergePictures(known.pictures, said.pictures),
    skus: inKnownOrder([...merged, ...others], known.skus),
  };
}

function mergeTexts(known: ProductRecord["title"], said: ProductRecord["title"]) {
  return { zh: said.zh || known.zh, en: said.en || known.en };
}

/** Pictures that lie here stay in front unless the file names them, then in its order. */
function mergePictures(known: ProductRecord["pictures"], said: ProductRecord["pictures"]) {
  if (said.length === 0) return known;
  const addresses = new Set(said.map(({ url }) => url));
  return [...known.filter(({ url }) => isOurs(url) && !addresses.has(url)), ...said];
}

/** SKUs that were known keep their places, new ones follow; so another order is no change. */
function inKnownOrder(skus: readonly SkuRecord[], known: readonly SkuRecord[]): SkuRecord[] {
  const places = new Map(known.map(({ sku }, place) => [sku, place]));
  const placeOf = ({ sku }: SkuRecord) => places.get(sku) ?? known.length;
  return skus.toSorted((a, b) => placeOf(a) - placeOf(b));
}

function mergeSku(known: SkuRecord | undefined, said: SkuRecord): SkuRecord {
  if (known === undefined) return said;
  const facts = Object.fromEntries(
    Object.entries(said).map(([name, value]) => [
      name,
      value ?? known[name as keyof SkuRecord] ?? null,
    ]),
  ) as unknown as SkuRecord;
  // A currency belongs to its amount: without a new amount the known pair stays.
  return {
    ...facts,
    options: said.options.length > 0 ? said.options : known.options,
    priceCurrency: said.price === null ? known.priceCurrency : said.priceCurrency,
    costCurrency: said.cost === null ? known.costCurrency : said.costCurrency,
    extras: { ...known.extras, ...said.extras },
  };
}

/** Whether two records say the same, whatever the order of their fields. */
export function isSameRecord(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) {
    return false;
  }
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return false;
  return names.every((name) =>
    isSameRecord(one[name as keyof typeof one], other[name as keyof typeof other]),
  );
}
