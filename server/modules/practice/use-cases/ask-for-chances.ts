import type { Tx } from "../../../platform/database/database.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import { seekChancesKind } from "../jobs.ts";
import { readSearch, writeSearch } from "../store/chance-store.ts";
import type { SeasonRow } from "../store/season-store.ts";

/**
 * Asks for each store's best missed chance until the last closed day. Asked again for the same days
 * nothing is done twice: they would come out the same.
 */
export async function askForChances(tx: Tx, row: SeasonRow, now: Date): Promise<void> {
  const { season_id: season, branch } = row;
  const toDay = row.day - 1;
  if (toDay < 1) return;
  const known = await readSearch(tx, season);
  if (known?.branch === branch && known.to_day === toDay) return;
  await writeSearch(tx, {
    season_id: season,
    branch,
    to_day: toDay,
    asked_at: now,
    done_at: null,
  });
  await enqueue(tx, seekChancesKind, { season, branch, toDay, step: 0 });
}
