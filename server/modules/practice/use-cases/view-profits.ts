import type { ProfitsView, StoreProfit } from "@echelon/contract/practice/debrief.ts";
import { type Outcome, ok } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { PracticeMeans } from "../means.ts";
import { type ProfitSums, readProfitSums } from "../store/profit-store.ts";
import { readProfits, type StoreSums } from "../store/sums-store.ts";
import { findDebrief } from "./find-debrief.ts";
import { nameStandings } from "./name-stores.ts";
import { readStandings } from "./rank-stores.ts";

/**
 * What every store of people sold and spent, line by line, and its most different day: the parts
 * by which one store is behind another.
 */
export async function viewProfits(
  means: PracticeMeans,
  caller: Caller,
  season: string,
): Promise<Outcome<ProfitsView>> {
  const found = await findDebrief(means.database, caller, season);
  if (!found.ok) return found;
  const { row, day } = found.value;
  const sql = means.database;
  const ranked = await readStandings(means, row, day);
  const rows = await nameStandings(sql, ranked.rows, found.value, caller.person);
  const sums = new Map((await readProfitSums(sql, season, 1, day)).map((one) => [one.store, one]));
  const days = Map.groupBy(await readProfits(sql, season, 1, day), ({ store }) => store);
  const stores = rows
    .filter(({ isBot, isAgent }) => !isBot && !isAgent)
    .flatMap((one, index): StoreProfit[] => {
      const { store, name, scoreMilli } = one;
      const sum = sums.get(store);
      if (sum === undefined) return [];
      return [
        {
          rank: index + 1,
          store,
          name,
          profitMinor: sum.profit,
          scoreMilli,
          parts: partsOf(one),
          lines: linesOf(sum),
          turn: largestTurn(days.get(store) ?? []),
        },
      ];
    });
  return ok({ day, median: medianOf(stores), stores });
}

const partsOf = (one: StoreSums): StoreProfit["parts"] => ({
  profit: one.profitMilli,
  customer: one.customerMilli,
  operations: one.operationsMilli,
  process: one.processMilli,
});

function linesOf(sum: ProfitSums): StoreProfit["lines"] {
  const { sales, goods, commission, shipping, duty, ads, other } = sum;
  return {
    sales,
    goods: 0 - goods,
    commission: 0 - commission,
    shipping: 0 - shipping,
    duty: 0 - duty,
    ads: 0 - ads,
    other: 0 - other,
  };
}

/** The day that differs most from the one before it, the earlier of two that do so equally. */
function largestTurn(
  days: readonly { readonly day: number; readonly profitMinor: number }[],
): StoreProfit["turn"] {
  let turn: StoreProfit["turn"] = null;
  for (const [at, { day, profitMinor: afterMinor }] of days.entries()) {
    const before = days[at - 1];
    if (before === undefined || before.day !== day - 1) continue;
    const { profitMinor: beforeMinor } = before;
    const size = Math.abs(afterMinor - beforeMinor);
    if (turn === null || size > Math.abs(turn.afterMinor - turn.beforeMinor)) {
      turn = { day, beforeMinor, afterMinor };
    }
  }
  return turn;
}

function medianOf(stores: readonly StoreProfit[]): number | null {
  const ranked = stores.toSorted((a, b) => a.profitMinor - b.profitMinor || a.store - b.store);
  return ranked[Math.floor(ranked.length / 2)]?.store ?? null;
}
