/** Measures of single listings: their words, pictures and templates, and what they brought. */
import { isGoodLength, isStated, textWidthMin, width } from "../listing/score-listing.ts";
import type { SoldDay, SentDay } from "./evidence.ts";
import { byDay, byDecision, counted, partBp, type Seen, type SeenRow, type Asked } from "./seen.ts";
import { decided, type DecidedListing, type Subject, type WrittenListing } from "./subject.ts";

/** Keywords of a complete listing. */
const keywordsMin = 3;
const relevanceMost = 255;
/** Days before and after a change of price that are held against each other (our choice). */
const windowDays = 4;

const up = ({ listings }: Subject) => listings.filter(({ isUp }) => isUp);

const rowOf = ({ sku, market, last }: DecidedListing, figure: number): SeenRow =>
  byDecision(last.entry, figure, sku, market);

/** Title of a good length, keywords, a text, and every attribute that the category asks for. */
export function isComplete({ world }: Subject, { sku, last: { listing } }: DecidedListing) {
  const product = world.skuOf.get(sku);
  if (product === undefined) return false;
  const { attributes } = world.source.categories[world.source.products[product]!.category]!;
  return (
    isGoodLength(listing.title) &&
    listing.keywords.length >= keywordsMin &&
    width(listing.text.trim()) >= textWidthMin &&
    attributes.every(({ key, required }) => !required || isStated(listing.attributes[key]))
  );
}

export const completeListings = (subject: Subject): Seen =>
  counted(
    up(subject)
      .filter((one) => isComplete(subject, one))
      .map((one) => rowOf(one, 1)),
  );

/** Markets with `least` complete listings. */
export function completeMarkets(subject: Subject, { least }: Asked): Seen {
  const complete = up(subject).filter((one) => isComplete(subject, one));
  return marketsOf(complete, Math.max(1, least));
}

/** Markets with `least` listings, all of which have a shipping template. */
export function shippingMarkets(subject: Subject, { least }: Asked): Seen {
  const markets = Map.groupBy(up(subject), ({ market }) => market);
  const shipping = [...markets.values()].filter((listings) =>
    listings.every((one) => one.shipping !== null),
  );
  return marketsOf(shipping.flat(), Math.max(1, least));
}

function marketsOf(listings: readonly DecidedListing[], least: number): Seen {
  const markets = [...Map.groupBy(listings, ({ market }) => market)];
  const full = markets.filter(([, all]) => all.length >= least);
  return {
    figure: full.length,
    rows: full.flatMap(([, all]) => all.map((one) => rowOf(one, 1))),
  };
}

/** How much of what buyers search for stands in title and keywords: mean of all searches, in bp. */
function matchBp({ scores: { relevance } }: WrittenListing): number {
  const sum = relevance.reduce((so, one) => so + one, 0);
  return partBp(sum, relevance.length * relevanceMost);
}

/** Listings whose words match `level` basis points of the searches. */
export const matchedListings = (subject: Subject, { level }: Asked): Seen =>
  counted(
    up(subject)
      .map((one) => rowOf(one, matchBp(one.last)))
      .filter(({ figure }) => figure >= level),
  );

/** Listings with pictures of the store's own, of `level` at least. Bought ones come with rights. */
export const picturedListings = (subject: Subject, { level }: Asked): Seen =>
  counted(
    up(subject)
      .map((one) => rowOf(one, one.last.listing.photoLevel))
      .filter(({ figure }) => figure >= Math.max(1, level)),
  );

/** Products of which `least` units were sold. */
export function productsSold({ evidence, skuOfOffer }: Subject, { least }: Asked): Seen {
  const offers = [...Map.groupBy(evidence.sold, ({ offer }) => offer)];
  return counted(
    offers
      .map(([offer, days]) => byDay(lastDay(days), unitsOf(days), skuOfOffer.get(offer) ?? null))
      .filter(({ figure }) => figure >= Math.max(1, least)),
  );
}

const unitsOf = (days: readonly SoldDay[]) => days.reduce((sum, { units }) => sum + units, 0);
const lastDay = (days: readonly { readonly day: number }[]) =>
  days.reduce((last, { day }) => Math.max(last, day), 0);
const sumOf = (days: readonly SentDay[], of: "paidMinor" | "marginMinor") =>
  days.reduce((sum, day) => sum + day[of], 0);

const isOf = (one: { readonly offer: number; readonly market: number }, two: typeof one) =>
  one.offer === two.offer && one.market === two.market;

/** What is left of all that buyers paid for each listing that sold `least` units, basis points. */
export function marginsOf(subject: Subject, least: number): readonly SeenRow[] {
  const { evidence, world, skuOfOffer } = subject;
  const listings = [...Map.groupBy(evidence.sent, (one) => `${one.offer}/${one.market}`).values()];
  return listings.flatMap((days) => {
    const [first] = days;
    const sold = evidence.sold.filter((one) => isOf(one, first!));
    if (unitsOf(sold) < Math.max(1, least)) return [];
    const paid = sumOf(days, "paidMinor");
    const left = sumOf(days, "marginMinor");
    const marginBp = paid > 0 ? Math.floor((10_000 * left) / paid) : 0;
    const sku = skuOfOffer.get(first!.offer) ?? null;
    return [byDay(lastDay(days), marginBp, sku, world.marketIds[first!.market] ?? null)];
  });
}

/** Listings that sold `least` units and kept `level` basis points of what buyers paid. */
export const profitableListings = (subject: Subject, { least, level }: Asked): Seen =>
  counted(marginsOf(subject, least).filter(({ figure }) => figure >= level));

/**
 * Listings with a price that was changed for a reason that shows: after a verdict on a price
 * experiment of that listing, or with more left a day than before.
 */
export function betterPrices(subject: Subject): Seen {
  const rows = up(subject).flatMap((one) => {
    const better = one.prices.find(
      ({ day }) => followsVerdict(subject, one, day) || gainOf(subject, one, day) > 0,
    );
    if (better === undefined) return [];
    return [byDecision(better, gainOf(subject, one, better.day), one.sku, one.market)];
  });
  return counted(rows);
}

function followsVerdict(subject: Subject, { sku, market }: DecidedListing, day: number): boolean {
  const started = decided(subject, "start-experiment").filter(
    ({ decision }) =>
      decision.sku === sku && decision.market === market && decision.arms.field === "price",
  );
  return subject.evidence.verdicts.some(
    (one) => one.day <= day && started.some(({ number }) => number === one.number),
  );
}

/**
 * What a listing left in the days after a change of price, less that of as many before it, minor
 * units; 0 while they have not closed, or where nothing was sent on either side.
 */
function gainOf({ evidence, world }: Subject, one: DecidedListing, day: number): number {
  const market = world.marketIds.indexOf(one.market);
  const own = evidence.sent.filter((sent) => isOf(sent, { offer: one.offer, market }));
  const after = own.filter((sent) => sent.day >= day && sent.day < day + windowDays);
  const before = own.filter((sent) => sent.day < day && sent.day >= day - windowDays);
  const isOver = lastDay(evidence.days) >= day + windowDays - 1;
  if (!isOver || before.length === 0 || after.length === 0) return 0;
  return sumOf(after, "marginMinor") - sumOf(before, "marginMinor");
}
