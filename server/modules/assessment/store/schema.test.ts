import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { schemaDifferences } from "../../identity/testing/schema-match.ts";
import type { PracticeHouse } from "../../practice/testing/practice-class.ts";
import { evidenceHouse } from "../testing/evidence-house.ts";

suite("the tables of assessment", () => {
  let house: PracticeHouse;
  before(async () => {
    house = await evidenceHouse();
  });
  after(() => house.stop());

  test("are typed as the database has them", async () => {
    const files = ["./schema.ts", "./framework-schema.ts", "./appeal-schema.ts"].map(
      (file) => new URL(file, import.meta.url),
    );
    assert.deepEqual(await schemaDifferences(house.fresh.owner, ...files), []);
  });

  test("refuse a change of evidence", async () => {
    await assert.rejects(
      house.fresh.owner.pool.query(`
        insert into assessment.piece values (
          '01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000002', 'C02',
          '1.0.0', 'auto', 'system', null, 'season', '01900000-0000-7000-8000-000000000003', '{}',
          0,
          1, 1, 1, 1, true, 0, 0, 0, '{}', '', now());
        update assessment.piece set outcome_micro = 2;`),
      /append-only/,
    );
  });
});
