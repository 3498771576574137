/** Traces that a store shows as a whole, week by week. */
import { type CaseEvent, caseEvents, kindOf } from "../after-sales/case-kinds.ts";
import { noticeKinds } from "../state/tables.ts";
import { inWeek, sumOf, traceOf, type Traced } from "./traced.ts";
import { type Trace, weekDays } from "./trace.ts";

/** So few clicks say nothing of a campaign. */
const clicksMin = 20;
/** So few reviews say nothing of how a store is seen. */
const reviewsMin = 5;

/** Parcels of a week that came when it was promised; each is a happening. */
export function shippedOnTime({ store }: Traced, end: number): readonly Trace[] {
  const arrived = inWeek(store.arrivals, end);
  const units = sumOf(arrived, (one) => one.units);
  if (units === 0) return [];
  const value = sumOf(arrived, ({ onTime }) => onTime) / units;
  return [traceOf({ event: "order.shipped", measure: "onTime", value, count: units, day: end })];
}

/** A store's health at the end of a week, and in how many markets the week left something. */
export function storeReviewed({ store }: Traced, end: number): readonly Trace[] {
  const event = "store.reviewed";
  const isTrading = inWeek(store.days, end).some(({ orders }) => orders > 0);
  const health = store.health.find(({ day }) => day === end);
  if (!isTrading || health === undefined) return [];
  const markets = Map.groupBy(inWeek(store.sent, end), ({ market }) => market);
  const profitable = [...markets.values()].filter(
    (sent) => sumOf(sent, ({ marginMinor }) => marginMinor) > 0,
  ).length;
  return [
    traceOf({ event, measure: "healthScore", value: health.healthBp / 100, day: end }),
    traceOf({ event, measure: "profitableMarkets", value: profitable, day: end }),
  ];
}

/**
 * Campaigns of a week whose cost of sales stayed under what their goods leave: 1 or 0 each.
 *
 * The target of a campaign is its break-even, the share of what buyers paid for its goods that was
 * left after goods, shipping, duty and commission: a store that spends more than that on a sale
 * pays to be rid of it.
 */
export function campaignsReviewed({ store }: Traced, end: number): readonly Trace[] {
  const weeks = Map.groupBy(inWeek(store.campaigns, end), ({ campaign }) => campaign);
  return [...weeks.values()].flatMap((days) => {
    if (sumOf(days, ({ clicks }) => clicks) < clicksMin) return [];
    const offers = new Set(days.map(({ offer }) => offer));
    const sent = inWeek(store.sent, end).filter(({ offer }) => offers.has(offer));
    const paid = sumOf(sent, ({ paidMinor }) => paidMinor);
    if (paid <= 0) return [];
    const share = sumOf(sent, ({ marginMinor }) => marginMinor) / paid;
    const cost = sumOf(days, ({ costMinor }) => costMinor);
    const isUnder = cost <= share * sumOf(days, ({ revenueMinor }) => revenueMinor);
    const measure = "acosUnderTarget";
    return [traceOf({ event: "campaign.reviewed", measure, value: isUnder ? 1 : 0, day: end })];
  });
}

/**
 * Disputes of a week that ended: the share that the store won, or settled with a refund or another
 * piece. What it lost, left without an answer or saw charged back is the rest.
 */
export function disputesResolved({ store }: Traced, end: number): readonly Trace[] {
  const cases = inWeek(store.cases, end).filter(({ reason }) => kindOf(reason) === "dispute");
  const unitsOf = (of: readonly CaseEvent[]) =>
    sumOf(
      cases.filter(({ event }) => of.includes(caseEvents[event]!)),
      ({ units }) => units,
    );
  const good = unitsOf(["won", "refunded", "replaced"]);
  const count = good + unitsOf(["lost", "unanswered", "charged-back"]);
  if (count === 0) return [];
  const value = good / count;
  return [traceOf({ event: "dispute.resolved", measure: "wonOrSettled", value, count, day: end })];
}

/** How a week's reviews moved the stars that buyers see. */
export function reviewsManaged({ store }: Traced, end: number): readonly Trace[] {
  const now = store.days.find(({ day }) => day === end);
  const before = store.days.find(({ day }) => day === end - weekDays);
  if (now === undefined || before === undefined) return [];
  if (now.reviews - before.reviews < reviewsMin || before.reviews < reviewsMin) return [];
  const value = (now.ratingMilli - before.ratingMilli) / 1000;
  return [traceOf({ event: "review.managed", measure: "ratingChange", value, day: end })];
}

/** Each audit of the platform: what it found. */
export function audits({ store }: Traced): readonly Trace[] {
  const days = Map.groupBy(store.notices, ({ day }) => day);
  return [...days].flatMap(([day, notices]) => {
    const count = (name: (typeof noticeKinds)[number]) =>
      notices.filter(({ kind }) => noticeKinds[kind] === name).length;
    const found = count("audit-found");
    if (found + count("audit-passed") === 0) return [];
    return [traceOf({ event: "audit.passed", measure: "violations", value: found, day })];
  });
}
