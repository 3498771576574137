import assert from "node:assert/strict";
import { suite, test } from "node:test";
import {
  questionLossCodes,
  questionProblemCodes,
} from "@echelon/contract/assessment/question-file.ts";
import { runEchelon } from "./run.ts";
import { en } from "./text/en.ts";

const gift = "::Duty::Who pays?{=The buyer#so it is\n~The seller}\n\n::DDP::Under DDP too?{F}\n";

suite("echelon questions", () => {
  const run = async (text: string | Uint8Array | null, ...args: string[]) => {
    const out: string[] = [];
    const told: string[] = [];
    const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
    const code = await runEchelon(["questions", ...args], {
      out: (line) => void out.push(line),
      tell: (line) => void told.push(line),
      input: () => Promise.resolve(bytes),
      environment: {},
      folder: "",
      ended: new Promise(() => {}),
    });
    return { code, out: out.join("\n"), told: told.join("\n") };
  };

  test("prints a question a line, and writes them in either format again", async () => {
    const { code, out, told } = await run(gift, "import", "--format", "gift");
    assert.deepEqual([code, told], [0, ""]);
    const questions = out.split("\n").map((line) => JSON.parse(line) as { name: string });
    assert.deepEqual(
      questions.map(({ name }) => name),
      ["Duty", "DDP"],
    );
    for (const format of ["gift", "moodle-xml"]) {
      const file = await run(out, "export", "--format", format);
      assert.deepEqual([file.code, file.told], [0, ""]);
      assert.deepEqual(await run(file.out, "import", "--format", format), { code, out, told });
    }
  });

  test("tells what is wrong by line, prints the others, and answers 1", async () => {
    const broken = `Open {=a\n\n${gift}\nHow much?{#many}\n`;
    const { code, out, told } = await run(broken, "import", "--format", "gift");
    assert.deepEqual([code, out.split("\n").length], [1, 2]);
    assert.equal(
      told,
      "Line 1: one pair of braces must hold the answers; write \\{ and \\} in a text. Left out.\n" +
        "Line 8: this is no number: many. Left out.",
    );
  });

  test("tells what the format cannot say, and what is no question", async () => {
    const { out } = await run(gift, "import", "--format", "gift");
    const dear = out.replace('"pointsMicro":1000000', '"pointsMicro":2000000');
    const { code, told } = await run(`${dear}\n{}\nno\n`, "export", "--format", "gift");
    assert.equal(code, 1);
    assert.match(told, /^Line 3: .*\nLine 4: this is no JSON\. Left out\.\nLine 1: “Duty” loses/);
  });

  test("refuses what it does not know, what is too large, unreadable or nothing", async () => {
    assert.equal((await run(gift, "import")).code, 2);
    assert.equal((await run(gift, "import", "--format", "pdf")).code, 2);
    assert.equal((await run(gift, "polish", "--format", "gift")).code, 2);
    for (const input of [null, "", Uint8Array.of(0xff, 0x22)])
      for (const action of ["import", "export"]) {
        const { code, told } = await run(input, action, "--format", "moodle-xml");
        assert.ok(code === 1 && told !== "", action);
      }
  });

  test("has a sentence for all that may be told", () => {
    for (const code of questionProblemCodes) assert.ok(en[`questions/${code}`], code);
    for (const code of questionLossCodes) assert.ok(en[`questions/lost-${code}`], code);
  });
});
