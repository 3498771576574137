import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { uuidv7 } from "../../../platform/ids.ts";
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

suite("a season", () => {
  let house: PracticeHouse;
  before(async () => {
    house = await practiceHouse();
  });
  after(() => house.stop());

  const view = async (season: string) =>
    (await house.call(people.teacher, "GET /practice/seasons/:season", { where: { season } })).body;

  test("is prepared by a job, started by the teacher and closed day by day", async () => {
    const season = await runningSeason(house, 2);
    assert.equal((await view(season)).state, "running");
    await closeDay(house, season, 1);
    await closeDay(house, season, 2);
    const ended = await view(season);
    assert.equal(ended.state, "finished");
    assert.equal(ended.day, 3);
    const again = await house.call(people.teacher, "POST /practice/seasons/:season/close", {
      where: { season },
      body: { day: 3 },
    });
    assert.equal(again.code, "practice/season-closed");
  });

  test("closes a day once although two clicks ask for it", async () => {
    const season = await runningSeason(house);
    const where = { season };
    const both = await Promise.all(
      [1, 2].map(() =>
        house.call(people.teacher, "POST /practice/seasons/:season/close", {
          where,
          body: { day: 1 },
        }),
      ),
    );
    assert.deepEqual(
      both.map(({ status }) => status),
      [200, 200],
    );
    await house.runJobs();
    const days = await house.call(people.teacher, "GET /practice/seasons/:season/days", { where });
    assert.equal(days.body.length, 1);
    assert.equal((await view(season)).day, 2);
  });

  test("takes decisions whole or not at all, and answers the same key alike", async () => {
    const season = await runningSeason(house);
    const store = await openStore(house, season, 0);
    const [sku = ""] = await choosableSkus(house, season, store, 0);
    const half = await hand(house, season, store, 0, 1, [
      { kind: "select-product", sku },
      { kind: "select-product", sku: "NO-SUCH" },
    ]);
    assert.equal(half.code, "practice/no-such-product");
    const products = await house.call(
      people.student(0),
      "GET /practice/seasons/:season/stores/:store/products",
      { where: { season, store } },
    );
    assert.deepEqual(products.body.offers, []);
    const key = uuidv7();
    const first = await hand(house, season, store, 0, 1, [{ kind: "select-product", sku }], key);
    const second = await hand(house, season, store, 0, 1, [{ kind: "select-product", sku }], key);
    assert.equal(first.status, 200);
    assert.deepEqual(second.body, first.body);
    const other = await hand(house, season, store, 0, 1, [{ kind: "select-product", sku }]);
    assert.equal(other.code, "practice/already-selected");
    const reused = await hand(house, season, store, 0, 1, [{ kind: "drop-product", sku }], key);
    assert.equal(reused.code, "practice/key-used", "nobody is told saved of what was not");
  });

  test("refuses decisions for a closed day and keeps books to their store", async () => {
    const season = await runningSeason(house);
    const store = await openStore(house, season, 1);
    const [sku = ""] = await choosableSkus(house, season, store, 1);
    await closeDay(house, season, 1);
    const late = await hand(house, season, store, 1, 1, [{ kind: "select-product", sku }]);
    assert.equal(late.code, "practice/day-closed");
    const where = { season, store };
    const foreign = await house.call(
      people.student(2),
      "GET /practice/seasons/:season/stores/:store/money",
      { where },
    );
    assert.equal(foreign.code, "practice/no-such-store");
    const stranger = await house.call(people.stranger, "GET /practice/seasons/:season", {
      where: { season },
    });
    assert.equal(stranger.code, "practice/no-such-season");
    const teacher = await house.call(
      people.teacher,
      "GET /practice/seasons/:season/stores/:store/money",
      { where },
    );
    assert.equal(teacher.status, 200);
    const meddling = await house.call(
      people.teacher,
      "POST /practice/seasons/:season/stores/:store/decisions",
      {
        where,
        body: { key: uuidv7(), day: 2, wishes: [{ kind: "select-product", sku }] },
      },
    );
    assert.equal(meddling.code, "practice/no-such-store");
  });

  test("takes the first decision of a store that opened while others were deciding", async () => {
    // Why: what stands is kept between requests, and a store that is new must stand in it at once.
    const season = await runningSeason(house);
    const first = await openStore(house, season, 6);
    const [sku = ""] = await choosableSkus(house, season, first, 6);
    const select: Wish = { kind: "select-product", sku };
    assert.equal((await hand(house, season, first, 6, 1, [select])).status, 200);
    const second = await openStore(house, season, 7);
    const handed = await hand(house, season, second, 7, 1, [select]);
    assert.equal(handed.code, null);
  });

  test("goes back: results are withdrawn, decisions come back, drafts stay", async () => {
    const season = await runningSeason(house);
    const where = { season };
    const first = await openStore(house, season, 3);
    const second = await openStore(house, season, 4);
    const [sku = ""] = await choosableSkus(house, season, first, 3);
    await closeDay(house, season, 1);
    const before = (
      await house.call(people.teacher, "GET /practice/seasons/:season/days", { where })
    ).body[0]!;
    await hand(house, season, first, 3, 2, [{ kind: "select-product", sku }]);
    await closeDay(house, season, 2);
    await house.call(people.student(4), "PUT /practice/seasons/:season/stores/:store/drafts", {
      where: { season, store: second },
      body: { key: "listing/x/us", value: "{}" },
    });
    const back = await house.call(people.teacher, "POST /practice/seasons/:season/rewind", {
      where,
      body: { day: 1, reason: "a wrong close" },
    });
    assert.equal(back.body.day, 1);
    assert.equal(back.body.branch, 1);
    const drafts = async (place: number, store: string) =>
      (
        await house.call(
          people.student(place),
          "GET /practice/seasons/:season/stores/:store/drafts",
          { where: { season, store } },
        )
      ).body.items.map(({ key }) => key);
    assert.deepEqual(await drafts(3, first), ["returned/002/000000"]);
    assert.deepEqual(await drafts(4, second), ["listing/x/us"]);
    await closeDay(house, season, 1);
    const closes = (
      await house.call(people.teacher, "GET /practice/seasons/:season/days", { where })
    ).body;
    const again = closes.find((close) => close.day === 1 && !close.isSuperseded);
    assert.equal(again?.digest, before.digest, "the same entries give the same day");
    assert.equal(closes.filter(({ isSuperseded }) => isSuperseded).length, 2);
    const handedIn = await house.call(
      people.student(3),
      "POST /practice/seasons/:season/stores/:store/decisions",
      {
        where: { season, store: first },
        body: {
          key: uuidv7(),
          day: 2,
          wishes: [{ kind: "select-product", sku }],
          drafts: ["returned/002/000000"],
        },
      },
    );
    assert.equal(handedIn.code, null);
    assert.deepEqual(await drafts(3, first), [], "what was handed in again is no draft any more");
  });

  test("lets nobody but a rewind make drafts of withdrawn decisions", async () => {
    const season = await runningSeason(house);
    const store = await openStore(house, season, 6);
    const saved = await house.call(
      people.student(6),
      "PUT /practice/seasons/:season/stores/:store/drafts",
      { where: { season, store }, body: { key: "returned/001/000000", value: "not JSON" } },
    );
    assert.equal(saved.code, "platform/malformed-request");
  });

  test("lets the steward announce an event and help a store, both in the log", async () => {
    const season = await runningSeason(house);
    const where = { season };
    const store = await openStore(house, season, 5);
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
    const injected = await house.call(people.teacher, "POST /practice/seasons/:season/events", {
      where,
      body: event,
    });
    assert.equal(injected.status, 200);
    const past = await house.call(people.teacher, "POST /practice/seasons/:season/events", {
      where,
      body: { ...event, from: 0 },
    });
    assert.equal(past.code, "practice/intervention-in-past");
    const helped = await house.call(
      people.teacher,
      "POST /practice/seasons/:season/stores/:store/adjustments",
      {
        where: { season, store },
        body: { amountMinor: 5_000, reason: "a lesson learned" },
      },
    );
    assert.equal(helped.status, 204);
    await closeDay(house, season, 1);
    const log = await house.call(people.teacher, "GET /practice/seasons/:season/log", { where });
    const kinds = log.body.items.map(({ kind }) => kind);
    assert.ok(kinds.includes("inject-event") && kinds.includes("help-store"));
    const postings = await house.call(
      people.student(5),
      "GET /practice/seasons/:season/stores/:store/postings",
      { where: { season, store } },
    );
    const help = postings.body.items.find(({ kind }) => kind === "help");
    assert.equal(Math.abs(help?.amountMinor ?? 0), 5_000);
    const document = await house.call(
      people.student(5),
      "GET /practice/seasons/:season/stores/:store/documents/:document",
      { where: { season, store, document: String(help?.document) } },
    );
    assert.equal(document.body.reason, "a lesson learned");
  });

  test("lets nobody but its teacher steer it", async () => {
    const season = await runningSeason(house);
    const where = { season };
    const student = await house.call(people.student(0), "POST /practice/seasons/:season/close", {
      where,
      body: { day: 1 },
    });
    assert.equal(student.code, "platform/not-allowed");
    const rewind = await house.call(people.student(0), "POST /practice/seasons/:season/rewind", {
      where,
      body: { day: 1, reason: "x" },
    });
    assert.equal(rewind.code, "platform/not-allowed");
    const wall = await house.call(people.student(0), "GET /practice/seasons/:season/wall", {
      where,
    });
    assert.equal(wall.code, "platform/not-allowed");
  });
});
