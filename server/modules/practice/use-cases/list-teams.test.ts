import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { manualClock } from "../../../platform/clock/clock.ts";
import type { Caller } from "../../../platform/http/caller.ts";
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

suite("teams of a season", () => {
  let house: PracticeHouse;
  const clock = manualClock(new Date("2026-03-02T08:00:00Z"));
  before(async () => {
    house = await practiceHouse({ clock });
  });
  after(() => house.stop());

  test("keep their names to themselves where names are hidden", async () => {
    const season = await runningSeason(house);
    await openStore(house, season, 0);
    await openStore(house, season, 1);
    const seenBy = async (caller: Caller) => {
      const where = { season };
      const teams = await house.call(caller, "GET /practice/seasons/:season/stores", { where });
      return teams.body.items.map(({ name, members }) => [name, members.length]);
    };
    const open = [
      ["Store 0", 1],
      ["Store 1", 1],
    ];
    assert.deepEqual(await seenBy(people.student(0)), open);
    await house.call(people.teacher, "PUT /practice/seasons/:season/names", {
      where: { season },
      body: { areHidden: true },
    });
    assert.deepEqual(await seenBy(people.student(0)), [
      ["Store 0", 1],
      ["", 0],
    ]);
    assert.deepEqual(await seenBy(people.student(5)), [
      ["", 0],
      ["", 0],
    ]);
    // Who does not steer reads hidden names nowhere: as on the leaderboard, so here and in the log.
    assert.deepEqual(await seenBy(people.assistant), [
      ["", 0],
      ["", 0],
    ]);
    assert.deepEqual(await seenBy(people.teacher), open);
  });

  test("keep their names and who runs them out of the log where names are hidden", async () => {
    const season = await runningSeason(house);
    const store = await openStore(house, season, 0);
    const [sku = ""] = await choosableSkus(house, season, store, 0);
    await hand(house, season, store, 0, 1, [{ kind: "select-product", sku }]);
    const logOf = async (caller: Caller) =>
      (
        await house.call(caller, "GET /practice/seasons/:season/log", {
          where: { season },
          asks: { limit: "50" },
        })
      ).body.items.map((one) => [
        one.kind,
        one.storeName,
        one.author === "",
        one.facts["name"] ?? "",
      ]);
    const open = [
      ["select-product", "Store 0", false, ""],
      ["enter-store", "", false, "Store 0"],
    ];
    assert.deepEqual(await logOf(people.assistant), open);
    await house.call(people.teacher, "PUT /practice/seasons/:season/names", {
      where: { season },
      body: { areHidden: true },
    });
    const number = `#${Number(store) + 1}`;
    assert.deepEqual(await logOf(people.assistant), [
      ["select-product", number, true, ""],
      ["enter-store", "", true, number],
    ]);
    assert.deepEqual(await logOf(people.teacher), open);
  });

  /** Three in a store: two decided, the third did not, and the first of two rounds has closed. */
  const teamOfThree = async (teamSize = 3): Promise<{ season: string; store: string }> => {
    const season = await runningSeason(house, 4, { daysPerRound: 2, teamSize });
    const store = await openStore(house, season, 0);
    const joining = "POST /practice/seasons/:season/stores/:store/members";
    for (const place of [1, 2])
      await house.call(people.student(place), joining, { where: { season, store } });
    const skus = await choosableSkus(house, season, store, 0);
    const choose = (sku = "") => ({ kind: "select-product", sku }) as const;
    await hand(house, season, store, 0, 1, [choose(skus[0]), choose(skus[1])]);
    await hand(house, season, store, 1, 1, [choose(skus[2])]);
    clock.advance(1_000);
    return { season, store };
  };

  const [a, b, c] = [0, 1, 2].map((place) => people.student(place).person) as [
    string,
    string,
    string,
  ];
  type Given = Readonly<Record<string, number>>;
  type Where = { readonly season: string; readonly store: string };
  const review = (where: Where, by: number, given: Given, round = 1) =>
    house.call(people.student(by), "PUT /practice/seasons/:season/stores/:store/peer-review", {
      where,
      body: {
        round,
        marks: Object.entries(given).map(([person, points]) => ({
          person,
          points,
          mark: 4,
          reason: "r",
        })),
      },
    });

  test("say who did the work, and what their members say of each other after a round", async () => {
    const where = await teamOfThree();
    const early = await review(where, 0, { [b]: 15, [c]: 5 });
    assert.equal(early.code, "practice/round-not-closed");
    await closeDay(house, where.season, 1);
    assert.equal((await review(where, 0, { [a]: 15, [c]: 5 })).code, "practice/own-review");
    assert.equal((await review(where, 0, { [b]: 20 })).code, "practice/no-such-teammate");
    const short = await review(where, 0, { [b]: 10, [c]: 5 });
    assert.equal(short.code, "practice/points-unshared");
    assert.deepEqual(short.problem?.facts, { sum: 15, points: 20 });
    assert.equal((await review(where, 0, { [b]: 10, [c]: 10 })).code, null);
    const again = await review(where, 0, { [b]: 20, [c]: 0 });
    assert.equal(again.body.given?.length, 2, "what was said later takes its place");
    assert.equal((await review(where, 1, { [a]: 20, [c]: 0 })).code, null);

    const look = (by: Caller) =>
      house.call(by, "GET /practice/seasons/:season/contributions", {
        where: { season: where.season },
      });
    const told = (await look(people.teacher)).body.people;
    const rows = [a, b, c].map((person) => told.find((one) => one.person === person)!);
    // 3 and 3 / 1.2 of the one, 3 of the other, nothing of the third.
    assert.deepEqual(
      rows.map(({ shareBp }) => shareBp),
      [6_471, 3_529, 0],
    );
    assert.deepEqual(
      rows.map(({ factorMilli }) => factorMilli),
      [1_100, 1_100, 800],
    );
    assert.equal(rows[1]!.said[0]?.points, 20);
    assert.equal((await look(people.student(0))).code, "platform/not-allowed");
  });

  test("are reviewed for the last round alone, by and of those who were in it", async () => {
    const where = await teamOfThree(4);
    await closeDay(house, where.season, 1);
    const joining = "POST /practice/seasons/:season/stores/:store/members";
    const late = people.student(3);
    assert.equal((await house.call(late, joining, { where })).code, null);
    const asked = (by: Caller) =>
      house.call(by, "GET /practice/seasons/:season/stores/:store/peer-review", { where });
    assert.deepEqual((await asked(late)).body.mates, []);
    const mates = (await asked(people.student(0))).body.mates.map(({ person }) => person);
    assert.deepEqual(mates.toSorted(), [b, c].toSorted());
    const byLate = await review(where, 3, { [a]: 10, [b]: 5, [c]: 5 });
    assert.equal(byLate.code, "practice/no-such-teammate");
    const ofLate = await review(where, 0, { [b]: 10, [c]: 5, [late.person]: 5 });
    assert.equal(ofLate.code, "practice/no-such-teammate");
    const given = await Promise.all([1, 2, 3].map(() => review(where, 0, { [b]: 10, [c]: 10 })));
    assert.deepEqual(
      given.map(({ code }) => code),
      [null, null, null],
    );

    clock.advance(1_000);
    await closeDay(house, where.season, 3);
    const old = await review(where, 0, { [b]: 20, [c]: 0 });
    assert.equal(old.code, "practice/round-not-closed", "the next round took its place");
    assert.deepEqual(old.problem?.facts, { last: 2 });
    const last = { [b]: 10, [c]: 5, [late.person]: 5 };
    assert.equal((await review(where, 0, last, 2)).code, null);
  });
});
