import type { DebriefView } from "@echelon/contract/practice/season.ts";
import { type Outcome, ok } from "@echelon/contract/platform/outcome.ts";
import { segmentNames } from "@echelon/kernel/market/parameters/parameter-lists.ts";
import type { World } from "@echelon/kernel/market/world/world.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { seedOf } from "../engine/season-key.ts";
import type { PracticeMeans } from "../means.ts";
import {
  countDecisions,
  lineage,
  readBranches,
  readHeadLogOn,
  readInjected,
} from "../store/log-store.ts";
import { readBands } from "../store/rank-band-store.ts";
import { seasonRows, type ResultRow } from "../store/report-store.ts";
import type { SeasonRow } from "../store/season-store.ts";
import { readProfits } from "../store/sums-store.ts";
import { readStores } from "../store/store-store.ts";
import { eventResponses } from "./event-responses.ts";
import { type DebriefAccess, findDebrief } from "./find-debrief.ts";
import { findMisconceptions } from "./find-misconceptions.ts";
import { nameStandings } from "./name-stores.ts";
import { byWeight, lastingMoves, type RankMove } from "./rank-moves.ts";
import { meanOf, readStandings, type Standings } from "./rank-stores.ts";

type Profit = Awaited<ReturnType<typeof readProfits>>[number];

/**
 * What a class talks about afterwards: the market's story, who stands where and why in parts, the
 * days on which ranks turned, common mistakes, and at the end the truth of the market.
 */
export async function viewDebrief(
  means: PracticeMeans,
  caller: Caller,
  season: string,
): Promise<Outcome<DebriefView>> {
  const found = await findDebrief(means.database, caller, season);
  if (!found.ok) return found;
  const { row, day } = found.value;
  const sql = means.database;
  const world = await means.engine.worldOf(sql, row);
  const ranked = await readStandings(means, row, day);
  const rows = await nameStandings(sql, ranked.rows, found.value, caller.person);
  const standings = { ...ranked, rows };
  const profits = await readProfits(sql, season, 1, day);
  const stores = await readStores(sql, season);
  const people = new Set(stores.filter((one) => !one.is_agent).map(({ store }) => store));
  const markets = await seasonRows(sql, "markets", season, 1, day);
  return ok({
    day,
    story: await storyOf(means, caller.person, found.value, world, markets),
    standings: await standingsOf(means, row, standings),
    series: seriesOf(profits, people, standings, day),
    turningPoints: await turningPoints(means, row, standings, profits, people),
    misconceptions: await findMisconceptions(sql, row, standings),
    truth: row.state === "finished" ? truthOf(row, world) : null,
  });
}

async function storyOf(
  means: PracticeMeans,
  person: string,
  access: DebriefAccess,
  world: World,
  markets: readonly ResultRow<"markets">[],
): Promise<DebriefView["story"]> {
  const { row, day } = access;
  const injected = await readInjected(means.database, row.season_id, row.branch);
  const units = Map.groupBy(markets, (one) => one.day);
  const sold = (at: number) => (units.get(at) ?? []).reduce((sum, one) => sum + one.units, 0);
  const responses = await eventResponses(means.database, person, access);
  return [...world.source.scenario.shocks, ...injected]
    .map((shock, number) => ({ ...shock, number }))
    .filter(({ from }) => from <= day)
    .toSorted((a, b) => a.from - b.from)
    .slice(0, 400)
    .map(({ from, kind, headline, number }) => ({
      day: from,
      code: kind,
      headline,
      ...(responses.get(number) ?? { responded: 0, responses: [] }),
      // Change of the whole market's units from the day before the event, basis points.
      value:
        sold(from - 1) === 0
          ? 0
          : Math.round(((sold(from) - sold(from - 1)) * 10_000) / sold(from - 1)),
    }));
}

async function standingsOf(
  means: PracticeMeans,
  row: SeasonRow,
  { rows }: Standings,
): Promise<DebriefView["standings"]> {
  const decisions = await countDecisions(means.database, row.season_id, row.branch);
  const bands = await readBands(means.database, row.season_id, false);
  // People among themselves, then programs, which are ranked without bots anyway.
  const people = rows.filter(({ isBot, isAgent }) => !isBot && !isAgent);
  return [...people, ...rows.filter(({ isAgent }) => isAgent)].map((one, index) => ({
    rank: one.isAgent ? one.rank : index + 1,
    store: one.store,
    name: one.name,
    isAgent: one.isAgent,
    scoreMilli: one.scoreMilli,
    value: one.value,
    profitMilli: one.profitMilli,
    customerMilli: one.customerMilli,
    operationsMilli: one.operationsMilli,
    processMilli: one.processMilli,
    profitMinor: one.profitMinor,
    revenueMinor: one.revenueMinor,
    adsMinor: one.adsMinor,
    orders: one.orders,
    decisions: decisions.get(one.store) ?? 0,
    autopilot: one.autopilot,
    // Its replicas were run by the same bot: what luck did to people cannot be told.
    band: one.autopilot === null ? (bands.get(one.store) ?? null) : null,
  }));
}

/** Running profit of the best store of people, of the median one, and the par line. */
function seriesOf(
  profits: readonly Profit[],
  people: ReadonlySet<number>,
  standings: Standings,
  to: number,
): DebriefView["series"] {
  const running = runningProfits(profits);
  const best = standings.rows.find(({ isBot, isAgent }) => !isBot && !isAgent)?.store;
  const days = Array.from({ length: to }, (_, index) => index + 1);
  const at = (store: number, day: number) => running.get(store)?.get(day) ?? 0;
  const median = (day: number) => {
    const values = [...people].map((store) => at(store, day)).toSorted((a, b) => a - b);
    return values[Math.floor(values.length / 2)] ?? 0;
  };
  const par = (day: number) => meanOf(standings.parStores.map((store) => at(store, day)));
  return {
    days,
    bestMinor: days.map((day) => (best === undefined ? 0 : at(best, day))),
    medianMinor: days.map(median),
    parMinor: days.map(par),
  };
}

function runningProfits(profits: readonly Profit[]): Map<number, Map<number, number>> {
  const running = new Map<number, Map<number, number>>();
  const sums = new Map<number, number>();
  for (const { store, day, profitMinor } of profits) {
    const sum = (sums.get(store) ?? 0) + profitMinor;
    sums.set(store, sum);
    running.set(store, (running.get(store) ?? new Map<number, number>()).set(day, sum));
  }
  return running;
}

const turningPointsMax = 8;
/** Moves whose day's decisions are read, to tell those with some from those without. */
const movesWeighed = 40;

/**
 * The largest moves in rank among people that lasted, after the first days, with what was decided
 * on their day; moves with decisions before others.
 */
async function turningPoints(
  means: PracticeMeans,
  row: SeasonRow,
  standings: Standings,
  profits: readonly Profit[],
  people: ReadonlySet<number>,
): Promise<DebriefView["turningPoints"]> {
  const byDay = Map.groupBy(
    // Where nobody has a score yet, the order says nothing.
    profits.filter(({ store, scoreMilli }) => people.has(store) && scoreMilli >= 0),
    ({ day }) => day,
  );
  const ranks = new Map<number, Map<number, number>>();
  for (const [day, rows] of byDay) {
    const order = rows.toSorted((a, b) => b.scoreMilli - a.scoreMilli || a.store - b.store);
    ranks.set(day, new Map(order.map(({ store }, index) => [store, index + 1])));
  }
  const moves = lastingMoves(ranks, Math.max(0, ...ranks.keys())).slice(0, movesWeighed);
  const spans = lineage(await readBranches(means.database, row.season_id), row.branch);
  const days = [...new Set(moves.map((move) => move.day))];
  const log = await readHeadLogOn(means.database, row.season_id, spans, days);
  const logs = Map.groupBy(log, (entry) => entry.day);
  const decidedOn = ({ store, day }: RankMove) =>
    (logs.get(day) ?? []).filter((entry) => entry.store === store);
  const names = new Map(standings.rows.map(({ store, name }) => [store, name]));
  return moves
    .toSorted(byWeight((move) => decidedOn(move).length > 0))
    .slice(0, turningPointsMax)
    .map((move) => ({
      store: move.store,
      name: names.get(move.store) ?? "",
      day: move.day,
      rankBefore: move.before,
      rankAfter: move.after,
      decisions: decidedOn(move)
        .slice(0, 10)
        .map((entry) => ({ number: entry.number, kind: entry.decision.kind })),
    }));
}

/** Opened when the season is finished: its key and what its shoppers weighed. */
function truthOf(row: SeasonRow, world: World): NonNullable<DebriefView["truth"]> {
  const seed = seedOf(row.seed_secret, world.source.engine);
  const hex = (word: number) => word.toString(16).padStart(8, "0");
  return {
    seed: `${hex(seed.k0)}${hex(seed.k1)}`,
    segments: segmentNames.map((id, index) => ({
      id,
      shareBp: Math.round(world.parameters[`segment.share.${id}`] * 10_000),
      priceMilli: Math.round(world.segments.price[index]! * 1_000),
      qualityMilli: Math.round(world.segments.fit[index]! * 1_000),
      reviewsMilli: Math.round(world.segments.review[index]! * 1_000),
      deliveryMilli: Math.round(world.segments.delivery[index]! * 1_000),
    })),
  };
}
