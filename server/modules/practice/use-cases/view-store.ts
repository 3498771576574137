import type { StoreView } from "@echelon/contract/practice/today.ts";
import { type Outcome, ok } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { PracticeMeans } from "../means.ts";
import { autopilotSince, lastAutopilot, readAutopilots } from "../store/autopilot-store.ts";
import { countStoreDay, readKinds } from "../store/log-store.ts";
import { readMembers } from "../store/store-store.ts";
import { findStore, type StoreAccess } from "./find-season.ts";
import { closedAreas } from "./find-team.ts";
import { authorsOf } from "./name-authors.ts";
import { isNamed } from "./name-stores.ts";
import { joinStore, openStore } from "./open-store.ts";

/** The store itself: who runs it, whether it has handed in its day, where its guided day stands. */
export async function viewStore(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
): Promise<Outcome<StoreView>> {
  const found = await findStore(means.database, caller, season, store);
  return found.ok ? ok(await storeView(means, caller, found.value)) : found;
}

export async function openStoreThenView(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  name: string,
): Promise<Outcome<StoreView>> {
  const opened = await openStore(means, caller, season, name);
  return opened.ok ? viewStore(means, caller, season, opened.value.store) : opened;
}

export async function joinStoreThenView(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
): Promise<Outcome<StoreView>> {
  const joined = await joinStore(means, caller, season, store);
  return joined.ok ? viewStore(means, caller, season, store) : joined;
}

/** The steps of the guided day and the decision that shows that one was taken. */
const guideSteps = {
  select: "select-product",
  publish: "publish-listing",
  price: "set-price",
  shipping: "set-shipping",
  advertise: "set-bid",
} as const;

async function storeView(
  means: PracticeMeans,
  caller: Caller,
  access: StoreAccess,
): Promise<StoreView> {
  const { row, store, isMine } = access;
  const sql = means.database;
  const isTold = isNamed(access);
  const people = isTold ? await readMembers(sql, row.season_id) : [];
  const members = people
    .filter((one) => one.store === store.store)
    .map(({ person_id: person }) => person);
  const names = await authorsOf(sql, access, members);
  const kinds = await readKinds(sql, row.season_id, store.store);
  const steps = Object.entries(guideSteps) as [keyof typeof guideSteps, string][];
  const done: StoreView["guide"]["done"] = steps
    .filter(([step, kind]) => kinds.has(kind) || (step === "price" && kinds.has("publish-listing")))
    .map(([step]) => step);
  if (row.day > store.entered_day) done.push("close");
  const today = await countStoreDay(sql, row.season_id, store.store, row.branch, row.day);
  return {
    store: store.store,
    name: isTold ? store.name : "",
    members: members.map((person) => ({ person, name: names.get(person) ?? "" })),
    mayDecide: isMine,
    closedAreas: isMine ? await closedAreas(sql, row, store.store, caller.person) : [],
    autopilotSince: autopilotSince(lastAutopilot(await readAutopilots(sql, row), store.store)),
    isReady: store.ready_day === row.day,
    decisionsToday: today.decisions,
    guide: { isOn: store.is_guided, done },
  };
}
