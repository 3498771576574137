import type { Scoring } from "@echelon/contract/practice/scoring.ts";
import type { LeaderboardView } from "@echelon/contract/practice/insight.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { PracticeMeans } from "../means.ts";
import { readBands } from "../store/rank-band-store.ts";
import { findSeason } from "./find-season.ts";
import { nameStandings } from "./name-stores.ts";
import { readStandings, shownDay } from "./rank-stores.ts";

/**
 * Every store of the season by its scoring; bots are named by number, people's names as the steward
 * says. Those who see all stores may ask for another scoring, and see through a frozen or hidden
 * ranking; the others see what it shows.
 */
export async function viewLeaderboard(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  asked?: Scoring,
): Promise<Outcome<LeaderboardView>> {
  const found = await findSeason(means.database, caller, season);
  if (!found.ok) return found;
  const { row, maySeeAll } = found.value;
  if (row.day <= 1) return refuse({ code: "practice/nothing-closed" });
  if (asked !== undefined && !maySeeAll) return refuse({ code: "platform/not-allowed" });
  const scoring = asked ?? row.scoring;
  const ranking = maySeeAll ? "open" : row.ranking;
  const day = shownDay(row, ranking);
  const standings = await readStandings(means, row, day, scoring);
  const dayBefore = day - row.days_per_round;
  const before = dayBefore < 1 ? standings : await readStandings(means, row, dayBefore, scoring);
  const rankBefore = new Map(before.rows.map((one) => [one.store, one.rank]));
  const bands = await readBands(means.database, season, true);
  const isBanded = scoring === row.scoring && day === row.day - 1;
  const shown = await nameStandings(
    means.database,
    ranking === "hidden" ? [] : standings.rows,
    found.value,
    caller.person,
  );
  return ok({
    day,
    scoring,
    ranking,
    parProfitMinor: standings.parProfitMinor,
    rows: shown.map((one) => {
      const isMine = one.members.includes(caller.person);
      return {
        rank: one.rank,
        store: one.store,
        name: one.name,
        isBot: one.isBot,
        isAgent: one.isAgent,
        isMine,
        scoreMilli: one.scoreMilli,
        value: one.value,
        profitMinor: one.profitMinor,
        orders: one.orders,
        ratingMilli: one.ratingMilli,
        autopilot: one.autopilot,
        // The replicas were ranked by the season's own scoring, and are of its last day.
        band: isBanded && one.autopilot === null ? (bands.get(one.store) ?? null) : null,
        change: (rankBefore.get(one.store) ?? one.rank) - one.rank,
      };
    }),
  });
}
