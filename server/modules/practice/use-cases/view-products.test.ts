import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { noticeKinds } from "@echelon/kernel/market/state/tables.ts";
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
import { sellingStore } from "../testing/selling-store.ts";

suite("a store's listings", () => {
  let house: PracticeHouse;
  before(async () => {
    house = await practiceHouse();
  });
  after(() => house.stop());

  /** A product that was chosen, and what its editor says in the season's first market. */
  async function chosen(season: string, place: number) {
    const store = await openStore(house, season, place);
    const [sku = ""] = await choosableSkus(house, season, store, place);
    await hand(house, season, store, place, 1, [{ kind: "select-product", sku }]);
    const student = people.student(place);
    const seen = await house.call(student, "GET /practice/seasons/:season", { where: { season } });
    const market = seen.body.markets[0]!.code;
    const where = { season, store, sku, market };
    const look = async () =>
      (
        await house.call(
          student,
          "GET /practice/seasons/:season/stores/:store/products/:sku/:market",
          { where },
        )
      ).body;
    const publish = (photoLevel: 0 | 1 | 2 | 3): Wish => ({
      kind: "publish-listing",
      sku,
      market,
      priceMinor: 2_500,
      listing: { title: "A thing", keywords: [], text: "", attributes: {}, photoLevel },
    });
    return { store, student, look, publish };
  }

  test("one that was put on sale today waits for the close, and no longer", async () => {
    const season = await runningSeason(house);
    const { store, look, publish } = await chosen(season, 0);
    assert.equal((await look()).row.isWaiting, false);
    await hand(house, season, store, 0, 1, [publish(0)]);
    const handed = (await look()).row;
    assert.deepEqual([handed.state, handed.isWaiting], ["live", true]);
    await closeDay(house, season, 1);
    const open = (await look()).row;
    assert.deepEqual([open.state, open.isWaiting], ["live", false]);
  });

  test("pictures cost in the editor what is paid for them", async () => {
    // Why: each set said that its price stands elsewhere, because the editor knew none.
    const season = await runningSeason(house);
    const { store, student, look, publish } = await chosen(season, 1);
    const { photoCosts, row } = await look();
    assert.equal(row.state, "unlisted");
    assert.ok(photoCosts[1]! > 0 && photoCosts[2]! > 0 && photoCosts[3]! > 0);
    for (const level of [1, 2, 3] as const) {
      const asked = await house.call(
        student,
        "POST /practice/seasons/:season/stores/:store/check",
        { where: { season, store }, body: { wishes: [publish(level)] } },
      );
      const [projection] = asked.body.items;
      const shown = photoCosts.slice(1, level + 1).reduce((sum, cost) => sum + cost, 0);
      assert.ok(projection?.kind === "accepted");
      assert.equal(-projection.cashMinor, shown);
    }
  });

  test("promotions that a cap or the platform ended are over", async () => {
    const season = await runningSeason(house, 8, {}, 1);
    const wish = { place: 3, products: 1, feeMinor: 300, priceBp: 8_000 };
    const { store } = await sellingStore(house, season, wish);
    const student = people.student(3);
    const where = { season, store };
    const shown = "GET /practice/seasons/:season/stores/:store/products";
    const [{ sku, listings } = assert.fail()] = (await house.call(student, shown, { where })).body
      .offers;
    const { market } = listings.find(({ state }) => state === "live")!;
    const promote = (promotion: "coupon" | "price-cut", capUnits?: number): Wish => {
      const terms = { kind: "run-promotion", sku, market, depthBp: 3_000, from: 1, to: 7 } as const;
      return { ...terms, promotion, ...(capUnits === undefined ? {} : { capUnits }) };
    };
    const wishes = [promote("coupon", 1), promote("price-cut")];
    assert.equal((await hand(house, season, store, 3, 1, wishes)).code, null);
    const told = async () =>
      (
        await house.call(student, "GET /practice/seasons/:season/stores/:store/promotions", {
          where,
        })
      ).body.promotions.map(({ kind, state, lastDay }) => [kind, state, lastDay]);
    // The one piece goes when somebody buys, which in this season somebody does within five days.
    let day = 0;
    do {
      day += 1;
      assert.ok(day <= 5, "nobody bought with the coupon");
      await closeDay(house, season, day);
    } while ((await told())[1]?.[1] === "running");
    assert.deepEqual(await told(), [
      ["price-cut", "running", 7],
      ["coupon", "ended", day],
    ]);
    await closeDay(house, season, day + 1);
    // The platform finds a false price by chance: here the test says so in its place.
    await house.app.means.database.rows({
      name: "test.find-false-price",
      text: `insert into practice.notice (season_id, branch, day, line, store, kind, subject,
               market, value)
             select p.season_id, p.branch, p.day, 9999, p.store, $3, p.offer, p.market, 1
             from practice.promotion_day p
             where p.season_id = $1 and p.store = $2 and p.day = $4`,
      values: [season, Number(store), noticeKinds.indexOf("false-list-price"), day + 1],
    });
    assert.deepEqual(await told(), [
      ["price-cut", "ended", day],
      ["coupon", "ended", day],
    ]);
  });

  test("what promotions take off is on the order, and in the report of them", async () => {
    const season = await runningSeason(house, 8, {}, 1);
    const wish = { place: 2, products: 1, feeMinor: 300, priceBp: 12_000 };
    const { store } = await sellingStore(house, season, wish);
    const student = people.student(2);
    const where = { season, store };
    const { body: products } = await house.call(
      student,
      "GET /practice/seasons/:season/stores/:store/products",
      { where },
    );
    const { sku, listings } = products.offers[0]!;
    const { market } = listings.find(({ state }) => state === "live")!;
    const promote = (change: Partial<Extract<Wish, { kind: "run-promotion" }>>): Wish => {
      const base = { sku, market, depthBp: 3_000, from: 1, to: 3 };
      return { kind: "run-promotion", ...base, ...change };
    };
    const asked = await house.call(student, "POST /practice/seasons/:season/stores/:store/check", {
      where,
      body: { wishes: [promote({ promotion: "multi-piece", pieces: 2 })] },
    });
    const [projection] = asked.body.items;
    assert.ok(projection?.kind === "accepted" && projection.promotion !== null);
    const [one, two] = projection.promotion.pieces;
    assert.ok(one!.paidMinor === one!.fullMinor && two!.paidMinor < two!.fullMinor);
    const wishes = [promote({ promotion: "multi-piece", pieces: 2 }), promote({})];
    assert.equal((await hand(house, season, store, 2, 1, wishes)).code, null);
    const third = await hand(house, season, store, 2, 1, [promote({ promotion: "coupon" })]);
    assert.equal(third.code, "practice/promotion-overlap");
    await closeDay(house, season, 1);
    const told = await house.call(
      student,
      "GET /practice/seasons/:season/stores/:store/promotions",
      { where },
    );
    assert.deepEqual(
      told.body.promotions.map(({ kind, state, isShared }) => [kind, state, isShared]),
      [
        ["price-cut", "running", true],
        ["multi-piece", "running", true],
      ],
    );
    const { body: orders } = await house.call(
      student,
      "GET /practice/seasons/:season/stores/:store/orders",
      { where, asks: { day: "1", market } },
    );
    const paid = orders.items.reduce((sum, { totalMinor }) => sum + totalMinor, 0);
    const off = orders.items.reduce((sum, row) => sum + row.units * row.offMinor, 0);
    assert.ok(paid > 0 && off > 0, "nobody bought");
    for (const { revenueMinor, offMinorInAll } of told.body.promotions) {
      assert.deepEqual([revenueMinor, offMinorInAll], [paid, off]);
    }
    for (const { id } of orders.items) {
      const { body: order } = await house.call(
        student,
        "GET /practice/seasons/:season/stores/:store/orders/:order",
        { where: { ...where, order: id } },
      );
      const minorOf = (code: string) => order.lines.find((line) => line.code === code)?.minor ?? 0;
      const parts = ["goods", "discount", "freight", "tax"].map(minorOf);
      assert.equal(
        parts.reduce((sum, part) => sum + part, 0),
        minorOf("total"),
      );
      assert.ok(minorOf("discount") < 0);
      const sales = order.earned.find(({ code }) => code === "sales");
      assert.equal(sales?.minor, order.order.totalMinor);
    }
  });
});
