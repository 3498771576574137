/** What the questions of a course must be: enough, of all types, answerable, in two equal tests. */
import { type CourseFinding, courseFinding } from "./course-finding.ts";
import type { Course } from "./course-folder.ts";
import { courseLimits as limits, type CourseQuestion } from "./course-shape.ts";
import { readLessonText } from "./lesson-text.ts";

const types = [
  "single-choice",
  "multiple-choice",
  "true-false",
  "numerical",
  "matching",
  "short-answer",
] as const satisfies readonly CourseQuestion["type"][];

const place = ({ id }: CourseQuestion) => `questions/${id}`;

export function checkQuestions(course: Course): CourseFinding[] {
  const { questions } = course;
  const found = questions.flatMap(answerFaults);
  if (questions.length < limits.questionsMin || questions.length > limits.questionsMax)
    found.push(countFault("questions", questions.length, limits.questionsMin, limits.questionsMax));
  for (const type of types)
    if (!questions.some((one) => one.type === type))
      found.push(courseFinding("part-missing", "questions", { part: type }));
  return [...found, ...formFaults(questions), ...checkFaults(course)];
}

export function countFault(path: string, count: number, min: number, max: number): CourseFinding {
  return courseFinding("count", path, { count, min, max });
}

/** A question that nobody could answer, or that everybody could. */
function answerFaults(question: CourseQuestion): CourseFinding[] {
  const wrong = (why: string) => [courseFinding("answers", place(question), { why })];
  switch (question.type) {
    case "single-choice":
    case "multiple-choice": {
      const right = question.answers.filter((one) => one.right).length;
      if (right === 0) return wrong("none-right");
      if (question.type === "single-choice" && right > 1) return wrong("many-right");
      if (right === question.answers.length) return wrong("all-right");
      return areDifferent(question.answers.map(({ text }) => text)) ? [] : wrong("alike");
    }
    case "matching":
      return areDifferent(question.pairs.map(({ match }) => match)) &&
        areDifferent(question.pairs.map(({ prompt }) => prompt))
        ? []
        : wrong("alike");
    case "true-false":
    case "numerical":
    case "short-answer":
      return [];
  }
}

const areDifferent = (texts: readonly { readonly zh: string; readonly en: string }[]) =>
  (["zh", "en"] as const).every(
    (language) => new Set(texts.map((text) => text[language])).size === texts.length,
  );

/** The tests before and after ask as much, of the same lessons and competencies, likewise. */
function formFaults(questions: readonly CourseQuestion[]): CourseFinding[] {
  const found: CourseFinding[] = [];
  const [a, b] = (["a", "b"] as const).map((form) => {
    const own = questions.filter((one) => one.form === form);
    if (own.length < limits.formMin || own.length > limits.formMax)
      found.push(countFault(`questions/form ${form}`, own.length, limits.formMin, limits.formMax));
    return own
      .map(({ lesson, type, competencies }) => `${lesson} ${type} ${competencies.join(" ")}`)
      .toSorted();
  });
  const at = a!.findIndex((one, index) => one !== b![index]);
  if (at >= 0 || a!.length !== b!.length)
    found.push(
      courseFinding("forms-unlike", "questions", {
        a: a![Math.max(at, 0)] ?? "",
        b: b![Math.max(at, 0)] ?? "",
      }),
    );
  return found;
}

/** A block of checks asks three to five questions of its own lesson, none of them twice. */
function checkFaults({ texts, questions }: Course): CourseFinding[] {
  const lessonOf = new Map(questions.map(({ id, lesson }) => [id, lesson]));
  return [...texts].flatMap(([id, { zh }]) => {
    const path = `lessons/${id}/zh.md`;
    const blocks = readLessonText(zh).blocks.flatMap((one) =>
      one.kind === "check" ? [one.questions] : [],
    );
    const asked = blocks.flat();
    const twice = asked.filter((one, at) => asked.indexOf(one) !== at);
    return [
      ...blocks
        .filter(({ length }) => length < limits.checkMin || length > limits.checkMax)
        .map(({ length }) => countFault(path, length, limits.checkMin, limits.checkMax)),
      ...twice.map((one) => courseFinding("duplicate-id", path, { id: one })),
      ...asked
        .filter((one) => (lessonOf.get(one) ?? id) !== id)
        .map((one) => courseFinding("dangling-reference", path, { id: one })),
    ];
  });
}
