import type { PracticeMeans } from "../means.ts";
import { readStores } from "../store/store-store.ts";
import type { Desk } from "./open-desk.ts";

export type StoreName = {
  readonly isBot: boolean;
  /** Empty while the season hides names. */
  readonly name: string;
};

/**
 * Stores' names as the one at the desk may read them: bots by number, programs and the own store
 * always, other people's as the steward says.
 */
export async function nameStores(
  means: PracticeMeans,
  { season, row, maySteer, number }: Desk,
): Promise<(store: number) => StoreName> {
  const stores = new Map((await readStores(means.database, season)).map((one) => [one.store, one]));
  const isHidden = row.are_names_hidden && !maySteer;
  return (store) => {
    const known = stores.get(store);
    if (known === undefined) return { isBot: true, name: `#${store + 1}` };
    const isTold = !isHidden || store === number || known.is_agent;
    return { isBot: false, name: isTold ? known.name : "" };
  };
}
