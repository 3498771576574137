import { topic } from "@echelon/contract/platform/events.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { PracticeMeans } from "../means.ts";
import { autopilotSince, lastAutopilot, readFlights } from "../store/autopilot-store.ts";
import { appendEntries, nextNumber } from "../store/log-store.ts";
import type { SeasonRow } from "../store/season-store.ts";
import { readStore } from "../store/store-store.ts";
import { intervene } from "./inject-event.ts";

/** The teacher hands a store back to its people: no bot runs it from the open day on. */
export async function handBackStore(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
): Promise<Outcome<undefined>> {
  const done = await intervene(means, caller, season, async (tx) => {
    if ((await readStore(tx, season, store)) === undefined) {
      return refuse({ code: "practice/no-such-store" });
    }
    tx.announce(topic("store", `${season}.${store}`));
    return ok({ kind: "end-autopilot", store });
  });
  return done.ok ? ok() : done;
}

/** Whether a bot runs a store of people now. */
export const runsOnAutopilot = async (sql: Sql, row: SeasonRow, store: number): Promise<boolean> =>
  autopilotSince(lastAutopilot(await readFlights(sql, row), store)) !== null;

/**
 * People of a store that a bot runs hand something in: it no longer does from the open day on. The
 * season's row is held for writing, because the entry is the steward's.
 */
export async function takeBackStore(
  tx: Tx,
  row: SeasonRow,
  store: number,
  person: string,
  at: Date,
): Promise<void> {
  await appendEntries(tx, [
    {
      season_id: row.season_id,
      store: -1,
      number: await nextNumber(tx, row.season_id, -1),
      branch: row.branch,
      day: row.day,
      kind: "end-autopilot",
      decision: { kind: "end-autopilot", store },
      author_id: person,
      note: "",
      at,
    },
  ]);
  tx.announce(topic("season", row.season_id));
}
