import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { type Clock, manualClock } from "../../../platform/clock/clock.ts";
import type { LogLine } from "../../../platform/log/log.ts";
import { createLog } from "../../../platform/log/log.ts";
import { replaySeason } from "../engine/replay-season.ts";
import { practiceModule } from "../index.ts";
import { headCloses } from "../store/result-store.ts";
import { readStores } from "../store/store-store.ts";
import { people, practiceHouse, type PracticeHouse } from "../testing/practice-class.ts";
import { demoStores } from "./demo-students.ts";
import { demoSeason } from "./seed-season.ts";

const days = 2;
const runsMax = 20;
const where = { season: demoSeason.id };

/** A clock that stops the world at the n-th look from now on, as a power cut does. */
function brittleClock(): Clock & { breakAfter(looks: number): void } {
  const clock = manualClock(new Date("2026-03-02T08:00:00Z"));
  let left = Number.POSITIVE_INFINITY;
  return {
    now() {
      left -= 1;
      if (left === 0) throw new Error("the power is cut");
      return clock.now();
    },
    passedMs: () => clock.passedMs(),
    breakAfter(looks) {
      left = looks;
    },
  };
}

suite("the season that the demonstration has traded", () => {
  const clock = brittleClock();
  const lines: LogLine[] = [];
  let house: PracticeHouse;

  before(async () => {
    const log = createLog(
      (line) => void lines.push(line),
      () => new Date(0),
    );
    house = await practiceHouse({ clock, log, config: { demoDays: days } });
  });
  after(() => house.stop());

  const ask = () => practiceModule.playDemo?.(house.app.means);
  const decisions = () =>
    house.app.means.database.rows<{ store: number; day: number; kind: string; count: number }>({
      name: "test.decisions-by-kind",
      text: `select store, day, kind, count(*)::int as count from practice.log_entry
             where season_id = $1 group by store, day, kind order by store, day, kind`,
      values: [demoSeason.id],
    });
  const closes = async () => {
    const kept = await headCloses(house.app.means.database, demoSeason.id);
    return kept.map(({ day, digest, orders }) => ({ day, digest, orders }));
  };

  /** One run of the queue may end between two jobs of a chain; the next one goes on. */
  const playOn = async () => {
    for (let run = 0; run < runsMax && (await closes()).length < days; run += 1)
      await house.runJobs();
  };

  test("goes on after it was killed between two stores, and decides nothing twice", async () => {
    await ask();
    // Opening a store and deciding for it look at the clock a few times each.
    clock.breakAfter(60);
    await assert.rejects(playOn, /the power is cut/);
    const { length } = await readStores(house.app.means.database, demoSeason.id);
    assert.ok(length > 0 && length < demoStores.length, `killed after ${length} stores`);
    clock.breakAfter(Number.POSITIVE_INFINITY);
    await house.fresh.owner.pool.query("update graphile_worker._private_jobs set run_at = now()");
    await playOn();

    const selected = (await decisions()).filter(({ kind }) => kind === "select-product");
    const here = demoStores.filter(({ from }) => from <= days);
    assert.equal(
      selected.reduce((sum, { count }) => sum + count, 0),
      here.reduce((sum, { skus }) => sum + skus.length, 0),
    );
    assert.equal((await closes()).length, days);
  });

  test("is decided by rules that the market accepts", () => {
    assert.deepEqual(
      lines.filter(({ event }) => event === "demo.refused"),
      [],
    );
  });

  test("has students who answer their buyers from day 2, and some who do not", async () => {
    const answering = (await decisions()).filter(({ kind }) => kind === "set-answer-policy");
    assert.ok(answering.every(({ day, count }) => day === 2 && count === 1));
    const due = demoStores.filter(
      ({ from, every, habits }) => from === 1 && every === 1 && habits.answers?.from === 2,
    );
    assert.equal(answering.length, due.length);
    assert.ok(due.length > 10 && due.length < demoStores.length / 2, `${due.length}`);
  });

  test("is the same after it was asked for again", async () => {
    const before = { decisions: await decisions(), closes: await closes() };
    await ask();
    await house.runJobs();
    assert.deepEqual({ decisions: await decisions(), closes: await closes() }, before);
  });

  test("sells, and keeps books that balance", async () => {
    const wall = await house.call(people.teacher, "GET /practice/seasons/:season/wall", { where });
    const selling = wall.body.tiles.filter(({ orders }) => orders > 0).length;
    assert.ok(selling > demoStores.length / 2, `${selling} stores have sold`);
    const { database } = house.app.means;
    const findings = await database.transaction((sql) =>
      Promise.resolve(practiceModule.check?.(house.app.means, sql)),
    );
    assert.deepEqual(findings, []);
  });

  test("replays to the same digests from its file", async () => {
    const finished = await house.call(people.teacher, "POST /practice/seasons/:season/finish", {
      where,
    });
    assert.equal(finished.code, null);
    const file = await house.call(people.teacher, "GET /practice/seasons/:season/season.json", {
      where,
    });
    const replayed = await replaySeason(JSON.parse(file.raw.body));
    assert.deepEqual(
      replayed?.days.map(({ isAsRecorded }) => isAsRecorded),
      Array.from({ length: days }, () => true),
    );
  });
});
