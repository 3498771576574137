import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { StoreDecision } from "../decisions/decision.ts";
import { peerFactorMilli, peerPoints } from "./peer-factor.ts";
import { type WorkEntry, workOf } from "./shared-work.ts";
import { weights } from "./team-shares.ts";

const price = (priceMinor: number): StoreDecision => ({
  kind: "set-price",
  sku: "S0",
  market: "us",
  priceMinor,
});
const listing = (title: string, text: string): StoreDecision => ({
  kind: "edit-listing",
  sku: "S0",
  market: "us",
  listing: { title, keywords: [], text, attributes: {}, photoLevel: 0 },
  scores: { contentMilli: 0, claimMilli: 0, relevance: [] },
});
const entriesOf = (made: readonly [string, number, StoreDecision][]): WorkEntry[] =>
  made.map(([author, day, decision], number) => ({ store: 0, number, day, author, decision }));
const work = (...made: [string, number, StoreDecision][]) =>
  Object.fromEntries(workOf(entriesOf(made), weights));

test("what was changed and changed back on one day counts for nobody", () => {
  assert.deepEqual(work(["a", 1, price(10)], ["b", 2, price(12)], ["a", 2, price(10)]), { a: 1 });
  assert.deepEqual(work(["a", 1, price(10)], ["b", 2, price(12)]), { a: 1, b: 1 });
});

test("one listing by two on one day is parted by the fields that each left", () => {
  const both = work(
    ["a", 1, listing("t", "x")],
    ["b", 2, listing("T", "x")],
    ["a", 2, listing("T", "X")],
  );
  assert.deepEqual(both, { a: 3 + 1.5, b: 1.5 });
  // Who writes a field that another one writes over has no part in it.
  const over = work(
    ["a", 1, listing("t", "x")],
    ["b", 2, listing("T", "x")],
    ["a", 2, listing("U", "x")],
  );
  assert.deepEqual(over, { a: 6 });
});

test("two who cover the same shift have both worked, and what is learnt is nobody's work", () => {
  const shift: StoreDecision = { kind: "cover-shift", role: "service", level: 1 };
  const learnt: StoreDecision = { kind: "log-training", topic: "Duties", hours: 8 };
  assert.deepEqual(work(["a", 1, shift], ["b", 1, shift]), { a: 1, b: 1 });
  assert.deepEqual(work(["a", 1, shift], ["a", 2, shift]), { a: 2 });
  assert.deepEqual(work(["a", 1, learnt], ["b", 1, shift]), { a: 0, b: 1 });
});

test("the n-th of a kind on a day counts less, and on another day in full again", () => {
  const on = (day: number, sku: string): [string, number, StoreDecision] => [
    "a",
    day,
    { kind: "set-price", sku, market: "us", priceMinor: 10 },
  ];
  const { a } = work(on(1, "x"), on(1, "y"), on(1, "z"), on(2, "w"));
  assert.ok(Math.abs(a! - (1 + 1 / 1.2 + 1 / 1.4 + 1)) < 1e-12);
});

test("a team's work is no more than its decisions, in whatever order they are read", () => {
  const made = fc.array(
    fc.tuple(
      fc.constantFrom("a", "b", "c"),
      fc.integer({ min: 1, max: 3 }),
      fc.oneof(
        fc.integer({ min: 1, max: 3 }).map(price),
        fc
          .tuple(fc.constantFrom("t", "T"), fc.constantFrom("x", "X"))
          .map(([t, x]) => listing(t, x)),
      ),
    ),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(made, (list) => {
      const entries = entriesOf(list.toSorted((p, q) => p[1] - q[1]));
      const weighed = workOf(entries, weights);
      const all = [...weighed.values()].reduce((sum, one) => sum + one, 0);
      assert.ok(
        all <= entries.reduce((sum, { decision }) => sum + weights[decision.kind], 0) + 1e-9,
      );
      const turned = workOf(entries.toReversed(), weights);
      for (const [author, weight] of weighed)
        assert.ok(Math.abs(weight - turned.get(author)!) < 1e-9);
    }),
  );
});

test("an equal part of the points is a factor of 1, nothing .8, 1.1 the most", () => {
  assert.equal(peerFactorMilli([]), null);
  assert.equal(
    peerFactorMilli([
      { points: 10, others: 2 },
      { points: 10, others: 2 },
    ]),
    1_000,
  );
  assert.equal(peerFactorMilli([{ points: 0, others: 3 }]), 800);
  assert.equal(peerFactorMilli([{ points: peerPoints, others: 1 }]), 1_000, "a pair has no choice");
  const points = fc.record({
    points: fc.integer({ min: 0, max: peerPoints }),
    others: fc.integer({ min: 1, max: 5 }),
  });
  fc.assert(
    fc.property(fc.array(points, { minLength: 1, maxLength: 8 }), fc.nat(7), (received, at) => {
      const factor = peerFactorMilli(received)!;
      assert.ok(factor >= 800 && factor <= 1_100);
      const more = received.map((one, place) =>
        place === at % received.length
          ? { ...one, points: Math.min(peerPoints, one.points + 1) }
          : one,
      );
      assert.ok(peerFactorMilli(more)! >= factor);
    }),
  );
});
