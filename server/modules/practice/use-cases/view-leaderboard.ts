import type { LeaderboardView } from "@echelon/contract/practice/insight.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { PracticeMeans } from "../means.ts";
import { readBands } from "../store/rank-band-store.ts";
import { findSeason } from "./find-season.ts";
import { readStandings } from "./rank-stores.ts";

/**
 * Every store of the season by score; bots are named by number, people's names as the steward says.
 */
export async function viewLeaderboard(
  means: PracticeMeans,
  caller: Caller,
  season: string,
): Promise<Outcome<LeaderboardView>> {
  const found = await findSeason(means.database, caller, season);
  if (!found.ok) return found;
  const { row, maySteer } = found.value;
  if (row.day <= 1) return refuse({ code: "practice/nothing-closed" });
  const standings = await readStandings(means, row, row.day - 1);
  const before = row.day > 2 ? await readStandings(means, row, row.day - 2) : standings;
  const rankBefore = new Map(before.rows.map((one) => [one.store, one.rank]));
  const bands = await readBands(means.database, season, true);
  const hidden = row.are_names_hidden && !maySteer;
  return ok({
    day: row.day - 1,
    parProfitMinor: standings.parProfitMinor,
    rows: standings.rows.map((one) => {
      const isMine = one.members.includes(caller.person);
      return {
        rank: one.rank,
        store: one.store,
        name: hidden && !isMine && !one.isAgent ? "" : one.name,
        isBot: one.isBot,
        isAgent: one.isAgent,
        isMine,
        scoreMilli: one.scoreMilli,
        profitMinor: one.profitMinor,
        orders: one.orders,
        ratingMilli: one.ratingMilli,
        band: bands.get(one.store) ?? null,
        change: (rankBefore.get(one.store) ?? one.rank) - one.rank,
      };
    }),
  });
}
