import { topic } from "@echelon/contract/platform/events.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { PracticeMeans } from "../means.ts";
import { appendEntries, nextNumber } from "../store/log-store.ts";
import { holdSeason, readWorld, type SeasonRow } from "../store/season-store.ts";
import {
  insertMember,
  insertStore,
  readMembers,
  readStores,
  storeOf,
} from "../store/store-store.ts";
import { accessTo } from "./find-season.ts";

/**
 * A student opens a store in a season that has not ended; it enters the market on the open day,
 * with the same capital and the same endowment quantiles as everybody else.
 */
export async function openStore(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  name: string,
): Promise<Outcome<{ row: SeasonRow; store: number }>> {
  return means.database.transaction(async (tx) => {
    const row = await holdSeason(tx, season);
    if (row === undefined) return refuse({ code: "practice/no-such-season" });
    const entry = await mayEnter(tx, caller, row);
    if (!entry.ok) return entry;
    const free = await freeNumber(tx, season, name);
    if (!free.ok) return free;
    const store = free.value;
    await enterStore(means, tx, row, { store, name, person: caller.person, isGuided: true });
    tx.announce(topic("roll", season));
    return ok({ row, store });
  });
}

/** The number of a new store of that name; the season's row is held meanwhile. */
export async function freeNumber(tx: Tx, season: string, name: string): Promise<Outcome<number>> {
  const stores = await readStores(tx, season);
  if (stores.some((store) => asSeen(store.name) === asSeen(name))) {
    return refuse({ code: "practice/store-name-taken", facts: { name } });
  }
  const { scenario } = await readWorld(tx, season);
  const store = scenario.bots.stores + stores.length;
  if (store >= scenario.storesMax) {
    return refuse({ code: "practice/stores-full", facts: { max: scenario.storesMax } });
  }
  return ok(store);
}

/** A name as a reader tells it apart: width, case, blanks and what is invisible do not count. */
function asSeen(name: string): string {
  const seen = name.normalize("NFKC").replace(/[\p{Default_Ignorable_Code_Point}\p{C}\p{Z}]/gu, "");
  return seen.toLowerCase();
}

/** Writes a new store, its first member and its entry into the log. */
export async function enterStore(
  means: PracticeMeans,
  tx: Tx,
  row: SeasonRow,
  wish: {
    store: number;
    name: string;
    person: string;
    isGuided: boolean;
    isAgent?: boolean;
    /** Who let it in, when not its first member. */
    author?: string;
  },
): Promise<void> {
  const at = means.clock.now();
  // While a close is under way the day's log is frozen: the store enters on the next one.
  const day = row.closing_day === null ? row.day : row.day + 1;
  await insertStore(tx, {
    season_id: row.season_id,
    store: wish.store,
    name: wish.name,
    entered_day: day,
    ready_day: 0,
    is_guided: wish.isGuided,
    last_decided_at: null,
    is_agent: wish.isAgent === true,
  });
  await insertMember(tx, {
    season_id: row.season_id,
    store: wish.store,
    person_id: wish.person,
    joined_at: at,
  });
  await appendEntries(tx, [
    {
      season_id: row.season_id,
      store: -1,
      number: await nextNumber(tx, row.season_id, -1),
      branch: row.branch,
      day,
      kind: "enter-store",
      decision: { kind: "enter-store", store: wish.store, name: wish.name },
      author_id: wish.author ?? wish.person,
      note: "",
      at,
    },
  ]);
}

/** A second person joins a store that still has room: a team of one to six. */
export async function joinStore(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  number: number,
): Promise<Outcome<{ row: SeasonRow; store: number }>> {
  return means.database.transaction(async (tx) => {
    const row = await holdSeason(tx, season);
    if (row === undefined) return refuse({ code: "practice/no-such-season" });
    const entry = await mayEnter(tx, caller, row);
    if (!entry.ok) return entry;
    const stores = await readStores(tx, season);
    // Nobody joins a program.
    if (!stores.some(({ store, is_agent: isAgent }) => store === number && !isAgent)) {
      return refuse({ code: "practice/no-such-store" });
    }
    const members = await readMembers(tx, season);
    if (members.filter(({ store }) => store === number).length >= row.team_size) {
      return refuse({ code: "practice/team-full", facts: { max: row.team_size } });
    }
    await insertMember(tx, {
      season_id: season,
      store: number,
      person_id: caller.person,
      joined_at: means.clock.now(),
    });
    tx.announce(topic("store", `${season}.${number}`));
    tx.announce(topic("roll", season));
    return ok({ row, store: number });
  });
}

async function mayEnter(tx: Tx, caller: Caller, row: SeasonRow): Promise<Outcome<undefined>> {
  const access = await accessTo(tx, caller, row);
  if (!access.ok) return access;
  if (!access.value.mayPlay) return refuse({ code: "platform/not-allowed" });
  const closed = whyNotEnter(row);
  if (closed !== null) return refuse({ code: closed });
  const own = await storeOf(tx, row.season_id, caller.person);
  if (own !== undefined) {
    return refuse({ code: "practice/already-in-store", facts: { name: own.name } });
  }
  return ok();
}

/** Why no store may enter a season now; null when one may. */
export function whyNotEnter(
  row: SeasonRow,
): "practice/season-closed" | "practice/season-not-open" | null {
  if (row.state === "finished" || row.state === "archived" || row.day > row.days)
    return "practice/season-closed";
  if (row.state === "preparing" || row.state === "draft") return "practice/season-not-open";
  return null;
}
