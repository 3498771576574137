import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { demo } from "../../identity/index.ts";
import {
  closeDay,
  people,
  practiceHouse,
  type PracticeHouse,
  runningSeason,
} from "../testing/practice-class.ts";

const event = {
  kind: "viral-demand" as const,
  from: 2,
  days: 2,
  markets: [],
  categories: [],
  sizeBp: 30_000,
  noticeDays: 1,
  headline: { zh: "爆款", en: "It went viral" },
};

suite("the list of a season's events", () => {
  let house: PracticeHouse;
  let season = "";
  before(async () => {
    house = await practiceHouse();
    season = await runningSeason(house, 6);
    const put = (change: object) =>
      house.call(people.teacher, "POST /practice/seasons/:season/events", {
        where: { season },
        body: { ...event, ...change },
      });
    await put({ note: "we talk about ads tomorrow" });
    await put({ kind: "exchange-jump", from: 1, days: 0, sizeBp: -800, noticeDays: 0 });
    await put({ kind: "tariff-step", from: 4, days: 0, sizeBp: 1_000, noticeDays: 0 });
  });
  after(() => house.stop());

  const list = async (caller = people.teacher) => {
    const where = { season };
    return house.call(caller, "GET /practice/seasons/:season/events", { where });
  };
  const injected = async (caller = people.teacher) =>
    (await list(caller)).body.filter(({ number }) => number !== null);

  test("says what acts and what comes, with who put it in and why", async () => {
    const shown = await injected();
    assert.deepEqual(
      shown.map(({ kind, phase, from, to }) => [kind, phase, from, to]),
      [
        ["exchange-jump", "acting", 1, 1],
        ["viral-demand", "announced", 2, 3],
        ["tariff-step", "planned", 4, null],
      ],
    );
    const viral = shown.find(({ kind }) => kind === "viral-demand");
    assert.equal(viral?.by, demo.teacher.name);
    assert.equal(viral?.note, "we talk about ads tomorrow");
  });

  test("moves on with the days, and what happens once is over the day after", async () => {
    await closeDay(house, season, 1);
    assert.deepEqual(
      (await injected()).map(({ kind, phase }) => [kind, phase]),
      [
        ["viral-demand", "acting"],
        ["tariff-step", "planned"],
        ["exchange-jump", "over"],
      ],
    );
  });

  test("tells surprises to teachers alone, and students nothing", async () => {
    const helped = await list(people.assistant);
    assert.equal(helped.status, 200);
    assert.ok(helped.body.every(({ phase }) => phase !== "planned"));
    assert.equal((await list(people.student(0))).code, "platform/not-allowed");
  });

  test("has why in no sentence that students read", async () => {
    const log = await house.call(people.teacher, "GET /practice/seasons/:season/log", {
      where: { season },
    });
    const entry = log.body.items.find(({ note }) => note !== "");
    assert.equal(entry?.note, "we talk about ads tomorrow");
    assert.equal(JSON.stringify(entry?.facts).includes("tomorrow"), false);
  });
});
