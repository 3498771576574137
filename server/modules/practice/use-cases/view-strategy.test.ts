import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { Caller } from "../../../platform/http/caller.ts";
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

suite("what a store means to become", () => {
  let house: PracticeHouse;
  before(async () => {
    house = await practiceHouse();
  });
  after(() => house.stop());

  test("a strategy stands beside what its first period came to", async () => {
    const season = await runningSeason(house, 4, { scenario: "class-40" });
    const wish = { products: 1, feeMinor: 0, priceBp: 9_000, place: 2 };
    const { store } = await sellingStore(house, season, wish);
    const where = { season, store };
    const does = "GET /practice/seasons/:season/stores/:store/company";
    const look = async () => (await house.call(people.student(2), does, { where })).body.strategy;
    const before = await look();
    assert.equal(before.stated, null);
    assert.deepEqual(
      before.periods.map(({ from, to, state }) => [from, to, state]),
      [
        [1, 1, "running"],
        [2, 2, "coming"],
        [3, 4, "coming"],
      ],
    );
    const target = {
      revenueMinor: 0,
      profitMinor: 500_000_000,
      ratingMilli: 4_500,
      priceIndexBp: 9_000,
    };
    const state = (strategy: string, isAmendment = false): Wish => ({
      kind: "state-strategy",
      strategy,
      targets: [target, target, target],
      isAmendment,
    });
    await hand(house, season, store, 2, 1, [state("dear"), state("cheap and fast")]);
    const stated = await look();
    assert.equal(stated.stated?.strategy, "cheap and fast", "the last word of the phase");
    assert.equal(stated.until, 4);
    await closeDay(house, season, 1);
    const [first] = (await look()).periods;
    assert.equal(first!.state, "over");
    const of = (measure: string) => first!.kept.find((one) => one.measure === measure)!;
    assert.equal(of("revenue").verdict, "met", "0 is reached by whoever sells nothing");
    assert.deepEqual([of("profit").verdict, of("profit").target], ["missed", 500_000_000]);
    assert.deepEqual([of("rating").actual, of("rating").verdict], [null, null], "no star yet");
    assert.ok(of("priceIndex").actual! > 0);
    assert.equal(of("revenue").amended, null);
    const log = await house.call(
      people.student(2),
      "GET /practice/seasons/:season/stores/:store/decisions",
      { where },
    );
    const told = log.body.items.find(({ kind }) => kind === "state-strategy");
    assert.deepEqual(told?.facts, { isAmendment: false, strategy: "cheap and fast" });
    const early = await house.call(
      people.student(2),
      "POST /practice/seasons/:season/stores/:store/check",
      { where, body: { wishes: [state("changed", true)] } },
    );
    const [answer] = early.body.items;
    assert.equal(answer?.kind === "refused" && answer.refusal.code, "practice/strategy-phase-open");
  });

  const goViral = (season: string) =>
    house.call(people.teacher, "POST /practice/seasons/:season/events", {
      where: { season },
      body: {
        kind: "viral-demand",
        from: 1,
        days: 2,
        markets: [],
        categories: [],
        sizeBp: 30_000,
        noticeDays: 0,
        headline: { zh: "爆款", en: "It went viral" },
      },
    });

  test("what a store does about an event is kept, and read in log and debrief", async () => {
    const season = await runningSeason(house, 4, { scenario: "class-40" });
    const wish = { products: 1, feeMinor: 0, priceBp: 9_000, place: 1 };
    const { store } = await sellingStore(house, season, wish);
    const where = { season, store };
    const does = "GET /practice/seasons/:season/stores/:store/company";
    const look = async () => (await house.call(people.student(1), does, { where })).body.responses;
    const before = await look();
    await goViral(season);
    const told = (await look()).find(({ headline }) => headline.en === "It went viral")!;
    assert.ok(told !== undefined && told.isOpen);
    assert.equal(told.until, 4, "no answer is taken after the last day");
    assert.equal((await look()).length, before.length + 1);
    await hand(house, season, store, 1, 1, [
      { kind: "record-response", shock: told.shock, plan: "Nothing." },
      { kind: "record-response", shock: told.shock, plan: "We buy twice as much." },
    ]);
    const other = await openStore(house, season, 2);
    const long = `${"x".repeat(298)}\u{1F600} and so on`;
    await hand(house, season, other, 2, 1, [
      { kind: "record-response", shock: told.shock, plan: long },
    ]);
    const [said] = await look();
    assert.deepEqual(
      said!.said.map(({ plan, day }) => [plan, day]),
      [
        ["We buy twice as much.", 1],
        ["Nothing.", 1],
      ],
    );
    const log = await house.call(
      people.student(1),
      "GET /practice/seasons/:season/stores/:store/decisions",
      { where },
    );
    const [logged] = log.body.items;
    assert.deepEqual(logged?.facts, { shock: "viral-demand", plan: "We buy twice as much." });
    await closeDay(house, season, 1);
    const answered = async (caller: Caller) => {
      const debrief = await house.call(caller, "GET /practice/seasons/:season/debrief", {
        where: { season },
      });
      return debrief.body.story.find(({ headline }) => headline.en === "It went viral")!;
    };
    const event = await answered(people.teacher);
    assert.equal(event.responded, 2);
    assert.deepEqual(
      event.responses.map(({ store: of, plan }) => [String(of), plan]),
      [
        [store, "We buy twice as much."],
        [other, `${"x".repeat(298)}…`],
      ],
      "the last word of the store, and the beginning of a long one",
    );
    const named = async (caller: Caller) =>
      (await answered(caller)).responses.map(({ name }) => name !== "");
    assert.deepEqual(await named(people.assistant), [true, true]);
    await house.call(people.teacher, "PUT /practice/seasons/:season/names", {
      where: { season },
      body: { areHidden: true },
    });
    assert.deepEqual(await named(people.teacher), [true, true]);
    assert.deepEqual(await named(people.assistant), [false, false], "who may not steer");
  });
});
