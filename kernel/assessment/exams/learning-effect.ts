/**
 * How much a group has learned between two parallel tests, and how sure that is. Half of the
 * people, by lot, take form a first and b after; the others the other way round: which form is
 * harder then takes nothing away and adds nothing.
 */

import { meanOf } from "../../number/correlation.ts";
import { normalQuantile } from "../../number/normal-quantile.ts";
import { studentQuantile } from "../../number/student-quantile.ts";
import { type TestForm, testForms } from "./form-lot.ts";

/** One person's shares of the points, 0 to 1, of the test before and of the one after. */
export interface TestPair {
  /** The form that was taken before. */
  readonly first: TestForm;
  readonly before: number;
  readonly after: number;
}

/** What people gained, in shares of the points; both orders weigh alike in every mean. */
export interface LearningGain {
  readonly people: number;
  /** Mean share of the test before and of the one after, each form weighing alike. */
  readonly before: number;
  readonly after: number;
  readonly gain: number;
  /** Bounds of the gain, 95 %; null where everybody gained the same, which is no measurement. */
  readonly low: number | null;
  readonly high: number | null;
}

export interface LearningEffect extends LearningGain {
  readonly low: number;
  readonly high: number;
  /** The gain in standard deviations of the test before; 0.2 is small, 0.5 medium, 0.8 large. */
  readonly effect: number;
  /** Bounds of the effect, 95 %. */
  readonly effectLow: number;
  readonly effectHigh: number;
  /** How much better form b went than form a, in shares of the points, whoever took it when. */
  readonly formGap: number;
}

/** With fewer people of either order an interval says nothing. */
export const peopleOfOrderMin = 5;
/** Less than this between people is rounding. */
const leastSpread = 1e-9;
const sure = 0.975;

interface Orders {
  readonly people: number;
  /** By order: those who began with form a, and those who began with b. */
  readonly pairs: readonly (readonly TestPair[])[];
  readonly changes: readonly number[];
  /** Pooled over the orders, so that a harder form is no difference between people. */
  readonly spreadBefore: number;
  readonly spreadOfChange: number;
  /** What a variance of one person is of the mean over both orders. */
  readonly weight: number;
}

/** Null where an order has fewer than five people. */
function ordersOf(all: readonly TestPair[]): Orders | null {
  const pairs = testForms.map((form) => all.filter(({ first }) => first === form));
  if (pairs.some(({ length }) => length < peopleOfOrderMin)) return null;
  const changesOf = (order: readonly TestPair[]) =>
    order.map(({ before, after }) => after - before);
  const weight = pairs.reduce((sum, { length }) => sum + 1 / length, 0) / 4;
  return {
    people: all.length,
    pairs,
    changes: pairs.map((order) => meanOf(changesOf(order))),
    spreadBefore: pooledSpread(pairs.map((order) => order.map(({ before }) => before))),
    spreadOfChange: pooledSpread(pairs.map(changesOf)),
    weight,
  };
}

/** Standard deviation within groups; each group's mean costs a degree of freedom. */
function pooledSpread(groups: readonly (readonly number[])[]): number {
  const squares = groups.map((group) => {
    const mean = meanOf(group);
    return group.reduce((sum, one) => sum + (one - mean) * (one - mean), 0);
  });
  const freedom = groups.reduce((sum, { length }) => sum + length - 1, 0);
  return Math.sqrt(squares.reduce((sum, one) => sum + one, 0) / freedom);
}

const meanOfOrders = (orders: Orders, of: (pair: TestPair) => number): number =>
  meanOf(orders.pairs.map((order) => meanOf(order.map(of))));

function gainOf(orders: Orders): LearningGain {
  const gain = meanOf(orders.changes);
  const error = orders.spreadOfChange * Math.sqrt(orders.weight);
  const bound = studentQuantile(sure, orders.people - 2) * error;
  const isVaried = orders.spreadOfChange >= leastSpread;
  return {
    people: orders.people,
    before: meanOfOrders(orders, ({ before }) => before),
    after: meanOfOrders(orders, ({ after }) => after),
    gain,
    low: isVaried ? gain - bound : null,
    high: isVaried ? gain + bound : null,
  };
}

/**
 * The mean gain with its interval by Student's distribution. Changes are compared within each
 * order, so that the forms' difference is no spread (S. Senn, "Cross-over trials in clinical
 * research", second edition, 2002, chapter 3).
 *
 * Null where an order has fewer than five people.
 */
export function learningGain(pairs: readonly TestPair[]): LearningGain | null {
  const orders = ordersOf(pairs);
  return orders === null ? null : gainOf(orders);
}

/**
 * The standardized mean change with the deviation of the test before: Hedges' g of
 * B. J. Becker, "Synthesizing standardized mean-change measures", British Journal of Mathematical
 * and Statistical Psychology 41 (1988), pages 257 to 278: J(m)·gain/s, J(m) = 1 - 3/(4m - 1), here
 * with m = n - 2, as each order has its own mean. The variance takes the changes as they spread,
 * whatever the test after does: weight·s²(change)/s² + g²/2m, after D. G. Bonett, "Confidence
 * intervals for standardized linear contrasts of means", Psychological Methods 13 (2008), pages 99
 * to 109.
 *
 * Null where an order has fewer than five people, where nobody differed before, or where everybody
 * gained the same.
 */
export function learningEffect(pairs: readonly TestPair[]): LearningEffect | null {
  const orders = ordersOf(pairs);
  if (orders === null || orders.spreadBefore < leastSpread) return null;
  const { low, high, ...gained } = gainOf(orders);
  if (low === null || high === null) return null;
  const { people, changes, spreadBefore, spreadOfChange, weight } = orders;
  const freedom = people - 2;
  const effect = (1 - 3 / (4 * freedom - 1)) * (gained.gain / spreadBefore);
  const ratio = spreadOfChange / spreadBefore;
  const error = Math.sqrt(weight * ratio * ratio + (effect * effect) / (2 * freedom));
  const bound = normalQuantile(sure) * error;
  return {
    ...gained,
    low,
    high,
    effect,
    effectLow: effect - bound,
    effectHigh: effect + bound,
    formGap: (changes[0]! - changes[1]!) / 2,
  };
}
