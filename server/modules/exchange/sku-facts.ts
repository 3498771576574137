/** What a person says of a SKU, as the record keeps it. */
import type { EditSku, NewSku } from "@echelon/contract/exchange/edits.ts";
import { gtinProblem } from "@echelon/contract/exchange/gtin.ts";
import type { SkuRecord } from "@echelon/contract/exchange/product-record.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import { currencies } from "./currencies.ts";
import { decimalOf } from "./decimal-money.ts";

/** A SKU of which nothing is known but its name. */
function bareSku(sku: string, options: readonly string[]): SkuRecord {
  return {
    sku,
    gtin: null,
    options,
    price: null,
    compareAt: null,
    priceCurrency: null,
    cost: null,
    costCurrency: null,
    stock: null,
    sellsBeyondStock: null,
    isTaxable: null,
    ships: null,
    weightG: null,
    lengthMm: null,
    widthMm: null,
    heightMm: null,
    hs: null,
    origin: null,
    battery: null,
    moq: null,
    leadDays: null,
    picture: null,
    extras: {},
  };
}

/** A SKU that was not there, with a value for each option of its product. */
export function newSku(wish: NewSku, optionNames: readonly string[]): Outcome<SkuRecord> {
  const { options = [], ...facts } = wish;
  if (options.length !== optionNames.length) {
    const wanted = { sku: wish.sku, options: optionNames.length };
    return refuse({ code: "exchange/options-differ", facts: wanted });
  }
  return editSku(bareSku(wish.sku, options), facts);
}

/** A field that is left out stays, null takes a fact back. */
export function editSku(sku: SkuRecord, edit: EditSku): Outcome<SkuRecord> {
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
