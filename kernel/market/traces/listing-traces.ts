/** Traces of listings: opened, published, rewritten. Each is the work of who decided it. */
import { isComplete } from "../checklist/measures-of-listings.ts";
import { decided, type Subject, subjectOf } from "../checklist/subject.ts";
import type { ListingText } from "../decisions/listing-text.ts";
import { isStated, languageScore } from "../listing/score-listing.ts";
import { noticeKinds } from "../state/tables.ts";
import { inWeek, sumOf, traceOf, type Traced } from "./traced.ts";
import { type Trace, weekDays } from "./trace.ts";

/** Days before and after a rewriting that are held against each other. */
const windowDays = 4;
const sanctions = ["sanction-changed", "audit-found", "false-list-price"] as const;
const wholeContent = 1000;

/**
 * How a store opened, told on the last day of its first week: the share of five steps it has done.
 * It chose a product, published a complete listing, gave every listing a way to ship, had something
 * on sale at a close, and was not found to break a rule.
 */
export function storeOpened({ subject, store }: Traced): readonly Trace[] {
  const first = store.days.reduce((least, { day }) => Math.min(least, day), Infinity);
  const end = first + weekDays - 1;
  if (!store.days.some(({ day }) => day === end)) return [];
  const entries = store.entries.filter(({ day }) => day <= end);
  const { listings } = subjectOf(subject.world, { ...store, entries });
  const up = listings.filter(({ isUp }) => isUp);
  const broken = store.notices.some(
    ({ day, kind }) =>
      day <= end && (sanctions as readonly string[]).includes(noticeKinds[kind] ?? ""),
  );
  const steps = [
    decided({ entries }, "select-product").length > 0,
    up.some((one) => isComplete(subject, one)),
    up.length > 0 && up.every(({ shipping }) => shipping !== null),
    store.days.some(({ day, listingsLive }) => day <= end && listingsLive > 0),
    !broken,
  ];
  const value = steps.filter(Boolean).length / steps.length;
  return [traceOf({ event: "store.opened", measure: "checklist", value, day: end })];
}

/** Each listing as it was published: the share of its category's attributes that are stated. */
export function listingsPublished({ subject, closed }: Traced): readonly Trace[] {
  return decided(subject, "publish-listing").flatMap(({ number, day, decision }) => {
    const { sku, market, listing } = decision;
    const asked = attributesOf(subject, sku);
    if (day > closed || asked.length === 0) return [];
    const value = asked.filter((key) => isStated(listing.attributes[key])).length / asked.length;
    return [
      traceOf({
        event: "listing.published",
        measure: "completeness",
        value,
        day,
        decisions: [number],
        sku,
        market,
      }),
    ];
  });
}

/**
 * Each listing whose market speaks another language than the one in which its product was first
 * listed: how well its words fit there, by the rules of the listing's score. The first listing in a
 * market tells; who writes it better later is told by what the rewriting brought.
 */
export function listingsLocalized({ subject, closed }: Traced): readonly Trace[] {
  const { world } = subject;
  const firstIn = new Map<string, string>();
  const known = new Set<string>();
  return decided(subject, "publish-listing").flatMap(({ number, day, decision }) => {
    const { sku, market, listing } = decision;
    const at = world.marketIds.indexOf(market);
    const language = world.marketLanguages[at];
    const product = world.source.products[world.skuOf.get(sku) ?? -1];
    if (language === undefined || product === undefined || day > closed) return [];
    const first = firstIn.get(sku) ?? language;
    firstIn.set(sku, first);
    const isNew = !known.has(`${sku}/${market}`);
    known.add(`${sku}/${market}`);
    if (!isNew || language === first) return [];
    const category = world.source.categories[product.category]!;
    const milli = languageScore({ product, category, language, listing }, []);
    return [
      traceOf({
        event: "listing.localized",
        measure: "qualityScore",
        value: milli / wholeContent,
        day,
        decisions: [number],
        sku,
        market,
      }),
    ];
  });
}

function attributesOf({ world }: Subject, sku: string): readonly string[] {
  const product = world.skuOf.get(sku);
  if (product === undefined) return [];
  const category = world.source.categories[world.source.products[product]!.category]!;
  return category.attributes.flatMap(({ key, required }) => (required ? [key] : []));
}

/**
 * Each rewriting of a listing: the score of its words, and the places it gained, where it was seen
 * on both sides. The mean place of four days before is held against that of four days from it on.
 */
export function listingsOptimized(traced: Traced): readonly Trace[] {
  const { subject, closed } = traced;
  const wordsOf = new Map<string, string>();
  const traces: Trace[] = [];
  for (const entry of decided(subject, "publish-listing", "edit-listing")) {
    const { sku, market, listing, scores, kind } = entry.decision;
    const key = `${sku}/${market}`;
    const before = wordsOf.get(key);
    wordsOf.set(key, words(listing));
    const isRewritten = kind === "edit-listing" && before !== wordsOf.get(key);
    if (!isRewritten || entry.day > closed) continue;
    const about = { event: "listing.optimized", decisions: [entry.number], sku, market } as const;
    const value = scores.contentMilli / wholeContent;
    traces.push(traceOf({ ...about, measure: "copyScore", value, day: entry.day }));
    const gain = placesGained(traced, sku, market, entry.day);
    const day = entry.day + windowDays - 1;
    if (gain !== null) traces.push(traceOf({ ...about, measure: "rankGain", value: gain, day }));
  }
  return traces;
}

const words = ({ title, keywords, text }: ListingText): string =>
  JSON.stringify([title, keywords, text]);

function placesGained(
  { subject, store, closed }: Traced,
  sku: string,
  market: string,
  day: number,
): number | null {
  if (closed < day + windowDays - 1) return null;
  const at = subject.world.marketIds.indexOf(market);
  const own = store.places.filter(
    (one) => one.market === at && subject.skuOfOffer.get(one.offer) === sku,
  );
  const after = own.filter((one) => one.day >= day && one.day < day + windowDays);
  const before = own.filter((one) => one.day < day && one.day >= day - windowDays);
  if (before.length === 0 || after.length === 0) return null;
  const meanOf = (rows: typeof own) => sumOf(rows, (one) => one.placeMilli) / rows.length / 1000;
  return meanOf(before) - meanOf(after);
}

/** Where a week's listings had nothing left, percent of the days on which they were on sale. */
export function stockOut(traced: Traced, end: number): readonly Trace[] {
  const days = inWeek(traced.store.days, end);
  const live = sumOf(days, ({ listingsLive }) => listingsLive);
  if (live === 0) return [];
  const value = (100 * sumOf(days, ({ listingsSoldOut }) => listingsSoldOut)) / live;
  return [traceOf({ event: "inventory.reviewed", measure: "stockoutDaysPct", value, day: end })];
}
