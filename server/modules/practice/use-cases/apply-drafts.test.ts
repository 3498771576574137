import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import type { Absence } from "@echelon/contract/practice/absence.ts";
import { uuidv7 } from "../../../platform/ids.ts";
import { createSeasonEngine } from "../engine/season-engine.ts";
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
import { closeDay as runClose } from "./close-day.ts";
import { freezeDay } from "./request-close.ts";

const draftsOf = "/practice/seasons/:season/stores/:store/drafts" as const;

suite("drafts that count at the close", () => {
  let house: PracticeHouse;
  const engine = createSeasonEngine();
  before(async () => {
    house = await practiceHouse();
  });
  after(async () => {
    await engine.stop();
    await house.stop();
  });

  /** A season with one store that has chosen a product. */
  const begin = async (absence: Absence, days = 4) => {
    const season = await runningSeason(house, days, { absence });
    const store = await openStore(house, season, 0);
    const [sku = "", second = ""] = await choosableSkus(house, season, store, 0);
    await hand(house, season, store, 0, 1, [{ kind: "select-product", sku }]);
    return { season, store, sku, second };
  };
  type Where = { season: string; store: string };
  const type = (where: Where, key: string, wishes: unknown, place = 0) =>
    house.call(people.student(place), `PUT ${draftsOf}`, {
      where,
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
  const numbers = (entries: Awaited<ReturnType<typeof log>>) => entries.map(({ number }) => number);

  test("are handed in by the close where they are valid, each alone and once", async () => {
    const where = await begin("apply-draft");
    const { season, store, sku } = where;
    await type(where, "a-rule", [rule(sku, 20)]);
    await type(where, "b-unknown", [rule("NO-SUCH-SKU", 20)]);
    await type(where, "c-half", [rule(sku, 70), rule("NO-SUCH-SKU", 20)]);
    await type(where, "d-purchase", [{ kind: "place-purchase", sku, units: 300 }]);
    await type(where, "e-words", [{ kind: "fly-to-the-moon" }]);
    await house.call(people.student(0), `PUT ${draftsOf}`, {
      where: { season, store },
      body: { key: "f-screen", value: "{}" },
    });
    await closeDay(house, season, 1);
    assert.deepEqual(await drafts(where), ["b-unknown", "c-half", "e-words", "f-screen"]);
    const entries = await log(where);
    assert.deepEqual(
      entries.map(({ kind, day, isByClose }) => [kind, day, isByClose]),
      [
        ["select-product", 1, false],
        ["set-reorder-rule", 1, true],
        ["place-purchase", 1, true],
      ],
    );
    assert.equal(entries[1]?.facts["pointUnits"], 20, "nothing of a draft that is refused counts");
    assert.equal(entries[1]?.author, entries[0]?.author);
    const { body: stock } = await house.call(
      people.student(0),
      "GET /practice/seasons/:season/stores/:store/stock",
      { where },
    );
    assert.deepEqual(
      stock.rules.map(({ pointUnits, upToUnits }) => [pointUnits, upToUnits]),
      [[20, 70]],
    );
    await closeDay(house, season, 2);
    assert.equal((await log(where)).length, 3, "the next close finds nothing new");
  });

  test("count only where the teacher says so, whatever the preset", async () => {
    const make = (absence: object) =>
      house.call(people.teacher, "POST /practice/seasons", {
        body: {
          class: house.classId,
          scenario: "class-40",
          preset: "operations-contest",
          name: "Asked for",
          pace: { kind: "by-hand" },
          bots: 6,
          enterprises: house.enterprises,
          teamSize: 1,
          ...absence,
        },
      });
    assert.equal((await make({})).body.absence, "carry-forward");
    assert.equal((await make({ absence: "apply-draft" })).body.absence, "apply-draft");
    assert.equal((await make({ absence: "shrug" })).status, 400);
  });

  test("stay drafts where standing decisions go on", async () => {
    const where = await begin("carry-forward");
    await type(where, "rule", [rule(where.sku, 20)]);
    await closeDay(house, where.season, 1);
    assert.deepEqual(await drafts(where), ["rule"]);
    assert.equal((await log(where)).length, 1);
  });

  test("are handed in with the freeze or not at all, and never twice", async () => {
    // Why: a server may be killed anywhere between the stroke of the clock and the last result.
    const where = await begin("apply-draft");
    const { season, sku } = where;
    const means = { ...house.app.means, engine };
    await type(where, "rule", [rule(sku, 20)]);
    const freeze = (isKilled: boolean) =>
      means.database.transaction(async (tx) => {
        const row = await holdSeason(tx, season);
        if (row === undefined) throw new Error("no season");
        await freezeDay(means, tx, row, "by-hand");
        if (isKilled) throw new Error("killed");
      });
    await assert.rejects(freeze(true), /killed/);
    assert.deepEqual(await drafts(where), ["rule"]);
    assert.equal((await log(where)).length, 1);
    await freeze(false);
    assert.deepEqual(await drafts(where), []);
    const frozen = numbers(await log(where));
    assert.equal(frozen.length, 2);
    // The job begins, is killed before its end, and comes again.
    const payload = { season, branch: 0, day: 1 };
    const close = (isKilled: boolean) =>
      means.database.transaction(async (tx) => {
        await runClose(means, { tx, payload } as Parameters<typeof runClose>[1]);
        if (isKilled) throw new Error("killed");
      });
    await assert.rejects(close(true), /killed/);
    await close(false);
    await house.runJobs();
    const closing = [1, 1].map(() =>
      house.call(people.teacher, "POST /practice/seasons/:season/close", {
        where: { season },
        body: { day: 1 },
      }),
    );
    for (const { code } of await Promise.all(closing)) assert.equal(code, "practice/day-closed");
    assert.deepEqual(numbers(await log(where)), frozen);
  });

  test("are handed in once by two clicks that close the day together", async () => {
    const where = await begin("apply-draft");
    await type(where, "rule", [rule(where.sku, 20)]);
    const click = () =>
      house.call(people.teacher, "POST /practice/seasons/:season/close", {
        where: { season: where.season },
        body: { day: 1 },
      });
    await Promise.all([click(), click(), click()]);
    await house.runJobs();
    assert.equal((await log(where)).filter(({ isByClose }) => isByClose).length, 1);
  });

  test("count with the rights of who typed them", async () => {
    const where = await begin("apply-draft");
    const { season, store, sku } = where;
    await house.call(people.student(1), "POST /practice/seasons/:season/stores/:store/members", {
      where: { season, store },
    });
    const of = people.student(0).person;
    const given = await house.call(
      people.student(0),
      "PUT /practice/seasons/:season/stores/:store/team/roles",
      {
        where: { season, store },
        body: { members: [{ person: of, areas: ["sourcing"], limitMinor: null }] },
      },
    );
    assert.equal(given.code, null);
    await type(where, "captain", [rule(sku, 20)], 0);
    await type(where, "mate", [{ kind: "place-purchase", sku, units: 300 }], 1);
    await closeDay(house, season, 1);
    assert.deepEqual(await drafts(where), ["mate"]);
  });

  test("of a day that was taken back wait for the days that they were decided for", async () => {
    const where = await begin("apply-draft");
    const { season, store, sku } = where;
    await hand(house, season, store, 0, 1, [rule(sku, 20)]);
    await closeDay(house, season, 1);
    await hand(house, season, store, 0, 2, [rule(sku, 40)]);
    await closeDay(house, season, 2);
    assert.equal((await rewind(season, 1)).code, null);
    assert.equal((await drafts(where)).length, 3);
    await closeDay(house, season, 1);
    assert.equal((await drafts(where)).length, 1);
    await closeDay(house, season, 2);
    assert.deepEqual(await drafts(where), []);
    const counting = (await log(where)).filter(({ isSuperseded }) => !isSuperseded);
    assert.deepEqual(
      counting.map(({ kind, day, facts }) => [kind, day, facts["pointUnits"]]),
      [
        ["select-product", 1, undefined],
        ["set-reorder-rule", 1, 20],
        ["set-reorder-rule", 2, 40],
      ],
    );
  });

  test("of a program, which is of no class, count when its day was taken back", async () => {
    const { season } = await begin("apply-draft");
    const { body: made } = await house.call(
      people.teacher,
      "POST /practice/seasons/:season/agents",
      { where: { season }, body: { name: "Robot" } },
    );
    const store = String(made.store);
    const { rows } = await house.app.means.database.pool.query<{ person: string }>(
      "select person_id as person from practice.store_member where season_id = $1 and store = $2",
      [season, made.store],
    );
    const robot = { person: rows[0]!.person, locale: "en" as const, roles: [] };
    const caller = { ...robot, agent: `${season}.${made.store}` };
    const at = "/practice/seasons/:season/stores/:store" as const;
    const where = { season, store };
    const { body: catalog } = await house.call(caller, `GET ${at}/catalog`, { where });
    const wishes: Wish[] = [{ kind: "select-product", sku: catalog.items[0]!.sku }];
    const decided = await house.call(caller, `POST ${at}/decisions`, {
      where,
      body: { key: uuidv7(), day: 1, wishes },
    });
    assert.equal(decided.code, null);
    await closeDay(house, season, 1);
    assert.equal((await rewind(season, 1)).code, null);
    await closeDay(house, season, 1);
    const counting = (await log(where)).filter(({ isSuperseded }) => !isSuperseded);
    assert.deepEqual(
      counting.map(({ kind, isByClose }) => [kind, isByClose]),
      [["select-product", true]],
    );
  });

  test("are in the close that a teacher looks at beforehand", async () => {
    const where = await begin("apply-draft");
    const { season, store, sku } = where;
    await type(where, "purchase", [{ kind: "place-purchase", sku, units: 300 }]);
    const look = () =>
      house.call(people.teacher, "GET /practice/seasons/:season/preview", { where: { season } });
    // Making seasons is heavy work as well, and each test before has made some.
    let looked = await look();
    for (let times = 0; looked.status === 429 && times < 3; times += 1) {
      await setTimeout(1_000 * Number(looked.problem?.facts?.["seconds"] ?? 1));
      looked = await look();
    }
    const { body: preview } = looked;
    assert.deepEqual(await drafts(where), ["purchase"], "looking changes nothing");
    await closeDay(house, season, 1);
    const { body: wall } = await house.call(people.teacher, "GET /practice/seasons/:season/wall", {
      where: { season },
    });
    const previewed = preview.stores.find((one) => String(one.store) === store);
    assert.equal(previewed?.cashMinor, wall.tiles[0]?.cashMinor);
    assert.equal(previewed?.hasDecided, true);
  });
});
