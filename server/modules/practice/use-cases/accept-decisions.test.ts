import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { Database } from "../../../platform/database/database.ts";
import { uuidv7 } from "../../../platform/ids.ts";
import { createSeasonEngine } from "../engine/season-engine.ts";
import { readFlights } from "../store/autopilot-store.ts";
import { holdSeason } from "../store/season-store.ts";
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
import { decide } from "./accept-decisions.ts";
import { writeBeginnings } from "./begin-autopilots.ts";

suite("stores that decide at once", () => {
  let house: PracticeHouse;
  const engine = createSeasonEngine();
  before(async () => {
    house = await practiceHouse();
  });
  after(async () => {
    await engine.stop();
    await house.stop();
  });

  test("keep each what it decided, whatever is refused to the others", async () => {
    const season = await runningSeason(house);
    const places = [0, 1, 2];
    const stores: string[] = [];
    for (const place of places) stores.push(await openStore(house, season, place));
    const skus = (await choosableSkus(house, season, stores[0]!, 0)).slice(0, 3);
    const choose = (place: number, day: number, sku: string) =>
      hand(house, season, stores[place]!, place, day, [
        { kind: "select-product", sku },
        { kind: "place-purchase", sku, units: 300 + place },
      ]);
    const chosen = async (place: number) => {
      const rows = await house.call(
        people.student(place),
        "GET /practice/seasons/:season/stores/:store/products",
        { where: { season, store: stores[place]! } },
      );
      return rows.body.offers.map(({ sku }) => sku).toSorted();
    };
    for (const sku of skus) {
      const answers = await Promise.all([
        ...places.map((place) => choose(place, 1, sku)),
        ...places.map((place) => choose(place, 1, "no-such-product")),
      ]);
      const statuses = answers.map(({ status }) => status);
      assert.deepEqual(statuses.slice(0, 3), [200, 200, 200]);
      assert.ok(statuses.slice(3).every((status) => status >= 400));
    }
    const before = await Promise.all(places.map(chosen));
    assert.deepEqual(before, Array(3).fill(skus.toSorted()));
    await closeDay(house, season, 1);
    const after = await Promise.all(places.map(chosen));
    assert.deepEqual(after, before);
    // What a store is given at its start is the same for all, so only purchases tell them apart.
    const stock = await house.fresh.owner.rows<{ units: number }>({
      name: "test.bought",
      text: `select sum(inbound + on_hand)::int as units from practice.stock_day
             where season_id = $1 and store = any ($2) and day = 1 group by store order by store`,
      values: [season, stores.map(Number)],
    });
    const [first = 0, ...others] = stock.map(({ units }) => units);
    assert.ok(first >= 3 * 300 && first < 4 * 300, `${first} units`);
    assert.deepEqual(others, [first + 3, first + 6]);
  });

  test("a bot that begins in the very moment gives the store back all the same", async () => {
    const season = await runningSeason(house, 7, { absence: "autopilot" });
    const store = Number(await openStore(house, season, 0));
    const [sku = ""] = await choosableSkus(house, season, String(store), 0);
    const { database } = house.app.means;
    let hasBegun = false;
    const late: Database = {
      ...database,
      async transaction(work, options) {
        if (!hasBegun) {
          hasBegun = true;
          await database.transaction(async (tx) => {
            const row = (await holdSeason(tx, season))!;
            await writeBeginnings(tx, row, [store], new Date());
          });
        }
        return database.transaction(work, options);
      },
    };
    const means = { ...house.app.means, engine, database: late };
    const decided = await decide(means, people.student(0), season, store, {
      key: uuidv7(),
      day: 1,
      wishes: [{ kind: "select-product", sku }],
    });
    assert.equal(decided.ok, true);
    const flights = await house.app.means.database.transaction(async (tx) =>
      readFlights(tx, (await holdSeason(tx, season))!),
    );
    assert.deepEqual(flights.get(store), [{ from: 1, to: 0 }]);
  });
});
