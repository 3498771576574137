import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  type Application,
  type CertificateRule,
  decideBeyond,
  decideCertificate,
  type Standing,
} from "./decide-certificate.ts";

const rule: CertificateRule = {
  coreMastery: 0.8,
  coreShare: 0.9,
  coreFloor: 0.5,
  electiveShare: 0.5,
  minEvidence: 3,
  minContexts: 1,
  raters: 1,
  minRoles: 1,
  minSimHours: 40,
};
const good: Standing = { mastery: 0.9, pieces: 3, contexts: 1, raters: 1, isJudged: true };
const names = Array.from({ length: 10 }, (_, at) => `C${at}`);
const electives = ["E0", "E1", "E2"];

function application(change: Partial<Application> = {}): Application {
  return {
    rule,
    cores: [{ role: "R1", competencies: names }],
    breadth: [],
    electives,
    standings: new Map([...names, ...electives].map((name) => [name, good])),
    practiceMinutes: 40 * 60,
    extras: [{ id: "exam", have: 60, need: 60 }],
    holds: [],
    ...change,
  };
}

const without = (changes: Record<string, Partial<Standing>>): ReadonlyMap<string, Standing> =>
  new Map(
    [...application().standings].map(([name, standing]) => [
      name,
      { ...standing, ...changes[name] },
    ]),
  );
const kinds = (change: Partial<Application>) =>
  decideCertificate(application(change)).missing.map(({ kind }) => kind);

test("who has everything passes, and nothing is missing", () => {
  assert.deepEqual(decideCertificate(application()), { verdict: "pass", missing: [], holds: [] });
});

test("nine tenths of the core are enough, and eight are not", () => {
  assert.deepEqual(kinds({ standings: without({ C0: { mastery: 0.79 } }) }), []);
  const two = { C0: { mastery: 0.79 }, C1: { pieces: 2 } };
  const { missing } = decideCertificate(application({ standings: without(two) }));
  assert.deepEqual(missing, [
    {
      kind: "core",
      role: "R1",
      have: 8,
      need: 9,
      short: [
        { competency: "C0", short: ["mastery"] },
        { competency: "C1", short: ["pieces"] },
      ],
    },
  ]);
});

test("one competency under the floor is one too many, and so is one never seen", () => {
  assert.deepEqual(kinds({ standings: without({ C0: { mastery: 0.49 } }) }), ["floor"]);
  const standings = new Map(application().standings);
  standings.delete("C3");
  assert.deepEqual(kinds({ standings }), ["floor"]);
});

test("what a person has to judge needs its raters, the rest does not", () => {
  const unrated = { raters: 0 };
  const judged = { C0: unrated, C1: unrated };
  assert.deepEqual(kinds({ standings: without(judged) }), ["core"]);
  const measured = { C0: { ...unrated, isJudged: false }, C1: { ...unrated, isJudged: false } };
  assert.deepEqual(kinds({ standings: without(measured) }), []);
});

test("hours, electives, exam and roles are each told with how much there is of how much", () => {
  const poor = { E0: { mastery: 0 }, E1: { mastery: 0 } };
  const { missing } = decideCertificate(
    application({
      rule: { ...rule, minRoles: 3 },
      breadth: [{ role: "R1", competencies: names }],
      standings: without(poor),
      practiceMinutes: 39 * 60 + 59,
      extras: [{ id: "exam", have: 59, need: 60 }],
    }),
  );
  assert.deepEqual(
    missing.map((one) => [one.kind, "have" in one && one.have, "need" in one && one.need]),
    [
      ["roles", 1, 3],
      ["electives", 1, 2],
      ["practice-hours", 39, 40],
      ["extra", 59, 60],
    ],
  );
});

test("raters who do not agree hold a decision that nothing else is missing for", () => {
  const hold = { holds: ["agreement-too-low"] } as const;
  assert.equal(decideCertificate(application(hold)).verdict, "held");
  const poor = application({ ...hold, practiceMinutes: 0 });
  assert.equal(decideCertificate(poor).verdict, "not-yet");
});

test("more of anything never turns a pass into not yet", () => {
  const level = fc.record({
    mastery: fc.double({ min: 0, max: 1, noNaN: true }),
    pieces: fc.nat(6),
    contexts: fc.nat(3),
    raters: fc.nat(3),
    isJudged: fc.boolean(),
  });
  const all = fc.array(level, { minLength: 13, maxLength: 13 });
  const more = fc.record({
    at: fc.nat(12),
    mastery: fc.double({ min: 0, max: 1, noNaN: true }),
    count: fc.nat(3),
  });
  fc.assert(
    fc.property(all, more, (levels, { at, mastery, count }) => {
      const standings = new Map([...names, ...electives].map((name, row) => [name, levels[row]!]));
      const name = [...names, ...electives][at]!;
      const had = standings.get(name)!;
      const better = new Map(standings).set(name, {
        ...had,
        mastery: Math.max(had.mastery, mastery),
        pieces: had.pieces + count,
        contexts: had.contexts + count,
        raters: had.raters + count,
      });
      const short = (of: ReadonlyMap<string, Standing>) =>
        decideCertificate(application({ standings: of })).missing.length;
      assert.ok(short(better) <= short(standings));
    }),
  );
});

test("what a school weighs more must be shown, though enough of the core is", () => {
  const standings = without({ C0: { mastery: 0.79 } });
  assert.deepEqual(kinds({ standings, weights: new Map([["C1", 5]]) }), []);
  const { missing } = decideCertificate(application({ standings, weights: new Map([["C0", 5]]) }));
  assert.deepEqual(missing, [
    {
      kind: "weight",
      role: "R1",
      have: 64,
      need: 90,
      short: [{ competency: "C0", short: ["mastery"] }],
    },
  ]);
});

test("nothing that a school adds or weighs makes a certificate easier", () => {
  // Why: with easy competencies enough in a core, nine tenths of it would leave out what is hard.
  const standing = fc.record({
    mastery: fc.constantFrom(0.4, 0.7, 0.9),
    pieces: fc.constantFrom(2, 3),
    contexts: fc.constant(1),
    raters: fc.constantFrom(0, 1),
    isJudged: fc.boolean(),
  });
  const added = Array.from({ length: 12 }, (_, at) => `nb:A${at}`);
  const all = [...names, ...electives, ...added];
  fc.assert(
    fc.property(
      fc.tuple(...all.map(() => standing)),
      fc.subarray(added),
      fc.subarray(added),
      fc.dictionary(fc.constantFrom(...all), fc.double({ min: 0.01, max: 10, noNaN: true })),
      (given, toCore, toElectives, weights) => {
        const standings = new Map(all.map((id, at) => [id, given[at]!]));
        const core = application({ standings });
        const beyond = application({
          standings,
          cores: [{ role: "R1", competencies: [...names, ...toCore] }],
          electives: [...electives, ...toElectives],
          weights: new Map(Object.entries(weights)),
        });
        const decision = decideBeyond(core, beyond);
        if (decision.verdict === "pass") assert.equal(decideCertificate(core).verdict, "pass");
        assert.equal(decision.missing.length === 0, decision.verdict !== "not-yet");
      },
    ),
  );
});
