import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { storeRows } from "../store/report-store.ts";
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

suite("the listing editor", () => {
  let house: PracticeHouse;
  before(async () => {
    house = await practiceHouse();
  });
  after(() => house.stop());

  test("says what an ad click cost the class on the last day, and nothing before", async () => {
    const season = await runningSeason(house);
    const { store } = await sellingStore(house, season, {
      place: 0,
      products: 1,
      feeMinor: 0,
      priceBp: 10_000,
    });
    const where = { season, store };
    const listed = await house.call(
      people.student(0),
      "GET /practice/seasons/:season/stores/:store/products",
      { where },
    );
    const { sku } = listed.body.offers[0]!;
    const market = listed.body.offers[0]!.listings.find(({ state }) => state === "live")!.market;
    const prices = async () => {
      const { body } = await house.call(
        people.student(0),
        "GET /practice/seasons/:season/stores/:store/products/:sku/:market",
        { where: { ...where, sku, market } },
      );
      return new Map(body.keywords.map(({ query, clickTicks }) => [query, clickTicks]));
    };
    assert.deepEqual(new Set((await prices()).values()), new Set([null]));

    const bid: Wish = {
      kind: "set-bid",
      campaign: 0,
      sku,
      keyword: "",
      match: "auto",
      bidTicks: 20_000,
    };
    const handed = await hand(house, season, store, 0, 1, [
      { kind: "open-campaign", name: "Ads", dailyBudgetTicks: 2_000_000, markets: [market] },
      bid,
    ]);
    assert.equal(handed.code, null);
    await closeDay(house, season, 1);

    const sql = house.app.means.database;
    const rows = await storeRows(sql, "searches", season, Number(store), 1, 1);
    const paid = rows.filter(({ adClicks }) => adClicks > 0);
    assert.ok(paid.length > 0, "the bid won clicks");
    const shown = await prices();
    for (const { query, adTicks, adClicks } of paid)
      assert.equal(shown.get(query), Math.round(adTicks / adClicks));
    for (const [query, price] of shown)
      assert.equal(price === null, !paid.some((row) => row.query === query));
  });
});
