import type {
  AnsweredQuestion,
  OwnExam,
  OwnResult,
} from "@echelon/contract/assessment/sittings.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { ClassRole } from "@echelon/contract/teaching/shapes.ts";
import { examPieces } from "@echelon/kernel/assessment/exams/exam-pieces.ts";
import { secondsLeft } from "@echelon/kernel/assessment/exams/sitting-clock.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { checklistOf } from "../../practice/index.ts";
import { classesOf, classNames } from "../../teaching/index.ts";
import { askedQuestion, explanationsOf, rightOf } from "../asked-question.ts";
import { microOfPoint } from "../bank-question.ts";
import { sizeOf } from "../exam-paper.ts";
import { centiOf, pointsOfUnits } from "../exam-results.ts";
import { askedOfPaper, earnedOf, isPassed } from "../mark-sitting.ts";
import { endOf, lastStart } from "../sitting-time.ts";
import {
  confirmedByMentor,
  examQuestions,
  examResults,
  extrasOfPerson,
  reachedOfPerson,
  readOpenedExams,
} from "../store/exam-store.ts";
import type { ExamTable, SittingTable } from "../store/schema.ts";
import { answersOf, readSitting, sharesOf, sittingsOfPerson } from "../store/sitting-store.ts";
import { findSatExam } from "./find-exam.ts";
import { ownTests } from "./own-measurement.ts";

const examsMax = 500;

/** What a list of exams knows of somebody, read at once for all of them. */
interface Known {
  readonly now: Date;
  readonly sittings: ReadonlyMap<string, SittingTable>;
  readonly shares: ReadonlyMap<string, Shares>;
  readonly extras: ReadonlyMap<string, number>;
  readonly reachedBp: ReadonlyMap<string, number>;
  readonly confirmed: ReadonlySet<string>;
}
type Shares = Awaited<ReturnType<typeof sharesOf>>;

/** A student's exams of all classes, the newest first; a mentor's are those to confirm. */
export async function viewOwnExams(means: Means, caller: Caller): Promise<Outcome<OwnExam[]>> {
  const sql = means.database;
  const roles = await classesOf(sql, caller);
  const all = await readOpenedExams(sql, [...roles.keys()], examsMax);
  const tests = await ownTests(sql, [...roles.keys()]);
  const rows = [...all, ...tests.rows]
    .filter((row) => isMine(row, roles.get(row.class_id)))
    .toSorted((a, b) => b.made_at.getTime() - a.made_at.getTime())
    .slice(0, examsMax);
  const names = await classNames(sql, [...roles.keys()]);
  const known = await knownOf(means, caller, rows);
  const own: OwnExam[] = [];
  for (const row of rows) {
    const name = names.get(row.class_id) ?? "";
    const view =
      row.kind === "practical"
        ? await practicalOf(means, row, name, roles.get(row.class_id)!, known)
        : theoryOf(row, name, known);
    own.push({ ...view, measures: tests.measures.get(row.id) ?? null });
  }
  return ok(own);
}

/** So many questions to the database, however many exams there are. */
async function knownOf(
  { database: sql, clock }: Means,
  { person }: Caller,
  rows: readonly ExamTable[],
): Promise<Known> {
  const ids = rows.map(({ id }) => id);
  const sittings = await sittingsOfPerson(sql, person, ids);
  const marked = rows.flatMap(({ id, state }) =>
    state === "published" ? (sittings.get(id)?.id ?? []) : [],
  );
  return {
    now: clock.now(),
    sittings,
    shares: Map.groupBy(await sharesOf(sql, marked), (one) => one.sitting_id),
    extras: await extrasOfPerson(sql, person, ids),
    reachedBp: await reachedOfPerson(sql, person, ids),
    confirmed: await confirmedByMentor(sql, ids),
  };
}

function isMine(row: ExamTable, role: ClassRole | undefined): boolean {
  if (row.state === "draft") return false;
  const isToConfirm = row.kind === "practical" && row.state !== "open";
  return role === "student" || (role === "mentor" && isToConfirm);
}

const headOf = (row: ExamTable, className: string) => ({
  id: row.id,
  class: row.class_id,
  className,
  name: row.name,
  kind: row.kind,
  language: row.language,
  minutes: row.minutes,
  ...sizeOf(row.sections),
  passingPercent: row.passing,
  opensAt: row.opens_at,
  closesAt: row.closes_at,
  secondsLeft: null,
  season: row.season_id,
  reachedPercent: null,
  measures: null,
});

function theoryOf(row: ExamTable, className: string, known: Known): OwnExam {
  const sitting = known.sittings.get(row.id);
  const head = headOf(row, className);
  if (sitting === undefined) return { ...head, state: stateWithout(row, known.now) };
  if (row.state === "published") {
    const earned = earnedOf(sitting, known.shares.get(sitting.id) ?? []);
    const reachedPercent = Math.floor((100 * earned) / askedOfPaper(sitting));
    return { ...head, state: "published", reachedPercent };
  }
  const end = endOf(row, sitting, known.extras.get(row.id) ?? 0);
  const left = secondsLeft(end, known.now.getTime());
  const isWriting = sitting.ended_at === null && left > 0;
  return { ...head, state: isWriting ? "writing" : "in", secondsLeft: isWriting ? left : null };
}

/** What an exam is for somebody who has not begun it. */
function stateWithout(row: ExamTable, now: Date): OwnExam["state"] {
  const last = lastStart(row);
  if (row.state !== "open" || (last !== null && now.getTime() >= last)) return "missed";
  return row.opens_at !== null && now < row.opens_at ? "coming" : "ready";
}

async function practicalOf(
  means: Means,
  row: ExamTable,
  className: string,
  role: ClassRole,
  known: Known,
): Promise<OwnExam> {
  const season = await checklistOf(means, row.season_id!);
  const units = season?.units ?? [];
  const head = {
    ...headOf(row, className),
    questions: units.length,
    points: pointsOfUnits(units),
  };
  if (role === "mentor") {
    if (row.state === "published") return { ...head, state: "published" };
    return { ...head, state: known.confirmed.has(row.id) ? "in" : "ready" };
  }
  if (row.state === "open") return { ...head, state: "ready" };
  const reachedBp = known.reachedBp.get(row.id);
  if (reachedBp === undefined) return { ...head, state: "missed" };
  return row.state === "published"
    ? { ...head, state: "published", reachedPercent: Math.floor(reachedBp / 100) }
    : { ...head, state: "in" };
}

/** What somebody reached, question by question with what would have been right. */
export async function viewOwnResult(
  means: Means,
  caller: Caller,
  id: string,
): Promise<Outcome<OwnResult>> {
  const found = await findSatExam(means.database, caller, id);
  if (!found.ok) return found;
  const { row } = found.value;
  if (row.state !== "published") return refuse({ code: "assessment/exam-not-published" });
  return row.kind === "practical"
    ? practicalResult(means, caller, row)
    : theoryResult(means, caller, row);
}

async function theoryResult(
  { database }: Means,
  caller: Caller,
  row: ExamTable,
): Promise<Outcome<OwnResult>> {
  const sitting = await readSitting(database, row.id, caller.person);
  if (sitting === undefined) return refuse({ code: "assessment/not-begun" });
  const answers = new Map((await answersOf(database, [sitting.id])).map((one) => [one.place, one]));
  const questions = await examQuestions(
    database,
    row.id,
    sitting.paper.map(({ id }) => id),
  );
  const shown = sitting.paper.map((of, place): AnsweredQuestion => {
    const { body } = questions.get(of.id)!;
    const given = answers.get(place);
    const share = given?.share_micro ?? 0;
    return {
      ...askedQuestion(row, place, of, body),
      answer: given?.answer ?? null,
      reachedPoints: (share * (of.pointsMicro / microOfPoint)) / microOfPoint,
      explanations: [...explanationsOf(body, given?.answer ?? null, share)],
      note: given?.note ?? "",
      right: rightOf(body),
    };
  });
  const marked = sitting.paper.map((of, place) => ({
    topics: questions.get(of.id)!.topics,
    pointsMicro: of.pointsMicro,
    shareMicro: answers.get(place)?.share_micro ?? 0,
    guess: 0,
  }));
  const [earned, asked] = [earnedOf(sitting, [...answers.values()]), askedOfPaper(sitting)];
  return ok({
    exam: row.id,
    name: row.name,
    kind: row.kind,
    reachedCenti: centiOf(earned),
    ofCenti: centiOf(asked),
    passingPercent: row.passing,
    isPassed: isPassed(earned, asked, row.passing),
    topics: examPieces(marked, row.passing / 100).map(({ topic, share }) => ({
      topic,
      percent: Math.floor(100 * share),
    })),
    questions: shown,
    units: [],
  });
}

async function practicalResult(
  means: Means,
  caller: Caller,
  row: ExamTable,
): Promise<Outcome<OwnResult>> {
  const own = (await examResults(means.database, row.id)).find(
    ({ person_id: person }) => person === caller.person,
  );
  if (own === undefined) return refuse({ code: "assessment/not-begun" });
  const units = (await checklistOf(means, row.season_id!))?.units ?? [];
  const ofCenti = 100 * pointsOfUnits(units);
  return ok({
    exam: row.id,
    name: row.name,
    kind: row.kind,
    reachedCenti: Math.floor((own.reached_bp * ofCenti) / 10_000),
    ofCenti,
    passingPercent: row.passing,
    isPassed: own.reached_bp >= row.passing * 100,
    topics: [],
    questions: [],
    units: units.map(({ id, name, points }, at) => ({
      id,
      ...name,
      points,
      reachedCenti: own.units[at] ?? 0,
    })),
  });
}
