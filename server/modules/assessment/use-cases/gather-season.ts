import { enqueue, isEnqueued } from "../../../platform/jobs/enqueue.ts";
import type { JobRun } from "../../../platform/jobs/job-kind.ts";
import type { Means } from "../../../platform/module.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { practiceOf, seasonsClosedSince } from "../../practice/index.ts";
import { calendarDay } from "../calendar-day.ts";
import { type AppliedFramework, coreFramework } from "../applied-framework.ts";
import { gatherSeasonKind, type GatherSeasonPayload } from "../jobs.ts";
import { practicePieces, type WantedPiece } from "../practice-pieces.ts";
import { frameworkOfClass, frameworkOfVersion } from "../school-framework.ts";
import { readGathered, writeGathered } from "../store/gathered-store.ts";
import {
  insertPieces,
  insertVoidings,
  type KnownPiece,
  piecesOfContext,
} from "../store/piece-store.ts";
import type { PieceTable, VoidingTable } from "../store/schema.ts";
import { estimatesOf, refoldMastery } from "./refold-mastery.ts";

/** So far back closes are looked for that nothing has read, were the workers away meanwhile. */
const lookedBackMillis = 14 * 86_400_000;

/** Asks for a job for each season with a closed day that was not read yet. */
export async function gatherClosed({ clock }: Pick<Means, "clock">, tx: Tx): Promise<void> {
  const since = new Date(clock.now().getTime() - lookedBackMillis);
  const closed = await seasonsClosedSince(tx, since);
  const known = await readGathered(
    tx,
    closed.map(({ season }) => season),
  );
  for (const { season, branch, day } of closed) {
    const read = known.get(season);
    if (read?.branch === branch && read.day === day) continue;
    const payload = { season, branch, day, night: 0 };
    // Where the workers are behind, the next minute must not ask once more.
    if (!(await isEnqueued(tx, gatherSeasonKind, payload))) {
      await enqueue(tx, gatherSeasonKind, payload);
    }
  }
}

/** Reads recent seasons once more: team-mates may mark each other after the last close. */
export async function gatherAgain({ clock }: Pick<Means, "clock">, tx: Tx): Promise<void> {
  const now = clock.now();
  const since = new Date(now.getTime() - lookedBackMillis);
  const night = calendarDay(now);
  for (const { season, branch, day } of await seasonsClosedSince(tx, since)) {
    await enqueue(tx, gatherSeasonKind, { season, branch, day, night });
  }
}

/**
 * Brings a season's evidence up to its last closed day. What is still shown stays as it is; what a
 * rewind took back, or shows something else now, is voided and never changed.
 */
export async function gatherSeason(
  means: Means,
  { tx, payload }: Pick<JobRun<GatherSeasonPayload>, "tx" | "payload">,
): Promise<void> {
  const { season } = payload;
  const practice = await practiceOf(means, season);
  if (practice === null) return;
  const now = means.clock.now();
  const framework = await frameworkOfSeason(tx, season, practice.classId);
  const wanted = practicePieces(practice, framework);
  const { added, voided } = compare(await piecesOfContext(tx, season), wanted);
  const rows = added.map((piece): PieceTable => ({
    ...piece,
    id: means.newId(),
    framework_version: framework.version,
    rater_id: null,
    context_kind: "season",
    context_id: season,
    difficulty: 0,
    scenario: practice.scenario,
    made_at: now,
  }));
  await insertPieces(tx, rows);
  await insertVoidings(
    tx,
    voided.map(({ piece, reason }): VoidingTable => ({
      piece_id: piece.id,
      reason,
      note: "",
      by_id: null,
      at: now,
    })),
  );
  await refoldMastery(tx, estimatesOf([...rows, ...voided.map(({ piece }) => piece)]));
  const { branch, day } = practice;
  const framework_version = framework.version;
  await writeGathered(tx, { season_id: season, branch, day, gathered_at: now, framework_version });
}

/**
 * A season keeps the rules under which it was first read: what a school asks later holds for the
 * seasons that begin later, and judges nobody's practice anew.
 */
async function frameworkOfSeason(
  tx: Tx,
  season: string,
  classId: string,
): Promise<AppliedFramework> {
  const read = (await readGathered(tx, [season])).get(season);
  if (read === undefined) return frameworkOfClass(tx, classId);
  const { framework_version: version } = read;
  return version === null ? coreFramework() : frameworkOfVersion(tx, version);
}

interface Comparison {
  readonly added: readonly WantedPiece[];
  readonly voided: readonly {
    readonly piece: KnownPiece;
    readonly reason: "withdrawn" | "replaced";
  }[];
}

/** What is to be written so that what counts of a season is what it shows. */
function compare(known: readonly KnownPiece[], wanted: readonly WantedPiece[]): Comparison {
  const keyOf = (one: Pick<PieceTable, "person_id" | "competency" | "ordinal">) =>
    `${one.person_id} ${one.competency} ${one.ordinal}`;
  const shown = new Map(wanted.map((one) => [keyOf(one), one]));
  const counted = new Map(
    known.filter(({ reason }) => reason === null).map((one) => [keyOf(one), one]),
  );
  // What was voided because it is wrong does not come back by being shown again.
  const refused = new Set(
    known.flatMap((one) => (one.reason === "contested" ? `${keyOf(one)} ${one.hash}` : [])),
  );
  const added = wanted.filter(
    (one) =>
      counted.get(keyOf(one))?.hash !== one.hash && !refused.has(`${keyOf(one)} ${one.hash}`),
  );
  const voided = [...counted].flatMap(([key, piece]) => {
    const now = shown.get(key);
    if (now?.hash === piece.hash) return [];
    return [{ piece, reason: now === undefined ? ("withdrawn" as const) : ("replaced" as const) }];
  });
  return { added, voided };
}
