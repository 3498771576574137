import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import {
  choosableSkus,
  closeDay,
  hand,
  openStore,
  people,
  practiceHouse,
  type PracticeHouse,
  runningSeason,
  type Wish,
} from "../testing/practice-class.ts";

suite("how a store has its goods made", () => {
  let house: PracticeHouse;
  before(async () => {
    house = await practiceHouse();
  });
  after(() => house.stop());

  const stockOf = async (season: string, store: string) => {
    const does = "GET /practice/seasons/:season/stores/:store/stock";
    return (await house.call(people.student(0), does, { where: { season, store } })).body;
  };

  test("what was shown is what a purchase costs, and goods that come are better", async () => {
    const season = await runningSeason(house, 60);
    const store = await openStore(house, season, 0);
    const [sku = ""] = await choosableSkus(house, season, store, 0);
    await hand(house, season, store, 0, 1, [{ kind: "select-product", sku }]);
    const before = (await stockOf(season, store)).supply[0]!;
    const { make } = before;
    assert.deepEqual([make?.label, make?.tier, make?.fitMilli], ["generic", 1, 0]);
    const way = make!.ways.find(({ label, tier }) => label === "brand" && tier === 3)!;
    assert.ok(way.unitMinor > before.unitCostMinor && way.fitMilli > 0);
    const choose: Wish = { kind: "choose-tier", sku, label: "brand", tier: 3 };
    const chosen = await hand(house, season, store, 0, 1, [choose]);
    assert.equal(chosen.code, null);
    assert.equal((await hand(house, season, store, 0, 1, [choose])).code, "practice/tier-is-that");
    const { moq, unitCostMinor } = (await stockOf(season, store)).supply[0]!;
    assert.ok(Math.abs(unitCostMinor - way.unitMinor) <= 1, "the price list is of the new make");
    await hand(house, season, store, 0, 1, [{ kind: "place-purchase", sku, units: moq }]);
    const { arrivals } = await stockOf(season, store);
    const bought = arrivals.find((coming) => coming.sku === sku)!;
    assert.ok(Math.abs(bought.costMinor - way.unitMinor * moq) <= moq);
    for (let day = 1; day <= bought.dueOn; day += 1) await closeDay(house, season, day);
    const { supply } = await stockOf(season, store);
    const made = supply[0]!.make!;
    assert.ok(made.fitMilli > 0 && made.fitMilli <= way.fitMilli);
    assert.ok(made.brandMilli > 0);
    const log = "GET /practice/seasons/:season/stores/:store/decisions";
    const { items } = (await house.call(people.student(0), log, { where: { season, store } })).body;
    const { facts } = items.find(({ kind }) => kind === "choose-tier")!;
    assert.deepEqual([facts["sku"], facts["label"], facts["tier"]], [sku, "brand", 3]);
  });

  test("a season without tiers shows none", async () => {
    const season = await runningSeason(house, 4);
    const store = await openStore(house, season, 0);
    const [sku = ""] = await choosableSkus(house, season, store, 0);
    await hand(house, season, store, 0, 1, [{ kind: "select-product", sku }]);
    assert.equal((await stockOf(season, store)).supply[0]!.make, null);
  });
});
