import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { courseFindingCodes } from "@echelon/server/main.ts";
import { runEchelon } from "./run.ts";
import { en } from "./text/en.ts";

suite("echelon course", () => {
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "echelon-course-cli-"));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const run = async (...args: string[]) => {
    const out: string[] = [];
    const code = await runEchelon(["course", ...args], {
      out: (text) => void out.push(text),
      tell: (text) => void out.push(text),
      environment: {},
      folder,
      input: () => Promise.resolve(new Uint8Array()),
      ended: new Promise(() => {}),
    });
    return { code, out: out.join("\n") };
  };

  test("finds nothing in the courses that ship", async () => {
    const { code, out } = await run("check");
    assert.equal(code, 0, out);
    for (const line of out.split("\n").filter((one) => one !== ""))
      assert.match(line, /nothing to find\.$/);
  });

  test("names what a folder lacks, and answers 1", async () => {
    mkdirSync(join(folder, "own"));
    writeFileSync(join(folder, "own", "course.json"), `{"id": "C3"}`);
    const { code, out } = await run("check", "own");
    assert.equal(code, 1);
    assert.match(out, /^own\/sources\.json: There is no such file/m);
    const json = await run("check", "own", "--json");
    const [{ findings }] = JSON.parse(json.out) as [{ findings: { code: string }[] }];
    assert.ok(findings.some((one) => one.code === "unreadable"));
  });

  test("has a sentence for every kind of fault", () => {
    for (const code of courseFindingCodes) assert.ok(en[`course/${code}`], code);
  });
});
