import assert from "node:assert/strict";
import type { Scoring } from "@echelon/contract/practice/scoring.ts";
import { after, before, suite, test } from "node:test";
import { readTable } from "@echelon/connectors/spreadsheet/read-table.ts";
import { kindAt } from "@echelon/connectors/table.ts";
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
import { gradebookSheet } from "./gradebook-columns.ts";

suite("a gradebook", () => {
  let house: PracticeHouse;
  before(async () => {
    house = await practiceHouse();
  });
  after(() => house.stop());

  async function readBook(season: string) {
    const answer = await house.call(people.teacher, "GET /practice/seasons/:season/gradebook", {
      where: { season },
      asks: { language: "en" },
    });
    const file = readTable(new Uint8Array(answer.raw.rawPayload));
    assert.ok(file.ok);
    return file.value.sheets[0]!.rows;
  }

  test("says points of a hundred, whole money and who decided", async () => {
    const season = await runningSeason(house);
    const store = await openStore(house, season, 0);
    const joined = await house.call(
      people.student(1),
      "POST /practice/seasons/:season/stores/:store/members",
      { where: { season, store } },
    );
    assert.ok(joined.status < 300);
    const [first, second] = await choosableSkus(house, season, store, 0);
    const choose = (place: number, skus: readonly string[]) =>
      hand(
        house,
        season,
        store,
        place,
        1,
        skus.map((sku) => ({ kind: "select-product" as const, sku })),
      );
    assert.equal((await choose(0, [first!, second!])).status, 200);
    const [, , third] = await choosableSkus(house, season, store, 1);
    assert.equal((await choose(1, [third!])).status, 200);
    await closeDay(house, season, 1);
    const [heads, ...rows] = await readBook(season);
    const at = (heading: string) => {
      const place = heads!.cells.findIndex((head) => head.startsWith(heading));
      assert.notEqual(place, -1, heading);
      return place;
    };
    const board = await house.call(people.teacher, "GET /practice/seasons/:season/debrief", {
      where: { season },
    });
    const [standing] = board.body.standings;
    const mine = rows.filter(({ cells }) => cells[at("Store")] === "Store 0");
    assert.deepEqual(
      mine.map(({ cells }) => cells[at("Own decisions")]),
      ["2", "1"],
    );
    for (const row of mine) {
      assert.equal(row.cells[at("Decisions of the store")], "3");
      // The books of the class are in US dollars: two digits after the point.
      assert.equal(row.cells[at("Profit (USD)")], String(standing!.profitMinor / 100));
      assert.equal(kindAt(row, at("Profit (USD)")), "n");
      assert.equal(kindAt(row, at("Student number")), "t");
      for (const [heading, milli] of [
        ["Score", standing!.scoreMilli],
        ["Profit score", standing!.profitMilli],
        ["Customer score", standing!.customerMilli],
        ["Operations score", standing!.operationsMilli],
      ] as const) {
        assert.equal(row.cells[at(heading)] ?? "", milli < 0 ? "" : String(milli / 10), heading);
      }
    }
    // A class that keeps no documents has no process to mark.
    assert.ok(standing!.processMilli < 0);
    assert.ok(heads!.cells.every((head) => head !== "Process score"));
    const idle = rows.find(({ cells }) => cells[at("Store")] === "");
    assert.equal(idle?.cells[at("Own decisions")], "0");
  });

  const student = (processMilli: number, value = 754) => {
    const standing = {
      store: 0,
      place: 1,
      rank: 3,
      name: "Store 0",
      isBot: false,
      isAgent: false,
      members: [],
      scoreMilli: 754,
      profitMilli: -1,
      customerMilli: 0,
      operationsMilli: 1_000,
      processMilli,
      profitMinor: -123_456,
      revenueMinor: 99,
      adsMinor: 0,
      orders: 2,
      ratingMilli: 0,
      cashMinor: 0,
      listingsLive: 0,
      listingsSoldOut: 0,
      value,
      worthMinor: 0,
      points: 0,
      worthBeforeMinor: null,
      days: 2,
      meanEquityMinor: 0,
      assetsMinor: 0,
      equityMinor: 0,
      roundScores: [],
      autopilot: null as { from: number; to: number | null } | null,
    };
    const scoring: Scoring = value === 754 ? "balanced" : "roi";
    return {
      person: "a",
      scoring,
      number: null,
      name: "A",
      standing,
      decisions: 1,
      storeDecisions: 1,
      day: 2,
      ownDays: 1,
      autopilotDays: 0,
      team: null,
    };
  };

  test("says for how many days a bot ran a store, where one did", () => {
    const plain = gradebookSheet([student(-1)], "en", "USD");
    assert.ok(plain.columns.every(({ heading }) => !/autopilot/i.test(heading)));
    const absent = student(-1);
    absent.standing.autopilot = { from: 4, to: null };
    const sheet = gradebookSheet([{ ...absent, autopilotDays: 3 }, student(-1)], "en", "USD");
    const at = sheet.columns.findIndex(({ heading }) => heading === "Days on autopilot");
    assert.deepEqual(
      sheet.rows.map((row) => row.slice(at, at + 2)),
      [
        [3, 4],
        [0, null],
      ],
    );
  });

  test("shows what is known of a score in points, and nothing of what is not", () => {
    const sheet = gradebookSheet([student(-1), student(500)], "en", "USD");
    const heads = sheet.columns.map(({ heading }) => heading);
    const cell = (heading: string, row = 0) => sheet.rows[row]![heads.indexOf(heading)];
    assert.equal(cell("Score"), 75.4);
    assert.equal(cell("Profit score"), null);
    assert.equal(cell("Customer score"), 0);
    assert.equal(cell("Operations score"), 100);
    assert.equal(cell("Process score"), null);
    assert.equal(cell("Process score", 1), 50);
    assert.equal(cell("Profit (USD)"), -1_234.56);
  });

  test("names the scoring that ranks, where it is another than the score", () => {
    const sheet = gradebookSheet([student(-1, 1_250)], "en", "USD");
    const at = sheet.columns.findIndex(({ heading }) => heading === "Return on investment (%)");
    assert.equal(sheet.rows[0]![at], 12.5);
    const plain = gradebookSheet([student(-1)], "zh", "USD");
    assert.ok(plain.columns.every(({ heading }) => !heading.startsWith("投资回报率")));
  });

  test("has no column for a part of the score that nobody is marked in", () => {
    const sheet = gradebookSheet([student(-1), student(-1)], "en", "USD");
    assert.ok(sheet.columns.every(({ heading }) => heading !== "Process score"));
    assert.deepEqual(
      sheet.rows.map((row) => row.length),
      [sheet.columns.length, sheet.columns.length],
    );
  });

  test("shows a digit of a point and both of a cent", () => {
    const digits = Object.fromEntries(
      gradebookSheet([student(-1)], "en", "USD").columns.map(({ heading, digits: shown }) => [
        heading,
        shown,
      ]),
    );
    assert.equal(digits["Score"], 1);
    assert.equal(digits["Profit score"], 1);
    assert.equal(digits["Profit (USD)"], 2);
    assert.equal(digits["Orders"], undefined);
  });
});
