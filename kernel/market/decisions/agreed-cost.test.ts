import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { exampleBank } from "../examples/example-finance.ts";
import { exampleOffSite, ownStore, playShop } from "../examples/example-off-site.ts";
import type { ExampleOptions } from "../examples/example-world.ts";
import { beginnersLog, entry, exampleSeason } from "../examples/example-season.ts";
import { closeDay } from "../day.ts";
import { firstSeat, type Season } from "../state/season.ts";
import { agreedCost } from "./agreed-cost.ts";
import { addToPreview, checkDecision, previewDay } from "./check-decision.ts";
import { type LogEntry, type StoreDecision, unnumbered } from "./decision.ts";
import { tenderOf } from "../sourcing/tenders.ts";

/** A season in which a person's store has had its first day. */
function shop(modules: ExampleOptions["modules"] = {}) {
  const { season, work } = exampleSeason({ modules });
  const { state } = closeDay(season, beginnersLog(season.world), work);
  const { world } = season;
  const store = firstSeat(world);
  const { sku } = world.source.products[0]!;
  return { season: { ...season, state }, store, sku, markets: [...world.marketIds] };
}

/** What each decision costs, one carried out after the other; a refused one is a mistake. */
function costs(
  of: Season,
  by: number,
  decisions: readonly StoreDecision[],
  before: LogEntry[] = [],
) {
  const preview = previewDay(of, before);
  return decisions.map((wish, number) => {
    const ruling = checkDecision(preview, by, wish);
    if (ruling.kind === "refused") throw new Error(JSON.stringify(ruling));
    const { decision, cashMinor } = ruling.effect;
    const cost = agreedCost(preview, by, decision, cashMinor);
    addToPreview(preview, { store: by, number, day: 2, decision });
    return cost;
  });
}

const { season, store, sku, markets } = shop();

test("a purchase costs all that is agreed on, however much of it is paid now", () => {
  const units = fc.integer({ min: 200, max: 2_000 });
  fc.assert(
    fc.property(units, (asked) => {
      const buy = { kind: "place-purchase", sku, units: asked } as const;
      const ruling = checkDecision(season, store, buy);
      if (ruling.kind === "refused") return;
      const [cost] = costs(season, store, [buy]);
      assert.ok(cost!.costMinor > -ruling.effect.cashMinor, "the balance is due on arrival");
      assert.equal(cost!.addedMinor, cost!.costMinor);
    }),
    { numRuns: 20 },
  );
});

test("a campaign costs its day, and adds what it raises; resumed, all of it again", () => {
  const budget = fc.integer({ min: 100_000, max: 2_000_000 });
  const campaign = season.state.campaignsOfStore[store]!;
  fc.assert(
    fc.property(budget, budget, (first, second) => {
      const plan = { campaign, name: "a", markets };
      const opened = { kind: "open-campaign", ...plan, dailyBudgetTicks: first } as const;
      const edited = { kind: "edit-campaign", ...plan, dailyBudgetTicks: second } as const;
      const stop = { kind: "stop-campaign", campaign } as const;
      const resume = { kind: "resume-campaign", campaign } as const;
      const all = costs(season, store, [opened, edited, stop, edited, resume, resume]);
      const [a, b] = [all[0]!.costMinor, all[1]!.costMinor];
      assert.ok(a > 0 && b > 0);
      assert.deepEqual(
        all.map(({ costMinor, addedMinor }) => [costMinor, addedMinor]),
        [
          [a, a],
          [b, Math.max(0, b - a)],
          [0, 0],
          [0, 0],
          [b, b],
          [b, 0],
        ],
      );
    }),
    { numRuns: 20 },
  );
});

test("a sealed bid adds what it raises the bid that stood, for media and for tenders", () => {
  const shopOff = exampleOffSite();
  const by = ownStore(shopOff.season);
  const media = (bidMinor: number): StoreDecision => ({
    kind: "buy-media",
    market: "us",
    slot: 0,
    bidMinor,
    acceptedAt: 0,
  });
  const { season: opened } = playShop(shopOff, {}, 1);
  const [low, high, lower, back] = costs(opened, by, [20_000, 30_000, 25_000, 0].map(media));
  assert.deepEqual(low, { costMinor: 20_000, addedMinor: 20_000 });
  assert.deepEqual(high, { costMinor: 30_000, addedMinor: 10_000 });
  assert.deepEqual(lower, { costMinor: 25_000, addedMinor: 0 });
  assert.deepEqual(back, { costMinor: 0, addedMinor: 0 });

  const modules = { exchange: false, loans: false, tenders: true };
  const bank = exampleBank({ modules, stores: 4, days: 12 });
  const { world, seed } = bank.season;
  const tender = tenderOf({ world, key: seed }, 0)!;
  const { sku: lotSku } = world.source.products[tender.product]!;
  const bid = (unitMinor: number, units: number): StoreDecision => ({
    kind: "bid-tender",
    tender: 0,
    sku: "",
    unitMinor,
    units,
    acceptedAt: 0,
  });
  const choose: StoreDecision = { kind: "select-product", sku: lotSku, place: unnumbered };
  const price = tender.lowMinor;
  const seat = firstSeat(world);
  const told = costs(
    bank.season,
    seat,
    [choose, bid(price, 2), bid(price + 1, 3)],
    [entry(world, 0, 0)],
  );
  assert.deepEqual(told.slice(1), [
    { costMinor: 2 * price, addedMinor: 2 * price },
    { costMinor: 3 * price + 3, addedMinor: price + 3 },
  ]);
});

test("what moves no cash and agrees on none costs nothing", () => {
  const market = markets[0]!;
  const [price] = costs(season, store, [{ kind: "set-price", sku, market, priceMinor: 2_000 }]);
  assert.deepEqual(price, { costMinor: 0, addedMinor: 0 });
});

test("a reorder rule costs its next order, and adds what that is above the one it replaces", () => {
  const units = fc.tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 1_500 }));
  const rule = ([point, more]: [number, number]) =>
    ({ kind: "set-reorder-rule", sku, pointUnits: point, upToUnits: point + more }) as const;
  fc.assert(
    fc.property(units, units, (a, b) => {
      const end = { kind: "set-reorder-rule", sku, pointUnits: 0, upToUnits: 0 } as const;
      const [first, second, ended] = costs(season, store, [rule(a), rule(b), end]);
      assert.ok(first!.costMinor > 0);
      assert.equal(first!.addedMinor, first!.costMinor);
      assert.equal(second!.addedMinor, Math.max(0, second!.costMinor - first!.costMinor));
      assert.deepEqual(ended, { costMinor: 0, addedMinor: 0 });
    }),
    { numRuns: 20 },
  );
  const [small, large] = [[0, 300] as const, [0, 900] as const].map(
    ([point, more]) => costs(season, store, [rule([point, more])])[0]!.costMinor,
  );
  const bought = costs(season, store, [{ kind: "place-purchase", sku, units: 900 }])[0]!;
  assert.ok(small! < large!);
  assert.equal(large, bought.costMinor);
});

test("hiring costs a month of the wages of who is hired", () => {
  const firm = shop({ company: true, returns: true });
  const hire = (heads: number, level?: number) =>
    costs(firm.season, firm.store, [{ kind: "hire-staff", role: "operations", heads, level }])[0]!;
  assert.ok(hire(1).costMinor > 0);
  assert.ok(Math.abs(hire(3).costMinor - 3 * hire(1).costMinor) <= 2);
  assert.ok(hire(1, 3).costMinor > hire(1).costMinor);
  assert.equal(hire(2).addedMinor, hire(2).costMinor);
});
