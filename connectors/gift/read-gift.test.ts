import assert from "node:assert/strict";
import { test } from "node:test";
import { readGift } from "./read-gift.ts";

const read = (text: string) => readGift(new TextEncoder().encode(text));
const only = (text: string) => {
  const { questions, problems } = read(text);
  assert.deepEqual([questions.length, problems], [1, []]);
  return questions[0]!;
};
const plain = (text: string) => ({ format: "plain", text });

test("a question's name, category, number and tags are read", () => {
  const one = only(
    "$CATEGORY: $course$/关税\n\n// [id:K-1] [tag:a\\]b] [tag:DDP]\n::N\\:1::Stem {T}",
  );
  const { name, category, idNumber, tags } = one;
  assert.deepEqual(
    { name, category, idNumber, tags },
    { name: "N:1", category: "$course$/关税", idNumber: "K-1", tags: ["a]b", "DDP"] },
  );
});

test("escapes are characters, and a text may be HTML that is reduced to the list", () => {
  const one = only(
    '[html]<p onclick\\="x()">a \\{b\\} \\n<script>c</script></p>{=x\\=y ~[plain]<b>}',
  );
  assert.equal(one.stem.text, "<p>a {b} \n</p>");
  assert.ok(one.type === "single-choice");
  assert.deepEqual(
    one.answers.map(({ text }) => text),
    [{ format: "html", text: "x=y" }, plain("<b>")],
  );
});

test("shares without a whole answer make several choices, each with what is said to it", () => {
  const one = only("Which?{~%50%a#good ~%50%b ~%-33.33333%c#no\n####All in all}");
  assert.ok(one.type === "multiple-choice");
  assert.deepEqual(
    one.answers.map(({ text, shareMicro, feedback }) => [text.text, shareMicro, feedback?.text]),
    [
      ["a", 500_000, "good"],
      ["b", 500_000, undefined],
      ["c", -333_333, "no"],
    ],
  );
  assert.deepEqual(one.feedback, plain("All in all"));
});

test("behind true or false stands first what is said to a wrong answer", () => {
  const yes = only("a {T#not so#quite so}");
  assert.ok(yes.type === "true-false" && yes.isTrue);
  assert.deepEqual([yes.feedbackTrue, yes.feedbackFalse], [plain("quite so"), plain("not so")]);
  const no = only("a {FALSE#not so#quite so}");
  assert.ok(no.type === "true-false" && !no.isTrue);
  assert.deepEqual([no.feedbackTrue, no.feedbackFalse], [plain("not so"), plain("quite so")]);
});

test("numbers come with a tolerance, as a range, or any number, all of them exact", () => {
  const one = only("How much?{#=1.5e2:.50 =%50%0.1..0.2 =%0%*#no}");
  assert.ok(one.type === "numerical");
  assert.deepEqual(
    one.answers.map(({ value, tolerance, shareMicro }) => [value, tolerance, shareMicro]),
    [
      ["150", "0.5", 1_000_000],
      ["0.15", "0.05", 500_000],
      [null, "0", 0],
    ],
  );
});

test("what is said to every other number may stand last by itself", () => {
  const one = only("How much?{#=3 ~#Count again.}");
  assert.ok(one.type === "numerical");
  assert.deepEqual(one.answers[1], {
    value: null,
    tolerance: "0",
    shareMicro: 0,
    feedback: plain("Count again."),
  });
});

test("code keeps how far it is set in, and a format is named in small letters", () => {
  const one = only("[html]<pre>\n  if (a) \\{\n    b();\n  \\}\n</pre>\n{}");
  assert.equal(one.stem.text, "<pre>\n  if (a) {\n    b();\n  }\n</pre>");
  assert.deepEqual(only("[HTML]a{T}").stem, plain("[HTML]a"));
});

test("a pair without a prompt is offered and right for none", () => {
  const one = only("Match{=FOB -> a =CIF -> b -> c = -> d}");
  assert.ok(one.type === "matching");
  assert.deepEqual(
    [one.pairs.map(({ match }) => match), one.distractors],
    [["a", "b -> c"], ["d"]],
  );
});

test("a stem goes on behind its answers, and without answers nothing is asked", () => {
  assert.equal(only("Duty is {=owed ~paid} on CIF.").stem.text, "Duty is _____ on CIF.");
  assert.equal(only("关税{=从价 ~从量}计征。").stem.text, "关税_____计征。");
  assert.equal(only("[html]<p>a</p> {T} <p>b</p>").stem.text, "<p>a</p> _____ <p>b</p>");
  assert.equal(only("Read this first.").type, "description");
});

test("a block with an empty line in it is one, where it is closed before the next question", () => {
  assert.equal(only("a {=b\n\n~c}").type, "single-choice");
  const { questions, problems } = read("::1::a {=b\n~c\n\n::2::d {T}\n\ne {=f\n\n~g}\n");
  assert.deepEqual(
    questions.map(({ name, type }) => [name, type]),
    [
      ["2", "true-false"],
      ["", "single-choice"],
    ],
  );
  assert.deepEqual(problems, [{ line: 1, code: "braces-unclear", what: "", isLeftOut: true }]);
});

test("what is broken is told by its line, and all else is read", () => {
  const broken: readonly (readonly [string, string, string])[] = [
    ["a {#x}", "number-unreadable", "x"],
    ["a {=b ~%999%c}", "share-unreadable", "999"],
    ["a {~b ~c}", "right-answer-missing", ""],
    ["a {=b -> c\n=d ->}", "pair-incomplete", ""],
    ["a {=b ~}", "answer-missing", ""],
    ["{=b ~c}", "stem-missing", "stem"],
    ["a } b", "braces-unclear", ""],
    [`${"a".repeat(20_001)}{T}`, "too-long", "stem/text"],
  ];
  for (const [text, code, what] of broken) {
    const { questions, problems } = read(`first {T}\n\n${text}\n\nlast {F}`);
    assert.equal(questions.length, 2, text);
    const [{ line, ...problem } = { line: 0 }, ...more] = problems;
    assert.deepEqual(problem, { code, what, isLeftOut: true }, text);
    assert.ok((line === 3 || line === 4) && more.length === 0, text);
  }
});

test("what a text loses is told, and the question is there", () => {
  const { questions, problems } = read(
    '[html]<p>See <a href\\="x">this</a><img src\\="data\\:image/png;base64,AAAA"></p>{T}' +
      "\n\n[markdown]**a**{T}",
  );
  assert.deepEqual(
    questions.map(({ stem }) => stem.text),
    ["<p>See this</p>", "**a**"],
  );
  assert.deepEqual(
    problems.map(({ line, code, isLeftOut }) => [line, code, isLeftOut]),
    [
      [1, "media-left-out", false],
      [1, "links-left-out", false],
      [3, "markdown-as-text", false],
    ],
  );
});

test("a file in GB18030 is read as Chinese, and so is one of Windows", () => {
  const gbk = Uint8Array.from([0xb9, 0xd8, 0xcb, 0xb0, 0x7b, 0x54, 0x7d]);
  assert.equal(readGift(gbk).questions[0]?.stem.text, "关税");
  assert.equal(read("\uFEFFa\r\nb{T}\r\n\r\nc{F}\r\n").questions.length, 2);
});
