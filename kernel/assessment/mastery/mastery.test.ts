import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { microOfWhole } from "../evidence/outcome.ts";
import { bandOf } from "./band.ts";
import { foldColumns } from "./fold-columns.ts";
import {
  afterPiece,
  agedVariance,
  cutAbility,
  foldPieces,
  type Mastery,
  masteryOn,
  type Piece,
  stepMax,
  unseen,
} from "./mastery.ts";

const pieceOn = (day: fc.Arbitrary<number>): fc.Arbitrary<Piece> =>
  fc.record({
    day,
    outcomeMicro: fc.integer({ min: 0, max: microOfWhole }),
    weight: fc.double({ min: 0.05, max: 20, noNaN: true }),
    difficulty: fc.double({ min: -3, max: 3, noNaN: true }),
    guess: fc.constantFrom(0.02, 0.25, 0.5),
    slip: fc.constantFrom(0.02, 0.05),
  });
const logs = fc
  .array(pieceOn(fc.integer({ min: 0, max: 900 })), { maxLength: 30 })
  .map((pieces) => pieces.toSorted((a, b) => a.day - b.day));
/** An estimate that some log has led to, and a piece that follows. */
const next = fc.tuple(logs, pieceOn(fc.integer({ min: 900, max: 1200 })));

test("the rule is just reached at 0.825 logits", () => {
  assert.ok(Math.abs(cutAbility - 0.825) < 0.0005);
});

test("a log folded in two parts gives what the whole gives, to the bit", () => {
  fc.assert(
    fc.property(logs, fc.nat(30), (log, at) => {
      const halves = foldPieces(log.slice(at), foldPieces(log.slice(0, at)));
      assert.deepEqual(halves, foldPieces(log));
    }),
  );
});

test("many logs side by side give what each gives alone, to the bit", () => {
  fc.assert(
    fc.property(fc.array(logs, { maxLength: 6 }), (all) => {
      const pieces = all.flat();
      const column = (of: (piece: Piece) => number) => Float64Array.from(pieces, of);
      const ends = all.map((_, at) => all.slice(0, at + 1).flat().length);
      const { theta, variance } = foldColumns({
        starts: Int32Array.from([0, ...ends]),
        day: Int32Array.from(pieces, ({ day }) => day),
        outcomeMicro: Int32Array.from(pieces, ({ outcomeMicro }) => outcomeMicro),
        weight: column((piece) => piece.weight),
        difficulty: column((piece) => piece.difficulty),
        guess: column((piece) => piece.guess),
        slip: column((piece) => piece.slip),
      });
      all.forEach((log, at) => {
        const alone = foldPieces(log);
        assert.deepEqual([theta[at], variance[at]], [alone.theta, alone.variance]);
      });
    }),
  );
});

test("one piece moves the mean by a logit and a half at most, towards what it shows", () => {
  fc.assert(
    fc.property(next, ([log, piece]) => {
      const before = foldPieces(log);
      const moved = afterPiece(before, piece).theta - before.theta;
      assert.ok(Math.abs(moved) <= stepMax + 1e-12);
    }),
  );
});

test("a better outcome never lowers the mean, and leaves the certainty as it is", () => {
  fc.assert(
    fc.property(next, fc.integer({ min: 0, max: microOfWhole }), ([log, piece], other) => {
      const before = foldPieces(log);
      const [low, high] = [other, piece.outcomeMicro].toSorted((a, b) => a - b) as [number, number];
      const worse = afterPiece(before, { ...piece, outcomeMicro: low });
      const better = afterPiece(before, { ...piece, outcomeMicro: high });
      assert.ok(worse.theta <= better.theta);
      assert.equal(worse.variance, better.variance);
    }),
  );
});

test("a heavier piece makes surer", () => {
  fc.assert(
    fc.property(next, fc.double({ min: 1.01, max: 5, noNaN: true }), ([log, piece], times) => {
      const before = foldPieces(log);
      const heavy = afterPiece(before, { ...piece, weight: piece.weight * times });
      assert.ok(heavy.variance < afterPiece(before, piece).variance);
    }),
  );
});

test("time makes less sure, never less able, and never less sure than knowing nothing", () => {
  fc.assert(
    fc.property(logs, fc.nat(5000), (log, days) => {
      const { variance } = foldPieces(log);
      const aged = agedVariance(variance, days);
      assert.ok(aged >= variance - 1e-12 && aged <= 1 + 1e-12);
    }),
  );
  // What was known beyond the prior is half after a year: 1/v - 1 from 3 to 1.5.
  assert.ok(Math.abs(agedVariance(1 / 4, 365) - 1 / 2.5) < 1e-12);
});

test("pieces out of order are refused", () => {
  const piece = { day: 2, outcomeMicro: 1, weight: 1, difficulty: 0, guess: 0.02, slip: 0.02 };
  const state = afterPiece(unseen, piece);
  assert.throws(() => afterPiece(state, { ...piece, day: 1 }), RangeError);
});

test("estimates stay numbers at the ends of every scale", () => {
  const piece = { day: 0, weight: 20, difficulty: 6, guess: 0.02, slip: 0.02 };
  for (const outcomeMicro of [0, microOfWhole]) {
    const worst = foldPieces(
      Array.from({ length: 100 }, (_, day) => ({ ...piece, day, outcomeMicro })),
    );
    assert.ok(Number.isFinite(worst.theta) && worst.variance > 0);
    const mastery = masteryOn(worst, 10_000);
    assert.ok(mastery >= 0 && mastery <= 1);
  }
});

test("a band says nothing of who was seen little, and no more than is sure of the others", () => {
  const rule = { cut: 0.8, piecesMin: 3 };
  const known = (theta: number, pieces = 5): Mastery => ({ theta, variance: 0.1, day: 0, pieces });
  assert.equal(bandOf(unseen, 0, rule), "too-little-seen");
  assert.equal(bandOf(known(2, 2), 0, rule), "too-little-seen");
  assert.equal(bandOf(known(2), 0, rule), "mastered");
  assert.equal(bandOf(known(0.9), 0, rule), "nearly");
  assert.equal(bandOf(known(0.5), 0, rule), "not-yet");
  // Years later nobody can say any more.
  assert.equal(bandOf(known(2), 3650, rule), "too-little-seen");
});
