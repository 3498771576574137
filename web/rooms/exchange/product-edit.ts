import { fromDecimal } from "@echelon/kernel/money/money.ts";
import { isCurrencyCode, minorPerMajor } from "@echelon/kernel/money/currency.ts";
import type { BodyOf } from "@echelon/contract/platform/endpoint.ts";
import type { EndpointByDoes } from "@echelon/contract/endpoints.ts";
import type { Answer } from "../../api/client.ts";

export type Product = Answer<"GET /catalogs/:enterprise/products/:product">;
export type Item = Product["items"][number];
export type EditRequest = BodyOf<EndpointByDoes["PATCH /catalogs/:enterprise/products/:product"]>;
type EditSku = NonNullable<EditRequest["items"]>[number];

/** The facts of a SKU that are typed into the grid, as text. */
export const gridFields = [
  "cost",
  "weightG",
  "size",
  "hs",
  "origin",
  "battery",
  "moq",
  "leadDays",
  "gtin",
] as const;
export type GridField = (typeof gridFields)[number];
export type TypedItem = Record<GridField, string>;

/** Kinds of lithium battery by packing instruction; dry cells travel as none. */
export const batteries = ["none", "PI965", "PI966", "PI967"] as const;

/** Decimal text of minor units, `1234` of USD is `12.34`. */
export function decimalOf(minor: number, currency: string): string {
  const per = isCurrencyCode(currency) ? minorPerMajor(currency) : 100;
  const digits = String(per).length - 1;
  return (minor / per).toFixed(digits);
}

/** What the enterprise has said about a SKU; empty where it said nothing. */
export function typedOf(item: Item): TypedItem {
  const text = (value: string | number | null) => (value === null ? "" : String(value));
  return {
    cost:
      item.unitCostMinor === null
        ? ""
        : decimalOf(item.unitCostMinor, item.costCurrency ?? currencyOf(item)),
    weightG: text(item.weightG),
    size: item.sizeMm === null ? "" : item.sizeMm.join(" × "),
    hs: text(item.hs),
    origin: text(item.origin).toUpperCase(),
    battery: text(item.battery),
    moq: text(item.moq),
    leadDays: text(item.leadDays),
    gtin: text(item.gtin),
  };
}

/** The currency in which a SKU's cost is typed. */
export function currencyOf(item: Pick<Item, "costCurrency" | "priceCurrency">): string {
  return item.costCurrency ?? item.priceCurrency ?? "CNY";
}

type Cell = { ok: true; part: Partial<EditSku> } | { ok: false };
const bad: Cell = { ok: false };

/** What a cell says, as the request's field; an empty cell takes the fact back. */
export function readCell(field: GridField, typed: string, item: Item): Cell {
  const text = typed.normalize("NFKC").trim();
  switch (field) {
    case "cost":
      return readCost(text, currencyOf(item));
    case "weightG":
      return readWhole(text, 1, 1_000_000, (weightG) => ({ weightG }));
    case "moq":
      return readWhole(text, 1, 1_000_000, (moq) => ({ moq }));
    case "leadDays":
      return readWhole(text, 0, 365, (leadDays) => ({ leadDays }));
    case "size":
      return readSize(text);
    case "hs":
      return readWord(text.replaceAll(/[.\s]/g, ""), /^\d{6,10}$/, (hs) => ({ hs }));
    case "origin":
      return readWord(text.toLowerCase(), /^[a-z]{2}$/, (origin) => ({ origin }));
    case "gtin":
      return readWord(text.replaceAll(/\s/g, ""), /^\d{8,14}$/, (gtin) => ({ gtin }));
    case "battery": {
      if (text === "") return { ok: true, part: { battery: null } };
      const battery = batteries.find((one) => one === text);
      return battery === undefined ? bad : { ok: true, part: { battery } };
    }
  }
}

function readCost(text: string, currency: string): Cell {
  if (text === "") return { ok: true, part: { unitCostMinor: null } };
  if (!isCurrencyCode(currency) || !/^\d+(\.\d+)?$/.test(text)) return bad;
  const money = fromDecimal(text, currency);
  if (money === undefined || money.minor > 1_000_000_000_000n) return bad;
  return { ok: true, part: { unitCostMinor: Number(money.minor), costCurrency: currency } };
}

function readWhole(
  text: string,
  min: number,
  max: number,
  part: (value: number | null) => Partial<EditSku>,
): Cell {
  if (text === "") return { ok: true, part: part(null) };
  const value = Number(text);
  if (!/^\d{1,9}$/.test(text) || value < min || value > max) return bad;
  return { ok: true, part: part(value) };
}

function readWord(
  text: string,
  form: RegExp,
  part: (value: string | null) => Partial<EditSku>,
): Cell {
  if (text === "") return { ok: true, part: part(null) };
  return form.test(text) ? { ok: true, part: part(text) } : bad;
}

/** Three sides in millimeters, with any sign between them: `200 × 150 × 100`, `200*150*100`. */
function readSize(text: string): Cell {
  if (text === "") return { ok: true, part: { sizeMm: null } };
  const sides = text
    .split(/[×x*,\s]+/i)
    .filter(Boolean)
    .map(Number);
  const isSound = sides.length === 3 && sides.every((mm) => Number.isInteger(mm) && mm >= 1);
  const [length = 0, width = 0, height = 0] = sides;
  if (!isSound || Math.max(...sides) > 10_000) return bad;
  return { ok: true, part: { sizeMm: [length, width, height] } };
}

/** The changed SKUs as the request has them, and the cells that cannot be read. */
export function readGrid(
  items: readonly Item[],
  typed: Readonly<Record<string, TypedItem>>,
): { edits: EditSku[]; faults: ReadonlySet<string> } {
  const edits: EditSku[] = [];
  const faults = new Set<string>();
  for (const item of items) {
    const now = typed[item.sku];
    if (now === undefined) continue;
    const before = typedOf(item);
    let edit: EditSku = { sku: item.sku };
    for (const field of gridFields) {
      if (now[field] === before[field]) continue;
      const cell = readCell(field, now[field], item);
      if (cell.ok) edit = { ...edit, ...cell.part };
      else faults.add(`${item.sku} ${field}`);
    }
    if (Object.keys(edit).length > 1) edits.push(edit);
  }
  return { edits, faults };
}
