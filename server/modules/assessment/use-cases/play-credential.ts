import { CredentialReplay, replayOutcomes } from "@echelon/contract/assessment/replays.ts";
import { isProven } from "@echelon/contract/exchange/credential-verdicts.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { enqueue, isEnqueued } from "../../../platform/jobs/enqueue.ts";
import type { JobRun } from "../../../platform/jobs/job-kind.ts";
import type { Means } from "../../../platform/module.ts";
import {
  answersFor,
  holdCredential,
  insertReplay,
  newestReplay,
  readCredential,
  readReplay,
  tellPlayed,
  verifyHere,
} from "../../exchange/index.ts";
import { replaySegment, SeasonSegment, seasonNames } from "../../practice/index.ts";
import { playCredentialKind, type PlayCredentialPayload } from "../jobs.ts";
import { segmentsIn } from "../replay-credential.ts";

type Row = NonNullable<Awaited<ReturnType<typeof readReplay>>>;
type Issued = NonNullable<Awaited<ReturnType<typeof readCredential>>>;

/** Its holder, and who answers for it at the school that issued it. */
const maySee = (caller: Caller, row: Issued | undefined): row is Issued =>
  row !== undefined && (row.person_id === caller.person || answersFor(caller, row));

/** How far a credential was played again last, and what that came to. */
export async function viewReplay(
  { database }: Means,
  caller: Caller,
  credential: string,
): Promise<Outcome<CredentialReplay | null>> {
  return database.transaction(async (tx) => {
    if (!maySee(caller, await readCredential(tx, credential)))
      return refuse({ code: "exchange/no-such-credential" });
    const row = await newestReplay(tx, credential);
    return ok(row === undefined ? null : await replayView(tx, row));
  });
}

/**
 * Has the seasons that a credential rests on played again, one job each. While that goes on, asking
 * once more begins nothing.
 */
export async function startReplay(
  means: Means,
  caller: Caller,
  credential: string,
): Promise<Outcome<CredentialReplay>> {
  return means.database.transaction(async (tx) => {
    const issued = await holdCredential(tx, credential);
    if (!maySee(caller, issued)) return refuse({ code: "exchange/no-such-credential" });
    const last = await newestReplay(tx, credential);
    if (last !== undefined && last.ended_at === null && !(await isStuck(tx, last)))
      return ok(await replayView(tx, last));
    const file = Buffer.from(issued.document);
    const { verdict } = await verifyHere(means, file);
    const segments = isProven(verdict) ? segmentsIn(file) : [];
    const now = means.clock.now();
    const row: Row = {
      id: means.newId(),
      credential_id: credential,
      asked_by: caller.person,
      verdict,
      segments,
      outcomes: [],
      started_at: now,
      ended_at: segments.length === 0 ? now : null,
    };
    await insertReplay(tx, row);
    if (segments.length > 0) await enqueue(tx, playCredentialKind, { replay: row.id, from: 0 });
    return ok(await replayView(tx, row));
  });
}

/** Plays the next season, and asks for the one behind it in the same transaction. */
export async function playCredential(
  { clock }: Means,
  { tx, payload }: JobRun<PlayCredentialPayload>,
): Promise<void> {
  const row = await readReplay(tx, payload.replay);
  if (row === undefined || row.outcomes.length !== payload.from) return;
  const next = SeasonSegment.parse(row.segments[payload.from]);
  const outcomes = [...row.outcomes, await replaySegment(tx, next)];
  const isOver = outcomes.length === row.segments.length;
  await tellPlayed(tx, row.id, { outcomes, ended_at: isOver ? clock.now() : null });
  if (!isOver) await enqueue(tx, playCredentialKind, { replay: row.id, from: outcomes.length });
}

/** Nothing waits to go on with it, though it is not over. */
const isStuck = async (tx: Tx, { id, outcomes, ended_at: endedAt }: Row): Promise<boolean> =>
  endedAt === null &&
  !(await isEnqueued(tx, playCredentialKind, { replay: id, from: outcomes.length }));

async function replayView(tx: Tx, row: Row): Promise<CredentialReplay> {
  const segments = row.segments.map((one) => SeasonSegment.parse(one));
  const names = await seasonNames(
    tx,
    segments.map(({ season }) => season),
  );
  const played = segments.slice(0, row.outcomes.length);
  return {
    id: row.id,
    verdict: CredentialReplay.shape.verdict.parse(row.verdict),
    total: segments.length,
    done: played.length,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    isStuck: await isStuck(tx, row),
    seasons: played.map(({ season, day }, at) => ({
      season,
      name: names.get(season) ?? "",
      day,
      outcome: replayOutcomes.find((one) => one === row.outcomes[at])!,
    })),
  };
}
