import assert from "node:assert/strict";
import { test } from "node:test";
import { readMoodleXml } from "./read-moodle-xml.ts";

const read = (text: string) => readMoodleXml(new TextEncoder().encode(text));
const quiz = (...questions: readonly string[]) =>
  `<?xml version="1.0"?>\n<quiz>\n${questions.join("\n")}\n</quiz>`;
const stem = '<questiontext format="html"><text>Why?</text></questiontext>';
const asked = (type: string, more: string) => `<question type="${type}">${stem}${more}</question>`;
const essay = (more = "") => asked("essay", more);

test("characters come as entities and as CDATA, and HTML is reduced to the list", () => {
  const text =
    '<![CDATA[<p style="x">a &amp; b ]]>&lt;b&gt;c&#x4e2d;&lt;/b&gt;' +
    "<![CDATA[<script>d</script></p>]]>";
  const { questions } = read(
    quiz(
      '<question type="description"><questiontext format="html">' +
        `<text>${text}</text></questiontext></question>`,
    ),
  );
  assert.equal(questions[0]?.stem.text, "<p>a &amp; b <b>c中</b></p>");
});

test("a category counts for the questions behind it, comments for none", () => {
  const { questions } = read(
    quiz(
      '<question type="category"><category><text>$course$/A</text></category></question>',
      `<!-- ${essay()} -->`,
      essay("<idnumber>K1</idnumber><tags><tag><text>DDP</text></tag></tags>"),
    ),
  );
  assert.deepEqual(
    questions.map(({ category, idNumber, tags }) => [category, idNumber, tags]),
    [["$course$/A", "K1", ["DDP"]]],
  );
});

test("a text without a format is HTML in a stem, and elsewhere what the stem is", () => {
  const { questions } = read(
    quiz(
      "<question type='description'><questiontext><text>a</text></questiontext>" +
        "<generalfeedback><text>b</text></generalfeedback></question>",
      '<question type="description"><questiontext format="plain_text"><text>a</text>' +
        "</questiontext><generalfeedback><text>b</text></generalfeedback></question>",
    ),
  );
  assert.deepEqual(
    questions.map(({ stem: { format }, feedback }) => [format, feedback?.format]),
    [
      ["html", "html"],
      ["plain", "plain"],
    ],
  );
});

test("true and false in another language are told apart by their order", () => {
  const side = (said: string, fraction: number) =>
    `<answer fraction="${fraction}"><text>${said}</text></answer>`;
  const { questions } = read(
    quiz(
      asked("truefalse", side("对", 100) + side("错", 0)),
      asked("truefalse", side("false", 100) + side("true", 0)),
    ),
  );
  assert.deepEqual(
    questions.map((one) => one.type === "true-false" && one.isTrue),
    [true, false],
  );
});

test("what is broken is told by its line, and the questions behind it are read", () => {
  const broken: readonly (readonly [string, string, string])[] = [
    ['<question type="cloze"></question>', "type-unsupported", "cloze"],
    ['<question type="essay"></question>', "stem-missing", "stem"],
    [`<question type="essay">${stem}`, "markup-broken", ""],
    [`<question type="essay"><b>${stem}</question>`, "markup-broken", ""],
    [`<question type="essay>${stem}</question>`, "markup-broken", ""],
    [asked("shortanswer", ""), "answer-missing", "answers"],
    [asked("shortanswer", '<answer fraction="x"><text>a</text></answer>'), "share-unreadable", "x"],
    [
      asked("numerical", '<answer fraction="100"><text>1,5</text></answer>'),
      "number-unreadable",
      "1,5",
    ],
    [
      asked("numerical", "<units><unit><unit_name>kg</unit_name></unit></units>"),
      "units-unsupported",
      "",
    ],
    [essay("<defaultgrade>many</defaultgrade>"), "number-unreadable", "many"],
    ["<!-- no end", "markup-broken", ""],
  ];
  for (const [text, code, what] of broken) {
    const { questions, problems } = read(quiz(essay(), text, essay()));
    assert.equal(questions.length, 2, text);
    const [{ line, ...problem } = { line: 0 }, ...more] = problems;
    assert.deepEqual(problem, { code, what, isLeftOut: true }, text);
    assert.ok((line === 4 || line === 5) && more.length === 0, text);
  }
});

test("pictures and settings that are left out are told, and the question is there", () => {
  const { questions, problems } = read(
    quiz(
      '<question type="essay"><questiontext format="html"><text>' +
        '&lt;p&gt;See&lt;img src="@@PLUGINFILE@@/a.png"&gt;&lt;/p&gt;</text>' +
        '<file name="a.png" encoding="base64">AAAA</file></questiontext>' +
        "<attachments>2</attachments><hint><text>Think.</text></hint></question>",
    ),
  );
  assert.equal(questions[0]?.stem.text, "<p>See</p>");
  assert.deepEqual(
    problems.map(({ code, what, isLeftOut }) => [code, what, isLeftOut]),
    [
      ["media-left-out", "", false],
      ["setting-left-out", "attachments", false],
      ["setting-left-out", "hint", false],
    ],
  );
});

test("a file that declares entities, or is another kind of XML, is refused whole", () => {
  const laughs =
    '<?xml version="1.0"?><!DOCTYPE quiz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>' +
    `<quiz><question type="essay"><questiontext><text>&b;</text></questiontext></question></quiz>`;
  const outside = '<!DOCTYPE quiz SYSTEM "file:///etc/passwd"><quiz></quiz>';
  for (const text of [laughs, outside])
    assert.deepEqual(
      read(text).problems.map(({ code }) => code),
      ["file-has-entities"],
    );
  for (const text of ["", "hello", "<html></html>", "::a::b{T}", "<quizzes></quizzes>"])
    assert.deepEqual(
      read(text).problems.map(({ code }) => code),
      ["file-not-xml"],
      text,
    );
  const undeclared = read(quiz(essay("<name><text>&b;</text></name>")));
  assert.equal(undeclared.questions[0]?.name, "&b;");
});
