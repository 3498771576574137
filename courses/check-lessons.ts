/** What a lesson must be: whole, right in its sums, and the same in both languages. */
import { type CourseFinding, courseFinding } from "./course-finding.ts";
import { type Course, isTooLong, type Language, languages } from "./course-folder.ts";
import { pictureFaults } from "./check-picture.ts";
import { type Block, citationsOf, plainOf, readLessonText, runListsOf } from "./lesson-text.ts";
import { computeSum, isRight, numbersOf } from "./sum.ts";

/** Words of English and characters of Chinese that a lesson may have. */
const lengths = { en: { min: 900, max: 2_000 }, zh: { min: 1_500, max: 4_000 } } as const;
const shortNames = { zh: "小结", en: "In short" } as const;

/** Faults of the text of every lesson, of the guide, and of pictures. */
export function checkTexts(course: Course): CourseFinding[] {
  const lessons = [...course.texts].flatMap(([id, texts]) => {
    const stem = `lessons/${id}`;
    const both = { zh: readLessonText(texts.zh).blocks, en: readLessonText(texts.en).blocks };
    return [
      ...languages.flatMap((language) => [
        ...checkLessonText(course, texts[language], `${stem}/${language}.md`),
        ...partFaults(both[language], `${stem}/${language}.md`, language),
        ...lengthFaults(both[language], `${stem}/${language}.md`, language),
      ]),
      ...parallelFaults(both.zh, both.en, `${stem}/en.md`),
    ];
  });
  const guide = languages.flatMap((language) =>
    checkLessonText(course, course.guide[language], `guide/${language}.md`),
  );
  return [...lessons, ...guide, ...pictureFindings(course), ...sourceFindings(course)];
}

/**
 * What is wrong with one text, whoever wrote it: its form, its sums, and what it names. A lesson of
 * a teacher is asked the same.
 */
export function checkLessonText(
  course: Pick<Course, "sources" | "pictures" | "questions">,
  text: string,
  path: string,
): CourseFinding[] {
  if (isTooLong(text)) return [courseFinding("length", path, { count: text.length })];
  const { blocks, faults } = readLessonText(text);
  const known = {
    sources: new Set(course.sources.map(({ id }) => id)),
    questions: new Map(course.questions.map((one) => [one.id, one])),
  };
  return [
    ...faults.map(({ kind, line }) => courseFinding("text-form", `${path}:${line}`, { kind })),
    ...blocks.flatMap((block) => sumFaults(block, path)),
    ...[...new Set(citationsOf(blocks))]
      .filter((id) => !known.sources.has(id))
      .map((id) => courseFinding("dangling-reference", path, { id })),
    ...blocks.flatMap((block) => {
      if (block.kind === "picture" && !course.pictures.has(block.name))
        return [courseFinding("dangling-reference", path, { id: block.name })];
      if (block.kind !== "check") return [];
      return block.questions.flatMap((id) => {
        const question = known.questions.get(id);
        if (question === undefined) return [courseFinding("dangling-reference", path, { id })];
        return question.form === null ? [] : [courseFinding("test-item-asked", path, { id })];
      });
    }),
  ];
}

function sumFaults(block: Block, path: string): CourseFinding[] {
  if (block.kind !== "sum") return [];
  return block.lines.flatMap((line) => {
    const { label, expression, result, unit } = line;
    const due = computeSum(line);
    if (due === null) return [courseFinding("sum-form", path, { label, expression })];
    if (isRight(line)) return [];
    return [courseFinding("sum-wrong", path, { label, written: `${result} ${unit}`.trim(), due })];
  });
}

/** A lesson works something out, draws it, asks, says it in short and sends to practice. */
function partFaults(blocks: readonly Block[], path: string, language: Language): CourseFinding[] {
  const kinds = new Set<string>(blocks.map(({ kind }) => kind));
  const missing: string[] = ["sum", "picture", "check", "try"].filter((part) => !kinds.has(part));
  const headings = blocks.flatMap((one) => (one.kind === "heading" ? [one] : []));
  const parts = headings.filter(({ level }) => level === 2).slice(-2);
  // Nothing but what to try may come after it.
  if (!parts.some(({ text }) => text === shortNames[language])) missing.push("short");
  return missing.map((part) => courseFinding("part-missing", path, { part }));
}

function lengthFaults(blocks: readonly Block[], path: string, language: Language): CourseFinding[] {
  const text = blocks.flatMap(runListsOf).map(plainOf).join("\n");
  const form = language === "en" ? /[\p{L}\p{N}][\p{L}\p{N}.,%'’-]*/gu : /\p{Script=Han}/gu;
  const count = text.match(form)?.length ?? 0;
  const { min, max } = lengths[language];
  return count >= min && count <= max ? [] : [courseFinding("length", path, { count, min, max })];
}

/** What both languages must have in common, in order. */
function outlineOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind === "heading") return [`heading ${block.level}`];
    if (block.kind === "picture") return [`picture ${block.name}`];
    if (block.kind === "sum")
      return [`sum ${block.lines.map((one) => numbersOf(one).join(" ")).join("; ")}`];
    if (block.kind === "check") return [`check ${block.questions.join(" ")}`];
    if (block.kind === "table") return [`table ${block.head.length} x ${block.rows.length}`];
    return block.kind === "try" ? [`try ${block.steps.length}`] : [];
  });
}

function parallelFaults(zh: readonly Block[], en: readonly Block[], path: string): CourseFinding[] {
  const differs = outlineDifference(zh, en);
  return differs === null ? [] : [courseFinding("not-parallel", path, { ...differs })];
}

/** Where the outlines of both languages part; null where they are the same. */
export function outlineDifference(
  zh: readonly Block[],
  en: readonly Block[],
): { readonly zh: string; readonly en: string } | null {
  const [one, other] = [outlineOf(zh), outlineOf(en)];
  const at = one.findIndex((part, index) => part !== other[index]);
  const differs = at >= 0 ? at : other.length > one.length ? one.length : -1;
  if (differs >= 0) return { zh: one[differs] ?? "", en: other[differs] ?? "" };
  const [cited, also] = [zh, en].map((blocks) => citationsOf(blocks).toSorted().join(" "));
  return cited === also ? null : { zh: cited!, en: also! };
}

function pictureFindings({ pictures, texts }: Course): CourseFinding[] {
  const used = new Set(
    [...texts.values()].flatMap(({ zh }) =>
      readLessonText(zh).blocks.flatMap((one) => (one.kind === "picture" ? [one.name] : [])),
    ),
  );
  return [...pictures].flatMap(([name, both]) => [
    ...languages.flatMap((language) =>
      pictureFaults(both[language], language).map((rule) =>
        courseFinding("picture-form", `pictures/${name}.${language}.svg`, { rule }),
      ),
    ),
    ...(used.has(name) ? [] : [courseFinding("unreached", `pictures/${name}`, { id: name })]),
  ]);
}

function sourceFindings({ sources, texts, guide }: Course): CourseFinding[] {
  const all = [...texts.values(), guide].map(({ zh }) => zh);
  const cited = new Set(all.flatMap((text) => citationsOf(readLessonText(text).blocks)));
  return sources
    .filter(({ id }) => !cited.has(id))
    .map(({ id }) => courseFinding("unreached", `sources.json/${id}`, { id }));
}
