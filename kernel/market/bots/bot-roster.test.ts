import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { botRoster } from "./bot-roster.ts";

test("levels and entrants get their shares, in every range of store numbers", () => {
  const mix = { stores: 260, levelsBp: [2000, 2000, 2500, 2000, 1500], entrantsBp: 2000 } as const;
  const roster = botRoster(mix);
  const counts = (from: number, to: number) =>
    [0, 1, 2, 3, 4].map(
      (level) => roster.slice(from, to).filter((seat) => seat.level === level).length,
    );
  assert.deepEqual(counts(0, 260), [52, 52, 65, 52, 39]);
  assert.deepEqual(counts(0, 20), [4, 4, 5, 4, 3]);
  assert.deepEqual(
    [0, 1, 2, 3, 4].map(
      (level) => roster.filter((seat) => seat.level === level && seat.isEntrant).length,
    ),
    [10, 10, 13, 10, 8],
  );
});

test("every season has exactly its bots, whatever the mix", () => {
  fc.assert(
    fc.property(
      fc.nat(300),
      fc.array(fc.nat(1000), { minLength: 5, maxLength: 5 }),
      fc.nat(10_000),
      (stores, weights, entrantsBp) => {
        const total = weights.reduce((a, b) => a + b, 0) || 1;
        const levels = weights.map((weight) => Math.floor((weight * 10_000) / total));
        levels[0]! += 10_000 - levels.reduce((a, b) => a + b, 0);
        const levelsBp = levels as [number, number, number, number, number];
        const roster = botRoster({ stores, levelsBp, entrantsBp });
        assert.deepEqual(
          roster.map((seat) => seat.store),
          Array.from({ length: stores }, (_, i) => i),
        );
        assert.ok(roster.every((seat) => levelsBp[seat.level]! > 0));
      },
    ),
  );
});
