/**
 * How much a group has learned between two parallel tests, and how sure that is. Half of the
 * people, by lot, take form a first and b after; the others the other way round: which form is
 * harder then takes nothing away and adds nothing.
 */

import { clamp } from "../../number/clamp.ts";
import { meanOf, pearson } from "../../number/correlation.ts";

/** One person's shares of the points, 0 to 1, of the test before and of the one after. */
export interface TestPair {
  /** The form that was taken before. */
  readonly first: "a" | "b";
  readonly before: number;
  readonly after: number;
}

export interface LearningEffect {
  readonly people: number;
  /** Mean gain in shares of the points, both orders weighing alike. */
  readonly gain: number;
  /** The gain in standard deviations of the test before; 0.2 is small, 0.5 medium, 0.8 large. */
  readonly effect: number;
  /** Bounds of the effect, 95 %. */
  readonly low: number;
  readonly high: number;
  /** How much better form b went than form a, in shares of the points, whoever took it when. */
  readonly formGap: number;
}

/** With fewer people of either order the interval says nothing. */
export const peopleOfOrderMin = 5;
/** Less than this between people is rounding. */
const leastSpread = 1e-9;
const z95 = 1.959963984540054;

/**
 * The standardized mean change with the deviation of the test before, its small-sample correction
 * and large-sample variance: B. J. Becker, "Synthesizing standardized mean-change measures",
 * British Journal of Mathematical and Statistical Psychology 41 (1988), pages 257 to 278:
 * d = J(n-1)·gain/s, J(m) = 1 - 3/(4m - 1), variance 2(1-r)/n + d²/2n. Deviation and correlation
 * are taken within each order and pooled, so that a harder form is no difference between people.
 *
 * Null where an order has fewer than five people, or where nobody differed before.
 */
export function learningEffect(pairs: readonly TestPair[]): LearningEffect | null {
  const orders = (["a", "b"] as const).map((form) => pairs.filter(({ first }) => first === form));
  const [ab, ba] = orders as [TestPair[], TestPair[]];
  if (ab.length < peopleOfOrderMin || ba.length < peopleOfOrderMin) return null;
  const changes = orders.map((order) => meanOf(order.map(({ before, after }) => after - before)));
  const [changeAb, changeBa] = changes as [number, number];
  const people = pairs.length;
  const gain = (changeAb + changeBa) / 2;
  const before = orders.flatMap((order) => centered(order.map((one) => one.before)));
  const after = orders.flatMap((order) => centered(order.map((one) => one.after)));
  const spread = Math.sqrt(before.reduce((sum, one) => sum + one * one, 0) / (people - 2));
  if (spread < leastSpread) return null;
  const isVaried = after.some((one) => Math.abs(one) > leastSpread);
  const alike = isVaried ? clamp(pearson(before, after), -1, 1) : 0;
  const effect = (1 - 3 / (4 * (people - 1) - 1)) * (gain / spread);
  const error = Math.sqrt((2 * (1 - alike)) / people + (effect * effect) / (2 * people));
  return {
    people,
    gain,
    effect,
    low: effect - z95 * error,
    high: effect + z95 * error,
    formGap: (changeAb - changeBa) / 2,
  };
}

function centered(values: readonly number[]): number[] {
  const mean = meanOf(values);
  return values.map((value) => value - mean);
}
