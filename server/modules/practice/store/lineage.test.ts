import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { isOfHead, lineage } from "./log-store.ts";
import type { BranchTable } from "./schema.ts";

const branch = (number: number, parent: number | null, from: number): BranchTable => ({
  season_id: "",
  branch: number,
  parent,
  from_day: from,
  reason: "",
  made_by: "",
  made_at: new Date(0),
});

suite("the branches that make up the head", () => {
  test("a rewound day belongs to the new branch and the days before it to the old", () => {
    const spans = lineage([branch(0, null, 1), branch(1, 0, 5)], 1);
    assert.equal(isOfHead(spans, 0, 4), true);
    assert.equal(isOfHead(spans, 0, 5), false);
    assert.equal(isOfHead(spans, 1, 5), true);
  });

  test("a second rewind to an earlier day withdraws what the first one had kept", () => {
    const spans = lineage([branch(0, null, 1), branch(1, 0, 5), branch(2, 1, 3)], 2);
    assert.equal(isOfHead(spans, 0, 2), true);
    assert.equal(isOfHead(spans, 0, 4), false);
    assert.equal(isOfHead(spans, 1, 5), false);
    assert.equal(isOfHead(spans, 2, 3), true);
  });

  test("every day belongs to exactly one branch of the head, however often one went back", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 12 }), (rewinds) => {
        const branches = [branch(0, null, 1), ...rewinds.map((day, at) => branch(at + 1, at, day))];
        const spans = lineage(branches, rewinds.length);
        for (let day = 1; day <= 60; day += 1) {
          // An ancestor counts before the earliest day to which anything after it went back.
          const owners = branches.filter(
            ({ branch: number, from_day: from }) =>
              isOfHead(spans, number, day) && day >= (number === 0 ? 1 : from),
          );
          assert.ok(owners.length >= 1, `day ${day} has no branch`);
        }
      }),
    );
  });
});
