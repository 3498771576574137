import type { Tx } from "../../../platform/database/database.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import type { JobRun } from "../../../platform/jobs/job-kind.ts";
import type { Means } from "../../../platform/module.ts";
import { tendExamKind, type TendExamPayload } from "../jobs.ts";
import { endSitting } from "../mark-sitting.ts";
import { endOf, graceMillis, lastStart } from "../sitting-time.ts";
import { changeExam, examsToTend, extrasOf, holdExam } from "../store/exam-store.ts";
import type { ExamTable, SittingTable } from "../store/schema.ts";
import { holdWriting } from "../store/sitting-store.ts";

/** Exams that are looked after in one minute; more wait for the next. */
const examsMax = 1_000;
/** Each is looked at once a minute; a longer gap is a time in which the server did not answer. */
const gapMillis = 90_000;
const outagesMax = 100;

/**
 * Once a minute: asks for a job for each exam that somebody writes or whose end has come. Each has
 * a transaction of its own, so that one that cannot be read keeps no other from its end.
 */
export async function tendExams({ clock }: Pick<Means, "clock">, tx: Tx): Promise<void> {
  const now = clock.now();
  const minute = Math.floor(now.getTime() / 60_000);
  for (const exam of await examsToTend(tx, new Date(now.getTime() - graceMillis), examsMax))
    // A job that still waits, or failed, gives way to this one: an exam has one at most.
    await enqueue(tx, tendExamKind, { exam, minute }, { key: `assessment.tend-exam ${exam}` });
}

/**
 * Ends sittings whose time is up, closes an exam that nobody can write any more, and notes when
 * nobody came by while people wrote, so that a teacher can give the time back.
 */
export async function tendExam(
  { clock }: Pick<Means, "clock">,
  { tx, payload }: Pick<JobRun<TendExamPayload>, "tx" | "payload">,
): Promise<void> {
  const row = await holdExam(tx, payload.exam);
  if (row?.state !== "open") return;
  const now = clock.now();
  const writing = await holdWriting(tx, row.id);
  const extras = await extrasOf(tx, row.id);
  let left = 0;
  for (const sitting of writing) {
    const end = endOf(row, sitting, extras.get(sitting.person_id) ?? 0);
    const isDue = now.getTime() >= end + graceMillis;
    if (isDue) await endSitting(tx, sitting, new Date(end), "time");
    else left += 1;
  }
  const last = lastStart(row);
  const isClosed = last !== null && left === 0 && now.getTime() >= last + graceMillis;
  await changeExam(tx, row.id, {
    pulse_at: now,
    ...outageOf(row, writing, now),
    ...(isClosed ? { state: "closed" as const, closed_at: now } : {}),
  });
}

/** The outages of an exam with the one that has just ended, if there was one. */
function outageOf(
  { pulse_at: pulse, outages }: ExamTable,
  writing: readonly SittingTable[],
  now: Date,
): Partial<Pick<ExamTable, "outages">> {
  if (pulse === null || writing.length === 0 || outages.length >= outagesMax) return {};
  // Nobody looks at an exam that nobody writes: what lies before the first start is no outage.
  const begun = Math.min(...writing.map(({ started_at: at }) => at.getTime()));
  const from = new Date(Math.max(pulse.getTime(), begun));
  if (now.getTime() - from.getTime() <= gapMillis) return {};
  return { outages: [...outages, { from: from.toISOString(), to: now.toISOString() }] };
}
