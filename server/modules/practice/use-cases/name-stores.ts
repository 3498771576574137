import type { PracticeMeans } from "../means.ts";
import type { Sql } from "../../../platform/database/database.ts";
import { readStores } from "../store/store-store.ts";
import type { SeasonAccess } from "./find-season.ts";
import type { Desk } from "./open-desk.ts";
import type { Standing } from "./rank-stores.ts";

export type StoreName = {
  readonly isBot: boolean;
  /** Empty while the season hides names. */
  readonly name: string;
};

/** Stores' names as the one at the desk may read them. */
export const nameStores = (
  means: PracticeMeans,
  desk: Desk,
): Promise<(store: number) => StoreName> =>
  namesFor(means.database, desk, (store) => store === desk.number);

/** Ranked stores with their names as somebody may read them, empty where the season hides them. */
export function nameStandings(
  rows: readonly Standing[],
  { row, maySteer }: Pick<SeasonAccess, "row" | "maySteer">,
  person: string,
): readonly Standing[] {
  if (!row.are_names_hidden || maySteer) return rows;
  const isTold = (one: Standing) => one.isBot || one.isAgent || one.members.includes(person);
  return rows.map((one) => (isTold(one) ? one : { ...one, name: "" }));
}

/**
 * Stores' names as somebody may read them: bots by number, programs and own stores always, other
 * people's as the steward says.
 */
export async function namesFor(
  sql: Sql,
  { row, maySteer }: Pick<SeasonAccess, "row" | "maySteer">,
  isOwn: (store: number) => boolean,
): Promise<(store: number) => StoreName> {
  const stores = new Map((await readStores(sql, row.season_id)).map((one) => [one.store, one]));
  const isHidden = row.are_names_hidden && !maySteer;
  return (store) => {
    const known = stores.get(store);
    if (known === undefined) return { isBot: true, name: `#${store + 1}` };
    const isTold = !isHidden || isOwn(store) || known.is_agent;
    return { isBot: false, name: isTold ? known.name : "" };
  };
}
