import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import type { Statement } from "../../../platform/database/statement.ts";
import { createSeasonEngine } from "../engine/season-engine.ts";
import { readSums } from "../store/sums-store.ts";
import { readSeason } from "../store/season-store.ts";
import {
  closeDay,
  openStore,
  people,
  practiceHouse,
  type PracticeHouse,
  runningSeason,
} from "../testing/practice-class.ts";
import { readPlaces, readStandings } from "./rank-stores.ts";

suite("the standings of a season", () => {
  let house: PracticeHouse;
  before(async () => {
    house = await practiceHouse();
  });
  after(() => house.stop());

  test("are added up once a closed day, and anew after a rewind", async () => {
    const season = await runningSeason(house);
    await openStore(house, season, 0);
    for (const day of [1, 2]) await closeDay(house, season, day);
    const { database } = house.app.means;
    let added = 0;
    const rows = <Row>(statement: Statement) => {
      if (statement.name === "practice.store-sums") added += 1;
      return database.rows<Row>(statement);
    };
    const engine = createSeasonEngine();
    const means = { ...house.app.means, engine, database: { ...database, rows } };
    const look = async () => readStandings(means, (await readSeason(database, season))!, 2);
    await Promise.all([look(), look(), look()]);
    const first = await look();
    assert.equal(added, 1);

    const steward = { where: { season }, body: { day: 1, reason: "again" } };
    await house.call(people.teacher, "POST /practice/seasons/:season/rewind", steward);
    await openStore(house, season, 1);
    for (const day of [1, 2]) await closeDay(house, season, day);
    const second = await look();
    assert.equal(added, 2);
    assert.equal(second.rows.length, first.rows.length + 1);
    const sums = await readSums(database, season, 2);
    assert.deepEqual(
      second.rows.map(({ store, profitMinor }) => [store, profitMinor]).toSorted(byStore),
      sums.map(({ store, profitMinor }) => [store, profitMinor]),
    );
    await engine.stop();
  });

  test("judge a checklist only where ranks look at it", async () => {
    const change = { preset: "specialist-exam", scenario: "first-week", teamSize: 1 } as const;
    const season = await runningSeason(house, 4, change);
    const store = Number(await openStore(house, season, 0));
    await closeDay(house, season, 1);
    const { database } = house.app.means;
    let judged = 0;
    const rows = <Row>(statement: Statement) => {
      if (statement.name === "practice.evidence-days") judged += 1;
      return database.rows<Row>(statement);
    };
    const engine = createSeasonEngine();
    const means = { ...house.app.means, engine, database: { ...database, rows } };
    const row = (await readSeason(database, season))!;
    assert.ok(row.checklist !== null && row.scoring === "checklist");
    await readStandings(means, row, 1, "balanced");
    await readPlaces(means, { ...row, scoring: "roi" }, store, [1]);
    assert.equal(judged, 0);
    const { rows: standings } = await readStandings(means, row, 1);
    assert.equal(judged, 1);
    assert.ok(standings.find((one) => one.store === store)?.value !== null);
    await engine.stop();
  });
});

const byStore = ([a = 0]: number[], [b = 0]: number[]) => a - b;
