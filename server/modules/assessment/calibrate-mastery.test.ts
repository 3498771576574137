import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { madeLearners } from "@echelon/kernel/assessment/synthetic/learners.ts";
import { people } from "../practice/testing/practice-class.ts";
import { calibrateMastery } from "./calibrate-mastery.ts";
import { insertPieces, insertVoidings } from "./store/piece-store.ts";
import type { PieceTable } from "./store/schema.ts";
import { type EvidenceHouse, evidenceHouse } from "./testing/evidence-house.ts";

const world = { seed: 3, people: 300, pieces: 4, events: 10, learning: 0, gapDays: 20 };

suite("the calibration of mastery", () => {
  let house: EvidenceHouse;
  before(async () => {
    house = await evidenceHouse();
  });
  after(() => house.stop());

  /** Evidence of made-up people, as the log would hold it. */
  const rows = (): PieceTable[] => {
    const { newId, clock } = house.app.means;
    return madeLearners(world).flatMap((learner) => {
      const person = newId();
      const season = newId();
      return learner.pieces.map((piece, ordinal) => ({
        id: newId(),
        person_id: person,
        competency: "C02",
        framework_version: "1.0.0",
        kind: "auto" as const,
        source: "system" as const,
        rater_id: null,
        context_kind: "season" as const,
        context_id: season,
        markets: [],
        ordinal,
        day: piece.day,
        outcome_micro: piece.outcomeMicro,
        events: world.events,
        weight: piece.weight,
        is_whole: true,
        difficulty: piece.difficulty,
        scenario: null,
        guess: piece.guess,
        slip: piece.slip,
        detail: {},
        hash: "",
        made_at: clock.now(),
      }));
    });
  };

  test("has nothing to say of nothing, and is slightly timid of people as they are", async () => {
    const { database } = house.app.means;
    const empty = await calibrateMastery(database);
    assert.deepEqual([empty.people, empty.pieces, empty.brier], [0, 0, null]);
    await database.transaction((tx) => insertPieces(tx, rows()));
    const { people: count, pieces, slope } = await calibrateMastery(database);
    assert.deepEqual([count, pieces], [300, 900]);
    assert.ok(slope !== null && slope > 0.8 && slope < 1.1, `${slope}`);
  });

  test("does not look at what was voided", async () => {
    const { database, clock } = house.app.means;
    const before = await calibrateMastery(database);
    const [first] = await database.rows<{ id: string }>({
      name: "test.first-piece",
      text: "select id from assessment.piece where ordinal = 3 limit 1",
      values: [],
    });
    const by = people.teacher.person;
    const voiding = { reason: "contested" as const, note: "", by_id: by, at: clock.now() };
    await database.transaction((tx) => insertVoidings(tx, [{ piece_id: first!.id, ...voiding }]));
    assert.equal((await calibrateMastery(database)).pieces, before.pieces - 1);
  });
});
