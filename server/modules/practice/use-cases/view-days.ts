import type { DayRecord } from "@echelon/contract/practice/season.ts";
import { type Outcome, ok } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { PracticeMeans } from "../means.ts";
import { allCloses } from "../store/result-store.ts";
import { findSeason } from "./find-season.ts";

/** Every close of the season with its digest, the withdrawn ones too. */
export async function viewDays(
  means: PracticeMeans,
  caller: Caller,
  season: string,
): Promise<Outcome<DayRecord[]>> {
  const found = await findSeason(means.database, caller, season);
  if (!found.ok) return found;
  const rows = await allCloses(means.database, season);
  return ok(
    rows.map((row) => ({
      day: row.day,
      branch: row.branch,
      closedAt: row.closed_at,
      digest: row.digest,
      milliseconds: row.milliseconds,
      orders: row.orders,
      isSuperseded: !row.is_head,
      how: row.how as DayRecord["how"],
    })),
  );
}
