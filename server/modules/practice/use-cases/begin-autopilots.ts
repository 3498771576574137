import { topic } from "@echelon/contract/platform/events.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { autopilotSince, lastAutopilot, readFlights } from "../store/autopilot-store.ts";
import { appendEntries, nextNumber, readLastDecisionDays } from "../store/log-store.ts";
import type { SeasonRow } from "../store/season-store.ts";
import { readStores } from "../store/store-store.ts";

/** Rounds in a row in which nothing was handed in, after which a bot runs a store. */
const missedRoundsMost = 3;

/** What the close decides by the season's rule is nobody's. */
const nobody = "00000000-0000-0000-0000-000000000000";

/**
 * Hands stores that missed their rounds to a bot, from the day on that opens now. The season's row
 * is held, in the transaction of the close that opens the day: with it or not at all. A store was
 * there when it decided, handed in its day, entered, or was handed back.
 *
 * @param row  the season with its new open day, the first of a round
 */
export async function beginAutopilots(tx: Tx, row: SeasonRow, at: Date): Promise<void> {
  if (row.absence !== "autopilot") return;
  const firstMissed = row.day - missedRoundsMost * row.days_per_round;
  if (firstMissed < 1) return;
  const decided = await readLastDecisionDays(tx, row.season_id, row.branch);
  const flights = await readFlights(tx, row);
  const missing = (await readStores(tx, row.season_id)).filter((one) => {
    const flight = lastAutopilot(flights, one.store);
    if (one.is_agent || autopilotSince(flight) !== null) return false;
    const handedBack = flight?.to ?? 0;
    const lastThere = decided.get(one.store) ?? 0;
    return Math.max(one.entered_day - 1, lastThere, one.ready_day, handedBack) < firstMissed;
  });
  await writeBeginnings(
    tx,
    row,
    missing.map(({ store }) => store),
    at,
  );
}

/** Writes that bots run these stores from the open day on. */
export async function writeBeginnings(
  tx: Tx,
  row: Pick<SeasonRow, "season_id" | "branch" | "day">,
  stores: readonly number[],
  at: Date,
): Promise<void> {
  if (stores.length === 0) return;
  const first = await nextNumber(tx, row.season_id, -1);
  await appendEntries(
    tx,
    stores.map((store, index) => ({
      season_id: row.season_id,
      store: -1,
      number: first + index,
      branch: row.branch,
      day: row.day,
      kind: "begin-autopilot",
      decision: { kind: "begin-autopilot", store },
      author_id: nobody,
      note: "",
      at,
      by_close: true,
    })),
  );
  for (const store of stores) tx.announce(topic("store", `${row.season_id}.${store}`));
}
