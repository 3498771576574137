import type { PracticeMeans } from "../means.ts";
import type { Sql } from "../../../platform/database/database.ts";
import { readStores } from "../store/store-store.ts";
import type { SeasonAccess, StoreAccess } from "./find-season.ts";
import type { Desk } from "./open-desk.ts";
import type { Standing } from "./rank-stores.ts";

type NameAccess = Pick<SeasonAccess, "row" | "maySteer">;
type OfStore = Pick<StoreAccess, "isMine" | "store">;

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
  namesFor(means.database, desk, (store) => store === desk.number && desk.isMine);

/** Ranked stores with their names as somebody may read them, empty where the season hides them. */
export async function nameStandings(
  sql: Sql,
  rows: readonly Standing[],
  access: NameAccess,
  person: string,
): Promise<readonly Standing[]> {
  const own = new Set(rows.flatMap((one) => (one.members.includes(person) ? [one.store] : [])));
  const told = await namesFor(sql, access, (store) => own.has(store));
  return rows.map((one) => ({ ...one, name: told(one.store).name }));
}

/**
 * Stores' names as somebody may read them: bots by number, programs and own stores always, other
 * people's as the steward says.
 */
export async function namesFor(
  sql: Sql,
  access: NameAccess,
  isOwn: (store: number) => boolean,
): Promise<(store: number) => StoreName> {
  const stores = await readStores(sql, access.row.season_id);
  const known = new Map(stores.map((one) => [one.store, one]));
  return (number) => {
    const store = known.get(number);
    if (store === undefined) return { isBot: true, name: `#${number + 1}` };
    const isTold = isNamed({ ...access, store, isMine: isOwn(number) });
    return { isBot: false, name: isTold ? store.name : "" };
  };
}

/**
 * Whether somebody may read the name of a store, and so of those who run it: where the season hides
 * names only its steward reads all of them.
 */
export const isNamed = ({ row, maySteer, isMine, store }: NameAccess & OfStore): boolean =>
  !row.are_names_hidden || maySteer || isMine || store.is_agent;
