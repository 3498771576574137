import { type Outcome, ok } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { personNames } from "../../identity/index.ts";
import type { PracticeMeans } from "../means.ts";
import { readMembers, readStores } from "../store/store-store.ts";
import { findSeason } from "./find-season.ts";
import { namesFor } from "./name-stores.ts";

type Team = { store: number; name: string; members: string[]; isOpen: boolean };

/**
 * The class's stores with who runs them: where one may still join. Where names are hidden, others'
 * are so here too, or the leaderboard's numbers would tell them.
 */
export async function listTeams(
  means: PracticeMeans,
  caller: Caller,
  season: string,
): Promise<Outcome<{ items: Team[] }>> {
  const found = await findSeason(means.database, caller, season);
  if (!found.ok) return found;
  const { row } = found.value;
  const all = await readStores(means.database, season);
  const stores = all.filter(({ is_agent: isAgent }) => !isAgent);
  const members = await readMembers(means.database, season);
  const names = await personNames(
    means.database,
    members.map((one) => one.person_id),
  );
  const isOwn = (store: number) =>
    members.some((one) => one.store === store && one.person_id === caller.person);
  const told = await namesFor(means.database, found.value, isOwn);
  const items = stores.map(({ store }) => {
    const people = members.filter((one) => one.store === store);
    const { name } = told(store);
    const isSeen = name !== "";
    return {
      store,
      name,
      members: isSeen ? people.map((one) => names.get(one.person_id) ?? "") : [],
      isOpen: people.length < row.team_size,
    };
  });
  return ok({ items });
}
