import type { Wish } from "../use-store.ts";

/** Prices that were typed and not handed in, by `<sku>/<market>`, minor units of the market. */
export type PriceEdits = Readonly<Record<string, number>>;
type Priced = { sku: string; market: string; priceMinor: number };

export const listingKey = ({ sku, market }: { sku: string; market: string }): string =>
  `${sku}/${market}`;

/**
 * A price as somebody typed it, in whole units of the currency; null where it is none. Signs of
 * currencies and thousands are dropped; a comma before the last one or two digits is a point.
 */
export function typedPrice(text: string): number | null {
  const plain = text
    .replaceAll(/[\s\p{Sc}]/gu, "")
    .replace(/,(\d{1,2})$/, ".$1")
    .replaceAll(",", "");
  if (!/^(\d+(\.\d*)?|\.\d+)$/.test(plain)) return null;
  const price = Number(plain);
  return price > 0 ? price : null;
}

/**
 * Puts the price of one listing into others that are sold in the same currency; the others stay.
 *
 * @param keys where it is put, as `listingKey` gives them
 */
export function filledFrom(
  edits: PriceEdits,
  listings: readonly Priced[],
  from: string,
  keys: readonly string[],
  currencyOf: (market: string) => string,
): PriceEdits {
  const byKey = new Map(listings.map((one) => [listingKey(one), one]));
  const source = byKey.get(from);
  if (source === undefined) return edits;
  const priceMinor = edits[from] ?? source.priceMinor;
  const filled: Record<string, number> = { ...edits };
  for (const key of keys) {
    const listing = byKey.get(key);
    if (listing === undefined) continue;
    if (currencyOf(listing.market) === currencyOf(source.market)) filled[key] = priceMinor;
  }
  return filled;
}

/** The nearest of these listings, read backwards, that is sold in the same currency. */
export function nearestAbove(
  above: readonly string[],
  market: string,
  currencyOf: (market: string) => string,
): string | undefined {
  const currency = currencyOf(market);
  return above.findLast((key) => currencyOf(key.slice(key.lastIndexOf("/") + 1)) === currency);
}

/** The price changes that the edits stand for; a price typed as it was is none. */
export function priceWishes(listings: readonly Priced[], edits: PriceEdits): Wish[] {
  return listings.flatMap((listing): Wish[] => {
    const priceMinor = edits[listingKey(listing)];
    if (priceMinor === undefined || priceMinor === listing.priceMinor) return [];
    return [{ kind: "set-price", sku: listing.sku, market: listing.market, priceMinor }];
  });
}

/**
 * Numbers from a column of a spreadsheet: one a line, the first cell of each. Signs of currencies
 * and thousands are dropped; a comma before the last one or two digits is a decimal point.
 */
export function pastedNumbers(text: string): number[] {
  const cells = text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split("\t")[0] ?? "");
  return cells.flatMap((cell) => {
    const plain = cell.replaceAll(/[^\d.,-]/g, "").replace(/,(\d{1,2})$/, ".$1");
    const number = Number(plain.replaceAll(",", ""));
    return plain === "" || !Number.isFinite(number) ? [] : [number];
  });
}

/**
 * Puts pasted numbers into the price column from a row downwards.
 *
 * @param scaleOf minor units in one unit of a market's currency
 */
export function filledDown(
  edits: PriceEdits,
  listings: readonly Priced[],
  first: number,
  numbers: readonly number[],
  scaleOf: (market: string) => number,
): PriceEdits {
  const filled: Record<string, number> = { ...edits };
  numbers.forEach((number, index) => {
    const listing = listings[first + index];
    if (listing === undefined || number < 0) return;
    filled[listingKey(listing)] = Math.round(number * scaleOf(listing.market));
  });
  return filled;
}
