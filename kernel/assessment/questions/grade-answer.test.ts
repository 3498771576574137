import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { gradeAnswer } from "./grade-answer.ts";
import type { GivenAnswer, GradableQuestion } from "./question.ts";
import { fitsPattern } from "./short-answer.ts";

const share = fc.integer({ min: -1_000_000, max: 1_000_000 });
const word = fc.string({
  maxLength: 12,
  unit: fc.constantFrom("a", "B", "*", "\\", " ", "Ａ", "é"),
});
const decimal = fc
  .tuple(fc.integer({ min: -9_999, max: 9_999 }), fc.integer({ min: 0, max: 3 }))
  .map(([digits, places]) => decimalOf(digits, places));

function decimalOf(digits: number, places: number): string {
  const text = String(Math.abs(digits)).padStart(places + 1, "0");
  const [whole, part] = [text.slice(0, text.length - places), text.slice(text.length - places)];
  return `${digits < 0 ? "-" : ""}${whole}${places === 0 ? "" : `.${part}`}`;
}

const list = <T>(of: fc.Arbitrary<T>) => fc.array(of, { minLength: 1, maxLength: 6 });
const question: fc.Arbitrary<GradableQuestion> = fc.oneof(
  fc.record({
    type: fc.constantFrom("single-choice" as const, "multiple-choice" as const),
    answers: list(fc.record({ shareMicro: share })),
  }),
  fc.record({ type: fc.constant("true-false" as const), isTrue: fc.boolean() }),
  fc.record({
    type: fc.constant("numerical" as const),
    answers: list(
      fc.record({
        value: fc.option(fc.oneof(decimal, word)),
        tolerance: fc.oneof(decimal, word),
        shareMicro: share,
      }),
    ),
  }),
  fc.record({
    type: fc.constant("matching" as const),
    pairs: fc.array(fc.record({ match: word }), { maxLength: 6 }),
  }),
  fc.record({
    type: fc.constant("short-answer" as const),
    isCaseSensitive: fc.boolean(),
    answers: list(fc.record({ pattern: word, shareMicro: share })),
  }),
  fc.record({ type: fc.constantFrom("essay" as const, "description" as const) }),
);
const given: fc.Arbitrary<GivenAnswer | null> = fc.option(
  fc.oneof(
    fc.record({ chosen: fc.array(fc.integer({ min: -1, max: 8 })) }),
    fc.record({ isTrue: fc.boolean() }),
    fc.record({ matches: fc.array(fc.option(word), { maxLength: 8 }) }),
    fc.record({ text: fc.oneof(word, decimal, fc.string()) }),
  ),
);

test("whatever is answered to whatever is asked earns nothing to everything, or waits", () => {
  fc.assert(
    fc.property(question, given, (asked, answer) => {
      const earned = gradeAnswer(asked, answer);
      if (earned === null) assert.equal(asked.type, "essay");
      else assert.ok(Number.isInteger(earned) && earned >= 0 && earned <= 1_000_000);
      if (answer === null) assert.equal(earned, 0);
    }),
  );
});

test("several choices earn their sum, and the order in which they were made is nothing", () => {
  fc.assert(
    fc.property(list(share), fc.array(fc.nat(5)), (shares, chosen) => {
      const asked = {
        type: "multiple-choice",
        answers: shares.map((shareMicro) => ({ shareMicro })),
      } as const;
      const earned = gradeAnswer(asked, { chosen })!;
      assert.equal(gradeAnswer(asked, { chosen: chosen.toReversed() }), earned);
      assert.equal(gradeAnswer(asked, { chosen: [...chosen, ...chosen, 99] }), earned);
      const wrong = shares.findIndex((one, at) => one < 0 && !chosen.includes(at));
      if (wrong !== -1) assert.ok(gradeAnswer(asked, { chosen: [...chosen, wrong] })! <= earned);
    }),
  );
});

test("three thirds are the whole, and half off for a wrong one takes no more than there is", () => {
  const answers = [333_333, 333_333, 333_333, -500_000].map((shareMicro) => ({ shareMicro }));
  const asked = { type: "multiple-choice", answers } as const;
  const earned = (...chosen: number[]) => gradeAnswer(asked, { chosen });
  assert.deepEqual(
    [earned(0, 1, 2), earned(0, 1), earned(0, 1, 2, 3), earned(0, 3), earned()],
    [1_000_000, 666_666, 499_999, 0, 0],
  );
  const single = { ...asked, type: "single-choice" } as const;
  assert.equal(gradeAnswer(single, { chosen: [0, 1] }), 0);
});

test("a number is right exactly within its tolerance, both ends included", () => {
  const places = fc.integer({ min: 0, max: 4 });
  const digits = fc.integer({ min: -99_999, max: 99_999 });
  fc.assert(
    fc.property(digits, fc.nat(9_999), digits, places, (value, tolerance, said, scale) => {
      const asked = {
        type: "numerical",
        answers: [
          {
            value: decimalOf(value, scale),
            tolerance: decimalOf(tolerance, scale),
            shareMicro: 1_000_000,
          },
        ],
      } as const;
      const isRight = Math.abs(said - value) <= tolerance;
      const earned = gradeAnswer(asked, { text: ` ${decimalOf(said, scale)} ` });
      assert.equal(earned, isRight ? 1_000_000 : 0);
    }),
  );
});

test("a number is understood as people write it, and guessed at nowhere", () => {
  const answers = [{ value: "-1234.5", tolerance: "0", shareMicro: 1_000_000 }];
  const earned = (text: string) => gradeAnswer({ type: "numerical", answers }, { text });
  for (const text of ["-1234.5", "−1,234.50", "－１２３４．５", "-1.2345e3", "-12345E-1"])
    assert.equal(earned(text), 1_000_000, text);
  for (const text of ["1234.5", "-1234,5", "-12,34.5", "-1234.5 USD", "", "-", ".", "1e999"])
    assert.equal(earned(text), 0, text);
});

test("of several answers that fit, the first counts", () => {
  const answers = [
    { value: "3", tolerance: "0", shareMicro: 1_000_000 },
    { value: "3", tolerance: "2", shareMicro: 500_000 },
    { value: null, tolerance: "0", shareMicro: 100_000 },
  ];
  const earned = (text: string) => gradeAnswer({ type: "numerical", answers }, { text });
  assert.deepEqual([earned("3"), earned("5"), earned("9"), earned("no")], [1e6, 5e5, 1e5, 0]);
});

test("a pair each earns its part, and a match is right for its own prompt only", () => {
  const asked = {
    type: "matching",
    pairs: [{ match: "a" }, { match: "b" }, { match: "a" }],
  } as const;
  const earned = (...matches: (string | null)[]) => gradeAnswer(asked, { matches });
  assert.equal(earned("a", "b", "a"), 1_000_000);
  assert.equal(earned("a", null, "b"), 333_333);
  assert.equal(earned("b", "a"), 0);
});

/** A pattern that cannot be misread: stars and letters alone. */
const plainPattern = fc.string({ maxLength: 8, unit: fc.constantFrom("a", "b", "*") });

test("a pattern fits what the same pattern fits as a regular expression", () => {
  const line = fc.string({ maxLength: 10, unit: fc.constantFrom("a", "b") });
  fc.assert(
    fc.property(plainPattern, line, (pattern, answer) => {
      const expected = new RegExp(`^${pattern.replaceAll("*", ".*")}$`).test(answer);
      assert.equal(fitsPattern(pattern, answer, true), expected);
    }),
  );
});

test("width, spaces and, unless it is asked for, case do not matter in a short answer", () => {
  assert.ok(fitsPattern("import  one-stop shop", " Import one-stop　ＳＨＯＰ ", false));
  assert.ok(!fitsPattern("IOSS", "ioss", true));
  assert.ok(fitsPattern("5 \\* 3", "5 * 3", false) && !fitsPattern("5 \\* 3", "5 x 3", false));
  assert.ok(fitsPattern("*关税*", "进口关税率", false));
  assert.ok(!fitsPattern("ab*ba", "aba", false));
});

test("an essay waits for a person, unless it is empty", () => {
  assert.equal(gradeAnswer({ type: "essay" }, { text: "Because." }), null);
  assert.equal(gradeAnswer({ type: "essay" }, { text: " " }), 0);
});
