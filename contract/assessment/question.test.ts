import assert from "node:assert/strict";
import { test } from "node:test";
import type {
  GivenAnswer,
  GradableQuestion,
} from "@echelon/kernel/assessment/questions/question.ts";
import { Decimal, Question, QuestionAnswer } from "./question.ts";

const base = {
  name: "HS code",
  category: "",
  idNumber: "",
  tags: [],
  stem: { format: "plain", text: "Who harmonises them?" },
  feedback: null,
  pointsMicro: 1_000_000,
  penaltyMicro: 0,
} as const;
const answer = (text: string, shareMicro: number) => ({
  text: { format: "plain", text },
  shareMicro,
  feedback: null,
});
const choice = {
  ...base,
  shuffles: true,
  byResult: { right: null, partly: null, wrong: null },
};

test("what a bank holds is what marking takes", () => {
  const question = Question.parse({ type: "essay", ...base, markerNotes: null, template: null });
  const gradable: GradableQuestion = question;
  const given: GivenAnswer = QuestionAnswer.parse({ text: "Because." });
  assert.ok(gradable.type === "essay" && "text" in given);
});

test("a choice needs its right answer, whole or in parts", () => {
  const isQuestion = (type: string, ...shares: readonly number[]) =>
    Question.safeParse({
      type,
      ...choice,
      answers: shares.map((share, at) => answer(`a${at}`, share)),
    }).success;
  assert.ok(isQuestion("single-choice", 1_000_000, 0));
  assert.ok(!isQuestion("single-choice", 500_000, 500_000));
  assert.ok(!isQuestion("single-choice", 1_000_000));
  assert.ok(isQuestion("multiple-choice", 333_333, 333_333, 333_333, -500_000));
  assert.ok(!isQuestion("multiple-choice", 500_000, 250_000));
});

test("a decimal has one form, and a text no characters that a file could not carry", () => {
  for (const one of ["0", "-3", "10", "0.5", "-12.05"]) assert.ok(Decimal.safeParse(one).success);
  for (const one of ["-0", "00", "1.", ".5", "1.50", "1e3", "-0.0", "+1", ""])
    assert.ok(!Decimal.safeParse(one).success, one);
  const named = (name: string) =>
    Question.safeParse({ type: "description", ...base, name }).success;
  assert.ok(named("术语") && named("") && named("𝄞"));
  for (const name of [" a", "a\nb", "a\u0000", "a\uD800", "\uFFFE"]) assert.ok(!named(name));
});
