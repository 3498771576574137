import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { Question } from "@echelon/contract/assessment/question.ts";
import { type Course, loadCourses } from "@echelon/courses/course-catalog.ts";
import { looseCourse, readWrittenCourse } from "@echelon/courses/course-for-tests.ts";
import { gradeAnswer } from "@echelon/kernel/assessment/questions/grade-answer.ts";
import type { GivenAnswer } from "@echelon/kernel/assessment/questions/question.ts";
import { courseQuestions } from "./course-questions.ts";

const madeUp = (): Course => readWrittenCourse(looseCourse()).course!;

/** Answers a question as its author meant it. */
function meant(question: Question): GivenAnswer {
  switch (question.type) {
    case "true-false":
      return { isTrue: question.isTrue };
    case "numerical":
      return { text: question.answers[0]!.value! };
    case "short-answer":
      return { text: question.answers[0]!.pattern };
    case "matching":
      return { matches: question.pairs.map(({ match }) => match) };
    case "single-choice":
    case "multiple-choice":
      return {
        chosen: question.answers.flatMap(({ shareMicro }, at) => (shareMicro > 0 ? [at] : [])),
      };
    default:
      throw new Error(`${question.name} is a ${question.type}`);
  }
}

suite("questions of a course", () => {
  for (const course of [madeUp(), ...loadCourses()])
    test(`of ${course.course.slug} are questions of a bank, and what is meant is right`, () => {
      const converted = courseQuestions(course);
      assert.equal(converted.length, course.questions.length);
      for (const { id, zh, en } of converted)
        for (const question of [zh, en]) {
          assert.deepEqual(Question.parse(question), question, id);
          assert.equal(gradeAnswer(question, meant(question)), 1_000_000, id);
          assert.equal(gradeAnswer(question, null), 0, id);
        }
    });

  test("ticking everything is not right, and a number loses its idle zeros", () => {
    const all = courseQuestions(madeUp());
    for (const { en } of all)
      if (en.type === "multiple-choice")
        assert.equal(gradeAnswer(en, { chosen: [0, 1, 2] }), 500_000);
    const numbers = all.flatMap(({ en }) =>
      en.type === "numerical" ? [en.answers[0]!.value] : [],
    );
    assert.deepEqual([...new Set(numbers)], ["12.5"]);
  });
});
