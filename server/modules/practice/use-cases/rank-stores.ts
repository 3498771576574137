import type { RankingState, Scoring } from "@echelon/contract/practice/scoring.ts";
import { botRoster } from "@echelon/kernel/market/bots/bot-roster.ts";
import { valuesOf } from "@echelon/kernel/market/scoring/scoring.ts";
import type { StoreRecord, TaskRecord } from "@echelon/kernel/market/scoring/store-record.ts";
import type { World } from "@echelon/kernel/market/world/world.ts";
import type { PracticeMeans } from "../means.ts";
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
 * Programs are a league of their own: they come after all others and are counted from one again.
 */
export async function readStandings(
  means: PracticeMeans,
  row: SeasonRow,
  day: number,
  scoring: Scoring = row.scoring,
): Promise<Standings> {
  const sql = means.database;
  const sums = await means.engine.sumsOf(sql, row, day);
  const stores = new Map((await readStores(sql, row.season_id)).map((one) => [one.store, one]));
  const members = Map.groupBy(await readMembers(sql, row.season_id), ({ store }) => store);
  const isAgent = (store: number) => stores.get(store)?.is_agent === true;
  const world = await means.engine.worldOf(sql, row);
  const tasks = await readTasks(means, row, day, scoring);
  const leagues = [false, true].map((of) => {
    const field = sums.filter(({ store }) => isAgent(store) === of);
    return rankBy(scoring, field, world, tasks);
  });
  const ranked = leagues.flatMap((league) =>
    league.map((one, index) => ({
      ...one,
      rank: index + 1,
      name: stores.get(one.store)?.name ?? `#${one.store + 1}`,
      isBot: !stores.has(one.store),
      isAgent: isAgent(one.store),
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
  for (const day of days) {
    const sums = await means.engine.sumsOf(sql, row, day);
    const tasks = await readTasks(means, row, day, row.scoring);
    const field = sums.filter((one) => agents.has(one.store) === agents.has(store));
    const league = rankBy(row.scoring, field, world, tasks);
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

/** One league, the best first. */
function rankBy(
  scoring: Scoring,
  field: readonly StoreSums[],
  world: World,
  tasks: Tasks,
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
