import type { Autopilot } from "@echelon/contract/practice/absence.ts";
import type { RankingState, Scoring } from "@echelon/contract/practice/scoring.ts";
import { botRoster } from "@echelon/kernel/market/bots/bot-roster.ts";
import { valuesOf } from "@echelon/kernel/market/scoring/scoring.ts";
import type { StoreRecord, TaskRecord } from "@echelon/kernel/market/scoring/store-record.ts";
import type { World } from "@echelon/kernel/market/world/world.ts";
import type { PracticeMeans } from "../means.ts";
import {
  autopilotOn,
  type Autopilots,
  lastAutopilot,
  readAutopilots,
} from "../store/autopilot-store.ts";
import type { StoreSums } from "../store/sums-store.ts";
import type { SeasonRow } from "../store/season-store.ts";
import { readMembers, readStores } from "../store/store-store.ts";

/** One store's place after a day: its score that day and what it made since it entered. */
export type Standing = StoreSums & {
  readonly rank: number;
  /** By which it is ranked, by the scoring that was asked for. */
  readonly value: number | null;
  readonly name: string;
  readonly isBot: boolean;
  /** A program runs it: it is ranked among programs, and nobody else's rank counts it. */
  readonly isAgent: boolean;
  readonly members: readonly string[];
  /** The last days on which a bot ran a store of people; null without any. */
  readonly autopilot: Autopilot | null;
  /**
   * What the store made by itself and by a bot, and how it stands: all else of a store that a bot
   * runs is of the day before it did, for what it makes since then is nobody's merit.
   */
  readonly actual: StoreSums;
};

export type Standings = {
  readonly rows: readonly Standing[];
  /** The most skilled bots that started together with people: what others are measured by. */
  readonly parStores: readonly number[];
  /** Their mean profit; 0 without any. */
  readonly parProfitMinor: number;
};

/**
 * Ranks all stores by the season's scoring or another, then profit, then number: a total order.
 * Those that a bot runs for people come after those that people run.
 * Programs are a league of their own: they come after all others and are counted from one again.
 */
export async function readStandings(
  means: PracticeMeans,
  row: SeasonRow,
  day: number,
  scoring: Scoring = row.scoring,
): Promise<Standings> {
  const sql = means.database;
  const autopilots = await readAutopilots(sql, row);
  const actual = await means.engine.sumsOf(sql, row, day);
  const actualOf = new Map(actual.map((one) => [one.store, one]));
  const sums = await countedSums(means, row, actual, autopilots, day);
  const stores = new Map((await readStores(sql, row.season_id)).map((one) => [one.store, one]));
  const members = Map.groupBy(await readMembers(sql, row.season_id), ({ store }) => store);
  const isPiloted = pilotedOn(autopilots, day);
  const isAgent = (store: number) => stores.get(store)?.is_agent === true;
  const world = await means.engine.worldOf(sql, row);
  const tasks = await readTasks(means, row, day, scoring);
  const leagues = [false, true].map((of) => {
    const field = sums.filter(({ store }) => isAgent(store) === of);
    return rankBy(scoring, field, world, tasks, isPiloted);
  });
  const ranked = leagues.flatMap((league) =>
    league.map((one, index) => ({
      ...one,
      rank: index + 1,
      name: stores.get(one.store)?.name ?? `#${one.store + 1}`,
      isBot: !stores.has(one.store),
      isAgent: isAgent(one.store),
      autopilot: lastAutopilot(autopilots, one.store),
      actual: actualOf.get(one.store) ?? one,
      members: (members.get(one.store) ?? []).map(({ person_id: person }) => person),
    })),
  );
  const parStores = entrantsOf(world, fullSkill);
  const parProfits = ranked.filter(({ store }) => parStores.includes(store));
  return {
    rows: ranked,
    parStores,
    parProfitMinor: meanOf(parProfits.map(({ profitMinor }) => profitMinor)),
  };
}

/**
 * What counts for people: of a store that a bot runs on a day, the sums of the day before it began.
 * A store that has been handed back counts whole again, and its mark says for which days.
 */
async function countedSums(
  means: PracticeMeans,
  row: SeasonRow,
  actual: readonly StoreSums[],
  autopilots: Autopilots,
  day: number,
): Promise<readonly StoreSums[]> {
  const begun = new Map(
    actual.flatMap(({ store }) => {
      const flight = autopilotOn(autopilots, store, day);
      return flight === null ? [] : [[store, flight.from - 1] as const];
    }),
  );
  const before = new Map<number, ReadonlyMap<number, StoreSums>>();
  for (const last of new Set(begun.values())) {
    const sums = await means.engine.sumsOf(means.database, row, last);
    before.set(last, new Map(sums.map((one) => [one.store, one])));
  }
  return actual.map((one) => before.get(begun.get(one.store) ?? 0)?.get(one.store) ?? one);
}

/** A store's place in its league after each of some days, and among how many. */
export async function readPlaces(
  means: PracticeMeans,
  row: SeasonRow,
  store: number,
  days: readonly number[],
): Promise<ReadonlyMap<number, { readonly rank: number; readonly of: number }>> {
  const sql = means.database;
  const agents = new Set(
    (await readStores(sql, row.season_id)).flatMap((one) => (one.is_agent ? [one.store] : [])),
  );
  const world = await means.engine.worldOf(sql, row);
  const places = new Map<number, { rank: number; of: number }>();
  const autopilots = await readAutopilots(sql, row);
  for (const day of days) {
    const actual = await means.engine.sumsOf(sql, row, day);
    const sums = await countedSums(means, row, actual, autopilots, day);
    const tasks = await readTasks(means, row, day, row.scoring);
    const field = sums.filter((one) => agents.has(one.store) === agents.has(store));
    const league = rankBy(row.scoring, field, world, tasks, pilotedOn(autopilots, day));
    const at = league.findIndex((one) => one.store === store);
    if (at >= 0) places.set(day, { rank: at + 1, of: league.length });
  }
  return places;
}

const lowSkill = 1;
const fullSkill = 4;

/** Bots of a level that opened together with people. */
const entrantsOf = ({ source }: World, of: number): readonly number[] =>
  botRoster(source.scenario.bots)
    .filter(({ level, isEntrant }) => level === of && isEntrant)
    .map(({ store }) => store);

type Tasks = ReadonlyMap<number, TaskRecord>;

/**
 * What the season's checklist says of each store; nothing without one, or where ranks look at
 * something else: marks are worked out from the whole log.
 */
async function readTasks(
  means: PracticeMeans,
  row: SeasonRow,
  day: number,
  scoring: Scoring,
): Promise<Tasks> {
  if (scoring !== "checklist") return new Map();
  const marks = await means.engine.marksOf(means.database, row, day);
  const operationsBp = row.checklist?.operationsBp ?? 0;
  return new Map([...marks].map(([store, { reachedBp }]) => [store, { reachedBp, operationsBp }]));
}

const pilotedOn = (autopilots: Autopilots, day: number) => (store: number) =>
  autopilotOn(autopilots, store, day) !== null;

/**
 * One league, the best first. A store that a bot runs stands after all others, for its figures are
 * of an earlier day: nobody keeps a good place by staying away.
 */
function rankBy(
  scoring: Scoring,
  field: readonly StoreSums[],
  world: World,
  tasks: Tasks,
  isPiloted: (store: number) => boolean,
): (StoreSums & { readonly value: number | null })[] {
  const { openingCashMinor } = world.source.scenario;
  const back = world.parameters["valuation.days"];
  const low = new Set(entrantsOf(world, lowSkill));
  const high = new Set(entrantsOf(world, fullSkill));
  const records = field.map((sums): StoreRecord => ({
    ...sums,
    par: low.has(sums.store) ? "low" : high.has(sums.store) ? "high" : null,
    capitalMinor: openingCashMinor,
    worthBeforeMinor: sums.worthBeforeMinor ?? openingCashMinor,
    daysBefore: Math.min(back, sums.days),
    debtMinor: Math.max(0, sums.assetsMinor - sums.equityMinor),
    tasks: tasks.get(sums.store) ?? null,
  }));
  const values = valuesOf(scoring, records, world.parameters);
  const least = Number.NEGATIVE_INFINITY;
  return field
    .map((sums, at) => ({ ...sums, value: values[at]! }))
    .toSorted(
      (a, b) =>
        Number(isPiloted(a.store)) - Number(isPiloted(b.store)) ||
        (b.value ?? least) - (a.value ?? least) ||
        b.profitMinor - a.profitMinor ||
        a.store - b.store,
    );
}

/** Mean of amounts, half up; 0 of none. */
export const meanOf = (amounts: readonly number[]): number =>
  amounts.length === 0
    ? 0
    : Math.round(amounts.reduce((sum, amount) => sum + amount, 0) / amounts.length);

/** The last closed day, or the one on which the ranks were frozen; a rewind may be behind that. */
export const shownDay = (row: SeasonRow, ranking: RankingState) =>
  ranking === "frozen" ? Math.min(row.ranking_day ?? row.day - 1, row.day - 1) : row.day - 1;
