import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { people, runningSeason } from "../../practice/testing/practice-class.ts";
import { sellingStore } from "../../practice/testing/selling-store.ts";
import { gatherClosed } from "./gather-season.ts";
import { countedPieces, piecesOfContext, readMastery } from "../store/piece-store.ts";
import { type EvidenceHouse, evidenceHouse } from "../testing/evidence-house.ts";

/** A season in which goods are sold on its first days. */
const luck = 7;

suite("what a season shows of its people", () => {
  let house: EvidenceHouse;
  let season: string;
  const student = people.student(0).person;
  const sql = () => house.app.means.database;
  const counted = async () => (await piecesOfContext(sql(), season)).filter((one) => !one.reason);

  before(async () => {
    house = await evidenceHouse();
    season = await runningSeason(house, 9, {}, luck);
    const wish = { place: 0, products: 4, feeMinor: 300, priceBp: 9_000 };
    await sellingStore(house, season, wish);
    await house.closeDays(season, 1, 6);
    await house.gather();
  });
  after(() => house.stop());

  test("becomes evidence of who did it, with the decisions that it opens to", async () => {
    const pieces = await counted();
    const published = pieces.filter(({ competency }) => competency === "C02");
    assert.ok(published.length > 0, "listings were published");
    for (const piece of published) {
      assert.equal(piece.person_id, student);
      assert.equal(piece.kind, "auto");
      assert.equal(piece.scenario, "class-40");
      const detail = piece.detail as { shown: { decisions: number[]; day: number }[] };
      assert.ok(detail.shown.every(({ decisions, day }) => decisions.length === 1 && day === 1));
    }
  });

  test("is folded into what is known of the person", async () => {
    const estimates = await readMastery(sql(), [student]);
    const pieces = await countedPieces(sql(), [student]);
    assert.deepEqual(
      [...new Set(pieces.map(({ competency }) => competency))],
      estimates.map(({ competency }) => competency),
    );
    for (const { variance, theta } of estimates) {
      assert.ok(variance < 1 && Number.isFinite(theta));
    }
  });

  test("is read once, whatever the clock asks for", async () => {
    const before = await piecesOfContext(sql(), season);
    await house.gather();
    assert.deepEqual(await piecesOfContext(sql(), season), before);
  });

  test("is asked for once while the workers are behind", async () => {
    await house.closeDays(season, 7, 7);
    const { means } = house.app;
    for (let minute = 0; minute < 3; minute += 1) {
      await means.database.transaction((tx) => gatherClosed(means, tx));
    }
    const { rows } = await house.fresh.owner.pool.query<{ waiting: number }>(
      `select count(*)::int as waiting from graphile_worker.jobs
       where task_identifier = 'assessment.gather-season'`,
    );
    assert.equal(rows[0]?.waiting, 1);
  });

  test("grows with the last day, and keeps what was there", async () => {
    const before = await counted();
    await house.gather();
    const now = await counted();
    const kept = before.filter(({ is_whole: isWhole }) => isWhole);
    for (const { id } of kept) assert.ok(now.some((piece) => piece.id === id));
    const opened = now.find(({ competency }) => competency === "C01");
    // Four of five steps: its listings have fewer words than a complete one.
    assert.equal(opened?.outcome_micro, 600_000);
  });

  test("is taken back by a rewind, and nothing is deleted", async () => {
    const all = (await piecesOfContext(sql(), season)).length;
    const { code } = await house.call(people.teacher, "POST /practice/seasons/:season/rewind", {
      where: { season },
      body: { day: 5, reason: "a test" },
    });
    assert.equal(code, null);
    await house.closeDays(season, 5, 5);
    await house.gather();
    const known = await piecesOfContext(sql(), season);
    assert.ok(known.length >= all);
    const opened = known.find(({ competency }) => competency === "C01");
    assert.equal(opened?.reason, "withdrawn", "its first week is no longer over");
    const estimates = await readMastery(sql(), [student]);
    assert.ok(!estimates.some(({ competency }) => competency === "C01"));
  });
});
