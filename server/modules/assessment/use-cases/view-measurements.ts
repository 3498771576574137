import { measurementLimits as limits } from "@echelon/contract/assessment/measurement-limits.ts";
import type {
  MeasuredPerson,
  MeasurementHead,
  MeasurementView,
  SchoolMeasurement,
} from "@echelon/contract/assessment/measurements.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Sql } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { holdsIn } from "../../identity/index.ts";
import { classAccess, classNames, schoolOf, studentsOf } from "../../teaching/index.ts";
import {
  measuredPart,
  partsOfTests,
  takenCounts,
  type TestPart,
  wholeGain,
} from "../compose-measurement.ts";
import { hashOfSecret } from "../exam-key.ts";
import { type Sitter, sittersOf } from "../exam-room.ts";
import { sizeOf } from "../exam-paper.ts";
import { findCourse, measurementState } from "../measuring.ts";
import { seasonCorrelations } from "../season-correlations.ts";
import { examQuestions } from "../store/exam-store.ts";
import { readMeasurements, testsOf } from "../store/measurement-store.ts";
import type { ExamTable, MeasurementTable } from "../store/schema.ts";
import { sittingsOf } from "../store/sitting-store.ts";
import { readTaken, type TakenTests } from "../taken-tests.ts";
import { findSeenMeasurement, leads } from "./find-measurement.ts";

const nothingTaken: TakenTests = { people: new Map(), unfinished: 0 };

type Heads = readonly { readonly head: MeasurementHead; readonly tests: readonly ExamTable[] }[];

async function headsOf(sql: Sql, rows: readonly MeasurementTable[]): Promise<Heads> {
  const tests = Map.groupBy(
    await testsOf(
      sql,
      rows.map(({ id }) => id),
    ),
    (one) => one.measurement_id!,
  );
  const names = await classNames(sql, [...new Set(rows.map((row) => row.class_id))]);
  return rows.map((row) => {
    const own = tests.get(row.id) ?? [];
    return { head: headOf(row, own, names.get(row.class_id) ?? ""), tests: own };
  });
}

function headOf(
  row: MeasurementTable,
  tests: readonly ExamTable[],
  className: string,
): MeasurementHead {
  const { zh, en } = findCourse(row.course)?.course.name ?? { zh: row.course, en: row.course };
  return {
    id: row.id,
    class: row.class_id,
    className,
    course: row.course,
    courseName: { zh, en },
    state: measurementState(tests),
    madeAt: row.made_at,
  };
}

/** The measurements of a class, the newest first. */
export async function viewMeasurements(
  { database }: Means,
  caller: Caller,
  classId: string,
): Promise<Outcome<MeasurementHead[]>> {
  const role = await classAccess(database, caller, classId);
  const school = await schoolOf(database, classId);
  const isHead = school !== undefined && holdsIn(caller, school, "head");
  if (role === null && !isHead) return refuse({ code: "teaching/no-such-class" });
  if (!leads({ role }) && !isHead) return refuse({ code: "platform/not-allowed" });
  const rows = await readMeasurements(database, "class_id", [classId], limits.ofClassMax);
  return ok((await headsOf(database, rows)).map(({ head }) => head));
}

/** The classes of the schools that the caller heads, side by side. */
export async function viewSchoolMeasurements(
  { database }: Means,
  caller: Caller,
): Promise<Outcome<SchoolMeasurement[]>> {
  const schools = caller.roles
    .filter(({ role }) => role === "head")
    .map(({ organisation }) => organisation);
  const rows = await readMeasurements(database, "school_id", schools, limits.ofSchoolShown);
  const heads = await headsOf(database, rows);
  const over = heads.filter(({ head }) => head.state === "over");
  const taken = await readTaken(
    database,
    over.flatMap(({ tests }) => tests),
  );
  return ok(
    heads.map(({ head }) => ({ ...head, ...toldOfSchool(taken.get(head.id) ?? nothingTaken) })),
  );
}

function toldOfSchool(taken: TakenTests) {
  const { both, dropped } = takenCounts(taken, []);
  if (both < limits.groupMin)
    return { isHidden: true, both: null, dropped: null, gain: null, effect: null };
  return { isHidden: false, both, dropped, ...wholeGain(taken) };
}

/** One measurement: its two tests, and when they are over what they found. */
export async function viewMeasurement(
  means: Means,
  caller: Caller,
  id: string,
): Promise<Outcome<MeasurementView>> {
  const sql = means.database;
  const found = await findSeenMeasurement(sql, caller, id);
  if (!found.ok) return found;
  const { row, role } = found.value;
  const [{ head, tests }] = (await headsOf(sql, [row])) as [Heads[number]];
  const before = tests[0];
  if (before === undefined) throw new Error(`measurement ${id} has no test before`);
  const isOver = head.state === "over";
  const isLed = leads({ role });
  const seen = await foundOf(means, row, tests, { isOver, isLed });
  const isCounted = isLed || (isOver && !seen.isHidden);
  return ok({
    ...head,
    language: before.language,
    minutes: before.minutes,
    questions: sizeOf(before.sections).questions,
    students: (await studentsOf(sql, row.class_id)).length,
    tests: await testViews(sql, tests, isCounted),
    keyHash: hashOfSecret(before.key_secret!),
    key: isOver ? before.key_secret : null,
    mayTeach: role === "teacher",
    ...seen,
  });
}

/** @param isCounted  false where even the number of people would tell of few */
async function testViews(
  sql: Sql,
  tests: readonly ExamTable[],
  isCounted: boolean,
): Promise<MeasurementView["tests"]> {
  const sittings = await sittingsOf(
    sql,
    tests.map(({ id }) => id),
  );
  return tests.map((test) => {
    const own = sittings.filter((one) => one.exam_id === test.id);
    return {
      exam: test.id,
      moment: test.moment!,
      isOpen: test.state === "open",
      opensAt: test.opens_at,
      closesAt: test.closes_at,
      begun: isCounted ? own.length : null,
      done: isCounted ? own.filter((one) => one.ended_at !== null).length : null,
    };
  });
}

type Found = Pick<
  MeasurementView,
  "isHidden" | "taken" | "gain" | "effect" | "lessons" | "competencies" | "seasons" | "people"
>;

const unfound: Found = {
  isHidden: false,
  taken: null,
  gain: null,
  effect: null,
  lessons: [],
  competencies: [],
  seasons: [],
  people: [],
};

/** Nothing while the test before goes on: who sits it late must not be told what others knew. */
async function foundOf(
  means: Means,
  row: MeasurementTable,
  tests: readonly ExamTable[],
  { isOver, isLed }: { readonly isOver: boolean; readonly isLed: boolean },
): Promise<Found> {
  const sql = means.database;
  const before = tests[0]!;
  if (before.state === "open") return unfound;
  const taken = (await readTaken(sql, tests)).get(row.id) ?? nothingTaken;
  const students = await sittersOf(means, before);
  const here = students.map(({ person }) => person);
  const counts = takenCounts(taken, here);
  const sat = isOver ? counts.both : counts.both + counts.dropped;
  if (!isLed && sat < limits.groupMin) return { ...unfound, isHidden: true };
  const { lessons, competencies } = partsOfTests(row.course, await examQuestions(sql, before.id));
  const told = (part: TestPart) => measuredPart(part, taken);
  return {
    isHidden: false,
    taken: isLed ? counts : withoutFew(counts),
    ...(isOver ? wholeGain(taken) : { gain: null, effect: null }),
    lessons: lessons.map(told),
    competencies: competencies.map(told),
    seasons: isOver ? await seasonsOf(means, row, taken) : [],
    people: isLed ? peopleOf(students, taken) : [],
  };
}

/** A mean of a few who did not come again would tell of them. */
const withoutFew = (counts: NonNullable<Found["taken"]>): NonNullable<Found["taken"]> =>
  counts.dropped < limits.groupMin ? { ...counts, droppedBefore: null } : counts;

async function seasonsOf(means: Means, row: MeasurementTable, taken: TakenTests) {
  const tested = new Map(
    [...taken.people].flatMap(([person, { after }]) =>
      after === undefined ? [] : [[person, after.share] as const],
    ),
  );
  const asked = findCourse(row.course)?.course.competencies ?? [];
  return seasonCorrelations(means, row.class_id, tested, asked);
}

function peopleOf(students: readonly Sitter[], { people }: TakenTests): MeasuredPerson[] {
  return students.map(({ person, name, number }) => {
    const { before, after } = people.get(person) ?? {};
    const took =
      before === undefined
        ? after === undefined
          ? "none"
          : "after"
        : after === undefined
          ? "before"
          : "both";
    return {
      person,
      name,
      number,
      took,
      before: before?.share ?? null,
      after: after?.share ?? null,
    };
  });
}
