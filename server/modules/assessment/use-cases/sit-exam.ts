import type {
  SaveAnswersRequest,
  SavedAnswers,
  SittingPulse,
  SittingView,
} from "@echelon/contract/assessment/sittings.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import { secondsLeft } from "@echelon/kernel/assessment/exams/sitting-clock.ts";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { askedQuestion } from "../asked-question.ts";
import { microOfPoint } from "../bank-question.ts";
import { paperOf } from "../exam-paper.ts";
import { askedOfPaper, endSitting } from "../mark-sitting.ts";
import { poolOf } from "../measuring.ts";
import { endOf, graceMillis, lastStart } from "../sitting-time.ts";
import { drawnFrom, examQuestions, extrasOf, holdExam } from "../store/exam-store.ts";
import type { ExamTable, SittingAnswerTable, SittingTable } from "../store/schema.ts";
import {
  answersAt,
  answersOf,
  changeSitting,
  countSittings,
  holdSitting,
  insertSitting,
  readSitting,
  saveAnswers,
} from "../store/sitting-store.ts";
import { findSatExam } from "./find-exam.ts";

/**
 * Begins an exam, or goes on with it at another machine: the newest one writes, and the one before
 * is told at its next word. Beginning twice is beginning once.
 */
export async function sitExam(
  means: Means,
  caller: Caller,
  exam: string,
  machine: string,
): Promise<Outcome<SittingView>> {
  return means.database.transaction(async (tx) => {
    const found = await findSatExam(tx, caller, exam);
    if (!found.ok) return found;
    const known = await readSitting(tx, exam, caller.person);
    const begun = known === undefined ? await begin(means, tx, caller, exam, machine) : ok();
    if (!begun.ok) return begun;
    const { row } = found.value;
    const sitting = (await holdSitting(tx, exam, caller.person))!;
    const now = means.clock.now();
    const end = await endHere(tx, row, sitting);
    if (isOver(sitting, end, now)) return refuse({ code: "assessment/sitting-over" });
    const isMoved = sitting.machine !== machine;
    const machines = sitting.machines + (isMoved ? 1 : 0);
    if (isMoved) await changeSitting(tx, sitting.id, { machine, machines });
    return ok(await viewOf(tx, row, { ...sitting, machines }, end, now));
  });
}

async function begin(
  { clock, newId }: Means,
  tx: Tx,
  caller: Caller,
  exam: string,
  machine: string,
): Promise<Outcome<undefined>> {
  const row = (await holdExam(tx, exam))!;
  // Of two first clicks the second finds what the first has made.
  if ((await readSitting(tx, exam, caller.person)) !== undefined) return ok(undefined);
  const now = clock.now();
  const last = lastStart(row);
  const isEarly = row.opens_at !== null && now < row.opens_at;
  const isLate = last !== null && now.getTime() >= last;
  if (row.state !== "open" || row.kind !== "theory" || isEarly || isLate)
    return refuse({ code: "assessment/exam-not-open" });
  const seat = (await countSittings(tx, [exam])).get(exam)?.begun ?? 0;
  const questions = (await drawnFrom(tx, exam)).map(({ question: id, ...one }) => ({ id, ...one }));
  const pool = await poolOf(tx, row, caller.person, seat, questions);
  const drawing = paperOf(pool, row.sections, row.key_secret!, seat);
  if (!drawing.isDrawn) throw new Error(`exam ${exam} was opened without a paper`);
  await insertSitting(tx, {
    id: newId(),
    exam_id: exam,
    person_id: caller.person,
    seat,
    paper: drawing.questions,
    started_at: now,
    machine,
    machines: 1,
    ended_at: null,
    ended_how: null,
  });
  return ok(undefined);
}

const endHere = async (sql: Sql, row: ExamTable, sitting: SittingTable): Promise<number> =>
  endOf(row, sitting, (await extrasOf(sql, row.id)).get(sitting.person_id) ?? 0);

const isOver = ({ ended_at: ended }: SittingTable, end: number, now: Date): boolean =>
  ended !== null || now.getTime() >= end;

async function viewOf(
  sql: Sql,
  exam: ExamTable,
  sitting: SittingTable,
  end: number,
  now: Date,
): Promise<SittingView> {
  const { paper } = sitting;
  const questions = await examQuestions(
    sql,
    exam.id,
    paper.map(({ id }) => id),
  );
  return {
    exam: exam.id,
    sitting: sitting.id,
    name: exam.name,
    language: exam.language,
    minutes: exam.minutes,
    points: askedOfPaper(sitting) / microOfPoint,
    secondsLeft: secondsLeft(end, now.getTime()),
    isOver: false,
    turn: sitting.machines,
    questions: paper.map((row, place) =>
      askedQuestion(exam, place, row, questions.get(row.id)!.body),
    ),
    answers: (await answersOf(sql, [sitting.id])).map(keptOf),
  };
}

const keptOf = (row: SittingAnswerTable) => ({
  place: row.place,
  revision: row.revision,
  answer: row.answer,
  isForLater: row.is_for_later,
});

/** How much time there is, and whether the exam still goes on at this machine. */
export async function pulseOf(
  { database, clock }: Means,
  caller: Caller,
  exam: string,
  machine: string,
): Promise<Outcome<SittingPulse>> {
  const found = await findSatExam(database, caller, exam);
  if (!found.ok) return found;
  const sitting = await readSitting(database, exam, caller.person);
  if (sitting === undefined) return refuse({ code: "assessment/not-begun" });
  const now = clock.now();
  const end = await endHere(database, found.value.row, sitting);
  return ok({
    secondsLeft: sitting.ended_at === null ? secondsLeft(end, now.getTime()) : 0,
    isOver: isOver(sitting, end, now),
    isHere: sitting.machine === machine,
  });
}

/** Keeps answers. What is acknowledged is committed: the transaction ends before the answer. */
export async function keepAnswers(
  { database, clock }: Means,
  caller: Caller,
  exam: string,
  { machine, answers }: SaveAnswersRequest,
): Promise<Outcome<SavedAnswers>> {
  return database.transaction(async (tx) => {
    const found = await findSatExam(tx, caller, exam);
    if (!found.ok) return found;
    const sitting = await holdSitting(tx, exam, caller.person);
    if (sitting === undefined) return refuse({ code: "assessment/not-begun" });
    const now = clock.now();
    const end = await endHere(tx, found.value.row, sitting);
    const isLate = now.getTime() >= end + graceMillis;
    if (sitting.ended_at !== null || isLate) return refuse({ code: "assessment/sitting-over" });
    if (sitting.machine !== machine) return refuse({ code: "assessment/sitting-elsewhere" });
    const places = new Map(answers.map((one) => [one.place, one]));
    if (answers.some(({ place }) => sitting.paper[place] === undefined))
      return refuse({ code: "assessment/not-on-paper" });
    await saveAnswers(tx, sitting.id, [...places.values()], now);
    const kept = await answersAt(tx, sitting.id, [...places.keys()]);
    return ok({
      savedAt: now,
      secondsLeft: secondsLeft(end, now.getTime()),
      isOver: isOver(sitting, end, now),
      answers: kept.map(keptOf),
    });
  });
}

/** Hands in; twice is once, and after the end there is nothing left to hand in. */
export async function handIn(
  { database, clock }: Means,
  caller: Caller,
  exam: string,
  machine: string,
): Promise<Outcome<undefined>> {
  return database.transaction(async (tx) => {
    const found = await findSatExam(tx, caller, exam);
    if (!found.ok) return found;
    const sitting = await holdSitting(tx, exam, caller.person);
    if (sitting === undefined) return refuse({ code: "assessment/not-begun" });
    if (sitting.ended_at !== null) return ok(undefined);
    if (sitting.machine !== machine) return refuse({ code: "assessment/sitting-elsewhere" });
    await endSitting(tx, sitting, clock.now(), "handed-in");
    return ok(undefined);
  });
}
