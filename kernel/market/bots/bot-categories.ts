/**
 * Which categories bots sell in. Sellers come where money is: a category gets stores by its visits
 * and, as dear goods leave more of the same price for sending, a power of what its goods cost. So
 * none of them is a gold mine and whose lot it is decides little (market.md 14).
 */
import { convertMinor } from "../../money/convert.ts";
import { exp } from "../../number/exp.ts";
import { log } from "../../number/log.ts";
import { permutation } from "../../random/permutation.ts";
import type { Key } from "../../random/philox.ts";
import { address, purpose } from "../../random/purpose.ts";
import { keptBySeason, type KeyedWorld } from "../world/kept-by-season.ts";
import { currencyNumber } from "../world/lookups.ts";
import type { World } from "../world/world.ts";

/** Categories of each store. */
const perStore = 2;

const dealtTo = keptBySeason(deal);

/** The categories of a store, dealt anew in every season; one alone where there is only one. */
export function categoriesOf(world: World, store: number, key: Key): readonly number[] {
  const dealt = dealtTo({ world, key });
  const at = perStore * store;
  const first = dealt[at]!;
  const second = dealt[at + 1]!;
  return first === second ? [first] : [first, second];
}

/** Every round of as many places as there are categories holds each of them by its pull. */
function deal({ world, key }: KeyedWorld): Int32Array {
  const { categories } = world.source;
  const count = categories.length;
  const shares = pullOf(world);
  const places = perStore * world.source.scenario.bots.stores;
  const dealt = new Int32Array(places);
  const given = new Float64Array(count);
  for (let from = 0; from < places; from += count) {
    const many = Math.min(count, places - from);
    const round = Array.from({ length: many }, () => nextCategory(shares, given));
    const order = permutation(
      many,
      Math.floor(from / count),
      0,
      0,
      address(purpose.categoryDeal),
      key,
    );
    for (let i = 0; i < many; i++) dealt[from + i] = round[order[i]!]!;
    part(dealt, from, many);
  }
  return dealt;
}

/** The category that is most behind its share of the places given so far. */
function nextCategory(shares: Float64Array, given: Float64Array): number {
  let best = 0;
  for (let category = 1; category < shares.length; category++) {
    const behind = (given[category]! + 0.5) / shares[category]!;
    if (behind < (given[best]! + 0.5) / shares[best]!) best = category;
  }
  given[best]!++;
  return best;
}

/** No store gets a category twice as long as a later place of the round has another one. */
function part(dealt: Int32Array, from: number, many: number): void {
  for (let at = from; at + 1 < from + many; at += perStore) {
    for (let other = at + 2; dealt[at] === dealt[at + 1] && other < from + many; other++) {
      const swapped = dealt[other]!;
      dealt[other] = dealt[at + 1]!;
      dealt[at + 1] = swapped;
    }
  }
}

/** Share of sellers that each category draws. */
function pullOf(world: World): Float64Array {
  const power = world.parameters["bot.costPull"];
  const pull = visitsBy(world).map((visits, at) => visits * exp(power * meanLogCost(world, at)));
  const all = pull.reduce((sum, one) => sum + one, 0);
  return pull.map((one) => one / all);
}

/** Visits of a day by category. */
function visitsBy({ sizes, visits }: World): Float64Array {
  const { categories, queries, markets } = sizes;
  const sums = new Float64Array(categories);
  for (let market = 0; market < markets; market++) {
    for (let category = 0; category < categories; category++) {
      const first = (market * categories + category) * queries;
      for (let query = 0; query < queries; query++) sums[category]! += visits[first + query]!;
    }
  }
  return sums;
}

/** Mean of the logarithms of what a category's goods cost, books' currency; 0 without goods. */
function meanLogCost(world: World, category: number): number {
  const { source, currencies, startRateE8, base } = world;
  let sum = 0;
  let count = 0;
  for (const { category: own, unitCostMinor, costCurrency } of source.products) {
    if (own !== category) continue;
    const from = currencyNumber(world, costCurrency);
    const [paid, kept] = [currencies[from]!, currencies[base]!];
    const minor = convertMinor(unitCostMinor, paid, kept, startRateE8[from]!, startRateE8[base]!);
    sum += log(Math.max(1, minor));
    count++;
  }
  return count === 0 ? 0 : sum / count;
}
