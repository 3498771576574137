/** What stores were to expect of one day, each reckoned once when it is first asked for. */
import { beginBlend } from "../why/blend-days.ts";
import { figuresOf, totalOf, type ListingFigures } from "../why/day-figures.ts";
import { expectedDay, type WhyBench } from "../why/expected-day.ts";
import type { ObservedDay } from "../why/observe-day.ts";
import { ownListings } from "../why/own-sales.ts";

export type Expected = {
  readonly made: ListingFigures;
  /** Minor units of the books' currency. */
  readonly profit: number;
  /** Thousandths. */
  readonly orders: number;
};

export interface Expectations {
  of(store: number): Expected;
  /** Whether two stores sell on the same shelf of any market. */
  meet(a: number, b: number): boolean;
}

export function expectations(bench: WhyBench, day: ObservedDay): Expectations {
  const { world, key: seed } = bench.engine;
  const known = new Map<number, Expected>();
  const cells = new Map<number, ReadonlySet<number>>();
  const blendOf = (store: number) => beginBlend({ world, seed }, day, day, store);
  const cellsOf = (store: number): ReadonlySet<number> => {
    const found = cells.get(store) ?? new Set(ownListings(blendOf(store)).cells);
    cells.set(store, found);
    return found;
  };
  return {
    of(store) {
      const found = known.get(store);
      if (found !== undefined) return found;
      const blend = blendOf(store);
      const made = figuresOf(blend, expectedDay(bench, blend, "all"), bench.engine.work);
      const orders = made.orders.reduce((sum, one) => sum + one, 0);
      const expected = { made, profit: totalOf(made, "profit"), orders };
      known.set(store, expected);
      return expected;
    },
    meet(a, b) {
      const own = cellsOf(b);
      return [...cellsOf(a)].some((cell) => own.has(cell));
    },
  };
}
