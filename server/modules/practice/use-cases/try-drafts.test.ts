import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { returnedKey } from "@echelon/contract/practice/returned-drafts.ts";
import { createSeasonEngine, type SeasonEngine } from "../engine/season-engine.ts";
import { holdSeason } from "../store/season-store.ts";
import { writeDraft } from "../store/store-store.ts";
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
import { draftsTriedMax } from "./apply-drafts.ts";
import { freezeDay } from "./request-close.ts";
import { draftsUndoneMax } from "./try-drafts.ts";

const ofStore = "/practice/seasons/:season/stores/:store" as const;

suite("drafts that a close cannot take", () => {
  let house: PracticeHouse;
  const engine = createSeasonEngine();
  before(async () => {
    house = await practiceHouse();
  });
  after(async () => {
    await engine.stop();
    await house.stop();
  });

  type Where = { season: string; store: string };
  /** A season in which training counts, with one store that has decided nothing. */
  const enter = async (teamSize = 1) => {
    const season = await runningSeason(house, 10, { absence: "apply-draft", teamSize });
    return { season, store: await openStore(house, season, 0) };
  };
  /** The same with a store that has chosen a product. */
  const begin = async (teamSize = 1) => {
    const { season, store } = await enter(teamSize);
    const [sku = ""] = await choosableSkus(house, season, store, 0);
    await hand(house, season, store, 0, 1, [{ kind: "select-product", sku }]);
    return { season, store, sku };
  };
  const save = ({ season, store }: Where, key: string, wishes: string, place = 0) =>
    house.call(people.student(place), `PUT ${ofStore}/drafts`, {
      where: { season, store },
      body: { key, value: "{}", wishes },
    });
  /** As a version that did not look wrote it, or at an instant of its own. */
  const plant = ({ season, store }: Where, key: string, wishes: unknown, second = 0) =>
    house.app.means.database.transaction((tx) =>
      writeDraft(tx, {
        season_id: season,
        store: Number(store),
        key,
        value: typeof wishes === "string" ? wishes : JSON.stringify(wishes),
        author_id: people.student(0).person,
        saved_at: new Date(Date.UTC(2026, 0, 1, 0, 0, second)),
        wishes: typeof wishes === "string" ? wishes : JSON.stringify(wishes),
      }),
    );
  const drafts = async ({ season, store }: Where) =>
    (
      await house.call(people.student(0), `GET ${ofStore}/drafts`, { where: { season, store } })
    ).body.items.map(({ key }) => key);
  const handedIn = async ({ season, store }: Where) =>
    (
      await house.call(people.teacher, "GET /practice/seasons/:season/log", {
        where: { season },
        asks: { store, limit: "100" },
      })
    ).body.items
      .filter(({ isByClose }) => isByClose)
      .map(({ facts }) => facts["topic"] ?? facts["pointUnits"])
      .toReversed();
  const close = (season: string) =>
    house.call(people.teacher, "POST /practice/seasons/:season/close", {
      where: { season },
      body: { day: 1 },
    });
  const learn = (topic: string) => [{ kind: "log-training", topic, hours: 1 }];
  const rule = (sku: string, pointUnits: number) => ({
    kind: "set-reorder-rule",
    sku,
    pointUnits,
    upToUnits: pointUnits + 50,
  });

  // Written as JSON does, so that the request itself holds no such letter.
  const unstorable = ["learnt \\ud83d", "learnt \\u0000"].map(
    (topic) => `[{"kind":"log-training","topic":"${topic}","hours":1}]`,
  );

  test("are refused when they are saved, where no database keeps their text", async () => {
    const where = await begin();
    for (const wishes of unstorable) {
      const saved = await save(where, "poison", wishes);
      assert.equal(saved.code, "platform/malformed-request");
      assert.deepEqual(saved.problem?.facts["faults"], [{ at: "body.wishes", rule: "unstorable" }]);
    }
    assert.deepEqual(await drafts(where), []);
    assert.equal((await save(where, "whole", JSON.stringify(learn("learnt 🙂")))).status, 200);
    const decided = await hand(house, where.season, where.store, 0, 1, JSON.parse(unstorable[0]!));
    assert.equal(decided.status, 400, "as a decision with such a text is");
  });

  test("stay where they were saved all the same, and the day closes without them", async () => {
    const where = await enter();
    await save(where, "a-good", JSON.stringify(learn("before")));
    for (const [place, wishes] of unstorable.entries()) {
      await plant(where, `b-poison-${place}`, wishes);
      await plant(where, returnedKey(1, place), wishes.slice(1, -1));
    }
    await save(where, "c-good", JSON.stringify(learn("behind")));
    const preview = await house.call(people.teacher, "GET /practice/seasons/:season/preview", {
      where: { season: where.season },
    });
    assert.equal(preview.status, 200);
    assert.equal((await close(where.season)).status, 200);
    await house.runJobs();
    assert.deepEqual(await handedIn(where), ["before", "behind"]);
    assert.deepEqual(await drafts(where), [
      "b-poison-0",
      "b-poison-1",
      returnedKey(1, 0),
      returnedKey(1, 1),
    ]);
  });

  test("stay where the database refuses one, with those of that store behind it", async () => {
    const { pool } = house.fresh.owner;
    const where = await begin();
    const other = { season: where.season, store: await openStore(house, where.season, 1) };
    await save(where, "a", JSON.stringify(learn("written")));
    await save(where, "b", JSON.stringify(learn("unwritable")));
    await save(where, "c", JSON.stringify(learn("behind")));
    await save(other, "d", JSON.stringify(learn("elsewhere")), 1);
    await pool.query(
      `alter table practice.log_entry add constraint refuses_one
       check (decision ->> 'topic' is distinct from 'unwritable')`,
    );
    try {
      assert.equal((await close(where.season)).status, 200);
      await house.runJobs();
    } finally {
      await pool.query("alter table practice.log_entry drop constraint refuses_one");
    }
    assert.deepEqual(await handedIn(where), ["written"]);
    assert.deepEqual(await handedIn(other), ["elsewhere"]);
    assert.deepEqual(await drafts(where), ["b", "c"]);
    await closeDay(house, where.season, 2);
    assert.deepEqual(await drafts(where), [], "and are taken when they can be written");
  });

  test("stay where one trips the rules up", async () => {
    const where = await begin();
    const { means } = house.app;
    await save(where, "a", JSON.stringify([rule(where.sku, 20), rule("TRIPS", 20)]));
    await save(where, "b", JSON.stringify([rule(where.sku, 40)]));
    await means.database.transaction(async (tx) => {
      const row = (await holdSeason(tx, where.season))!;
      await freezeDay({ ...means, engine: tripping(engine) }, tx, row, "by-hand");
    });
    await house.runJobs();
    assert.deepEqual(await handedIn(where), [40]);
    assert.deepEqual(await drafts(where), ["a"]);
  });

  test("of who is no longer of the class or the store stay", async () => {
    const where = await begin(3);
    for (const place of [5, 6]) {
      await house.call(people.student(place), `POST ${ofStore}/members`, { where });
    }
    for (const place of [0, 5, 6]) {
      await save(where, `by-${place}`, JSON.stringify(learn(`by ${place}`)), place);
    }
    const { person } = people.student(5);
    const removed = await house.call(people.teacher, "DELETE /classes/:class/members/:person", {
      where: { class: house.classId, person },
    });
    assert.equal(removed.code, null);
    await house.app.means.database.pool.query(
      "delete from practice.store_member where season_id = $1 and person_id = $2",
      [where.season, people.student(6).person],
    );
    await closeDay(house, where.season, 1);
    assert.deepEqual(await handedIn(where), ["by 0"]);
    assert.deepEqual(await drafts(where), ["by-5", "by-6"]);
  });

  test("do not hold up a class, however many are refused", async () => {
    const season = await runningSeason(house, 4, { absence: "apply-draft", teamSize: 1 });
    const stores: (Where & { sku: string })[] = [];
    for (const place of [0, 2, 3, 4]) {
      const store = await openStore(house, season, place);
      const [sku = ""] = await choosableSkus(house, season, store, place);
      await hand(house, season, store, place, 1, [{ kind: "select-product", sku }]);
      stores.push({ season, store, sku });
    }
    for (const where of stores) {
      await house.app.means.database.pool.query(
        `insert into practice.draft (season_id, store, key, value, author_id, saved_at, wishes)
         select d.season_id, d.store, 'refused-' || n, '{}', m.person_id, now(), $3
         from generate_series(1, 500) n, practice.store d
         join practice.store_member m using (season_id, store)
         where d.season_id = $1 and d.store = $2`,
        [season, where.store, JSON.stringify([rule(where.sku, 20), rule("NO-SUCH-SKU", 20)])],
      );
    }
    const closed = await close(season);
    assert.equal(closed.status, 200);
    await house.runJobs();
    for (const where of stores) assert.deepEqual(await handedIn(where), []);
  });

  test("are tried to a limit, the newest of them", async () => {
    const where = await begin();
    const bad = rule("NO-SUCH-SKU", 20);
    await plant(where, "oldest", [rule(where.sku, 10)], 1);
    for (let n = 0; n < draftsTriedMax - 1; n += 1) await plant(where, `bad-${n}`, [bad], 2 + n);
    await plant(where, "newest", [rule(where.sku, 30)], 2 + draftsTriedMax);
    await closeDay(house, where.season, 1);
    assert.deepEqual(await handedIn(where), [30]);
    assert.equal((await drafts(where)).includes("oldest"), true);
    // One less, and it is among those that are tried.
    await house.call(people.student(0), `POST ${ofStore}/drafts/drop`, {
      where,
      body: { keys: ["bad-0"] },
    });
    await closeDay(house, where.season, 2);
    assert.deepEqual(await handedIn(where), [30, 10]);
  });

  test("of which a part is undone are tried to a limit as well", async () => {
    const where = await begin();
    const half = [rule(where.sku, 70), rule("NO-SUCH-SKU", 20)];
    for (let n = 0; n < draftsUndoneMax; n += 1) {
      await plant(where, `half-${n}`, half, 2 * n);
      await plant(where, `whole-${n}`, [rule(where.sku, n)], 2 * n + 1);
    }
    await closeDay(house, where.season, 1);
    const wholes = Array.from({ length: draftsUndoneMax - 1 }, (_, n) => n);
    assert.deepEqual(await handedIn(where), wholes);
    assert.equal((await drafts(where)).length, draftsUndoneMax + 1);
  });
});

/** An engine whose world fails when it is asked for one product. */
function tripping(engine: SeasonEngine): SeasonEngine {
  return {
    ...engine,
    async seasonAt(sql, row) {
      const season = await engine.seasonAt(sql, row);
      const skuOf = new Map(season.world.skuOf);
      skuOf.get = (sku) => {
        if (sku === "TRIPS") throw new Error("tripped");
        return season.world.skuOf.get(sku);
      };
      return { ...season, world: { ...season.world, skuOf } };
    },
  };
}
