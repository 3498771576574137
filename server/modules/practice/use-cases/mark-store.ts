import type { StoreView } from "@echelon/contract/practice/today.ts";
import { topic } from "@echelon/contract/platform/events.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { PracticeMeans } from "../means.ts";
import { autopilotSince, lastAutopilot, readFlights } from "../store/autopilot-store.ts";
import type { StoreTable } from "../store/schema.ts";
import { holdSeason, type SeasonRow } from "../store/season-store.ts";
import { changeStore, holdStore, readStores } from "../store/store-store.ts";
import { whyShut } from "./accept-decisions.ts";
import { warmForDrafts } from "./apply-drafts.ts";
import { findStore } from "./find-season.ts";
import { runsOnAutopilot, takeBackStore } from "./hand-back-store.ts";
import { membersHere } from "./members-here.ts";
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
  if (wish.isReady && isEager(found.value.row)) await warmForDrafts(means, found.value.row);
  const done = await means.database.transaction(async (tx): Promise<Outcome<undefined>> => {
    const row = await holdSeason(tx, season);
    if (row === undefined) return refuse({ code: "practice/no-such-season" });
    const shut = whyShut(row, wish.day, means.clock.now());
    if (shut === "practice/day-closed") return refuse({ code: shut, facts: { day: wish.day } });
    if (shut !== null) return refuse({ code: "practice/season-not-open" });
    if (wish.isReady && (await runsOnAutopilot(tx, row, store))) {
      await takeBackStore(tx, row, store, caller.person, means.clock.now());
    }
    const { ready_day: before = 0 } = (await holdStore(tx, season, store)) ?? {};
    // What is taken back is this day alone: that a store was there before it is not forgotten.
    const readyDay = wish.isReady ? row.day : Math.min(before, row.day - 1);
    await changeStore(tx, season, store, { ready_day: readyDay });
    tx.announce(topic("store", `${season}.${store}`));
    tx.announce(topic("roll", season));
    if (!isEager(row) || row.state !== "running") return ok();
    if (!(await means.engine.isPlayable(tx, row))) return ok();
    if (await areAllReady(tx, row)) await freezeDay(means, tx, row, "all-ready");
    return ok();
  });
  return done.ok ? viewStore(means, caller, season, store) : done;
}

const isEager = ({ pace }: SeasonRow) => pace.kind === "interval" && pace.closesWhenAllReady;

/**
 * Whether every store that still has people has handed in its day. Nobody waits for a store that a
 * program or a bot runs, nor for one whose people have all left the class.
 */
async function areAllReady(tx: Tx, row: SeasonRow): Promise<boolean> {
  const flights = await readFlights(tx, row);
  const isAwaited = (one: StoreTable) =>
    !one.is_agent &&
    one.ready_day !== row.day &&
    autopilotSince(lastAutopilot(flights, one.store)) === null;
  const awaited = (await readStores(tx, row.season_id)).filter(isAwaited);
  if (awaited.length === 0) return true;
  const here = new Set((await membersHere(tx, row)).map(({ store }) => store));
  return !awaited.some(({ store }) => here.has(store));
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
