import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { reachedMicro } from "../evidence/outcome.ts";
import { examPieces, guessOf, type MarkedQuestion } from "./exam-pieces.ts";

const asked = (topic: string, shareMicro: number, part: Partial<MarkedQuestion> = {}) => ({
  topics: [topic],
  pointsMicro: 2_000_000,
  shareMicro,
  guess: 0.25,
  ...part,
});
const paper = fc.array(
  fc.record({
    topics: fc.uniqueArray(fc.constantFrom("C01", "C03", "D01"), { maxLength: 2 }),
    pointsMicro: fc.integer({ min: 1, max: 100 }).map((points) => points * 1_000_000),
    shareMicro: fc.integer({ min: 0, max: 1_000_000 }),
    guess: fc.constantFrom(0.02, 0.25, 0.5),
  }),
  { minLength: 1, maxLength: 40 },
);

test("the passing share just reaches the rule, and no less does", () => {
  const [just] = examPieces([asked("C01", 600_000)], 0.6);
  const [below] = examPieces([asked("C01", 599_999)], 0.6);
  assert.equal(just!.outcomeMicro, reachedMicro);
  assert.ok(below!.outcomeMicro < reachedMicro);
});

test("a topic weighs as many events as it has questions, and six at most", () => {
  const of = (count: number) =>
    examPieces(
      Array.from({ length: count }, () => asked("C01", 1_000_000)),
      0.6,
    )[0]!;
  assert.deepEqual(
    [1, 2, 3, 6, 20].map((count) => of(count).weight),
    [1, 2, 3, 6, 6],
  );
  assert.deepEqual(
    [1, 2, 3].map((count) => of(count).isWhole),
    [false, false, true],
  );
});

test("a question of two topics is evidence of both, in whatever order it was asked", () => {
  const both = [asked("C03", 0, { topics: ["C03", "C01"] }), asked("C01", 1_000_000)];
  const pieces = examPieces(both, 0.6);
  assert.deepEqual(
    pieces.map(({ topic, questions, share }) => [topic, questions, share]),
    [
      ["C01", 2, 0.5],
      ["C03", 1, 0],
    ],
  );
  assert.deepEqual(examPieces(both.toReversed(), 0.6), pieces);
});

test("a better answer never shows less", () => {
  fc.assert(
    fc.property(paper, fc.nat(), fc.integer({ min: 1, max: 99 }), (marked, at, passing) => {
      const place = at % marked.length;
      const better = marked.map((one, index) =>
        index === place ? { ...one, shareMicro: 1_000_000 } : one,
      );
      const before = examPieces(marked, passing / 100);
      for (const [index, piece] of examPieces(better, passing / 100).entries())
        assert.ok(piece.outcomeMicro >= before[index]!.outcomeMicro);
    }),
  );
});

test("who chooses blindly is right once in as many times as there are options", () => {
  assert.equal(guessOf("single-choice", 4), 0.25);
  assert.equal(guessOf("true-false", 0), 0.5);
  assert.equal(guessOf("numerical", 0), guessOf("multiple-choice", 5));
});
