/**
 * Decisions by which a store let rivals win (practice.md section 14, sacrifice): a listing made
 * much dearer or taken away, a campaign stopped. For as long as such a decision stands, each day is
 * reckoned as it was and as it would have been had what stood before still stood, all else equal:
 * what every store was to expect of the day, by exact rates and without luck.
 */
import { campaignRow, contextOf, offerRow } from "../decisions/decision-context.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import type { LogEntry, StoreDecision } from "../decisions/decision.ts";
import type { Season } from "../state/season.ts";
import type { WhyBench } from "../why/expected-day.ts";
import type { ObservedDay } from "../why/observe-day.ts";
import { expectations, type Expectations, type Expected } from "./expectations.ts";
import { restored, type Before } from "./restored-day.ts";

/** A rival to whom part of the orders went. */
export type Gain = {
  readonly store: number;
  /** Expected profit more than without, minor units of the books' currency. */
  readonly minor: number;
  readonly ordersMilli: number;
};

/** What a store's decisions of one day gave away for as long as they stood. */
export type GivingWay = {
  readonly store: number;
  /** The day of the decisions. */
  readonly day: number;
  readonly numbers: readonly number[];
  /** Days on which they stood and were looked at. */
  readonly days: number;
  /** Whether all of it was taken back within a day, as slips are. */
  readonly isMended: boolean;
  /** Expected profit of those days less than without. */
  readonly lostMinor: number;
  /** What the listings that lost by them were to bring without. */
  readonly atStakeMinor: number;
  readonly lostOrdersMilli: number;
  /** Who was to earn more for it, the most first. */
  readonly gains: readonly Gain[];
};

/** A price this many times the one before is a decision that yields. */
const dearerTimes = 1.3;
/** A price at most this many times the one before takes it back. */
const mendedTimes = 1.1;
/** Later on it is how the store trades, and no giving way any more. */
const daysWatchedMax = 6;
/** A day on which less is lost tells nothing of anybody. */
const lostOrdersMilliLeast = 50;

export interface YieldWatch {
  /**
   * Looks at a day.
   *
   * @param season   before the day's decisions
   * @param entries  the day's log
   * @param day      the day as it was observed
   */
  see(season: Season, entries: readonly LogEntry[], day: ObservedDay): void;
  /** What was given away on the days seen, in the order of the decisions. */
  found(): readonly GivingWay[];
}

type Yielding = {
  readonly store: number;
  readonly day: number;
  readonly numbers: number[];
  readonly before: Before[];
  days: number;
  lastDay: number;
  lostMinor: number;
  atStakeMinor: number;
  lostOrdersMilli: number;
  readonly gains: Map<number, { minor: number; ordersMilli: number }>;
};

/**
 * @param bench   of the season's world and seed
 * @param people  stores of people: they may give and take
 */
export function watchYielding(bench: WhyBench, people: readonly number[]): YieldWatch {
  const all: Yielding[] = [];
  let open: Yielding[] = [];
  let today = 0;
  return {
    see(season, entries, day) {
      const context = contextOf(season);
      today = context.seasonDay;
      for (const store of people) {
        const made = yieldingOf(context, store, entries);
        if (made === null) continue;
        all.push(made);
        open.push(made);
      }
      open = open.filter((one) => today - one.day < daysWatchedMax && stands(one, day));
      if (open.length === 0) return;
      const asItWas = expectations(bench, day);
      for (const one of open) weigh(bench, day, people, asItWas, one, today);
    },
    found: () => all.filter(({ lostMinor }) => lostMinor > 0).map((one) => givingWay(one, today)),
  };
}

function givingWay(one: Yielding, today: number): GivingWay {
  const { store, day, numbers, days, lostMinor, atStakeMinor, lostOrdersMilli } = one;
  const gains = [...one.gains]
    .map(([rival, sums]): Gain => ({ store: rival, ...sums }))
    .filter(({ minor }) => minor > 0)
    .sort((a, b) => b.minor - a.minor || a.store - b.store);
  const isMended = one.lastDay === day && today > day;
  return { store, day, numbers, days, isMended, lostMinor, atStakeMinor, lostOrdersMilli, gains };
}

/** What the store's decisions of the day took from its own listings; null where nothing. */
function yieldingOf(
  context: DecisionContext,
  store: number,
  entries: readonly LogEntry[],
): Yielding | null {
  const numbers: number[] = [];
  const before: Before[] = [];
  for (const entry of entries) {
    if (entry.store !== store) continue;
    const was = beforeOf(context, store, entry.decision as StoreDecision);
    if (was === null) continue;
    numbers.push(entry.number);
    before.push(was);
  }
  if (before.length === 0) return null;
  const { seasonDay: day } = context;
  const sums = { days: 0, lastDay: 0, lostMinor: 0, atStakeMinor: 0, lostOrdersMilli: 0 };
  return { store, day, numbers, before, gains: new Map(), ...sums };
}

/** What stood before a decision that makes a listing worse for buyers; null for any other. */
function beforeOf(context: DecisionContext, store: number, decision: StoreDecision): Before | null {
  const { state, world } = context;
  if (decision.kind === "stop-campaign") {
    const row = campaignRow(context, store, decision.campaign);
    const isRunning = row >= 0 && state.tables.campaigns.columns.isOn[row] === 1;
    return isRunning ? { kind: "campaign", row } : null;
  }
  if (decision.kind !== "set-price" && decision.kind !== "withdraw-listing") return null;
  const row = offerRow(context, store, decision.sku);
  const market = world.marketIds.indexOf(decision.market);
  if (row < 0 || market < 0) return null;
  const at = row * state.sizes.markets + market;
  if (state.listing[at] !== 1) return null;
  const priceMinor = state.priceMinor[at]!;
  if (decision.kind === "set-price" && decision.priceMinor < dearerTimes * priceMinor) return null;
  return { kind: "listing", row, market, priceMinor };
}

/** Whether any of it is still so on the day. */
function stands({ before }: Yielding, { state }: ObservedDay): boolean {
  return before.some((one) => {
    if (one.kind === "campaign") return state.tables.campaigns.columns.isOn[one.row] === 0;
    const at = one.row * state.sizes.markets + one.market;
    return state.listing[at] !== 1 || state.priceMinor[at]! > mendedTimes * one.priceMinor;
  });
}

function weigh(
  bench: WhyBench,
  day: ObservedDay,
  people: readonly number[],
  asItWas: Expectations,
  one: Yielding,
  today: number,
): void {
  const { store } = one;
  const would = expectations(bench, restored(day, store, one.before));
  const [was, wouldBe] = [asItWas.of(store), would.of(store)];
  one.days++;
  one.lastDay = today;
  const lostOrders = wouldBe.orders - was.orders;
  if (lostOrders < lostOrdersMilliLeast) return;
  one.lostOrdersMilli += lostOrders;
  one.lostMinor += wouldBe.profit - was.profit;
  one.atStakeMinor += stakeOf(wouldBe, was);
  for (const rival of people) {
    if (rival === store || !would.meet(rival, store)) continue;
    const [now, then] = [asItWas.of(rival), would.of(rival)];
    const sums = one.gains.get(rival) ?? { minor: 0, ordersMilli: 0 };
    sums.minor += now.profit - then.profit;
    sums.ordersMilli += now.orders - then.orders;
    one.gains.set(rival, sums);
  }
}

/** Profit that the listings were to bring which sell less now. */
function stakeOf(would: Expected, was: Expected): number {
  return would.made.profit.reduce(
    (sum, one, at) =>
      was.made.orders[at]! < would.made.orders[at]! ? sum + Math.max(0, one) : sum,
    0,
  );
}
