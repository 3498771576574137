import { canonicalText } from "@echelon/kernel/matching/canonical-text.ts";
import type { Instance } from "@echelon/kernel/matching/instance.ts";
import { instanceText } from "@echelon/kernel/matching/match-instance.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { JobRun } from "../../../platform/jobs/job-kind.ts";
import type { Means } from "../../../platform/module.ts";
import { runInThread } from "../../../platform/threads/run-in-thread.ts";
import { pseudonymOf, sha256 } from "../hashes.ts";
import type { MatchRoundPayload } from "../jobs.ts";
import { listsOf, writeReason } from "../store/place-store.ts";
import { changeRound, holdRound, insertPlacings, insertRun } from "../store/round-store.ts";
import type { RoundTable, RunTable } from "../store/schema.ts";
import type { MatchedRound } from "../threads/match-round.ts";

/** The engine and its verifier, as a run's row names them. */
export const codeVersion = "matching/1";
const thread = new URL("../threads/match-round.ts", import.meta.url);
const limits = { megabytes: 2_048, seconds: 600 };

/**
 * Matches a frozen round and keeps what came out: placings with their reasons where the verifier
 * finds them stable, and an immutable row of the run in any case.
 */
export async function matchRound(
  means: Means,
  { tx, payload }: JobRun<MatchRoundPayload>,
): Promise<void> {
  const round = await holdRound(tx, payload.round);
  if (round === undefined || round.state !== "frozen" || round.instance === null) return;
  const startedAt = means.clock.now();
  const inputsHash = sha256(instanceText(round.instance));
  const keep = (status: RunTable["status"], millis: number, resultHash: string | null) =>
    insertRun(tx, {
      id: means.newId(),
      round_id: round.id,
      code_version: codeVersion,
      inputs_hash: inputsHash,
      seed: round.lottery_seed,
      started_at: startedAt,
      millis: millis,
      status,
      result_hash: resultHash,
    });
  if (inputsHash !== round.instance_hash) return keep("instance-changed", 0, null);
  const begin = performance.now();
  const matched = await runInThread<Instance, MatchedRound>(thread, round.instance, limits);
  const millis = Math.ceil(performance.now() - begin);
  if (!matched.ok) throw new Error(`matching ended: ${matched.why}`, { cause: matched.error });
  const { value } = matched;
  const matching = Object.fromEntries(value.students.map(({ id, place }) => [id, place]));
  const resultHash = sha256(canonicalText(matching));
  if (!value.isStable) return keep("not-stable", millis, resultHash);
  await keepPlacings(tx, round, value);
  await keep("verified", millis, resultHash);
  await changeRound(tx, round.id, { state: "verified" });
}

async function keepPlacings(tx: Tx, round: RoundTable, matched: MatchedRound): Promise<void> {
  const people = new Map(
    (await listsOf(tx, round.id)).map(({ person_id }) => [
      pseudonymOf(round.id, person_id),
      person_id,
    ]),
  );
  await insertPlacings(
    tx,
    matched.students.map(({ id, place, lottery, reasons }) => ({
      round_id: round.id,
      person_id: people.get(id)!,
      pseudonym: id,
      place_id: place,
      lottery,
      reasons,
    })),
  );
  for (const { id, reason } of matched.places) await writeReason(tx, id, reason);
}
