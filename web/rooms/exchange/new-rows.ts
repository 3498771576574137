/** SKUs that are being typed: rows of the grid that the product does not have yet. */
import type { BodyOf } from "@echelon/contract/platform/endpoint.ts";
import type { EndpointByDoes } from "@echelon/contract/endpoints.ts";
import { gridFields, type Item, readCell, type TypedItem, typedOf } from "./product-edit.ts";

export type NewProduct = BodyOf<EndpointByDoes["POST /catalogs/:enterprise/products"]>;
type NewSku = NewProduct["items"][number];

export type NewRow = {
  readonly id: string;
  readonly sku: string;
  /** One for each of the product's options. */
  readonly options: readonly string[];
  readonly facts: TypedItem;
};

/** A SKU of which nothing is known, its costs in one currency. */
export function bareItem(currency: string): Item {
  return {
    sku: "",
    gtin: null,
    options: [],
    unitCostMinor: null,
    costCurrency: currency,
    listPriceMinor: null,
    priceCurrency: null,
    weightG: null,
    sizeMm: null,
    hs: null,
    origin: null,
    battery: null,
    moq: null,
    leadDays: null,
    stock: null,
    used: null,
    assumed: [],
  };
}

/** An empty row behind others; its id is none of theirs. */
export function nextRow(rows: readonly NewRow[]): NewRow {
  const numbers = rows.map(({ id }) => Number(id.slice("new ".length)));
  const id = `new ${Math.max(0, ...numbers) + 1}`;
  return { id, sku: "", options: [], facts: typedOf(bareItem("CNY")) };
}

/**
 * What the rows say, as a request has it, and the cells that cannot be taken: those that cannot be
 * read, a SKU that is missing or stands twice, an option without a value.
 *
 * @param known SKUs that the product has already
 */
export function readNewRows(
  rows: readonly NewRow[],
  options: number,
  currency: string,
  known: readonly string[] = [],
): { skus: NewSku[]; faults: ReadonlySet<string> } {
  const faults = new Set<string>();
  const taken = new Set(known);
  const item = bareItem(currency);
  const skus = rows.map((row): NewSku => {
    const sku = row.sku.trim();
    if (sku === "" || sku.length > 64 || taken.has(sku)) faults.add(`${row.id} sku`);
    taken.add(sku);
    const values = optionsOf(row, options);
    for (const [place, value] of values.entries())
      if (value === "") faults.add(`${row.id} option${place}`);
    let made: NewSku = { sku, ...(options === 0 ? {} : { options: values }) };
    for (const field of gridFields) {
      if (row.facts[field].trim() === "") continue;
      const cell = readCell(field, row.facts[field], item);
      if (cell.ok) made = { ...made, ...cell.part };
      else faults.add(`${row.id} ${field}`);
    }
    return made;
  });
  return { skus, faults };
}

/** As many values as there are options: a name may have come or gone since they were typed. */
export function optionsOf({ options }: NewRow, count: number): string[] {
  return Array.from({ length: count }, (_, place) => (options[place] ?? "").trim());
}

const optionsMax = 3;

/** `颜色、尺码` or `Color, Size`: each name once, three at most. */
export function optionNamesOf(typed: string): string[] {
  const names = typed
    .split(/[,，、;；]/)
    .map((name) => name.trim().slice(0, 255))
    .filter((name) => name !== "");
  return [...new Set(names)].slice(0, optionsMax);
}

/** A handle from the English title, or else from the first SKU; empty where both say nothing. */
export function suggestedKey(title: string, sku: string): string {
  return slugOf(title) || slugOf(sku);
}

function slugOf(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 100);
}
