import { botRoster } from "@echelon/kernel/market/bots/bot-roster.ts";
import type { PracticeMeans } from "../means.ts";
import type { StoreSums } from "../store/sums-store.ts";
import type { SeasonRow } from "../store/season-store.ts";
import { readMembers, readStores } from "../store/store-store.ts";

/** One store's place after a day: its score that day and what it made since it entered. */
export type Standing = StoreSums & {
  readonly rank: number;
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
 * Ranks all stores by score, then profit, then number: a total order. Programs are a league of
 * their own: they come after all others and are counted from one again.
 */
export async function readStandings(
  means: PracticeMeans,
  row: SeasonRow,
  day: number,
): Promise<Standings> {
  const sql = means.database;
  const sums = await means.engine.sumsOf(sql, row, day);
  const stores = new Map((await readStores(sql, row.season_id)).map((one) => [one.store, one]));
  const members = Map.groupBy(await readMembers(sql, row.season_id), ({ store }) => store);
  const isAgent = (store: number) => stores.get(store)?.is_agent === true;
  const ordered = sums.toSorted(
    (a, b) => b.scoreMilli - a.scoreMilli || b.profitMinor - a.profitMinor || a.store - b.store,
  );
  const leagues = [false, true].map((of) => ordered.filter(({ store }) => isAgent(store) === of));
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
  const parStores = await parOf(means, row);
  const parProfits = ranked.filter(({ store }) => parStores.includes(store));
  return {
    rows: ranked,
    parStores,
    parProfitMinor: meanOf(parProfits.map(({ profitMinor }) => profitMinor)),
  };
}

const fullSkill = 4;

async function parOf(means: PracticeMeans, row: SeasonRow): Promise<number[]> {
  const { source } = await means.engine.worldOf(means.database, row);
  return botRoster(source.scenario.bots)
    .filter(({ level, isEntrant }) => level === fullSkill && isEntrant)
    .map(({ store }) => store);
}

/** Mean of amounts, half up; 0 of none. */
export const meanOf = (amounts: readonly number[]): number =>
  amounts.length === 0
    ? 0
    : Math.round(amounts.reduce((sum, amount) => sum + amount, 0) / amounts.length);
