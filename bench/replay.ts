/**
 * Promise: a season replayed from its scenario, its seed and its log takes at most 1.1 of what
 * running it took, and comes to the same digest on every day. Both arms begin with nothing, so both
 * open the market first.
 */
import type { LogEntry, StoreDecision } from "@echelon/kernel/market/decisions/decision.ts";
import { atMost, best, isSmoke, median, report } from "./measure.ts";
import { replaySeason, simulateSeason } from "@echelon/server/main.ts";
import { buildWorldSource } from "@echelon/atlas/world-source.ts";

const scenario = isSmoke ? "first-week" : "class-40";
const seed = 42;
const days = isSmoke ? 3 : 40;
const people = isSmoke ? 3 : 40;
const rounds = isSmoke ? 1 : 3;

/** A log as a class leaves it: stores enter, choose, buy, and change their prices every day. */
function classLog(): readonly LogEntry[] {
  const source = buildWorldSource(scenario);
  const firstStore = source.scenario.bots.stores;
  const market = source.scenario.markets[0]!.country;
  const service = source.trade.services.find(
    ({ leg, markets }) => leg === "parcel" && markets.includes(market),
  )!.id;
  const queries = source.categories[0]!.queries.length;
  const log: LogEntry[] = [];
  for (let place = 0; place < people; place++) {
    const store = firstStore + place;
    const { sku, moq } = source.products[(place * 7) % source.products.length]!;
    const enter = { kind: "enter-store", store, name: `Store ${place}` } as const;
    log.push({ store: -1, number: place, day: 1, decision: enter });
    let number = 0;
    const decide = (day: number, decision: StoreDecision) =>
      log.push({ store, number: number++, day, decision });
    const priceMinor = 1_500 + place * 50;
    decide(1, { kind: "select-product", sku, place: 0 });
    decide(1, { kind: "set-shipping", sku, market, service, feeMinor: 0, promiseDays: 20 });
    decide(1, {
      kind: "publish-listing",
      sku,
      market,
      listing: { title: sku, keywords: [sku], text: sku, attributes: {}, photoLevel: 1 },
      scores: {
        contentMilli: 500,
        claimMilli: 0,
        relevance: Array.from({ length: queries }, () => 180),
      },
      priceMinor,
    });
    decide(1, { kind: "place-purchase", sku, units: Math.max(40, moq) });
    for (let day = 2; day <= days; day++) {
      const step = ((day + place) % 5) - 2;
      decide(day, { kind: "set-price", sku, market, priceMinor: priceMinor + 20 * step });
    }
  }
  return log;
}

/** Processor time of a piece of work that is waited for, milliseconds. */
async function processorOf(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const log = classLog();
const running: number[] = [];
const replayed: number[] = [];
let isSame = true;
let orders = 0;
for (let round = 0; round < rounds; round++) {
  const digests: string[] = [];
  running.push(
    await processorOf(async () => {
      const onDay = (_: number, digest: string) => void digests.push(digest);
      const result = await simulateSeason({ scenario, seed, days, workers: 1, log, onDay });
      orders = result?.orders ?? 0;
    }),
  );
  replayed.push(
    await processorOf(async () => {
      const again = await replaySeason({ scenario, seed, days, log, digests });
      isSame &&= again?.days.length === days && again.days.every((day) => day.isAsRecorded);
    }),
  );
}
const unit = "running the season, ms of processor";
const outcome = atMost("replay", best(replayed), best(running), unit, 1.1, {
  byMedians: median(replayed) / median(running),
  equalDigests: String(isSame),
  entries: log.length,
  orders,
});
report([{ ...outcome, holds: outcome.holds && isSame }]);
if (!isSame) process.exitCode = 1;
