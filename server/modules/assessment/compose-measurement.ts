/** What a measurement found: gains, who did not come again, and what of the course was learned. */
import type { BothLanguages } from "@echelon/contract/assessment/framework.ts";
import type { MeasuredPart, MeasurementView } from "@echelon/contract/assessment/measurements.ts";
import {
  learningEffect,
  learningGain,
  type TestPair,
} from "@echelon/kernel/assessment/exams/learning-effect.ts";
import { testForms } from "@echelon/kernel/assessment/exams/form-lot.ts";
import { meanOf } from "@echelon/kernel/number/correlation.ts";
import { findCourse, formOfQuestion } from "./measuring.ts";
import { frameworkView } from "./framework-view.ts";
import type { ExamQuestionTable } from "./store/schema.ts";
import { pairsOf, partOfTest, type TakenTests, wholeTest } from "./taken-tests.ts";

type Taken = NonNullable<MeasurementView["taken"]>;

const meanOrNull = (values: readonly number[]): number | null =>
  values.length === 0 ? null : meanOf(values);

/** The gain and the effect of all who sat both tests; null of too few of either order. */
export function wholeGain(taken: TakenTests) {
  const pairs = pairsOf(taken, wholeTest);
  return { gain: gainOf(pairs), effect: effectOf(pairs) };
}

function gainOf(pairs: readonly TestPair[]): MeasurementView["gain"] {
  const found = learningGain(pairs);
  return found === null ? null : { ...found };
}

function effectOf(pairs: readonly TestPair[]): MeasurementView["effect"] {
  const found = learningEffect(pairs);
  if (found === null) return null;
  const { effect, effectLow: low, effectHigh: high, formGap } = found;
  return { effect, low, high, formGap };
}

/**
 * Who took what. Nothing is made up for who did not come again; but whether those were weaker
 * before says how far the gain of the others may be taken for the class's.
 *
 * @param students  of the class now
 */
export function takenCounts(taken: TakenTests, students: readonly string[]): Taken {
  const all = [...taken.people.values()];
  const beforeOf = (came: boolean) =>
    all.flatMap(({ before, after }) =>
      before !== undefined && (after !== undefined) === came ? [before.share] : [],
    );
  const [stayed, dropped] = [beforeOf(true), beforeOf(false)];
  return {
    both: stayed.length,
    dropped: dropped.length,
    joined: all.filter(({ before }) => before === undefined).length,
    none: students.filter((person) => !taken.people.has(person)).length,
    unfinished: taken.unfinished,
    stayedBefore: meanOrNull(stayed),
    droppedBefore: meanOrNull(dropped),
  };
}

type Questions = ReadonlyMap<string, ExamQuestionTable>;

/** Questions by what they are about, in the order of `known`. */
function partsBy(
  questions: Questions,
  known: readonly { readonly id: string; readonly name: BothLanguages }[],
  about: (question: ExamQuestionTable) => readonly string[],
) {
  return known.flatMap(({ id, name }) => {
    const own = [...questions.values()].filter((one) => about(one).includes(id));
    return own.length === 0 ? [] : [{ id, name, own: new Set(own.map((one) => one.question)) }];
  });
}

/** Lessons of a course, and competencies, as far as its tests ask for them. */
export function partsOfTests(slug: string, questions: Questions) {
  // A lesson is a question's category; one that the course no longer has keeps its name there.
  const named = findCourse(slug)?.course.lessons ?? [];
  const asked = [...new Set([...questions.values()].map(({ body }) => body.category))];
  const gone = asked
    .filter((id) => named.every((lesson) => lesson.id !== id))
    .map((id) => ({ id, name: { zh: id, en: id } }));
  return {
    lessons: partsBy(questions, [...named, ...gone], ({ body }) => [body.category]),
    competencies: partsBy(questions, frameworkView().competencies, ({ topics }) => topics),
  };
}

export type TestPart = ReturnType<typeof partsOfTests>["lessons"][number];

/** What people knew of a part before, and what they gained in it. */
export function measuredPart({ id, name, own }: TestPart, taken: TakenTests): MeasuredPart {
  const reached = partOfTest(own);
  const start = [...taken.people.values()].flatMap(({ before }) =>
    before === undefined ? [] : (reached(before) ?? []),
  );
  const [first] = testForms;
  return {
    id,
    name: { zh: name.zh, en: name.en },
    questions: [...own].filter((question) => formOfQuestion(question) === first).length,
    start: meanOrNull(start),
    gain: gainOf(pairsOf(taken, reached)),
  };
}
