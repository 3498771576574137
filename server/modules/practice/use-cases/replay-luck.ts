import { topic } from "@echelon/contract/platform/events.ts";
import { isBanded } from "@echelon/kernel/market/scoring/scorings.ts";
import { rankBands } from "@echelon/kernel/market/skill/rank-band.ts";
import type { JobRun } from "../../../platform/jobs/job-kind.ts";
import { playReplicas } from "../engine/play-replicas.ts";
import { replicaSeedOf } from "../engine/season-key.ts";
import type { ReplayLuckPayload } from "../jobs.ts";
import type { PracticeMeans } from "../means.ts";
import { lineage, readBranches, readHeadLog } from "../store/log-store.ts";
import { writeBands } from "../store/rank-band-store.ts";
import { changeSeason, readSeason, readWorld } from "../store/season-store.ts";
import { readStandings } from "./rank-stores.ts";

/** Hidden replicas behind the bands of ranks (market.md 14). */
export const replicasOfRank = 3;

/**
 * Plays a finished season again under hidden keys and keeps what ranks its stores had there. A log
 * of another engine would not be played as it was, so its ranks stay without bands; so do those
 * of scorings that look back on the days.
 */
export async function replayLuck(
  means: PracticeMeans,
  { tx, payload, signal }: JobRun<ReplayLuckPayload>,
): Promise<void> {
  const { season, branch, days } = payload;
  const row = await readSeason(tx, season);
  if (row === undefined || row.branch !== branch) return;
  if (!(await means.engine.isPlayable(tx, row))) return;
  const { scoring } = row;
  if (!isBanded(scoring)) return;
  const spans = lineage(await readBranches(tx, season), branch);
  const log = await readHeadLog(tx, season, spans, 1, days);
  const { rows } = await readStandings(means, row, days);
  const orders = await playReplicas(
    {
      source: await readWorld(tx, season),
      seeds: Array.from({ length: replicasOfRank }, (_, at) =>
        replicaSeedOf(row.seed_secret, at + 1),
      ),
      log,
      days,
      scoring,
    },
    signal,
  );
  const ranked = rows.filter(({ isAgent }) => !isAgent);
  const all = ranked.map(({ store }) => store);
  const people = ranked.filter(({ isBot }) => !isBot).map(({ store }) => store);
  await writeBands(tx, season, true, rankBands(all, orders));
  await writeBands(tx, season, false, rankBands(people, orders));
  // Screens that show the ranks ask again.
  const changed = await changeSeason(tx, season, {});
  tx.announce(topic("season", season), changed.version);
}
