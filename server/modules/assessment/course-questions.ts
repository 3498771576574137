/** The questions of a course as every bank has them, in either language. */
import type { Question, QuestionText } from "@echelon/contract/assessment/question.ts";
import type { Course, CourseQuestion, Language } from "@echelon/courses/course-catalog.ts";
import { microOfPoint } from "./bank-question.ts";

/** A question of a course, in both languages; answers have the same places in both. */
export interface ConvertedQuestion {
  readonly id: string;
  readonly lesson: string;
  readonly competencies: readonly string[];
  /** One of the two parallel tests; null for the others. */
  readonly form: "a" | "b" | null;
  readonly zh: Question;
  readonly en: Question;
}

const unsaid = { right: null, partly: null, wrong: null };

/** Converted once for each course: what ships does not change under a running process. */
const converted = new WeakMap<Course, readonly ConvertedQuestion[]>();

/** All questions of a course, in the order of its files. */
export function courseQuestions(course: Course): readonly ConvertedQuestion[] {
  const known = converted.get(course);
  if (known !== undefined) return known;
  const made = course.questions.map((question) => {
    const { id, lesson, competencies, form } = question;
    const [zh, en] = [questionIn("zh", question), questionIn("en", question)];
    return { id, lesson, competencies, form, zh, en };
  });
  converted.set(course, made);
  return made;
}

/**
 * The questions of a course that lessons and banks may ask. What its tests before and after ask is
 * left out: who has seen it elsewhere has seen the test.
 */
export const openQuestions = (course: Course): readonly ConvertedQuestion[] =>
  courseQuestions(course).filter(({ form }) => form === null);

function questionIn(language: Language, question: CourseQuestion): Question {
  const text = (of: Readonly<Record<Language, string>>): QuestionText => ({
    format: "plain",
    text: of[language].trim(),
  });
  const base = {
    name: question.id,
    category: question.lesson,
    idNumber: question.id,
    tags: [...question.competencies],
    stem: text(question.stem),
    feedback: text(question.why),
    pointsMicro: microOfPoint,
    penaltyMicro: 0,
  };
  switch (question.type) {
    case "single-choice":
    case "multiple-choice": {
      const shares = sharesOf(question.type, question.answers);
      const answers = question.answers.map((answer, at) => ({
        text: text(answer.text),
        shareMicro: shares[at]!,
        feedback: answer.why === undefined ? null : text(answer.why),
      }));
      return { type: question.type, ...base, answers, shuffles: true, byResult: unsaid };
    }
    case "true-false":
      return {
        type: question.type,
        ...base,
        isTrue: question.isTrue,
        feedbackTrue: null,
        feedbackFalse: null,
      };
    case "numerical": {
      const [value, tolerance] = [question.value, question.tolerance].map(shortest);
      const answer = {
        value: value!,
        tolerance: tolerance!,
        shareMicro: microOfPoint,
        feedback: null,
      };
      return { type: question.type, ...base, answers: [answer] };
    }
    case "matching": {
      const pairs = question.pairs.map(({ prompt, match }) => ({
        prompt: text(prompt),
        match: match[language].trim(),
      }));
      const more = { distractors: [], shuffles: true, byResult: unsaid };
      return { type: question.type, ...base, pairs, ...more };
    }
    case "short-answer": {
      const answers = question.accepts[language].map((pattern) => ({
        pattern,
        shareMicro: microOfPoint,
        feedback: null,
      }));
      return { type: question.type, ...base, isCaseSensitive: false, answers };
    }
  }
}

/**
 * What each choice is worth: the right ones share the whole, the first of them takes what thirds
 * leave over. A wrong one takes back what a right one brings, or ticking everything would be right.
 */
function sharesOf(
  type: CourseQuestion["type"],
  answers: readonly { readonly right: boolean }[],
): readonly number[] {
  const right = answers.filter((one) => one.right).length;
  const part = Math.floor(microOfPoint / right);
  const rest = microOfPoint - part * right;
  const first = answers.findIndex((one) => one.right);
  const wrong = type === "single-choice" ? 0 : -part;
  return answers.map((one, at) => (one.right ? part + (at === first ? rest : 0) : wrong));
}

/** A decimal in its shortest form: 12.50 is 12.5. */
function shortest(decimal: string): string {
  const plain = decimal.includes(".") ? decimal.replace(/\.?0+$/, "") : decimal;
  return plain === "-0" ? "0" : plain;
}
