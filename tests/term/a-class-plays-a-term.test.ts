import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { hasten, type Hastened } from "../browser/hastened.ts";
import { type PlayedTerm, playTerm } from "./played-term.ts";
import { openSchool, type Pupil, type School } from "./school.ts";

const startsAt = new Date("2026-03-02T02:00:00Z");
/** An outcome that just reaches its rule. */
const reached = 0.75;
/** Of a role whose core needs no desk but the market's. */
const [role, echelon] = ["R2", "E1"] as const;

/** More than two thousand decisions: about seventy seconds of one core that is free. */
const timeout = 600_000;

suite("a term that a class plays", { timeout }, () => {
  let here: Hastened;
  let school: School;
  let term: PlayedTerm;

  const play = async () => {
    here = await hasten(startsAt, false);
    school = await openSchool(here);
    term = await playTerm(school);
  };
  before(play, { timeout });
  after(() => here.stop());

  const certificateOf = ({ client, person }: Pupil) =>
    client.call("GET /assessment/people/:person/certificate", {
      where: { person },
      asks: { role, echelon },
    });
  const piecesOf = async ({ client, person }: Pupil, competency: string) => {
    const where = { person, competency };
    const { pieces } = await client.call(
      "GET /assessment/people/:person/competencies/:competency",
      { where },
    );
    return pieces;
  };

  test("leads who plays well to the foundation certificate, with nothing missing", async () => {
    const { missing, holds, verdict } = await certificateOf(school.able);
    assert.deepEqual({ missing, holds, verdict }, { missing: [], holds: [], verdict: "pass" });
  });

  test("has three of its core seen in the market, and two by people", async () => {
    const least = {
      C03: { auto: 2, exam: 5 },
      D01: { auto: 3, exam: 4 },
      D03: { auto: 3, exam: 3 },
      K01: { peer: 4, rubric: 4 },
      K05: { rubric: 4 },
    };
    for (const [competency, kinds] of Object.entries(least)) {
      const whole = (await piecesOf(school.able, competency)).filter((one) => one.isWhole);
      for (const [kind, count] of Object.entries(kinds)) {
        const found = whole.filter((one) => one.kind === kind);
        assert.ok(found.length >= count, `${competency}: ${found.length} of ${kind}`);
      }
    }
    for (const competency of ["D01", "D03"]) {
      const played = (await piecesOf(school.able, competency)).filter(
        ({ kind, context }) => kind === "auto" && context.id === term.season,
      );
      assert.ok(played.length >= 3);
      for (const { outcome } of played) assert.ok(outcome >= reached, `${competency}: ${outcome}`);
    }
  });

  test("keeps it from who knows all by heart and plays without looking", async () => {
    const { verdict, missing } = await certificateOf(school.careless);
    assert.equal(verdict, "not-yet");
    const core = missing.find(({ kind }) => kind === "core");
    assert.ok(core?.kind === "core");
    const short = core.short.find(({ competency }) => competency === "D03");
    assert.deepEqual(short?.short, ["mastery"], "the exams alone would be enough");
    const played = (await piecesOf(school.careless, "D03")).filter(({ kind }) => kind === "auto");
    assert.ok(played.length >= 3);
    for (const { outcome } of played) assert.ok(outcome < reached);
  });

  test("keeps it from who does nothing, and from who leaves the work to a team-mate", async () => {
    for (const pupil of [school.idle, school.mate]) {
      const { verdict, missing } = await certificateOf(pupil);
      assert.equal(verdict, "not-yet");
      const kinds = missing.map(({ kind }) => kind);
      for (const kind of ["core", "electives", "practice-hours", "extra"] as const)
        assert.ok(kinds.includes(kind), `${pupil.name}: ${kind}`);
    }
    assert.deepEqual(await piecesOf(school.idle, "D01"), []);
  });
});
