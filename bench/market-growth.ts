/**
 * Promises: ten times the shoppers cost hardly more, for nothing is done a shopper; and cost grows
 * with the stores no faster than their number.
 */
import type { ExampleOptions } from "@echelon/kernel/market/examples/example-world.ts";
import { runExampleDay } from "@echelon/kernel/market/examples/example-day.ts";
import { atMost, best, inTurns, isSmoke, processorTime, report } from "./measure.ts";
import { competition, openMarket } from "./market-world.ts";

const rounds = isSmoke ? 1 : 7;
const warmDays = isSmoke ? 1 : 5;

/** A season that is warm, and one day of it for each call. */
function arm(options: ExampleOptions): () => number {
  const engine = openMarket(options);
  for (let day = 0; day < warmDays; day++) runExampleDay(engine);
  return () => processorTime(() => runExampleDay(engine));
}

function compare(large: ExampleOptions): readonly [number, number] {
  const [small, grown] = inTurns(rounds, [arm(competition), arm(large)]);
  return [best(grown!), best(small!)];
}

const visitsPerDay = competition.visitsPerDay! * 10;
const stores = competition.stores! * 4;
const unit = "ms of processor a day";
report([
  atMost(
    "market-growth, shoppers",
    ...compare({ ...competition, visitsPerDay }),
    `a tenth of the visits, ${unit}`,
    1.3,
  ),
  atMost(
    "market-growth, stores",
    ...compare({ ...competition, stores }),
    `a quarter of the stores, ${unit}`,
    4.4,
  ),
]);
