import type { OwnExam } from "@echelon/contract/assessment/sittings.ts";
import type { OwnMeasurement } from "@echelon/contract/assessment/measurements.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Sql } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { partsOfTests } from "../compose-measurement.ts";
import { findCourse, measurementState } from "../measuring.ts";
import { examQuestions } from "../store/exam-store.ts";
import { readMeasurements, testsOf } from "../store/measurement-store.ts";
import type { ExamTable } from "../store/schema.ts";
import { partOfTest, readTaken, type TakenTest } from "../taken-tests.ts";
import { findSatMeasurement } from "./find-measurement.ts";

/** Measurements of all classes of a person that are looked at. */
const measurementsMax = 200;

export interface OwnTests {
  readonly rows: readonly ExamTable[];
  readonly measures: ReadonlyMap<string, NonNullable<OwnExam["measures"]>>;
}

/** The tests of some classes that measure a course, with what each is for. */
export async function ownTests(sql: Sql, classes: readonly string[]): Promise<OwnTests> {
  const all = await readMeasurements(sql, "class_id", classes, measurementsMax);
  const course = new Map(all.map((one) => [one.id, one.course]));
  const rows = await testsOf(sql, [...course.keys()]);
  const tests = Map.groupBy(rows, (one) => one.measurement_id!);
  return {
    rows,
    measures: new Map(
      rows.map((row) => {
        const measurement = row.measurement_id!;
        const isOver = measurementState(tests.get(measurement)!) === "over";
        return [
          row.id,
          { measurement, moment: row.moment!, course: course.get(measurement)!, isOver },
        ];
      }),
    ),
  };
}

/**
 * What a student reached before and after, by lesson. No question is shown with its answer: those
 * who learn the course after them are asked the same.
 */
export async function viewOwnMeasurement(
  { database }: Means,
  caller: Caller,
  id: string,
): Promise<Outcome<OwnMeasurement>> {
  const found = await findSatMeasurement(database, caller, id);
  if (!found.ok) return found;
  const { course } = found.value;
  const tests = await testsOf(database, [id]);
  if (measurementState(tests) !== "over")
    return refuse({ code: "assessment/measurement-not-over" });
  const taken = (await readTaken(database, tests)).get(id)?.people.get(caller.person) ?? {};
  const { before, after } = taken;
  const questions = await examQuestions(database, tests[0]!.id);
  const percent = (test: TakenTest | undefined) =>
    test === undefined ? null : Math.floor(100 * test.share + 0.5);
  const { zh, en } = findCourse(course)?.course.name ?? { zh: course, en: course };
  return ok({
    courseName: { zh, en },
    beforePercent: percent(before),
    afterPercent: percent(after),
    lessons: partsOfTests(course, questions).lessons.map(({ id: lesson, name, own }) => {
      const reached = partOfTest(own);
      return {
        id: lesson,
        name: { zh: name.zh, en: name.en },
        before: before === undefined ? null : reached(before),
        after: after === undefined ? null : reached(after),
      };
    }),
  });
}
