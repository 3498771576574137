/**
 * Writes a season for the C yardstick: every column in the order in which `market-core.h` reads.
 */
import { writeFileSync } from "node:fs";
import { weekday } from "@echelon/kernel/calendar/day.ts";
import type { Engine } from "@echelon/kernel/market/state/engine.ts";
import { calendarDayOf } from "@echelon/kernel/market/world/world.ts";

type Column = Uint8Array | Int16Array | Int32Array | Float64Array;

/**
 * @param engine  after its first day was prepared, so that landed prices are known
 * @param days    how many days the yardstick will run
 */
export function writeMarketDump(path: string, engine: Engine, days: number): void {
  const parts: Uint8Array[] = [];
  for (const column of columnsOf(engine, days)) {
    parts.push(new Uint8Array(Int32Array.of(column.byteLength).buffer));
    parts.push(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
  }
  writeFileSync(path, Buffer.concat(parts));
}

function columnsOf(engine: Engine, days: number): readonly Column[] {
  const { world, state, work } = engine;
  const { segments } = world;
  const campaigns = state.tables.campaigns;
  const entries = state.tables.adEntries;
  const campaign = (name: keyof typeof campaigns.columns) =>
    campaigns.columns[name].subarray(0, campaigns.rows);
  const entry = (name: keyof typeof entries.columns) =>
    entries.columns[name].subarray(0, entries.rows);
  return [
    sizesOf(engine, days),
    weightsOf(engine),
    world.visits,
    segments.price,
    segments.fit,
    segments.review,
    segments.delivery,
    world.segmentShare,
    world.priceWeight,
    world.sliceShares,
    world.depthShares,
    world.tierBonus,
    dayFactors(engine, days),
    world.reserveTicks,
    world.depthSlots,
    world.isLastMile,
    ...stateColumns(engine),
    campaign("pacing"),
    campaign("store"),
    campaign("isOn"),
    campaign("dailyBudgetTicks"),
    campaign("spentTicks"),
    campaign("markets"),
    campaign("campaign"),
    entry("campaign"),
    entry("offer"),
    entry("bidTicks"),
    Int32Array.from(
      [0, 1, 2, 3, 4, 5, 6, 7].flatMap((word) => [
        ...entry(`mask${word}` as keyof typeof entries.columns),
      ]),
    ),
    work.goodsMinor,
    work.seenFee,
    work.seenTerms,
    work.termsEpoch,
    work.seenSku,
    work.seenPromise,
    work.logPrice,
    work.checkoutShare,
  ];
}

function stateColumns({ state }: Engine): readonly Column[] {
  return [
    state.storeOf,
    state.offerNumber,
    state.skuOf,
    state.categoryOf,
    state.bornOn,
    state.isDropped,
    state.reviewCount,
    state.starSum,
    state.starSquareSum,
    state.stock,
    state.priceMinor,
    state.feeMinor,
    state.tier,
    state.listing,
    state.relevance,
    state.service,
    state.promiseDays,
    state.discountBp,
    state.discountFrom,
    state.discountTo,
    state.contentMilli,
    state.fit,
    state.velocity,
    state.answered,
    state.sanction,
    state.logShock,
    state.logOutside,
  ];
}

function sizesOf({ world, state, key }: Engine, days: number): Int32Array {
  const { stores, offers, markets, categories, queries, shelves } = world.sizes;
  const { campaigns, adEntries } = state.tables;
  const { burnInDays } = world.source.scenario;
  return Int32Array.of(
    stores,
    offers,
    state.offerCount[0]!,
    markets,
    categories,
    queries,
    shelves,
    adEntries.rows,
    campaigns.rows,
    state.day[0]!,
    burnInDays,
    days,
    key.k0,
    key.k1,
  );
}

function weightsOf({ weights: w, world }: Engine): Float64Array {
  const p = world.parameters;
  return Float64Array.of(
    w.content,
    w.service,
    w.logRatioMax,
    w.beyond,
    w.beyondFrom,
    w.clickBase,
    w.clickContent,
    w.clickReview,
    w.clickPrice,
    w.clickRatioMax,
    w.rankVelocity,
    w.rankContent,
    w.rankDelivery,
    w.rankPrice,
    w.rankSanction,
    w.nest,
    w.extraUnits,
    p["utility.priorStars"],
    p["utility.priorReviews"],
    p["utility.starsCenter"],
    p["utility.stars"],
    p["utility.reviews"],
    p["utility.starVariance"],
    p["utility.reviewCenter"],
    p["rank.stars"],
    p["rank.penalty"],
    p["rank.fresh"],
    p["rank.freshDays"],
    p["traffic.shockMemory"],
    p["traffic.shockSd"],
    p["velocity.keep"],
    p["velocity.scale"],
    p["pacing.gain"],
    p["pacing.least"],
    p["rank.relevance"],
    p["rank.noise"],
    p["auction.relevanceFloor"],
    p["auction.qualityScale"],
  );
}

/** Weekday factors: the bench's days know no season and no peak. */
function dayFactors({ world, state }: Engine, days: number): Float64Array {
  return Float64Array.from({ length: days }, (_, nth) => {
    const day = calendarDayOf(world, state.day[0]! + nth);
    return (world.weekdayFactors[weekday(day)]! * 1 * 10_000) / 10_000;
  });
}
