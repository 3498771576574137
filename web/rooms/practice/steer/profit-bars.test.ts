import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { profitLines } from "@echelon/contract/practice/profit-lines.ts";
import { profitBars, referenceOf, type StoreProfit } from "./profit-bars.ts";

const minor = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });

function storeOf(store: number, amounts: readonly number[]): StoreProfit {
  const lines = Object.fromEntries(
    profitLines.map((line, index) => [line, amounts[index] ?? 0]),
  ) as StoreProfit["lines"];
  const parts = { profit: -1, customer: -1, operations: -1, process: -1 };
  const profitMinor = amounts.reduce((sum, one) => sum + one, 0);
  return {
    rank: store + 1,
    store,
    name: `S${store}`,
    profitMinor,
    scoreMilli: -1,
    parts,
    lines,
    turn: null,
  };
}
const amounts = fc.array(minor, { minLength: profitLines.length, maxLength: profitLines.length });

test("the steps from one store's profit to another's sum to the last cent", () => {
  fc.assert(
    fc.property(amounts, amounts, (a, b) => {
      const [reference, store] = [storeOf(0, a), storeOf(1, b)];
      const bars = profitBars(reference, store);
      const steps = bars.slice(1, -1).reduce((sum, bar) => sum + bar.minor, 0);
      assert.equal(reference.profitMinor + steps, store.profitMinor);
      for (const bar of bars) assert.ok(bar.from <= bar.to);
    }),
  );
});

test("the best store is set beside the median one, and the median one beside the best", () => {
  const stores = [0, 1, 2].map((store) => storeOf(store, [3 - store]));
  const profits = { day: 3, median: 1, stores };
  assert.equal(referenceOf(profits, stores[2]!, "best")?.store, 0);
  assert.equal(referenceOf(profits, stores[2]!, "median")?.store, 1);
  assert.equal(referenceOf(profits, stores[0]!, "best")?.store, 1);
  assert.equal(referenceOf(profits, stores[1]!, "median")?.store, 0);
});
