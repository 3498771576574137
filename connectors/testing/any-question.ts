/** Questions that a bank may hold, for the laws of the formats. */
import type { Question, QuestionText } from "@echelon/contract/assessment/question.ts";
import fc from "fast-check";
import { anyNumber } from "../question-text.ts";

function words(joined: string): string[] {
  return joined.split("|");
}

/** Signs that mean something in one of the formats, and some that mean nothing anywhere. */
const signs = [
  ..."abcXYZ 019-_.,;:'\"\n中文é&/()%~=#{}[]\\*@$|!?<>+",
  ...words("->|::|//|####|\\n|]]>|<!--|$CATEGORY:|&amp;|&#10;|[html]|%50%|..|_____|TRUE|  |\t|𝄞"),
];
const plainRecord = <Facts>(facts: { [Name in keyof Facts]: fc.Arbitrary<Facts[Name]> }) =>
  fc.record(facts, { noNullPrototype: true });
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const written = (maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...signs), maxLength }).map((text) => text.trim());
const line = (maxLength: number) =>
  written(maxLength).map((text) => text.replace(/[\n\t]+/g, " ").trim());
const someLine = (maxLength: number) => line(maxLength).map((text) => text || "a");

const htmlPieces = ["<p>", "</p>", "<br>", "<sub>", "</sub>", "&lt;", "&nbsp;", "\n", ...signs];
const html = fc
  .array(fc.constantFrom(...htmlPieces.filter((one) => !/^<(?!\/?(p|br|sub)>)/.test(one))), {
    maxLength: 8,
  })
  .map((pieces) => `<p>a${pieces.join("")}</p>`);

const text: fc.Arbitrary<QuestionText> = fc.oneof(
  plainRecord({
    format: fc.constant("plain" as const),
    text: written(12).map((one) => one || "a"),
  }),
  plainRecord({ format: fc.constant("html" as const), text: html }),
);
const feedback = maybe(text);
const share = fc.constantFrom(1_000_000, 500_000, 333_333, 0, 0, -250_000, -1_000_000, 166_667);
const whole = fc.constant(1_000_000);
const decimal = fc
  .tuple(fc.boolean(), fc.nat(99_999), fc.constantFrom("", ".5", ".25", ".007"))
  .map(([isNegative, head, tail]) => {
    const size = `${head}${tail}`;
    return isNegative && size !== "0" ? `-${size}` : size;
  });

const base = (pointsMicro: number, penaltyMicro: number) => ({
  name: line(10),
  category: fc.constantFrom("", "$course$/top/关税", "A/B"),
  idNumber: line(6),
  tags: fc.array(someLine(6), { maxLength: 2 }),
  stem: text,
  feedback,
  pointsMicro: fc.oneof(fc.constant(pointsMicro), fc.nat(3_000_000)),
  penaltyMicro: fc.constantFrom(penaltyMicro, 0, 100_000),
});
const usual = base(1_000_000, 333_333);
const byResult = plainRecord({ right: feedback, partly: feedback, wrong: feedback });
/** Answers of which the first is right. */
const keyed = <Answer>(
  answer: (share: fc.Arbitrary<number>) => fc.Arbitrary<Answer>,
  minLength = 0,
) =>
  fc
    .tuple(answer(whole), fc.array(answer(share), { minLength, maxLength: 3 }))
    .map(([key, others]) => [key, ...others]);
const option = (shareMicro: fc.Arbitrary<number>) => plainRecord({ text, shareMicro, feedback });

export const anyQuestion: fc.Arbitrary<Question> = fc.oneof(
  plainRecord({
    type: fc.constant("single-choice" as const),
    ...usual,
    answers: keyed(option, 1),
    shuffles: fc.boolean(),
    byResult,
  }),
  plainRecord({
    type: fc.constant("multiple-choice" as const),
    ...usual,
    answers: fc
      .constantFrom(
        [1_000_000, -1_000_000],
        [500_000, 500_000, -250_000],
        [333_333, 333_333, 333_333],
      )
      .chain((shares) => fc.tuple(...shares.map((one) => option(fc.constant(one))))),
    shuffles: fc.boolean(),
    byResult,
  }),
  plainRecord({
    type: fc.constant("true-false" as const),
    ...base(1_000_000, 1_000_000),
    isTrue: fc.boolean(),
    feedbackTrue: feedback,
    feedbackFalse: feedback,
  }),
  plainRecord({
    type: fc.constant("numerical" as const),
    ...usual,
    answers: keyed((shareMicro) =>
      plainRecord({
        value: maybe(decimal),
        tolerance: decimal.map((one) => one.replace("-", "")),
        shareMicro,
        feedback,
      }).map((one) => (one.value === null ? { ...one, ...anyNumber } : one)),
    ),
  }),
  plainRecord({
    type: fc.constant("matching" as const),
    ...usual,
    pairs: fc.array(plainRecord({ prompt: text, match: someLine(8) }), {
      minLength: 2,
      maxLength: 4,
    }),
    distractors: fc.array(someLine(8), { maxLength: 2 }),
    shuffles: fc.boolean(),
    byResult,
  }),
  plainRecord({
    type: fc.constant("short-answer" as const),
    ...usual,
    isCaseSensitive: fc.boolean(),
    answers: keyed((shareMicro) => plainRecord({ pattern: someLine(10), shareMicro, feedback })),
  }),
  plainRecord({
    type: fc.constant("essay" as const),
    ...usual,
    markerNotes: feedback,
    template: feedback,
  }),
  plainRecord({ type: fc.constant("description" as const), ...base(0, 0) }),
);
