import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { assessConsignment } from "./assess-consignment.ts";
import { lawOf } from "./law.ts";
import { lineClass, lineQuestions } from "./line-class.ts";
import { lines, parcel, rates, ruleSets, today } from "./testing/generated.ts";

test("two lines of one class are taxed alike", () => {
  let alike = 0;
  fc.assert(
    fc.property(ruleSets, lines, lines, (set, a, b) => {
      const law = lawOf(set, "AA", today);
      assert.ok(law.ok);
      const questions = lineQuestions(law.value);
      if (a.hs === b.hs || lineClass(questions, a) !== lineClass(questions, b)) return;
      alike++;
      const [one, two] = [a, b].map(({ hs, origin }) => {
        const outcome = assessConsignment(set, parcel({ lines: [{ ...a, hs, origin }] }), rates);
        return outcome.ok ? outcome.value.byPayer : outcome.refusal.code;
      });
      assert.deepEqual(one, two);
    }),
    { numRuns: 500 },
  );
  assert.ok(alike > 20, `only ${alike} pairs were alike`);
});

test("a code that cannot be is in a class of its own", () => {
  const none = { tables: [], conditions: [] };
  assert.notEqual(
    lineClass(none, { hs: "770000", origin: "CN" }),
    lineClass(none, { hs: "610910", origin: "CN" }),
  );
});
