import assert from "node:assert/strict";
import { test } from "node:test";
import { isDerived, isOld, turnBetween } from "./turn-between.ts";

test("a day that closed is news, the same day is none", () => {
  assert.deepEqual(turnBetween({ day: 3, branch: 0 }, { day: 5, branch: 0 }), {
    kind: "closed",
    day: 4,
  });
  assert.equal(turnBetween({ day: 3, branch: 0 }, { day: 3, branch: 0 }), null);
});

test("a rewind is a rewind, wherever it leads", () => {
  assert.deepEqual(turnBetween({ day: 5, branch: 0 }, { day: 3, branch: 1 }), {
    kind: "rewound",
    day: 3,
  });
  assert.deepEqual(turnBetween({ day: 3, branch: 0 }, { day: 3, branch: 1 }), {
    kind: "rewound",
    day: 3,
  });
});

test("figures of a season are derived from its days, the season and the person are not", () => {
  const of = (does: string) => isDerived({ queryKey: [does, {}] });
  assert.ok(of("GET /practice/seasons/:season/wall"));
  assert.ok(of("GET /practice/seasons/:season/stores/:store/today"));
  assert.ok(!of("GET /practice/seasons/:season"));
  assert.ok(!of("GET /session"));
});

test("an answer is old until fetched after the turn, one that never came while it is asked", () => {
  const answer = { data: {}, dataUpdatedAt: 50, fetchStatus: "idle" };
  assert.ok(isOld(answer, 60));
  assert.ok(!isOld({ ...answer, dataUpdatedAt: 60 }, 60));
  assert.ok(!isOld({ ...answer, dataUpdatedAt: 61, fetchStatus: "fetching" }, 60));
  const never = { data: undefined, dataUpdatedAt: 0 };
  assert.ok(isOld({ ...never, fetchStatus: "fetching" }, 60));
  assert.ok(!isOld({ ...never, fetchStatus: "idle" }, 60));
});
