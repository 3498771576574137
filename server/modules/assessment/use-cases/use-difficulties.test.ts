import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { batchWeight } from "@echelon/kernel/assessment/evidence/evidence-weight.ts";
import { type Band, bands } from "@echelon/kernel/assessment/mastery/band.ts";
import { microOfWhole } from "@echelon/kernel/assessment/evidence/outcome.ts";
import {
  expectedOutcome,
  usualGuess,
  usualSlip,
} from "@echelon/kernel/assessment/mastery/success-curve.ts";
import { normal } from "@echelon/kernel/random/normal.ts";
import { calibrateMastery } from "../calibrate-mastery.ts";
import { itemsOf } from "../difficulties.ts";
import { readVersion, readVersions, versionInUse } from "../store/difficulty-store.ts";
import { insertPieces, readMastery } from "../store/piece-store.ts";
import type { PieceTable } from "../store/schema.ts";
import { type EvidenceHouse, evidenceHouse } from "../testing/evidence-house.ts";
import { askFit } from "./fit-difficulties.ts";
import { refoldMastery } from "./refold-mastery.ts";
import { listDifficulties, useDifficulties } from "./use-difficulties.ts";

const key = { k0: 5, k1: 7 };
const events = 10;
const competency = "C02";
/** Everybody trades in both, half of them more often in the one and half in the other. */
const truth = { calm: -0.4, rough: 0.4 } as const;
const crowd = 120;
const daySeconds = 86_400;
const firstDay = 20_500;

suite("how hard scenarios are, at night and in use", () => {
  let house: EvidenceHouse;
  let people: string[];
  const sql = () => house.app.means.database;
  before(async () => {
    house = await evidenceHouse();
    people = Array.from({ length: crowd }, () => house.app.means.newId());
  });
  after(() => house.stop());

  type Name = keyof typeof truth;
  const pieceOf = (person: string, at: number, scenario: Name, ordinal: number): PieceTable => {
    const theta = 0.8 + normal(at, 0, 0, 0, key);
    const task = { guess: usualGuess, slip: usualSlip, difficulty: truth[scenario] };
    return {
      id: house.app.means.newId(),
      person_id: person,
      competency,
      framework_version: "1.0.0",
      kind: "auto",
      source: "system",
      rater_id: null,
      context_kind: "season",
      context_id: house.app.means.newId(),
      markets: [],
      ordinal,
      day: firstDay + ordinal,
      outcome_micro: Math.round(expectedOutcome(theta, task) * microOfWhole),
      events,
      weight: batchWeight(events),
      is_whole: true,
      difficulty: 0,
      guess: usualGuess,
      slip: usualSlip,
      detail: {},
      hash: "",
      made_at: house.clock.now(),
      scenario,
    };
  };
  const night = async () => {
    house.clock.advance(daySeconds);
    await sql().transaction((tx) => askFit(house.app.means, tx));
    await house.runJobs();
  };
  const difficultyOf = async (version: number, scenario: string) =>
    itemsOf((await readVersion(sql(), version))!).find((one) => one.scenario === scenario)!
      .difficulty;

  test("a night without evidence makes no version", async () => {
    await night();
    assert.deepEqual(await listDifficulties(sql()), { used: 0, versions: [] });
  });

  test("each night a version moves by a little, until nothing moves any more", async () => {
    const rows = people.flatMap((person, at) => {
      const [often, once]: [Name, Name] = at % 2 === 0 ? ["calm", "rough"] : ["rough", "calm"];
      const names = [often, once, often, often];
      return names.map((name, ordinal) => pieceOf(person, at, name, ordinal));
    });
    await sql().transaction(async (tx) => {
      await insertPieces(tx, rows);
      await refoldMastery(
        tx,
        people.map((person) => ({ person, competency })),
      );
    });
    await night();
    assert.ok(Math.abs((await difficultyOf(1, "rough")) - 0.3) < 1e-9, "0.3 a night at most");
    for (let more = 0; more < 5; more += 1) await night();
    const versions = await readVersions(sql(), 9);
    assert.ok(versions.length < 6, "who has settled makes no version");
    const { version } = versions[0]!;
    assert.ok(Math.abs((await difficultyOf(version, "rough")) - truth.rough) < 0.15);
    assert.equal(new Set(versions.map((one) => one.inputs_hash)).size, versions.length);
  });

  test("a version is never changed, and waits to be taken", async () => {
    await assert.rejects(
      house.fresh.owner.pool.query("update assessment.difficulty_version set items = '[]'"),
      /append-only/,
    );
    assert.equal(await versionInUse(sql()), 0);
  });

  test("a trial tells whose bands it would change, and changes nothing", async () => {
    const before = await readMastery(sql(), people);
    const trial = await useDifficulties(house.app.means, 1, true);
    assert.deepEqual([trial?.from, trial?.to, trial?.estimates], [0, 1, crowd]);
    assert.deepEqual(await readMastery(sql(), people), before);
    assert.equal(await versionInUse(sql()), 0);
    assert.equal(await useDifficulties(house.app.means, 99, false), null);
  });

  test("who takes one folds everybody with it, and back gives what was there", async () => {
    const before = await readMastery(sql(), people);
    const { slope } = await calibrateMastery(sql());
    const taken = await useDifficulties(house.app.means, 1, false);
    const now = await readMastery(sql(), people);
    assert.notDeepEqual(now, before);
    assert.equal((await listDifficulties(sql())).used, 1);
    assert.notEqual((await calibrateMastery(sql())).slope, slope, "forecasts are made with it");
    assert.ok(taken!.changes.length > 0);
    const rank = (band: Band) => bands.indexOf(band);
    for (const { person, before: from, after: to } of taken!.changes) {
      const wasCalm = people.indexOf(person) % 2 === 0;
      assert.equal(rank(to) < rank(from), wasCalm, "calm was easier than it was taken for");
    }
    // What is gathered meanwhile is folded with the version in use, so a fold anew is the same.
    await sql().transaction((tx) =>
      refoldMastery(
        tx,
        people.map((person) => ({ person, competency })),
      ),
    );
    assert.deepEqual(await readMastery(sql(), people), now);
    const back = await useDifficulties(house.app.means, 0, false);
    assert.deepEqual(await readMastery(sql(), people), before);
    assert.deepEqual(
      back!.changes.map(({ before: from, after: to }) => [to, from]),
      taken!.changes.map(({ before: from, after: to }) => [from, to]),
    );
  });
});
