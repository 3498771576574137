/**
 * Why a store's figures of a day are other than those of another day (market.md section 10), part
 * by part and with nothing left over. Factors are swapped one after the other from the earlier day
 * to the later one; what a swap adds to the expected figure is that factor's part. Luck is what the
 * shoppers of the two days did beyond what was to be expected. By construction the parts sum to the
 * change to the last minor unit, whatever their order.
 */
import { beginBlend, swapFactor, type Blend } from "./blend-days.ts";
import {
  asides,
  figures,
  figuresOf,
  realizedOf,
  totalOf,
  type Aside,
  type FigureName,
  type ListingFigures,
} from "./day-figures.ts";
import { expectedDay, type WhyBench } from "./expected-day.ts";
import { factors, type Factor } from "./factor.ts";
import type { ObservedDay } from "./observe-day.ts";
import { ownListings, type OwnSales } from "./own-sales.ts";

export type FigureChange = {
  readonly before: number;
  readonly after: number;
  /** Each factor's part; with `luck` and `aside` they sum to `after - before`. */
  readonly parts: Readonly<Record<Factor, number>>;
  readonly luck: number;
  /** Parts of the change that the day's shoppers have nothing to do with. */
  readonly aside: Readonly<Record<Aside, number>>;
};

/**
 * What a factor did to one listing, orders in thousandths. The listings of a factor sum to its part
 * in money to the last minor unit, in orders but for the rounding of the whole.
 */
export type ListingChange = {
  /** Row of the offer. */
  readonly row: number;
  readonly market: number;
  readonly parts: Readonly<Record<FigureName, Readonly<Partial<Record<Factor, number>>>>>;
};

export type Explanation = {
  readonly order: readonly Factor[];
  readonly figures: Readonly<Record<FigureName, FigureChange>>;
  readonly listings: readonly ListingChange[];
};

/**
 * Explains the later day by the earlier one.
 *
 * @param bench  of the days' world and seed
 * @param order  in which the factors are swapped; each once
 */
export function explainChange(
  bench: WhyBench,
  before: ObservedDay,
  after: ObservedDay,
  store: number,
  order: readonly Factor[] = factors,
): Explanation {
  const { world, key: seed } = bench.engine;
  const blend = beginBlend({ world, seed }, before, after, store);
  const steps = [expected(bench, blend)];
  for (const factor of order) {
    const touched = swapFactor(blend, factor);
    const last = steps.at(-1)!;
    if (touched === "nothing") steps.push(last);
    else if (touched === "money") steps.push(priced(bench, blend, last.sales));
    else steps.push(expected(bench, blend, touched));
  }
  const [from, to] = [realizedOf(world, before, store), realizedOf(world, after, store)];
  const changes = figures.map((name): [FigureName, FigureChange] => {
    const totals = steps.map(({ made }) => totalOf(made, name));
    const parts = order.map((factor, at) => [factor, totals[at + 1]! - totals[at]!]);
    const aside = asides.map((one) => [one, to[name].aside[one] - from[name].aside[one]]);
    const [value, valueBefore] = [to[name].value, from[name].value];
    const explained = [...parts, ...aside].reduce((total, [, part]) => total + Number(part), 0);
    return [
      name,
      {
        before: valueBefore,
        after: value,
        parts: Object.fromEntries(parts) as Record<Factor, number>,
        luck: value - valueBefore - explained,
        aside: Object.fromEntries(aside) as Record<Aside, number>,
      },
    ];
  });
  return {
    order,
    figures: Object.fromEntries(changes) as Record<FigureName, FigureChange>,
    listings: listingChanges(blend, order, steps),
  };
}

type Step = { readonly sales: OwnSales; readonly made: ListingFigures };

function expected(bench: WhyBench, blend: Blend, touched: "own" | "all" = "all"): Step {
  return priced(bench, blend, expectedDay(bench, blend, touched));
}

function priced(bench: WhyBench, blend: Blend, sales: OwnSales): Step {
  return { sales, made: figuresOf(blend, sales, bench.engine.work) };
}

function listingChanges(
  blend: Blend,
  order: readonly Factor[],
  steps: readonly Step[],
): readonly ListingChange[] {
  const { markets } = blend.world.sizes;
  const { rows } = ownListings(blend);
  const changes: ListingChange[] = [];
  for (let at = 0; at < rows.length * markets; at++) {
    const partsOf = (name: FigureName) =>
      Object.fromEntries(
        order
          .map((factor, step): [Factor, number] => [
            factor,
            steps[step + 1]!.made[name][at]! - steps[step]!.made[name][at]!,
          ])
          .filter(([, part]) => part !== 0),
      ) as Partial<Record<Factor, number>>;
    const parts = {
      orders: partsOf("orders"),
      sales: partsOf("sales"),
      profit: partsOf("profit"),
    };
    if (figures.every((name) => Object.keys(parts[name]).length === 0)) continue;
    changes.push({ row: rows[Math.floor(at / markets)]!, market: at % markets, parts });
  }
  return changes;
}
