import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { FileAnswer } from "../../../platform/http/route.ts";
import { seedOf } from "../engine/season-key.ts";
import type { PracticeMeans } from "../means.ts";
import { lineage, readBranches, readHeadLog } from "../store/log-store.ts";
import { headCloses } from "../store/result-store.ts";
import { readWorld } from "../store/season-store.ts";
import { findSeason } from "./find-season.ts";
import { recordExport } from "./record-export.ts";

/**
 * The season as one file: its world, its key once it is finished, its log and the digest of each
 * day. `echelon replay` derives the same digests from it on any machine. No person is in it.
 */
export async function exportSeason(
  means: PracticeMeans,
  caller: Caller,
  season: string,
): Promise<Outcome<FileAnswer>> {
  const found = await findSeason(means.database, caller, season);
  if (!found.ok) return found;
  const { row, maySteer } = found.value;
  if (!maySteer) return refuse({ code: "platform/not-allowed" });
  const source = await readWorld(means.database, season);
  const spans = lineage(await readBranches(means.database, season), row.branch);
  const log = await readHeadLog(means.database, season, spans, 1, row.days);
  const closes = await headCloses(means.database, season);
  const isFinished = row.state === "finished";
  // What shoppers like is told with the key: who knew it could play by it.
  const { tastes, ...untasted } = source;
  const file = {
    format: "echelon-season/1",
    name: row.name,
    source: isFinished && tastes !== undefined ? source : untasted,
    worldHash: row.world_hash,
    seedCommitment: row.seed_commitment,
    seed: isFinished ? seedOf(row.seed_secret, source.engine) : null,
    log,
    days: closes.map(({ day, digest, ledger_sums: ledgerSums }) => ({ day, digest, ledgerSums })),
  };
  await recordExport(means, caller, row, "season-exported");
  return ok({
    body: Buffer.from(JSON.stringify(file)),
    mediaType: "application/json",
    name: `season-${season}.json`,
  });
}
