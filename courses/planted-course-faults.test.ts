import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { type CourseFindingCode, courseFindingCodes } from "./course-finding.ts";
import { type LooseCourse, looseCourse, readWrittenCourse } from "./course-for-tests.ts";

type Plant = (files: LooseCourse) => void;
type Planted = readonly [title: string, code: CourseFindingCode, path: string, plant: Plant];

const first = "lessons/01-one";
/** Puts other words into a file. */
const rewrite = (path: string, from: string | RegExp, to: string): Plant => {
  return (files) => {
    const before = String(files[path]);
    files[path] = before.replace(from, to);
    assert.notEqual(files[path], before, `${path} says nothing of ${String(from)}`);
  };
};
const inBoth = (from: string | RegExp, to: string): Plant => {
  return (files) => {
    rewrite(`${first}/zh.md`, from, to)(files);
    rewrite(`${first}/en.md`, from, to)(files);
  };
};

const planted: readonly Planted[] = [
  [
    "a file is missing",
    "unreadable",
    "project.json",
    (files) => void (files["project.json"] = null),
  ],
  [
    "a lesson has no English",
    "unreadable",
    `${first}/en.md`,
    (files) => void (files[`${first}/en.md`] = null),
  ],
  [
    "a file is no JSON",
    "unreadable",
    "questions/01-one.json",
    (files) => void (files["questions/01-one.json"] = "[,]"),
  ],
  [
    "a course lies in a folder of another name",
    "misnamed",
    "course.json/slug",
    (files) => void (files["course.json"].slug = "other"),
  ],
  [
    "a lesson lies there that the course does not name",
    "misnamed",
    "lessons/09-nine",
    (files) => void (files["lessons/09-nine/zh.md"] = "多"),
  ],
  [
    "a field is nobody's",
    "shape",
    "course.json",
    (files) => void (files["course.json"].nmae = "A"),
  ],
  [
    "a task asks for what the market cannot measure",
    "shape",
    "tasks/open.json/checklist/units/0/tasks/0/measure",
    (files) => void (files["tasks/open.json"].checklist.units[0].tasks[0].measure = "charm"),
  ],
  [
    "a goal is English in the place of Chinese",
    "missing-language",
    "course.json/goals/0/text/zh",
    (files) => void (files["course.json"].goals[0].text.zh = "Opens"),
  ],
  [
    "a lesson has HTML",
    "text-form",
    `${first}/en.md:3`,
    rewrite(`${first}/en.md`, "A store", "<b>"),
  ],
  [
    "a lesson has a link",
    "text-form",
    `${first}/en.md:3`,
    rewrite(`${first}/en.md`, "A store", "[a](b)"),
  ],
  [
    "a lesson has a first heading",
    "text-form",
    `${first}/en.md:1`,
    rewrite(`${first}/en.md`, "## A case", "# A case"),
  ],
  [
    "a list lies in a list",
    "text-form",
    `${first}/en.md:23`,
    rewrite(`${first}/en.md`, "- Work it out", "- a\n  - Work it out"),
  ],
  [
    "a block is unknown",
    "text-form",
    `${first}/zh.md:11`,
    rewrite(`${first}/zh.md`, "sum", "math"),
  ],
  [
    "a table is ragged",
    "text-form",
    `${first}/en.md:9`,
    rewrite(`${first}/en.md`, "| 19.99 |", "|"),
  ],
  [
    "a language has another table",
    "not-parallel",
    `${first}/en.md`,
    rewrite(`${first}/en.md`, "| Price | 19.99 |", "| Price | 19.99 |\n| Fee | 3.00 |"),
  ],
  [
    "a language has another number in a sum",
    "not-parallel",
    `${first}/en.md`,
    rewrite(`${first}/en.md`, "19.99 − 6.40 − 3.00 = 10.59", "19.99 − 6.41 − 2.99 = 10.59"),
  ],
  [
    "a language cites nothing",
    "not-parallel",
    `${first}/en.md`,
    rewrite(`${first}/en.md`, "[^fees]", ""),
  ],
  [
    "a sum divides by nothing",
    "sum-form",
    `${first}/zh.md`,
    inBoth("10.59 ÷ 19.99", "10.59 ÷ (1 − 1)"),
  ],
  ["a sum is wrong", "sum-wrong", `${first}/zh.md`, inBoth("= 10.59 USD", "= 10.58 USD")],
  ["a share is rounded wrong", "sum-wrong", `${first}/en.md`, inBoth("53.0%", "52.9%")],
  [
    "a lesson sends nobody to practice",
    "part-missing",
    `${first}/zh.md`,
    inBoth("```try", "```sum"),
  ],
  [
    "a lesson does not say it in short",
    "part-missing",
    `${first}/en.md`,
    rewrite(`${first}/en.md`, "## In short", "## The end"),
  ],
  [
    "a type of question never occurs",
    "part-missing",
    "questions",
    (files) => {
      for (const [path, content] of Object.entries(files))
        if (path.startsWith("questions/"))
          files[path] = content.filter(({ type }: { type: string }) => type !== "matching");
    },
  ],
  [
    "a lesson is a stub",
    "length",
    `${first}/en.md`,
    rewrite(`${first}/en.md`, /A store.*whom/, "I"),
  ],
  [
    "a course has too few lessons",
    "count",
    "course.json/lessons",
    (files) => void files["course.json"].lessons.pop(),
  ],
  [
    "a course has too few questions",
    "count",
    "questions",
    (files) => void (files["questions/08-eight.json"] = []),
  ],
  [
    "a test has too few questions",
    "count",
    "questions/form a",
    (files) => void (files["questions/01-one.json"][4].form = null),
  ],
  [
    "a check asks too little",
    "count",
    `${first}/zh.md`,
    inBoth("q-0-0 q-0-1 q-0-2", "q-0-0 q-0-1"),
  ],
  [
    "two sources have one id",
    "duplicate-id",
    "sources.json/fees",
    (files) => void files["sources.json"].push(files["sources.json"][0]),
  ],
  [
    "a check asks twice",
    "duplicate-id",
    `${first}/zh.md`,
    inBoth("q-0-0 q-0-1 q-0-2", "q-0-0 q-0-1 q-0-0"),
  ],
  [
    "a lesson cites no known source",
    "dangling-reference",
    `${first}/zh.md`,
    inBoth("[^fees]", "[^rumor]"),
  ],
  ["a picture is nowhere", "dangling-reference", `${first}/en.md`, inBoth("(way)", "(weg)")],
  [
    "a competency is not of this course",
    "dangling-reference",
    "course.json/competencies",
    (files) => void files["course.json"].competencies.push("A01"),
  ],
  [
    "a task is played in no known scenario",
    "dangling-reference",
    "tasks/open.json/scenario",
    (files) => void (files["tasks/open.json"].scenario = "moon"),
  ],
  [
    "a check asks about another lesson",
    "dangling-reference",
    `${first}/zh.md`,
    inBoth("q-0-0 q-0-1 q-0-2", "q-0-0 q-0-1 q-1-0"),
  ],
  [
    "no lesson reaches a goal",
    "unreached",
    "course.json/goals/g3",
    (files) => void files["course.json"].goals.push({ ...files["course.json"].goals[0], id: "g3" }),
  ],
  [
    "no goal reaches a competency",
    "unreached",
    "course.json/competencies/C05",
    (files) => void files["course.json"].competencies.push("C05"),
  ],
  [
    "nobody looks at a picture",
    "unreached",
    "pictures/idle",
    (files) => {
      files["pictures/idle.zh.svg"] = files["pictures/way.zh.svg"];
      files["pictures/idle.en.svg"] = files["pictures/way.en.svg"];
    },
  ],
  [
    "nobody cites a source",
    "unreached",
    "sources.json/idle",
    (files) => void files["sources.json"].push({ ...files["sources.json"][0], id: "idle" }),
  ],
  [
    "the hours of a timetable do not add up",
    "timetable-hours",
    "course.json/timetables/32",
    (files) => void (files["course.json"].timetables[0].weeks[0].hours = 3),
  ],
  [
    "a timetable leaves a lesson out",
    "timetable-lessons",
    "course.json/timetables/64",
    (files) => void (files["course.json"].timetables[1].weeks[0].lessons = []),
  ],
  ...(
    [
      ["loads something", `<rect class`, `<image href="https://example.com/a.png"/><rect class`],
      ["runs something", `<rect class`, `<script>1</script><rect class`],
      ["reacts", `<rect class`, `<rect onclick="a()" class`],
      ["has a color of its own", `fill="currentColor"`, `fill="#ff0000"`],
      ["has a class of its own", `fill-soft`, `fill-pink`],
      ["has small letters", `font-size="16"`, `font-size="9"`],
      ["does not close", `</text>`, ``],
      ["says nothing", /<desc>.*<\/desc>/, ``],
      ["is of another size", `0 0 640 200`, `0 0 100 200`],
    ] as const
  ).map(([what, from, to]): Planted => [
    `a picture ${what}`,
    "picture-form",
    "pictures/way.en.svg",
    rewrite("pictures/way.en.svg", from, to),
  ]),
  [
    "two of a single choice are right",
    "answers",
    "questions/q-0-0",
    (files) => void (files["questions/01-one.json"][0].answers[1].right = true),
  ],
  [
    "two answers are the same",
    "answers",
    "questions/q-0-1",
    (files) => {
      const { answers } = files["questions/01-one.json"][1];
      answers[1].text = answers[0].text;
    },
  ],
  [
    "the second test asks otherwise",
    "forms-unlike",
    "questions",
    (files) => void (files["questions/01-one.json"][5].lesson = "02-two"),
  ],
  [
    "the second test asks for another competency",
    "forms-unlike",
    "questions",
    (files) => void (files["questions/01-one.json"][5].competencies = ["C02"]),
  ],
  [
    "a lesson asks what the test asks",
    "test-item-asked",
    `${first}/zh.md`,
    inBoth("q-0-0 q-0-1 q-0-2", "q-0-0 q-0-1 q-0-4"),
  ],
  [
    "two marks look the same",
    "anchors-alike",
    "project.json/criteria/0/anchors/zh",
    (files) => {
      const { anchors } = files["project.json"].criteria[0];
      anchors[1].zh = anchors[0].zh;
    },
  ],
];

suite("a fault in a course is found where it stands", () => {
  for (const [title, code, path, plant] of planted)
    test(title, () => {
      const files = looseCourse();
      plant(files);
      const { findings } = readWrittenCourse(files);
      const found = findings.map((one) => `${one.code} ${one.path}`);
      assert.ok(found.includes(`${code} ${path}`), found.slice(0, 10).join("\n"));
    });

  test("each kind of fault is planted once at least", () => {
    const codes = new Set(planted.map(([, code]) => code));
    assert.deepEqual(
      courseFindingCodes.filter((code) => !codes.has(code)),
      [],
    );
  });

  test("what is written whole has none", () => {
    const { course, findings } = readWrittenCourse(looseCourse());
    assert.deepEqual(findings, []);
    assert.equal(course?.questions.length, 64);
  });
});
