import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { exampleWorld } from "../examples/example-world.ts";
import type { World } from "../world/world.ts";
import { categoriesOf } from "./bot-categories.ts";

const world = exampleWorld({ categories: 6, bots: 60, stores: 70 });

/** Visits of a day by category. */
function visitsBy({ visits, sizes }: World): number[] {
  const { categories, queries } = sizes;
  const sums = Array.from({ length: categories }, () => 0);
  visits.forEach((count, shelf) => {
    sums[Math.floor(shelf / queries) % categories]! += count;
  });
  return sums;
}

/** Products of the example cost more with every category, up to the fifth. */
function costOf(category: number): number {
  const own = world.source.products.filter((one) => one.category === category);
  const product = own.reduce((all, one) => all * one.unitCostMinor, 1);
  return Math.pow(product, 1 / own.length);
}

test("a category gets stores by visits and cost, in every deal and never a store twice", () => {
  const power = world.parameters["bot.costPull"];
  assert.ok(power > 0);
  const pull = visitsBy(world).map((count, category) => count * Math.pow(costOf(category), power));
  const all = pull.reduce((sum, one) => sum + one, 0);
  fc.assert(
    fc.property(fc.integer(), fc.integer(), (k0, k1) => {
      const dealt = Array.from({ length: 60 }, (_, store) =>
        categoriesOf(world, store, { k0, k1 }),
      );
      for (const own of dealt) assert.equal(new Set(own).size, own.length);
      // A store whose round had nothing else to give sells in one category alone: of 3,000 deals
      // two had seven such stores, and none more.
      const alone = dealt.filter((own) => own.length === 1).length;
      assert.ok(alone <= 10, `${alone} of 60`);
      pull.forEach((drawn, category) => {
        const stores = dealt.filter((own) => own.includes(category)).length;
        const fair = (120 * drawn) / all;
        assert.ok(Math.abs(stores - fair) <= 1 + alone, `${category}: ${stores} for ${fair}`);
      });
    }),
    { numRuns: 50 },
  );
});

test("another key deals other categories", () => {
  const dealt = (k0: number) =>
    Array.from({ length: 60 }, (_, store) => categoriesOf(world, store, { k0, k1: 1 }));
  assert.deepEqual(dealt(1), dealt(1));
  assert.notDeepEqual(dealt(1), dealt(2));
});
