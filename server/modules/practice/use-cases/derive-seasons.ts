import { gzipSync } from "node:zlib";
import type { Finding } from "../../../platform/module.ts";
import type { PracticeMeans } from "../means.ts";
import { lineage, readBranches, readHeadLog } from "../store/log-store.ts";
import { closesByBranch, writeResults, writeSnapshot } from "../store/result-store.ts";
import type { DayCloseTable } from "../store/schema.ts";
import { openedSeasons, type SeasonRow } from "../store/season-store.ts";

/**
 * Makes the results of all seasons again from their worlds, seeds and logs, as a lean backup has
 * them: each day as it was closed, withdrawn ones too, and each must end in its recorded digest.
 *
 * A season that comes out otherwise is told and left where it differs: the others are sound.
 */
export async function deriveSeasons(means: PracticeMeans): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const row of await openedSeasons(means.database)) {
    const finding = await deriveSeason(means, row);
    if (finding !== null) findings.push(finding);
  }
  return findings;
}

async function deriveSeason(means: PracticeMeans, row: SeasonRow): Promise<Finding | null> {
  const sql = means.database;
  const season = row.season_id;
  if (!(await means.engine.isPlayable(sql, row))) {
    return { code: "practice/engine-version", facts: { season } };
  }
  const opening = await means.engine.open(sql, row, () => {});
  await sql.transaction((tx) =>
    writeSnapshot(tx, { season_id: season, branch: 0, day: 0, ...kept(opening) }),
  );
  for (const close of await closesByBranch(sql, season)) {
    const { branch, day } = close;
    const found = await deriveDay(means, row, close);
    if (found !== close.digest) {
      return { code: "practice/replay-differs", facts: { season, branch, day, found } };
    }
  }
  return null;
}

/** Closes a day once more and writes what it gives; the digest that came out. */
async function deriveDay(
  means: PracticeMeans,
  row: SeasonRow,
  { branch, day, digest }: DayCloseTable,
): Promise<string> {
  return means.database.transaction(async (tx) => {
    const season = row.season_id;
    const spans = lineage(await readBranches(tx, season), branch);
    const entries = await readHeadLog(tx, season, spans, day, day);
    const result = await means.engine.close(tx, { ...row, branch, day }, entries);
    if (result.digest !== digest) return result.digest;
    await writeResults(tx, season, branch, day, result.tables);
    await writeSnapshot(tx, { season_id: season, branch, day, ...kept(result) });
    return digest;
  });
}

const kept = ({ digest, snapshot }: { digest: string; snapshot: Uint8Array }) => ({
  digest,
  bytes: gzipSync(snapshot, { level: 1 }),
});
