import type { PracticeMeans } from "../means.ts";
import { readSums, type StoreSums } from "../store/sums-store.ts";
import type { SeasonRow } from "../store/season-store.ts";
import { readMembers, readStores } from "../store/store-store.ts";

/** One store's place after a day: its score that day and what it made since it entered. */
export type Standing = StoreSums & {
  readonly rank: number;
  readonly name: string;
  readonly isBot: boolean;
  readonly members: readonly string[];
};

export type Standings = {
  readonly rows: readonly Standing[];
  /** The most skilled bots that started together with people: what others are measured by. */
  readonly parStores: readonly number[];
  /** Their mean profit; 0 without any. */
  readonly parProfitMinor: number;
};

/** Ranks all stores by score, then profit, then number: a total order. */
export async function readStandings(
  means: PracticeMeans,
  row: SeasonRow,
  day: number,
): Promise<Standings> {
  const sql = means.database;
  const sums = await readSums(sql, row.season_id, day);
  const stores = new Map(
    (await readStores(sql, row.season_id)).map((one) => [one.store, one.name]),
  );
  const members = Map.groupBy(await readMembers(sql, row.season_id), ({ store }) => store);
  const ranked = sums
    .toSorted(
      (a, b) => b.scoreMilli - a.scoreMilli || b.profitMinor - a.profitMinor || a.store - b.store,
    )
    .map((one, index) => ({
      ...one,
      rank: index + 1,
      name: stores.get(one.store) ?? `#${one.store + 1}`,
      isBot: !stores.has(one.store),
      members: (members.get(one.store) ?? []).map(({ person_id: person }) => person),
    }));
  const parStores = await parOf(means, row, ranked);
  const parProfits = ranked.filter(({ store }) => parStores.includes(store));
  return {
    rows: ranked,
    parStores,
    parProfitMinor: meanOf(parProfits.map(({ profitMinor }) => profitMinor)),
  };
}

const fullSkill = 4;

async function parOf(
  means: PracticeMeans,
  row: SeasonRow,
  ranked: readonly Standing[],
): Promise<number[]> {
  const { state, world } = await means.engine.seasonAt(means.database, row);
  const entered = world.source.scenario.burnInDays;
  return ranked
    .map(({ store }) => store)
    .filter((store) => state.botLevel[store] === fullSkill && state.enteredOn[store]! >= entered);
}

/** Mean of amounts, half up; 0 of none. */
export const meanOf = (amounts: readonly number[]): number =>
  amounts.length === 0
    ? 0
    : Math.round(amounts.reduce((sum, amount) => sum + amount, 0) / amounts.length);
