import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { createEngineHost, type EngineHost, type EngineSeason } from "./engine-host.ts";
import { worldHashOf } from "./season-key.ts";
import { buildWorldSource } from "./world-sources.ts";

const noSnapshot = () => Promise.reject(new Error("the thread has the state"));

/** A small season, another world for each number of bots. */
function seasonOf(bots: number): EngineSeason {
  const source = buildWorldSource("first-week", undefined, { bots, days: 3 });
  return { worldHash: worldHashOf(source), seed: { k0: 1, k1: 2 }, source: async () => source };
}

suite("the engine's thread", () => {
  let host: EngineHost;
  before(() => {
    host = createEngineHost();
  });
  after(() => host.stop());

  test("goes on with a season after it had to do with five worlds", async () => {
    // Why: it keeps four worlds. A season whose world it let go of has to be told of it again.
    const seasons = [2, 3, 4, 5, 6].map(seasonOf);
    const opened = [];
    for (const season of seasons) opened.push(await host.open(season, () => {}));
    const { digest } = opened[0]!;
    const closed = await host.close(seasons[0]!, digest, noSnapshot, []);
    assert.notEqual(closed.digest, digest);
  });
});
