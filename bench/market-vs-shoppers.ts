/**
 * Promise: a whole day costs a fraction of simulating its shoppers one by one, choice and clicks
 * alone, and says the same: purchases and clicks of the two differ by chance only.
 */
import { runExampleDay } from "@echelon/kernel/market/examples/example-day.ts";
import { openDay, runShard } from "@echelon/kernel/market/shelf/phases.ts";
import { noEffects } from "@echelon/kernel/market/world/shock.ts";
import type { Engine } from "@echelon/kernel/market/state/engine.ts";
import { pageSlots } from "@echelon/kernel/market/world/world-limits.ts";
import {
  best,
  inTurns,
  isSmoke,
  processorTime,
  report,
  timesFaster,
  type Outcome,
} from "./measure.ts";
import { competition, openMarket } from "./market-world.ts";
import { shopOneByOne } from "./peer/shoppers.ts";

const visits = competition.visitsPerDay!;
const peer = "one shopper at a time, choice and clicks alone, ms of processor a day";

/** Runs a day up to its first pages, and leaves them for the shoppers. */
function firstPages(engine: Engine): void {
  const { markets, categories } = engine.world.sizes;
  openDay(engine, { effects: noEffects(markets, categories, 1) });
  for (const phase of ["prepare", "rank", "slice"] as const) runShard(engine, phase, 0, 0, 1);
}

function measure(promise: string, times: number, limit: number, rounds: number): Outcome {
  const engine = openMarket({ ...competition, visitsPerDay: visits * times });
  for (let day = 0; day < 6; day++) runExampleDay(engine);
  // The shoppers visit pages that stay as they are; our days go on beside them.
  const shown = openMarket({ ...competition, visitsPerDay: visits * times });
  firstPages(shown);
  const sums = { visits: 0, purchases: 0, clicks: 0 };
  let round = 0;
  const shop = () =>
    processorTime(() => {
      const day = shopOneByOne(shown, round++);
      sums.visits += day.visits;
      sums.purchases += day.purchases;
      sums.clicks += day.clicks;
    });
  const run = () => processorTime(() => runExampleDay(engine));
  const [ours, theirs] = inTurns(rounds, [() => Math.min(run(), run(), run()), shop]);
  const deviation = deviations(shown, sums, rounds);
  const outcome = timesFaster(promise, best(ours!), best(theirs!), peer, limit, {
    visits: sums.visits / rounds,
    ...deviation,
  });
  const isEqual = Math.abs(deviation.zPurchases) < 4 && Math.abs(deviation.zClicks) < 4;
  if (!isEqual) process.exitCode = 1;
  return { ...outcome, holds: outcome.holds && isEqual };
}

/** How many standard deviations the shoppers' sums lie from the exact rates. */
function deviations(engine: Engine, sums: { purchases: number; clicks: number }, rounds: number) {
  const { work, world } = engine;
  let purchases = 0;
  let clicks = 0;
  for (let shelf = 0; shelf < world.sizes.shelves; shelf++) {
    for (let slot = 0; slot < work.slotCount[shelf]!; slot++) {
      const at = shelf * pageSlots + slot;
      purchases += work.orderRate[at]! / work.factCheckout[work.factRow[at]!]!;
      clicks += work.orderRate[at]! + work.clickOnlyRate[at]!;
    }
  }
  return {
    zPurchases: (sums.purchases - purchases * rounds) / Math.sqrt(purchases * rounds),
    zClicks: (sums.clicks - clicks * rounds) / Math.sqrt(clicks * rounds),
  };
}

report([
  measure("market-vs-shoppers", 1, 4, isSmoke ? 1 : 5),
  measure("market-vs-shoppers (ten times the visits)", 10, 30, 1),
]);
