import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { PreviewView } from "@echelon/contract/practice/study.ts";
import {
  closeDay,
  hand,
  people,
  practiceHouse,
  type PracticeHouse,
  runningSeason,
} from "../testing/practice-class.ts";
import { closeDays, sellingStore } from "../testing/selling-store.ts";

const days = 4;

suite("days that never were", () => {
  let house: PracticeHouse;
  let season: string;
  let store: string;
  let rival: string;
  before(async () => {
    house = await practiceHouse();
    season = await runningSeason(house, days);
    const wish = { products: 1, feeMinor: 0 };
    ({ store } = await sellingStore(house, season, { ...wish, place: 0, priceBp: 12_000 }));
    ({ store: rival } = await sellingStore(house, season, { ...wish, place: 1, priceBp: 9_000 }));
    await closeDays(house, season, 1);
  });
  after(() => house.stop());

  const preview = (caller = people.teacher) =>
    house.call(caller, "GET /practice/seasons/:season/preview", { where: { season } });
  const ask = (body: { day: number; number: number; instead: number | null }, place = 0) =>
    house.call(people.student(place), "POST /practice/seasons/:season/stores/:store/what-ifs", {
      where: { season, store },
      body,
    });
  const log = async () => {
    const { body } = await house.call(
      people.student(0),
      "GET /practice/seasons/:season/stores/:store/decisions",
      { where: { season, store }, asks: { limit: "200" } },
    );
    return body.items;
  };
  const wall = async () => {
    const { body } = await house.call(people.teacher, "GET /practice/seasons/:season/wall", {
      where: { season },
    });
    return body.tiles;
  };
  const played = async () => {
    await house.runJobs();
    const { body } = await house.call(
      people.student(0),
      "GET /practice/seasons/:season/stores/:store/what-ifs",
      { where: { season, store } },
    );
    return body;
  };

  test("a previewed close is the close that follows, and changes nothing", async () => {
    const { status, body } = await preview();
    assert.equal(status, 200, JSON.stringify(body));
    const { day, stores } = body as PreviewView;
    assert.equal(day, 2);
    assert.deepEqual(
      stores.map(({ hasDecided }) => hasDecided),
      [false, false],
    );
    assert.deepEqual((await preview()).body, body);
    await closeDay(house, season, 2);
    const cash = new Map((await wall()).map((tile) => [tile.store, tile.cashMinor]));
    for (const one of stores) assert.equal(cash.get(one.store), one.cashMinor);
  });

  test("a preview takes what was handed in meanwhile into account", async () => {
    const [first] = (await log()).filter(({ kind }) => kind === "publish-listing");
    const { sku, market } = first!.facts;
    const wish = { kind: "withdraw-listing" as const, sku: String(sku), market: String(market) };
    await hand(house, season, store, 0, 3, [wish]);
    const { stores } = (await preview()).body as PreviewView;
    assert.equal(stores.find((one) => String(one.store) === store)?.hasDecided, true);
    await closeDay(house, season, 3);
  });

  test("nobody but who steers the season sees a preview", async () => {
    assert.equal((await preview(people.student(0))).status, 403);
    assert.equal((await preview(people.assistant)).status, 403);
    assert.equal((await preview(people.stranger)).status, 404);
  });

  test("a student asks what if only when the season is over", async () => {
    const { body, status } = await ask({ day: 1, number: 0, instead: null });
    assert.equal(status, 409);
    assert.equal((body as { code?: string }).code, "practice/season-not-over");
    await closeDay(house, season, days);
    assert.equal((await preview()).status, 409);
  });

  test("a decision left out is played to the end, and one put back changes nothing", async () => {
    const decisions = await log();
    const listing = decisions.find(({ kind }) => kind === "publish-listing")!;
    const price = Number(listing.facts["priceMinor"]);
    const at = { day: listing.day, number: listing.number };
    assert.equal((await ask({ ...at, instead: price })).status, 200);
    assert.equal((await ask({ ...at, instead: null })).status, 200);
    const [without, same] = await played();
    const { result } = same!;
    assert.ok(result !== null && result !== undefined, JSON.stringify(same));
    for (const pair of [result.profitMinor, result.orders, result.scoreMilli, result.rank]) {
      assert.equal(pair.would, pair.was);
    }
    assert.deepEqual(result.series.would, result.series.was);
    assert.equal(result.series.was.length, days - at.day + 1);
    assert.ok(without?.result !== null && without !== undefined);
    assert.notDeepEqual(without.result.series.would, without.result.series.was);
  });

  test("a number that the rules did not allow is told, and never passed off as tried", async () => {
    const bought = (await log()).find(({ kind }) => kind === "place-purchase")!;
    const at = { day: bought.day, number: bought.number };
    assert.equal((await ask({ ...at, instead: 2_000_000 })).status, 200);
    assert.equal((await ask({ ...at, instead: null })).status, 200);
    const [without, tooMany] = await played();
    assert.equal(tooMany?.result?.unlawful?.code, "practice/above-output");
    assert.ok(Number(tooMany.result.unlawful.facts["most"]) > 0);
    assert.equal(without?.result?.unlawful, null);
    assert.deepEqual(tooMany.result.series, without.result.series, "played without it");
    assert.equal(tooMany.result.refused, without.result.refused, "it is no later decision");
  });

  test("what was never decided cannot be thought different", async () => {
    const refusal = async (wish: Parameters<typeof ask>[0]) => {
      const { status, body } = await ask(wish);
      return `${status} ${(body as { code?: string }).code}`;
    };
    const selection = (await log()).find(({ kind }) => kind === "select-product")!;
    const { day, number } = selection;
    assert.equal(
      await refusal({ day, number, instead: 5 }),
      "422 practice/value-not-allowed",
      "a choice has no number",
    );
    assert.equal(
      await refusal({ day, number: 9_999, instead: 5 }),
      "404 practice/no-such-decision",
    );
    assert.equal((await ask({ day, number, instead: null }, 1)).status, 404, `not of ${rival}`);
  });
});
