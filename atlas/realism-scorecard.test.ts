import assert from "node:assert/strict";
import { test } from "node:test";
import { parametersDigest } from "@echelon/kernel/market/parameters/parameters-digest.ts";
import { moments } from "@echelon/kernel/market/realism/moments.ts";
import { judge } from "@echelon/kernel/market/realism/scorecard.ts";
import { engineVersion } from "@echelon/kernel/market/world/scenario.ts";
import { isCurrent, shippedScorecard } from "./realism-scorecard.ts";

const card = shippedScorecard();

test("a scorecard of another engine or of other defaults is out of date", () => {
  const { engine, parameters } = card;
  assert.ok(isCurrent(card, engine, parameters));
  assert.ok(!isCurrent(card, engine + 1, parameters));
  assert.ok(!isCurrent(card, engine, parametersDigest([{ name: "rank.noise", value: 0 }])));
  assert.ok(engine <= engineVersion, "measured with an engine to come");
});

test("it holds every moment on every seed, in the bands of today", () => {
  assert.deepEqual(card.seeds, [42, 7, 99]);
  assert.deepEqual(
    card.moments.map(({ readings: _, ...moment }) => moment),
    moments.map(({ measure: _, ...moment }) => moment),
  );
  for (const { name, readings } of card.moments) {
    assert.deepEqual(
      readings.map(({ seed }) => seed),
      card.seeds,
      name,
    );
  }
});

test("its verdict follows from its figures", () => {
  const runs = card.seeds.map((seed, at) => ({
    seed,
    readings: card.moments.map(({ name, readings }) => {
      const { value, standardError } = readings[at]!;
      return { moment: name, value: value ?? Number.NaN, standardError };
    }),
  }));
  const { share, hardOut, passes } = judge(moments, runs);
  assert.deepEqual([card.share, card.hardOut, card.passes], [share, hardOut, passes]);
  assert.ok(passes);
});
