import { gzipSync } from "node:zlib";
import { topic } from "@echelon/contract/platform/events.ts";
import type { JobRun } from "../../../platform/jobs/job-kind.ts";
import type { PrepareSeasonPayload } from "../jobs.ts";
import type { PracticeMeans } from "../means.ts";
import { writeSnapshot } from "../store/result-store.ts";
import { changeSeason, holdSeason, readSeason, tellPrepared } from "../store/season-store.ts";

/** Burns in and calibrates a season's market, keeps it as day 0 and opens the lobby. */
export async function prepareSeason(
  means: PracticeMeans,
  run: JobRun<PrepareSeasonPayload>,
): Promise<void> {
  const { tx, payload } = run;
  const before = await readSeason(tx, payload.season);
  if (before === undefined || before.state !== "preparing") return;
  const opening = await means.engine.open(tx, before, (percent) =>
    report(means, payload.season, percent),
  );
  const row = await holdSeason(tx, payload.season);
  if (row === undefined || row.state !== "preparing") return;
  await writeSnapshot(tx, {
    season_id: row.season_id,
    branch: 0,
    day: 0,
    digest: opening.digest,
    bytes: gzipSync(opening.snapshot, { level: 1 }),
  });
  const changed = await changeSeason(tx, row.season_id, {
    state: row.is_rehearsal ? "running" : "lobby",
    prepared_percent: 100,
  });
  tx.announce(topic("season", row.season_id), changed.version);
  if (row.class_id !== null) tx.announce(topic("class", row.class_id));
}

/** Progress is told outside the job's transaction, or nobody would see it before the end. */
function report(means: PracticeMeans, season: string, percent: number): void {
  void means.database
    .transaction(async (tx) => {
      const row = await tellPrepared(tx, season, Math.min(99, percent));
      if (row !== undefined) tx.announce(topic("season", season), row.version);
    })
    .catch((error: unknown) =>
      means.log.warn("progress not told", { season, error: String(error) }),
    );
}
