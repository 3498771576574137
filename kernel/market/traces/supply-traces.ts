/** Traces of goods and suppliers: how old stock is, and what talks were worth. */
import { decided } from "../checklist/subject.ts";
import { asks } from "../sourcing/talks.ts";
import { sumOf, traceOf, type Traced } from "./traced.ts";
import { agedDays, type Trace } from "./trace.ts";

const wholeChance = 1000;

/**
 * Value of stock that has lain for more than ninety days, percent of all of it, at the end of a
 * week. A pool gives its oldest units first, so the old ones are those beyond what it received
 * since. Before a store is that old it could show nothing else than none.
 */
export function agedStock({ store }: Traced, end: number): readonly Trace[] {
  const first = store.days.reduce((least, { day }) => Math.min(least, day), Infinity);
  if (first >= end - agedDays) return [];
  const pools = store.aged.filter(({ day, onHand }) => day === end && onHand > 0);
  const all = sumOf(pools, ({ costMinor }) => costMinor);
  if (all <= 0) return [];
  const old = sumOf(pools, ({ onHand, recentUnits, sinceDay, costMinor }) => {
    const units = sinceDay >= end - agedDays ? 0 : Math.max(0, onHand - recentUnits);
    return (costMinor * units) / onHand;
  });
  const value = (100 * old) / all;
  return [traceOf({ event: "inventory.reviewed", measure: "ageOver90Pct", value, day: end })];
}

/**
 * Each talk with a supplier: the share of the step it asked for that it could expect to get. The
 * supplier gives the step or nothing, by a chance that relation, orders and patience raise; the
 * chance counts and not how it fell, so luck is in no talk.
 */
export function talksClosed({ subject, store }: Traced): readonly Trace[] {
  const talks = decided(subject, "negotiate");
  return store.talks.flatMap(({ day, offer, supplier, ask, chanceMilli }) => {
    const sku = subject.skuOfOffer.get(offer);
    const asked = talks.findLast(
      ({ day: on, decision }) =>
        on === day &&
        decision.sku === sku &&
        decision.supplier === supplier &&
        decision.ask === asks[ask],
    );
    if (sku === undefined || asked === undefined) return [];
    const measure = "surplusShare";
    const value = chanceMilli / wholeChance;
    const decisions = [asked.number];
    return [traceOf({ event: "negotiation.closed", measure, value, day, decisions, sku })];
  });
}
