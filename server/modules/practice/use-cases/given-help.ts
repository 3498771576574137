import type { Sql } from "../../../platform/database/database.ts";
import { lineage, readBranches, readStoreDay } from "../store/log-store.ts";
import type { SeasonRow } from "../store/season-store.ts";

/**
 * What the steward gave a store on each of some closed days, less what was taken from it; minor
 * units of the books. It is in the day's profit, and is no result of the store's trade.
 */
export async function givenHelp(
  sql: Sql,
  row: SeasonRow,
  store: number,
  days: readonly number[],
): Promise<number[]> {
  const spans = lineage(await readBranches(sql, row.season_id), row.branch);
  return Promise.all(
    days.map(async (day) => {
      const entries = await readStoreDay(sql, row.season_id, spans, -1, day);
      return entries.reduce((sum, { decision }) => {
        if (decision.kind === "help-store" && decision.store === store) {
          return sum + decision.amountMinor;
        }
        if (decision.kind === "penalize-store" && decision.store === store) {
          return sum - decision.amountMinor;
        }
        return sum;
      }, 0);
    }),
  );
}
