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

suite("what waits for a store", () => {
  let house: PracticeHouse;
  before(async () => {
    house = await practiceHouse();
  });
  after(() => house.stop());

  /** A running season of a scenario that has overseas warehouses. */
  async function seasonWithWarehouses(): Promise<string> {
    const made = await house.call(people.teacher, "POST /practice/seasons", {
      body: {
        class: house.classId,
        scenario: "class-40",
        name: "With warehouses",
        pace: { kind: "by-hand" },
        bots: 6,
        days: 4,
        enterprises: house.enterprises,
        teamSize: 2,
      },
    });
    const season = made.body.id;
    await house.runJobs();
    await house.call(people.teacher, "POST /practice/seasons/:season/start", { where: { season } });
    return season;
  }

  /** A listing in the first market that is sent with the first service of this kind. */
  async function listed(season: string, place: number, from: "home" | "warehouse") {
    const store = await openStore(house, season, place);
    const [sku = ""] = await choosableSkus(house, season, store, place);
    const student = people.student(place);
    const seen = await house.call(student, "GET /practice/seasons/:season", { where: { season } });
    const market = seen.body.markets[0]!.code;
    await hand(house, season, store, place, 1, [{ kind: "select-product", sku }]);
    const { body: editor } = await house.call(
      student,
      "GET /practice/seasons/:season/stores/:store/products/:sku/:market",
      { where: { season, store, sku, market } },
    );
    const service = editor.services.find((one) => one.from === from && one.costMinor !== null)!;
    const handed = await hand(house, season, store, place, 1, [
      {
        kind: "set-shipping",
        sku,
        market,
        service: service.id,
        feeMinor: 0,
        promiseDays: service.p90Days,
      },
      {
        kind: "publish-listing",
        sku,
        market,
        priceMinor: editor.suggestedPriceMinor,
        listing: {
          title: editor.keywords[0]!.phrase,
          keywords: [],
          text: "",
          attributes: {},
          photoLevel: 0,
        },
      },
    ]);
    assert.equal(handed.code, null);
    return { store, sku, market, services: editor.services, student };
  }

  test("a listing shipped from an empty warehouse is urgent, and named on the wall", async () => {
    // Why: it is on sale in name only; nobody sees it, and nothing else says so.
    const season = await seasonWithWarehouses();
    const { store, sku, market, services, student } = await listed(season, 0, "warehouse");
    const sendable = services.filter(({ costMinor }) => costMinor !== null);
    assert.ok(sendable[0]!.onHand > 0, "what can be sent stands before what cannot");
    assert.equal(sendable.at(-1)!.from, "warehouse");
    const needsOf = async () =>
      (
        await house.call(student, "GET /practice/seasons/:season/stores/:store/today", {
          where: { season, store },
        })
      ).body.needs;
    const [first] = await needsOf();
    assert.equal(first?.code, "need/warehouse-empty");
    assert.equal(first?.urgency, "blocking");
    assert.equal(first?.at, `${sku}/${market}`);
    assert.ok(Number(first?.facts["onHand"]) > 0);
    await closeDay(house, season, 1);
    const wall = await house.call(people.teacher, "GET /practice/seasons/:season/wall", {
      where: { season },
    });
    const tile = wall.body.tiles.find((one) => one.store === Number(store));
    assert.ok(tile?.warnings.includes("warehouse-empty"));
    assert.ok(!tile?.warnings.includes("sold-out"));
  });

  test("a listing that ships from home with stock waits for nothing of the kind", async () => {
    const season = await seasonWithWarehouses();
    const { store, market, student } = await listed(season, 1, "home");
    const today = await house.call(student, "GET /practice/seasons/:season/stores/:store/today", {
      where: { season, store },
    });
    // The brief lists the markets with something on sale, from the moment it is decided.
    const onSale = today.body.markets.filter(({ isListed }) => isListed);
    assert.deepEqual(
      onSale.map((row) => row.market),
      [market],
    );
    const codes = today.body.needs.map(({ code }) => code);
    assert.ok(!codes.includes("need/warehouse-empty"));
    assert.ok(!codes.includes("need/sold-out"));
  });

  test("after the last day nothing waits, and the brief tells how the season ended", async () => {
    const season = await runningSeason(house, 2);
    const store = await openStore(house, season, 2);
    const brief = async () =>
      (
        await house.call(people.student(2), "GET /practice/seasons/:season/stores/:store/today", {
          where: { season, store },
        })
      ).body;
    await closeDay(house, season, 1);
    assert.equal((await brief()).needs[0]?.code, "need/select-product");
    await closeDay(house, season, 2);
    const { needs, story } = await brief();
    assert.deepEqual(needs, []);
    assert.match(story[0]!.code, /^story\/season-(earned|lost)$/);
    const { rank, of } = story[0]!.facts;
    assert.ok(Number(rank) >= 1 && Number(rank) <= Number(of));
  });
});
