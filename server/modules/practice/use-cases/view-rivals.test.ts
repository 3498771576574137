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
} from "../testing/practice-class.ts";

const ofStore = "/practice/seasons/:season/stores/:store" as const;

/** A season whose bots sell what the first page of the catalog shows. */
const luck = 1;

suite("what a store is told of others", () => {
  let house: PracticeHouse;
  before(async () => {
    house = await practiceHouse();
  });
  after(() => house.stop());

  test("is what they were at the last close, whatever they decide meanwhile", async () => {
    const season = await runningSeason(house, 10, { teamSize: 1 }, luck);
    const own = await openStore(house, season, 0);
    const rival = await openStore(house, season, 1);
    const [sku = ""] = await choosableSkus(house, season, own, 0);
    await hand(house, season, own, 0, 1, [{ kind: "select-product", sku }]);
    const at = { season, store: own };
    const isNear = (one: { store: number; isNear: boolean }) =>
      one.store === Number(rival) && one.isNear;
    const told = async () => {
      const caller = people.student(0);
      const { body: research } = await house.call(caller, `GET ${ofStore}/research`, { where: at });
      const { body: names } = await house.call(caller, `GET ${ofStore}/name-bids`, { where: at });
      const { body: catalog } = await house.call(caller, `GET ${ofStore}/catalog`, { where: at });
      return {
        isWatched: research.rivals.stores.some(isNear),
        isNamed: names.stores.some(isNear),
        choosing: catalog.items.find((one) => one.sku === sku)?.rivals,
      };
    };
    const before = await told();
    assert.deepEqual([before.isWatched, before.isNamed], [false, false]);
    const put = await hand(house, season, rival, 1, 1, [
      { kind: "select-product", sku },
      {
        kind: "publish-listing",
        sku,
        market: "us",
        priceMinor: 3_000,
        listing: {
          title: "A good thing",
          keywords: ["thing"],
          text: "It is what it says.",
          attributes: {},
          photoLevel: 0,
        },
      },
    ]);
    assert.equal(put.code, null);
    assert.deepEqual(await told(), before, "nothing of an open day");
    await closeDay(house, season, 1);
    const now = await told();
    assert.deepEqual([now.isWatched, now.isNamed], [true, true]);
    // Bots may have chosen it too.
    assert.ok(now.choosing! > before.choosing!);
  });

  test("takes the own products as they are decided", async () => {
    const season = await runningSeason(house, 10, { teamSize: 1 }, luck);
    const store = await openStore(house, season, 2);
    const where = { season, store };
    const near = async () =>
      (
        await house.call(people.student(2), `GET ${ofStore}/research`, { where })
      ).body.rivals.stores.filter((one) => one.isNear).length;
    assert.equal(await near(), 0);
    const { body: catalog } = await house.call(people.student(2), `GET ${ofStore}/catalog`, {
      where,
    });
    const taken = catalog.items.filter(({ rivals }) => rivals > 0).slice(0, 3);
    assert.ok(taken.length > 0, "bots have sold all along");
    await hand(
      house,
      season,
      store,
      2,
      1,
      taken.map(({ sku }) => ({ kind: "select-product", sku })),
    );
    assert.ok((await near()) > 0);
  });
});
