/** What people did in the two tests of a measurement. */
import type { TestMoment } from "@echelon/contract/assessment/measurement-limits.ts";
import type { TestForm } from "@echelon/kernel/assessment/exams/form-lot.ts";
import type { TestPair } from "@echelon/kernel/assessment/exams/learning-effect.ts";
import type { Sql } from "../../platform/database/database.ts";
import { askedOfPaper, earnedOf } from "./mark-sitting.ts";
import { formOfPaper } from "./measuring.ts";
import type { ExamTable, SittingAnswerTable, SittingTable } from "./store/schema.ts";
import { answersOf, sittingsOf } from "./store/sitting-store.ts";

/** One test of one person, as far as it counts. */
export interface TakenTest {
  readonly form: TestForm;
  /** Of the points, 0 to 1. */
  readonly share: number;
  /** Shares by question; one that was not answered has none of its points. */
  readonly shares: ReadonlyMap<string, number>;
}

export interface TakenTests {
  readonly people: ReadonlyMap<string, Readonly<Partial<Record<TestMoment, TakenTest>>>>;
  /** Tests that were begun and left: less than half of their questions was answered. */
  readonly unfinished: number;
}

const micro = 1_000_000;

/** What was taken of the tests of measurements, by measurement. Tests that go on are left out. */
export async function readTaken(
  sql: Sql,
  tests: readonly ExamTable[],
): Promise<ReadonlyMap<string, TakenTests>> {
  const over = tests.filter(({ state }) => state !== "open");
  const sittings = await sittingsOf(
    sql,
    over.map(({ id }) => id),
  );
  const answers = Map.groupBy(
    await answersOf(
      sql,
      sittings.map(({ id }) => id),
    ),
    (one) => one.sitting_id,
  );
  const ofExam = Map.groupBy(sittings, (one) => one.exam_id);
  const byMeasurement = Map.groupBy(over, (one) => one.measurement_id!);
  return new Map([...byMeasurement].map(([id, both]) => [id, takenOf(both, ofExam, answers)]));
}

function takenOf(
  tests: readonly ExamTable[],
  sittings: ReadonlyMap<string, readonly SittingTable[]>,
  answers: ReadonlyMap<string, readonly SittingAnswerTable[]>,
): TakenTests {
  const people = new Map<string, Partial<Record<TestMoment, TakenTest>>>();
  let unfinished = 0;
  for (const test of tests)
    for (const sitting of sittings.get(test.id) ?? []) {
      const taken = testOf(sitting, answers.get(sitting.id) ?? []);
      if (taken === null) unfinished += 1;
      else
        people.set(sitting.person_id, { ...people.get(sitting.person_id), [test.moment!]: taken });
    }
  return { people, unfinished };
}

/** Null of a test that says nothing: whoever left it after a few questions did not try it. */
function testOf(sitting: SittingTable, answers: readonly SittingAnswerTable[]): TakenTest | null {
  const given = answers.filter(({ answer }) => answer !== null);
  if (2 * given.length < sitting.paper.length) return null;
  const shares = new Map(given.map((one) => [one.place, (one.share_micro ?? 0) / micro]));
  return {
    form: formOfPaper(sitting),
    share: earnedOf(sitting, answers) / askedOfPaper(sitting),
    shares: new Map(sitting.paper.map(({ id }, place) => [id, shares.get(place) ?? 0])),
  };
}

type Reached = (test: TakenTest) => number | null;

/** Pairs of all who sat both tests, of the whole or of what `reached` looks at. */
export const pairsOf = ({ people }: TakenTests, reached: Reached): TestPair[] =>
  [...people.values()].flatMap(({ before, after }) => {
    if (before === undefined || after === undefined) return [];
    const [was, is] = [reached(before), reached(after)];
    return was === null || is === null ? [] : [{ first: before.form, before: was, after: is }];
  });

export const wholeTest: Reached = ({ share }) => share;

/** The mean share of some questions; null of a form that asks none of them. */
export const partOfTest =
  (questions: ReadonlySet<string>): Reached =>
  ({ shares }) => {
    const own = [...shares].filter(([id]) => questions.has(id));
    if (own.length === 0) return null;
    return own.reduce((sum, [, share]) => sum + share, 0) / own.length;
  };
