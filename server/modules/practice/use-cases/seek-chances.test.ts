import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { ChancesView, StoreChanceView } from "@echelon/contract/practice/debrief.ts";
import {
  closeDay,
  people,
  practiceHouse,
  type PracticeHouse,
  runningSeason,
} from "../testing/practice-class.ts";
import { closeDays, sellingStore } from "../testing/selling-store.ts";
import type { Guess } from "./guess-chances.ts";
import { planOf } from "./seek-chances.ts";

const days = 5;

suite("the best missed chance", () => {
  let house: PracticeHouse;
  let season: string;
  let dear: string;
  before(async () => {
    house = await practiceHouse();
    season = await runningSeason(house, days);
    const wish = { products: 1, feeMinor: 0 };
    ({ store: dear } = await sellingStore(house, season, { ...wish, place: 0, priceBp: 40_000 }));
    for (const place of [1, 2])
      await sellingStore(house, season, { ...wish, place, priceBp: 10_000 });
    await closeDays(house, season, 3);
  });
  after(() => house.stop());

  const where = () => ({ season, store: dear });
  const all = async (): Promise<ChancesView> => {
    const { body } = await house.call(people.teacher, "GET /practice/seasons/:season/chances", {
      where: { season },
    });
    return body;
  };
  const own = (place = 0) =>
    house.call(people.student(place), "GET /practice/seasons/:season/stores/:store/chance", {
      where: where(),
    });

  test("is looked for before the end when the teacher asks, and shown to no student", async () => {
    assert.equal((await all()).state, "none");
    const asked = await house.call(people.teacher, "POST /practice/seasons/:season/chances", {
      where: { season },
    });
    assert.equal(asked.status, 200, JSON.stringify(asked.body));
    assert.equal((await all()).state, "searching");
    await house.runJobs();
    const found = await all();
    assert.equal(found.state, "ready");
    assert.equal(found.day, 3);
    assert.equal((await own()).status, 409);
    const ask = "POST /practice/seasons/:season/chances";
    for (const caller of [people.student(0), people.assistant])
      assert.equal((await house.call(caller, ask, { where: { season } })).status, 403);
  });

  test("is forgotten when the season goes back, and looked for anew", async () => {
    const back = await house.call(people.teacher, "POST /practice/seasons/:season/rewind", {
      where: { season },
      body: { day: 3, reason: "a test" },
    });
    assert.equal(back.status, 200, JSON.stringify(back.body));
    const { state, stores } = await all();
    assert.equal(state, "none");
    for (const { of, best } of stores) assert.deepEqual([of, best], [0, null]);
    await closeDay(house, season, 3);
  });

  test("is looked for when the last day has closed, and every try is played", async () => {
    for (let day = 4; day <= days; day += 1) await closeDay(house, season, day);
    const { state, day, stores } = await all();
    assert.deepEqual([state, day], ["ready", days]);
    assert.equal(stores.length, 3);
    for (const { tried, of } of stores) assert.equal(tried, of);
    const mine = stores.find(({ store }) => String(store) === dear);
    assert.ok(mine?.best !== null && mine?.best !== undefined, JSON.stringify(mine));
    assert.equal(mine.best.rule, "price");
    assert.ok(Number(mine.best.facts["priceMinor"]) > (mine.best.instead ?? 0));
  });

  test("comes out the same when its store's people ask for it by hand", async () => {
    const answer = await own();
    assert.equal(answer.status, 200);
    const { best } = answer.body as StoreChanceView;
    assert.ok(best !== null);
    const { day, number, instead } = best;
    const does = "/practice/seasons/:season/stores/:store/what-ifs" as const;
    const asked = await house.call(people.student(0), `POST ${does}`, {
      where: where(),
      body: { day, number, instead },
    });
    assert.equal(asked.status, 200, JSON.stringify(asked.body));
    await house.runJobs();
    const { body } = await house.call(people.student(0), `GET ${does}`, { where: where() });
    assert.deepEqual(body[0]?.result, best.result);
  });

  test("is nobody else's to see", async () => {
    assert.equal((await own(1)).status, 404);
    const ask = "GET /practice/seasons/:season/chances";
    assert.equal((await house.call(people.student(0), ask, { where: { season } })).status, 403);
  });
});

const guess = (day: number): Guess => ({
  rule: "price",
  day,
  number: 0,
  instead: 1,
  expectedMinor: 1,
});

test("every store's first try is played, and others as long as there is time", () => {
  const guesses = new Map([
    [0, [guess(1), guess(1)]],
    [1, [guess(6), guess(9)]],
  ]);
  const placesOf = (daysMax: number) =>
    planOf(guesses, 10, daysMax).map(({ store, place }) => [store, place]);
  assert.deepEqual(placesOf(0), [
    [0, 0],
    [1, 0],
  ]);
  assert.deepEqual(placesOf(25), [
    [0, 0],
    [1, 0],
    [0, 1],
  ]);
  assert.equal(placesOf(100).length, 4);
});
