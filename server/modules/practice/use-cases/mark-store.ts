import type { StoreView } from "@echelon/contract/practice/today.ts";
import { topic } from "@echelon/contract/platform/events.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { PracticeMeans } from "../means.ts";
import { holdSeason } from "../store/season-store.ts";
import { changeStore, readStores } from "../store/store-store.ts";
import { whyShut } from "./accept-decisions.ts";
import { findStore } from "./find-season.ts";
import { freezeDay } from "./request-close.ts";
import { viewStore } from "./view-store.ts";

/**
 * Hands in the day, or takes it back until the close. It changes no result; where the pace says so,
 * the day closes as soon as every store has handed it in.
 */
export async function setReady(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
  wish: { day: number; isReady: boolean },
): Promise<Outcome<StoreView>> {
  const found = await findStore(means.database, caller, season, store);
  if (!found.ok) return found;
  if (!found.value.isMine) return refuse({ code: "practice/no-such-store" });
  const done = await means.database.transaction(async (tx): Promise<Outcome<undefined>> => {
    const row = await holdSeason(tx, season);
    if (row === undefined) return refuse({ code: "practice/no-such-season" });
    const shut = whyShut(row, wish.day, means.clock.now());
    if (shut === "practice/day-closed") return refuse({ code: shut, facts: { day: wish.day } });
    if (shut !== null) return refuse({ code: "practice/season-not-open" });
    await changeStore(tx, season, store, { ready_day: wish.isReady ? row.day : 0 });
    tx.announce(topic("store", `${season}.${store}`));
    tx.announce(topic("roll", season));
    const isEager = row.pace.kind === "interval" && row.pace.closesWhenAllReady;
    if (!isEager || row.state !== "running") return ok();
    const stores = await readStores(tx, season);
    if (stores.every((one) => one.ready_day === row.day)) await freezeDay(tx, row, "all-ready");
    return ok();
  });
  return done.ok ? viewStore(means, caller, season, store) : done;
}

/** Shows or leaves the guided day. */
export async function setGuide(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
  isOn: boolean,
): Promise<Outcome<StoreView>> {
  const found = await findStore(means.database, caller, season, store);
  if (!found.ok) return found;
  if (!found.value.isMine) return refuse({ code: "practice/no-such-store" });
  await means.database.transaction((tx) => changeStore(tx, season, store, { is_guided: isOn }));
  return viewStore(means, caller, season, store);
}
