import { test } from "node:test";
import assert from "node:assert/strict";
import { openSeason } from "@echelon/kernel/market/open-season.ts";
import { openMarketThreads } from "./market-threads.ts";
import { replaySeason } from "./replay-season.ts";
import { scenarioWorld, seedOf, simulateSeason } from "./simulate-season.ts";

test("one, two, three and five threads close the same days to the same digests", async () => {
  const world = scenarioWorld("first-week", { bots: 20 });
  const { state } = openSeason(world, seedOf(5), (bytes) => new ArrayBuffer(bytes));
  const digests: string[][] = [];
  for (const threads of [1, 2, 3, 5]) {
    const market = await openMarketThreads(world, seedOf(5), threads);
    market.load(state);
    digests.push(Array.from({ length: 3 }, () => market.close([]).digest));
    await market.stop();
  }
  for (const others of digests.slice(1)) assert.deepEqual(others, digests[0]);
});

test("a simulation's books balance, and a replay finds the same digests", async () => {
  const digests: string[] = [];
  const result = await simulateSeason({
    scenario: "first-week",
    seed: 11,
    days: 2,
    workers: 1,
    onDay: (_, digest) => digests.push(digest),
  });
  assert.ok(result !== null);
  assert.deepEqual(Object.keys(result), [
    "scenario",
    "seed",
    "days",
    "stores",
    "listings",
    "visits",
    "orders",
    "digest",
    "ledgerSum",
    "msPerDay",
  ]);
  assert.ok(Object.values(result.ledgerSum).every((sum) => sum === 0));
  assert.ok(result.orders > 0 && result.visits > result.orders);
  const file = { scenario: "first-week", seed: 11, days: 2, log: [], digests };
  const replayed = await replaySeason(file);
  assert.deepEqual(
    replayed?.days.map((day) => day.isAsRecorded),
    [true, true],
  );
  const forged = await replaySeason({ ...file, digests: ["0000000000000000"] });
  assert.deepEqual(
    forged?.days.map((day) => day.isAsRecorded),
    [false, null],
  );
  assert.equal(await replaySeason({ days: 2 }), null);
  const nowhere = { scenario: "nowhere", seed: 1, days: 1, workers: 1 };
  assert.equal(await simulateSeason(nowhere), null);
  assert.equal(await replaySeason({ ...file, scenario: "nowhere" }), null);
});
