import { passingPercentUsual } from "@echelon/contract/assessment/exam-limits.ts";
import {
  measurementLimits,
  type TestMoment,
} from "@echelon/contract/assessment/measurement-limits.ts";
import type {
  MakeMeasurementRequest,
  OpenAfterRequest,
} from "@echelon/contract/assessment/measurements.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { classAccess, schoolOf } from "../../teaching/index.ts";
import { optionsOf } from "../bank-question.ts";
import { newExamSecret } from "../exam-key.ts";
import { endSitting } from "../mark-sitting.ts";
import { findCourse, formOfQuestion, measurementState, testQuestions } from "../measuring.ts";
import { changeExam, examQuestions, insertExam, insertExamQuestions } from "../store/exam-store.ts";
import {
  deleteMeasurement,
  holdMeasurements,
  insertMeasurement,
  readMeasurements,
  testsOf,
} from "../store/measurement-store.ts";
import type { ExamTable } from "../store/schema.ts";
import { holdWriting, sittingsOf } from "../store/sitting-store.ts";
import { holdTaughtMeasurement } from "./find-measurement.ts";

type Window = OpenAfterRequest;
type Planned = Pick<ExamTable, "class_id" | "name" | "language" | "banks" | "sections" | "minutes">;

/** A teacher measures what a class learns in a course: the test before is open from then on. */
export async function makeMeasurement(
  means: Means,
  caller: Caller,
  classId: string,
  wish: MakeMeasurementRequest,
): Promise<Outcome<{ readonly id: string }>> {
  return means.database.transaction(async (tx) => {
    const role = await classAccess(tx, caller, classId);
    const school = await schoolOf(tx, classId);
    if (role === null || school === undefined) return refuse({ code: "teaching/no-such-class" });
    if (role !== "teacher") return refuse({ code: "platform/not-allowed" });
    const course = findCourse(wish.course);
    if (course === undefined) return refuse({ code: "teaching/no-such-course" });
    const now = means.clock.now();
    if (isPast(wish, now)) return refuse({ code: "assessment/window-closed" });
    await holdMeasurements(tx, classId);
    const free = await freeFor(tx, classId, wish.course);
    if (!free.ok) return free;
    const { newId } = means;
    const [id, exam] = [newId(), newId()];
    const questions = testQuestions(course, wish.language);
    await insertMeasurement(tx, {
      id,
      school_id: school,
      class_id: classId,
      course: wish.course,
      made_by: caller.person,
      made_at: now,
    });
    const planned = {
      class_id: classId,
      name: course.course.name[wish.language],
      language: wish.language,
      banks: [`course-${course.course.id}`],
      sections: sectionsOf(questions.map((one) => one.id)),
      minutes: wish.minutes,
    };
    await insertExam(tx, testOf(means, caller, planned, { id: exam, measurement: id }, wish));
    await insertExamQuestions(
      tx,
      questions.map(({ id: question, question: body, topics }) => ({
        exam_id: exam,
        question,
        type: body.type,
        topics: [...topics],
        options: optionsOf(body),
        body,
      })),
    );
    return ok({ id });
  });
}

/** Both forms ask alike much: a paper is all of one, a point a question, in an order of its own. */
function sectionsOf(questions: readonly string[]): Planned["sections"] {
  const [first] = questions;
  const form = formOfQuestion(first ?? "");
  const count = questions.filter((id) => formOfQuestion(id) === form).length;
  return [{ name: "", topics: [], types: [], questions: count, points: 1 }];
}

async function freeFor(tx: Tx, classId: string, course: string): Promise<Outcome<undefined>> {
  const max = measurementLimits.ofClassMax;
  const all = await readMeasurements(tx, "class_id", [classId], max);
  if (all.length >= max)
    return refuse({ code: "assessment/too-many-measurements", facts: { max } });
  const same = all.filter((one) => one.course === course).map(({ id }) => id);
  const tests = Map.groupBy(await testsOf(tx, same), (one) => one.measurement_id);
  const isRunning = [...tests.values()].some((own) => measurementState(own) !== "over");
  return isRunning ? refuse({ code: "assessment/measurement-running" }) : ok(undefined);
}

/** A window in which nobody could begin. */
const isPast = ({ opensAt, closesAt }: Window, now: Date): boolean =>
  closesAt !== null && (closesAt <= now || (opensAt !== null && closesAt <= opensAt));

function testOf(
  { clock }: Means,
  caller: Caller,
  planned: Planned,
  { id, measurement }: { readonly id: string; readonly measurement: string },
  { opensAt, closesAt }: Window,
  moment: TestMoment = "before",
): ExamTable {
  const now = clock.now();
  return {
    ...planned,
    id,
    kind: "theory",
    opens_at: opensAt,
    closes_at: closesAt,
    // Nobody passes a test that measures; an exam has to have such a share.
    passing: passingPercentUsual,
    season_id: null,
    state: "open",
    key_secret: newExamSecret(),
    extra_minutes: 0,
    pulse_at: null,
    outages: [],
    made_by: caller.person,
    made_at: now,
    opened_at: now,
    closed_at: null,
    published_at: null,
    measurement_id: measurement,
    moment,
  };
}

/**
 * Opens the test after, with the questions as they were frozen before: a course that ships anew
 * between the tests changes neither. The test before ends if it still goes on.
 */
export async function openAfter(
  means: Means,
  caller: Caller,
  id: string,
  wish: Window,
): Promise<Outcome<undefined>> {
  return means.database.transaction(async (tx) => {
    const found = await holdTaughtMeasurement(tx, caller, id);
    if (!found.ok) return found;
    const [before, after] = found.value.tests;
    if (before === undefined) throw new Error(`measurement ${id} has no test before`);
    if (after !== undefined) return refuse({ code: "assessment/test-opened" });
    const now = means.clock.now();
    if (isPast(wish, now)) return refuse({ code: "assessment/window-closed" });
    if (before.state === "open") {
      for (const sitting of await holdWriting(tx, before.id))
        await endSitting(tx, sitting, now, "closed");
      await changeExam(tx, before.id, { state: "closed", closed_at: now });
    }
    const { class_id, name, language, banks, sections, minutes } = before;
    const planned = { class_id, name, language, banks, sections, minutes };
    const exam = means.newId();
    const place = { id: exam, measurement: id };
    await insertExam(tx, testOf(means, caller, planned, place, wish, "after"));
    const frozen = [...(await examQuestions(tx, before.id)).values()];
    await insertExamQuestions(
      tx,
      frozen.map((one) => ({ ...one, exam_id: exam })),
    );
    return ok(undefined);
  });
}

/** Takes back a measurement; what somebody has begun stays. */
export async function dropMeasurement(
  { database }: Means,
  caller: Caller,
  id: string,
): Promise<Outcome<undefined>> {
  return database.transaction(async (tx) => {
    const found = await holdTaughtMeasurement(tx, caller, id);
    if (!found.ok) return found;
    const exams = found.value.tests.map((one) => one.id);
    if ((await sittingsOf(tx, exams)).length > 0) return refuse({ code: "assessment/test-begun" });
    await deleteMeasurement(tx, id);
    return ok(undefined);
  });
}
