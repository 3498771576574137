/** One closed day of a listing, as results keep it. */
export type ListingDay = {
  readonly day: number;
  readonly impressions: number;
  readonly clicks: number;
  readonly units: number;
  readonly landedMinor: number;
  readonly referenceMinor: number;
};

export type SellingHint =
  | { readonly code: "price-above"; readonly facts: { percentBp: number; clicks: number } }
  | { readonly code: "clicks-no-orders"; readonly facts: { clicks: number; days: number } }
  | { readonly code: "nobody-clicks"; readonly facts: { seen: number; days: number } }
  | { readonly code: "nobody-sees"; readonly facts: { days: number } };

/** So many clicks without an order are no chance: about three in a hundred buy. */
const clicksMin = 20;
/** Days on sale without a sale that are worth a word. */
const daysMin = 3;
/** A price above the market's median by this share is far above, basis points. */
const farAboveBp = 3_000;
/** Below so many views a day a listing is as good as not seen. */
const seenADayMin = 10;

/**
 * Why a listing that is on sale sells nothing, as far as its results tell: who sees it but does not
 * click, who clicks but does not buy, and whether its price is the reason. Nothing while it sells.
 *
 * @param days      its closed days, oldest first, the last seven at most
 * @param landedMinor what a buyer pays on the open day, minor units of the market; 0 when unknown
 */
export function sellingHint(days: readonly ListingDay[], landedMinor: number): SellingHint | null {
  const sum = (pick: (one: ListingDay) => number) =>
    days.reduce((total, one) => total + pick(one), 0);
  if (sum(({ units }) => units) > 0 || days.length === 0) return null;
  const clicks = sum((one) => one.clicks);
  const reference = days.at(-1)!.referenceMinor;
  const aboveBp =
    reference === 0 || landedMinor === 0
      ? 0
      : Math.round(((landedMinor - reference) * 10_000) / reference);
  const isLong = days.length >= daysMin;
  if (aboveBp >= farAboveBp && (isLong || clicks >= clicksMin)) {
    return { code: "price-above", facts: { percentBp: aboveBp, clicks } };
  }
  if (clicks >= clicksMin)
    return { code: "clicks-no-orders", facts: { clicks, days: days.length } };
  if (!isLong) return null;
  const seen = Math.round(sum((one) => one.impressions));
  return seen < seenADayMin * days.length
    ? { code: "nobody-sees", facts: { days: days.length } }
    : { code: "nobody-clicks", facts: { seen, days: days.length } };
}
