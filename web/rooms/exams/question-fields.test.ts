import assert from "node:assert/strict";
import { test } from "node:test";
import { Question } from "@echelon/contract/assessment/question.ts";
import {
  decimalOf,
  emptyAnswer,
  emptyQuestion,
  fieldsOf,
  missingOf,
  questionOf,
  type QuestionFields,
  withRight,
  writtenTypes,
} from "./question-fields.ts";

const filled: QuestionFields = {
  ...emptyQuestion,
  stem: "Which?",
  why: "Because.",
  answers: [
    { ...emptyAnswer, text: "A", isRight: true },
    { ...emptyAnswer, text: "B" },
    { ...emptyAnswer, text: "C" },
  ],
  value: "12.50",
  tolerance: "0.1",
  accepts: "Paris\nparis*",
  pairs: [
    { prompt: "DE", match: "Germany" },
    { prompt: "FR", match: "France" },
  ],
  distractors: "Spain",
  markerNotes: "Two reasons.",
};

test("what the form says is a question of its type, and reads back the same", () => {
  for (const type of writtenTypes) {
    const fields = { ...filled, type };
    assert.equal(missingOf(fields), null, type);
    const question = questionOf(fields, null);
    assert.deepEqual(Question.parse(question), question, type);
    assert.deepEqual(questionOf(fieldsOf(question), question), question, type);
  }
});

test("what the form does not show is kept", () => {
  const question = Question.parse({
    ...questionOf(filled, null),
    tags: ["C01"],
    stem: { format: "html", text: "<p>Which?</p>" },
    shuffles: false,
    byResult: { right: { format: "html", text: "<b>Good</b>" }, partly: null, wrong: null },
  });
  const changed = questionOf({ ...fieldsOf(question), why: "Why not." }, question);
  assert.deepEqual(changed, { ...question, feedback: { format: "plain", text: "Why not." } });
});

test("several right answers share the points, and wrong ones take as much away", () => {
  const three = ["A", "B", "C"].map((text) => ({ ...emptyAnswer, text, isRight: true }));
  const fields = {
    ...filled,
    type: "multiple-choice" as const,
    answers: [...three, { ...emptyAnswer, text: "D" }],
  };
  const question = questionOf(fields, null);
  assert.ok(Question.safeParse(question).success);
  assert.deepEqual(
    "answers" in question && question.answers.map((one) => "shareMicro" in one && one.shareMicro),
    [333_334, 333_333, 333_333, -333_333],
  );
});

test("choosing another right answer of one takes it from the first", () => {
  const answers = withRight(filled, 1, true);
  assert.deepEqual(
    answers.map(({ isRight }) => isRight),
    [false, true, false],
  );
});

test("a number is written in its shortest form, and a word is none", () => {
  assert.deepEqual(["012.50", "-0.0", "7.", "0.05", "-3", "x", ""].map(decimalOf), [
    "12.5",
    "0",
    "7",
    "0.05",
    "-3",
    null,
    null,
  ]);
});

test("what is missing is said", () => {
  assert.equal(missingOf(emptyQuestion), "stem");
  assert.equal(missingOf({ ...filled, answers: [] }), "answers");
  const none = filled.answers.map((one) => ({ ...one, isRight: false }));
  assert.equal(missingOf({ ...filled, answers: none }), "oneRight");
  assert.equal(missingOf({ ...filled, type: "numerical", value: "ten" }), "value");
  assert.equal(missingOf({ ...filled, type: "numerical", tolerance: "-1" }), "tolerance");
});
