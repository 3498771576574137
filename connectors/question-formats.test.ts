/** One suite for every format that questions come in. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { suite, test } from "node:test";
import { Question } from "@echelon/contract/assessment/question.ts";
import {
  type QuestionLossCode,
  questionFileLimits,
} from "@echelon/contract/assessment/question-file.ts";
import fc from "fast-check";
import { readGift } from "./gift/read-gift.ts";
import { writeGift } from "./gift/write-gift.ts";
import { readMoodleXml } from "./moodle-xml/read-moodle-xml.ts";
import { writeMoodleXml } from "./moodle-xml/write-moodle-xml.ts";
import { usualOf } from "./question-text.ts";
import { anyQuestion } from "./testing/any-question.ts";

const forms = [
  { name: "gift", read: readGift, write: writeGift },
  { name: "moodle-xml", read: readMoodleXml, write: writeMoodleXml },
] as const;
const none = { right: null, partly: null, wrong: null };
const bytesOf = (text: string) => new TextEncoder().encode(text);

const words = (joined: string) => joined.split("|");

/** A question without what was told to be lost. */
function without(question: Question, codes: readonly QuestionLossCode[]): unknown {
  const { pointsMicro, penaltyMicro } = usualOf(question.type);
  const instead: Partial<Record<QuestionLossCode, object>> = {
    points: { pointsMicro },
    penalty: { penaltyMicro },
    feedback: { feedback: null },
    "by-result": { byResult: none },
    "fixed-order": { shuffles: true },
    case: { isCaseSensitive: false },
    "marker-notes": { markerNotes: null },
    template: { template: null },
  };
  return Object.assign({ ...question }, ...codes.map((code) => instead[code]));
}

test("what is made for these laws are questions of a bank", () => {
  fc.assert(fc.property(anyQuestion, (one) => void Question.parse(one)));
});

for (const { name, read, write } of forms) {
  suite(name, () => {
    test("what is written comes back equal, without what was told to be lost and no more", () => {
      fc.assert(
        fc.property(fc.array(anyQuestion, { maxLength: 5 }), (questions) => {
          const { bytes, losses } = write(questions);
          const codesOf = (at: number) =>
            losses.filter(({ place }) => place === at).map(({ code }) => code);
          const expected = questions.flatMap((question, at) => {
            const codes = codesOf(at);
            return codes.includes("not-in-this-format") ? [] : [without(question, codes)];
          });
          assert.deepEqual(read(bytes), { questions: expected, problems: [] });
        }),
      );
    });

    test("what was read once is written and read again without a loss", () => {
      fc.assert(
        fc.property(fc.array(anyQuestion, { maxLength: 5 }), (questions) => {
          const once = read(write(questions).bytes).questions;
          const { bytes, losses } = write(once);
          assert.deepEqual([read(bytes).questions, losses], [once, []]);
        }),
      );
    });

    test("whatever stands in a file, it is read or told", () => {
      const piece = fc.constantFrom(
        ..."{}~=#%:\\n[]<>/&;\"' \n",
        ...words("\n\n|::|->|<question type=|</question>|<quiz>|</quiz>|<text>|<![CDATA[|]]>"),
        ...words("<!--|-->|multichoice|$CATEGORY: |// |1..2|####"),
      );
      fc.assert(
        fc.property(fc.array(piece, { maxLength: 60 }), fc.boolean(), (parts, isQuiz) => {
          const text = parts.join("");
          const { questions, problems } = read(bytesOf(isQuiz ? `<quiz>${text}</quiz>` : text));
          for (const question of questions) Question.parse(question);
          const lines = text.split("\n").length;
          for (const { line } of problems) assert.ok(line >= 1 && line <= lines, String(line));
        }),
      );
    });

    test("a file that is too large, or in no readable encoding, is refused whole", () => {
      const codes = (bytes: Uint8Array) => read(bytes).problems.map(({ code }) => code);
      const { bytesMax } = questionFileLimits;
      assert.deepEqual(codes(new Uint8Array(bytesMax + 1).fill(0x20)), ["file-too-large"]);
      assert.deepEqual(codes(Uint8Array.of(0x3c, 0x00, 0x71, 0x00)), ["file-encoding"]);
      assert.deepEqual(codes(Buffer.from("::Caf\u00e9::Le th\u00e9 vert ?{T}", "latin1")), [
        "file-encoding",
      ]);
    });
  });
}

test("Moodle XML has a place for everything, GIFT for all but signs that it cannot escape", () => {
  fc.assert(
    fc.property(anyQuestion, (question) => {
      assert.deepEqual(writeMoodleXml([question]).losses, []);
      const { losses } = writeGift([question]);
      if (!losses.some(({ code }) => code === "not-in-this-format")) return;
      const named = [question.idNumber, ...question.tags].join("\n");
      assert.ok(JSON.stringify(question).includes("->") || named.includes("\\"));
    }),
  );
});

test("Moodle XML that is cut off keeps its whole questions, and the rest is told", () => {
  const share = fc.double({ min: 0, max: 0.999, noNaN: true });
  fc.assert(
    fc.property(fc.array(anyQuestion, { maxLength: 3 }), share, (questions, part) => {
      const { bytes } = writeMoodleXml(questions);
      const end = Math.floor((bytes.length - 1) * part);
      const cut = readMoodleXml(bytes.subarray(0, end));
      assert.deepEqual(cut.questions, questions.slice(0, cut.questions.length));
      assert.ok(cut.problems.length > 0 && cut.problems.every(({ isLeftOut }) => isLeftOut));
    }),
  );
});

/** What a large file without sense may cost, on a computer that others use as well. */
const patienceMs = 20_000;

test("large files without sense are refused or told in bearable time", () => {
  const size = 4 * 2 ** 20;
  const fill = (piece: string) => piece.repeat(Math.floor(size / piece.length));
  const begun = performance.now();
  for (const piece of [
    "{",
    "~",
    "a{\n\n",
    "a\n\n",
    "\\",
    "// [id:",
    "::",
    "=a->",
    '[html]<a "',
    " ",
    "\n",
  ]) {
    const { questions, problems } = readGift(bytesOf(fill(piece)));
    assert.ok(questions.length + problems.length > 0 || piece.trim() === "" || piece === "// [id:");
  }
  for (const piece of [
    "<question ",
    '<question a="',
    '<question type="essay">',
    "<!--",
    "<![CDATA[",
  ]) {
    const { questions, problems } = readMoodleXml(bytesOf(`<quiz>${fill(piece)}`));
    assert.ok(questions.length === 0 && problems.length > 0);
  }
  const deep = `<quiz><question type="essay">${fill("<a>")}</question></quiz>`;
  assert.equal(readMoodleXml(bytesOf(deep)).problems[0]?.code, "markup-broken");
  assert.equal(readMoodleXml(bytesOf(fill("<!-- a -->"))).problems[0]?.code, "file-not-xml");
  assert.ok(performance.now() - begun < patienceMs);
});

const shared = join(import.meta.dirname, "../../shared/data/edtech/questions");
const skip = existsSync(shared) ? false : "the shared data are not beside this clone";

test("our GIFT, Moodle's GIFT and Moodle's XML give the same six questions", { skip }, () => {
  const file = (name: string) => new Uint8Array(readFileSync(join(shared, name)));
  const readings = [
    readGift(file("probe-source.gift")),
    readGift(file("moodle-export.gift")),
    readMoodleXml(file("moodle-quiz-export.xml")),
  ];
  const [ours, ...theirs] = readings.map(({ questions, problems }) => {
    assert.deepEqual(problems, []);
    return questions.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  });
  assert.equal(ours!.length, 6);
  for (const questions of theirs) assert.deepEqual(questions, ours);
});
