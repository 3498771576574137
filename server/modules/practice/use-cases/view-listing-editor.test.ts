import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { storeRows } from "../store/report-store.ts";
import {
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

  test("a sandbox season shows its keyword table first and what each deal came from", async () => {
    const season = await runningSeason(house, 3, { scenario: "classic-sandbox", bots: 0 });
    const { store } = await sellingStore(house, season, {
      place: 1,
      products: 2,
      feeMinor: 0,
      priceBp: 9_500,
    });
    const where = { season, store };
    const at = "/practice/seasons/:season/stores/:store";
    const ask = (who: ReturnType<typeof people.student>) =>
      house.call(who, `GET ${at}/keyword-table`, { where });
    const { body: table } = await ask(people.student(1));
    assert.deepEqual((await ask(people.teacher)).body, table);
    const [cell] = table.cells;
    for (const { conversions, crowds } of cell!.keywords)
      assert.equal(
        crowds.reduce((sum, units) => sum + units, 0),
        conversions,
      );

    const offers = await house.call(people.student(1), `GET ${at}/products`, { where });
    const { sku } = offers.body.offers[0]!;
    const editor = await house.call(people.student(1), `GET ${at}/products/:sku/:market`, {
      where: { ...where, sku, market: "us" },
    });
    const own = table.cells.find(
      ({ market, category }) => market === "us" && category === editor.body.product.category.id,
    )!;
    const price = (priceMinor: number): Wish => ({
      kind: "set-price",
      sku,
      market: "us",
      priceMinor,
    });
    assert.equal((await hand(house, season, store, 1, 1, [price(own.mostMinor)])).code, null);
    assert.equal(
      (await hand(house, season, store, 1, 1, [price(own.mostMinor + 1)])).code,
      "practice/price-not-allowed",
    );
    await hand(house, season, store, 1, 1, [price(own.referenceMinor)]);
    for (const day of [1, 2]) await closeDay(house, season, day);

    const { body: deals } = await house.call(people.student(1), `GET ${at}/deals`, {
      where,
      asks: { day: "2" },
    });
    const sql = house.app.means.database;
    const listed = await storeRows(sql, "listings", season, Number(store), 2, 2);
    const dealt = deals.lines.flatMap(({ crowds }) => crowds.map(({ units }) => units));
    const sum = (units: readonly number[]) => units.reduce((total, one) => total + one, 0);
    assert.ok(sum(dealt) > 0, "the store sold something");
    assert.equal(sum(dealt), sum(listed.map(({ units }) => units)));
  });

  test("a season of shoppers has no keyword table", async () => {
    const season = await runningSeason(house);
    const store = await openStore(house, season, 2);
    const answer = await house.call(
      people.student(2),
      "GET /practice/seasons/:season/stores/:store/keyword-table",
      { where: { season, store } },
    );
    assert.equal(answer.code, "practice/module-off");
  });
});
