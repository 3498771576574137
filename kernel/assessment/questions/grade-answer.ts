/** What an answer to a question is worth. */

import { addRational, compareRational, subtractRational } from "../../number/rational.ts";
import { readDecimal } from "./decimal.ts";
import { type GivenAnswer, type GradableQuestion, wholeMicro } from "./question.ts";
import { fitsPattern } from "./short-answer.ts";

/**
 * The share of a question's points that an answer earns, 0 to 1,000,000 millionths; null where a
 * person must mark it. No answer, or one that is none to this question, earns nothing. Where
 * several answers of a question fit, the first of them counts, as in Moodle.
 */
export function gradeAnswer(question: GradableQuestion, given: GivenAnswer | null): number | null {
  switch (question.type) {
    case "essay":
      return given !== null && "text" in given && given.text.trim() !== "" ? null : 0;
    case "description":
      return 0;
    case "true-false":
      return given !== null && "isTrue" in given && given.isTrue === question.isTrue
        ? wholeMicro
        : 0;
    case "single-choice":
    case "multiple-choice":
      return given !== null && "chosen" in given ? gradeChoice(question, given.chosen) : 0;
    case "matching":
      return given !== null && "matches" in given ? gradeMatches(question, given.matches) : 0;
    case "numerical":
      return given !== null && "text" in given ? gradeNumber(question.answers, given.text) : 0;
    case "short-answer":
      return given !== null && "text" in given ? gradeLine(question, given.text) : 0;
  }
}

type QuestionOf<Type extends GradableQuestion["type"]> = Extract<
  GradableQuestion,
  { readonly type: Type }
>;

/**
 * One choice earns its share; several earn their sum, from which wrong ones take away, and never
 * less than nothing. Shares are rounded to millionths: three thirds are the whole.
 */
function gradeChoice(
  { type, answers }: QuestionOf<"single-choice" | "multiple-choice">,
  chosen: readonly number[],
): number {
  const places = [...new Set(chosen)].filter((place) => answers[place] !== undefined);
  if (type === "single-choice" && places.length > 1) return 0;
  const sum = places.reduce((total, place) => total + answers[place]!.shareMicro, 0);
  return sum >= wholeMicro - answers.length ? wholeMicro : Math.max(0, sum);
}

function gradeMatches(
  { pairs }: QuestionOf<"matching">,
  matches: readonly (string | null)[],
): number {
  if (pairs.length === 0) return 0;
  const right = pairs.filter(({ match }, at) => matches[at] === match).length;
  return Math.floor((right * wholeMicro) / pairs.length);
}

/** Both ends of a tolerance belong to it. */
function gradeNumber(answers: QuestionOf<"numerical">["answers"], text: string): number {
  const said = readDecimal(text);
  if (said === null) return 0;
  for (const { value, tolerance, shareMicro } of answers) {
    if (value === null) return earned(shareMicro);
    const middle = readDecimal(value);
    const reach = readDecimal(tolerance);
    if (middle === null || reach === null) continue;
    const isAbove = compareRational(said, subtractRational(middle, reach)) >= 0;
    const isBelow = compareRational(said, addRational(middle, reach)) <= 0;
    if (isAbove && isBelow) return earned(shareMicro);
  }
  return 0;
}

function gradeLine({ answers, isCaseSensitive }: QuestionOf<"short-answer">, text: string): number {
  if (text.trim() === "") return 0;
  const found = answers.find(({ pattern }) => fitsPattern(pattern, text, isCaseSensitive));
  return found === undefined ? 0 : earned(found.shareMicro);
}

function earned(shareMicro: number): number {
  return Math.min(wholeMicro, Math.max(0, shareMicro));
}
