/**
 * Logs of small classes as they are written, not played: honest stores in many habits, and one
 * planted case of each kind that the log alone can show.
 */
import type { StoreDecision } from "../../decisions/decision.ts";
import { exampleScores } from "../../examples/example-season.ts";
import type { SignedEntry } from "../signed-entry.ts";
import type { Member } from "../team-shares.ts";
import type { Luck } from "./luck.ts";
import { plantedCases, type Planted, type PlantedCases } from "./planted-cases.ts";
import { productsOf, type Shown } from "./shown.ts";
import { listingOf, numbersOfDay } from "./written-decisions.ts";
import { clockOf, teamOf, writerOf } from "./written-people.ts";

export const writtenStores = 14;
export const writtenDays = 16;

export type WrittenSeason = {
  readonly entries: readonly SignedEntry[];
  readonly members: readonly Member[];
  readonly planted: readonly Planted[];
};

export function writeSeason(luck: Luck, shown: Shown): WrittenSeason {
  const stores = Array.from({ length: writtenStores }, (_, store) => store);
  const cases = plantedCases(luck, stores);
  const members = stores.flatMap((store) => teamOf(luck, store, cases));
  const entries: SignedEntry[] = [];
  const counts = new Map<number, number>();
  for (let day = 1; day <= writtenDays; day++) {
    for (const store of stores) {
      const decisions = decisionsOf(luck, shown, cases, store, day);
      const clock = clockOf(luck, cases, store, day, decisions.length);
      decisions.forEach((decision, at) => {
        const number = counts.get(store) ?? 0;
        counts.set(store, number + 1);
        const author = writerOf(luck, members, cases, store, day, number);
        entries.push({ store, number, day, author, atSecond: clock(at), decision });
      });
    }
  }
  return { entries, members, planted: cases.planted };
}

/** A store writes its listings in the first days, then changes numbers and some texts. */
function decisionsOf(
  luck: Luck,
  shown: Shown,
  cases: PlantedCases,
  store: number,
  day: number,
): readonly StoreDecision[] {
  const decisions: StoreDecision[] = [];
  productsOf(luck, shown, cases, store).forEach((product, place) => {
    const first = 1 + (place % 2) + luck.below(2, store, product, 10);
    const mends = cases.slipOf(store, product) && day === first + 1;
    if (day !== first && !mends) return;
    const sku = shown.world.source.products[product]!.sku;
    const market = shown.world.marketIds[0]!;
    const listing = listingOf(luck, shown, cases, store, product, mends);
    const scores = exampleScores(shown.world);
    const what = { sku, market, listing, scores };
    decisions.push(
      mends
        ? { kind: "edit-listing", ...what }
        : {
            kind: "publish-listing",
            ...what,
            priceMinor: Math.max(1, shown.proposed[product * 2]!),
          },
    );
  });
  decisions.push(...numbersOfDay(luck, shown, cases, store, day));
  return decisions;
}
