import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import {
  closeDay,
  hand,
  people,
  practiceHouse,
  type PracticeHouse,
  runningSeason,
  type Wish,
} from "../testing/practice-class.ts";
import { sellingStore } from "../testing/selling-store.ts";

suite("a store's bundles", () => {
  let house: PracticeHouse;
  before(async () => {
    house = await practiceHouse();
  });
  after(() => house.stop());

  const check = "POST /practice/seasons/:season/stores/:store/check";
  const ordersOf = "GET /practice/seasons/:season/stores/:store/orders";
  const told = "GET /practice/seasons/:season/stores/:store/promotions";
  const student = people.student(2);
  type Run = Extract<Wish, { kind: "run-promotion" }>;

  /** A store with two products on sale in one market, and a bundle of them to be wished for. */
  async function bundling() {
    const season = await runningSeason(house, 8, {}, 1);
    const selling = { place: 2, products: 2, feeMinor: 300, priceBp: 8_000 };
    const { store } = await sellingStore(house, season, selling);
    const where = { season, store };
    const shown = "GET /practice/seasons/:season/stores/:store/products";
    const [first, second] = (await house.call(student, shown, { where })).body.offers;
    const marketsOf = (offer: typeof first) =>
      offer!.listings.flatMap(({ state, market }) => (state === "live" ? [market] : []));
    const market = marketsOf(first).find((one) => marketsOf(second).includes(one))!;
    const [sku, other] = [first!.sku, second!.sku];
    // What little there is on the first days is sold where the bundle is.
    const elsewhere = [first!, second!].flatMap((offer) =>
      marketsOf(offer)
        .filter((one) => one !== market)
        .map((one): Wish => ({ kind: "withdraw-listing", sku: offer.sku, market: one })),
    );
    assert.equal((await hand(house, season, store, 2, 1, elsewhere)).code, null);
    const wish: Run = {
      kind: "run-promotion",
      promotion: "bundle",
      sku,
      market,
      depthBp: 8_000,
      from: 1,
      to: 7,
      others: [other],
    };
    return { season, store, where, market, sku, other, wish };
  }
  type Bundling = Awaited<ReturnType<typeof bundling>>;

  /** Lines of orders of bundles, once there are any: who takes one, and when, is luck. */
  async function linesOf({ season, where, market }: Bundling) {
    for (let day = 1; day < 7; day += 1) {
      await closeDay(house, season, day);
      const { body } = await house.call(student, ordersOf, {
        where,
        asks: { market, limit: "200" },
      });
      const lines = body.items.filter(({ orderedWith }) => orderedWith.length > 0);
      if (lines.length > 0) return lines;
    }
    return assert.fail("nobody took a set");
  }

  test("what its products pay is told before, and why it may not be", async () => {
    const { where, sku, other, wish } = await bundling();
    const body = { wishes: [wish, { ...wish, from: 8, to: 8, others: [] }] };
    const [accepted, refused] = (await house.call(student, check, { where, body })).body.items;
    assert.ok(accepted?.kind === "accepted" && accepted.promotion !== null);
    const { bundle } = accepted.promotion;
    assert.deepEqual(
      bundle.map((one) => one.sku),
      [sku, other],
    );
    for (const { inSetMinor, aloneMinor, takeBp } of bundle) {
      assert.ok(inSetMinor < aloneMinor && takeBp > 0);
    }
    assert.ok(refused?.kind === "refused");
    assert.equal(refused.refusal.code, "practice/bundle-not-allowed");
  });

  test("an order of it has all of its products, one buyer, and the set's price", async () => {
    const shop = await bundling();
    const { season, store, where, wish, other } = shop;
    assert.equal((await hand(house, season, store, 2, 1, [wish])).code, null);
    const lines = await linesOf(shop);
    for (const line of lines) {
      const [beside] = line.orderedWith;
      const second = lines.find(({ id }) => id === beside!.id)!;
      const { id, sku, name, totalMinor } = line;
      assert.deepEqual(second.orderedWith, [{ ...beside, id, sku, name, totalMinor }]);
      assert.equal(second.cameAlong, !line.cameAlong);
      assert.deepEqual([second.buyer, second.city], [line.buyer, line.city]);
      assert.deepEqual(line.promotions, ["bundle"]);
      const full = line.priceMinor + line.offMinor + second.priceMinor + second.offMinor;
      const paid = line.priceMinor + second.priceMinor;
      assert.equal(paid, Math.floor((full * 2_000 + 5_000) / 10_000));
      const { body: view } = await house.call(student, `${ordersOf}/:order`, {
        where: { ...where, order: id },
      });
      assert.equal(view.earned.find(({ code }) => code === "sales")?.minor, totalMinor);
    }
    const [row] = (await house.call(student, told, { where })).body.promotions;
    assert.deepEqual([row!.kind, row!.others], ["bundle", [other]]);
    assert.equal(row!.orders, lines.filter(({ cameAlong }) => !cameAlong).length);
    assert.equal(
      row!.units,
      lines.reduce((sum, { units }) => sum + units, 0),
    );
    assert.ok(row!.moreUnitsMilli > 0);
  });
});
