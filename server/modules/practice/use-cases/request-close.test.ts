import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { returnedKey } from "@echelon/contract/practice/returned-drafts.ts";
import { manualClock } from "../../../platform/clock/clock.ts";
import { createSeasonEngine, type SeasonEngine } from "../engine/season-engine.ts";
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
  type Wish,
} from "../testing/practice-class.ts";
import { freezeDay } from "./request-close.ts";

const draftsOf = "/practice/seasons/:season/stores/:store/drafts" as const;

suite("drafts of a day that freezes", () => {
  let house: PracticeHouse;
  const engine = createSeasonEngine();
  const clock = manualClock(new Date("2026-03-02T08:00:00Z"));
  before(async () => {
    house = await practiceHouse({ clock });
  });
  after(async () => {
    await engine.stop();
    await house.stop();
  });

  /** A season in which drafts count, with one store that has chosen a product. */
  const begin = async () => {
    const season = await runningSeason(house, 4, { absence: "apply-draft" });
    const store = await openStore(house, season, 0);
    const [sku = "", second = ""] = await choosableSkus(house, season, store, 0);
    await hand(house, season, store, 0, 1, [{ kind: "select-product", sku }]);
    return { season, store, sku, second };
  };
  type Where = { season: string; store: string };
  const type = ({ season, store }: Where, key: string, wishes: unknown) =>
    house.call(people.student(0), `PUT ${draftsOf}`, {
      where: { season, store },
      body: { key, value: "{}", wishes: JSON.stringify(wishes) },
    });
  const drafts = async ({ season, store }: Where) =>
    (
      await house.call(people.student(0), `GET ${draftsOf}`, { where: { season, store } })
    ).body.items.map(({ key }) => key);
  const log = async ({ season, store }: Where) =>
    (
      await house.call(people.teacher, "GET /practice/seasons/:season/log", {
        where: { season },
        asks: { store, limit: "100" },
      })
    ).body.items.toReversed();
  const rule = (sku: string, pointUnits: number): Wish => ({
    kind: "set-reorder-rule",
    sku,
    pointUnits,
    upToUnits: pointUnits + 50,
  });
  const rewind = (season: string, day: number) =>
    house.call(people.teacher, "POST /practice/seasons/:season/rewind", {
      where: { season },
      body: { day, reason: "a wrong close" },
    });
  /** Freezes the open day as a close does, on an engine of which a part is another. */
  const freezeOn = (season: string, change: Partial<SeasonEngine>) => {
    const means = { ...house.app.means, engine: { ...engine, ...change } };
    return means.database.transaction(async (tx) => {
      const row = await holdSeason(tx, season);
      if (row === undefined) throw new Error("no season");
      return freezeDay(means, tx, row, "by-hand");
    });
  };

  test("of a day taken back count on it alone, where nothing is decided anew", async () => {
    // Why: who decides a reopened day decides it; what it was before must not be laid over that.
    const where = await begin();
    const { season, store, sku, second } = where;
    await hand(house, season, store, 0, 1, [rule(sku, 20)]);
    await closeDay(house, season, 1);
    await hand(house, season, store, 0, 2, [{ kind: "select-product", sku: second }]);
    await closeDay(house, season, 2);
    assert.equal((await rewind(season, 1)).code, null);
    await hand(house, season, store, 0, 1, [{ kind: "select-product", sku }, rule(sku, 30)]);
    await closeDay(house, season, 1);
    const ofDayOne = [returnedKey(1, 0), returnedKey(1, 1)];
    assert.deepEqual(await drafts(where), [...ofDayOne, returnedKey(2, 2)]);
    await closeDay(house, season, 2);
    await closeDay(house, season, 3);
    assert.deepEqual(await drafts(where), ofDayOne, "a day that is past brings none of its own");
    const counting = (await log(where)).filter(({ isSuperseded }) => !isSuperseded);
    assert.deepEqual(
      counting.map(({ kind, day, isByClose }) => [kind, day, isByClose]),
      [
        ["select-product", 1, false],
        ["set-reorder-rule", 1, false],
        ["select-product", 2, true],
      ],
    );
  });

  test("stay where they are typed anew while their day freezes", async () => {
    const where = await begin();
    await type(where, "rule", [rule(where.sku, 20)]);
    await freezeOn(where.season, {
      async seasonAt(sql, row) {
        clock.advance(1);
        assert.equal((await type(where, "rule", [rule(where.sku, 60)])).code, null);
        return engine.seasonAt(sql, row);
      },
    });
    await house.runJobs();
    assert.deepEqual(await drafts(where), ["rule"]);
    await closeDay(house, where.season, 2);
    assert.deepEqual(
      (await log(where)).map(({ facts }) => facts["pointUnits"]),
      [undefined, 20, 60],
    );
  });
});
