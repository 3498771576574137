import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { frameworkFindingCodes } from "@echelon/server/main.ts";
import { runEchelon } from "./run.ts";
import { en } from "./text/en.ts";

const shipped = join(import.meta.dirname, "../courses/framework");

suite("echelon framework", () => {
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "echelon-framework-cli-"));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  let input = new Uint8Array();
  const run = async (...args: string[]) => {
    const out: string[] = [];
    const code = await runEchelon(["framework", ...args], {
      out: (text) => void out.push(text),
      tell: (text) => void out.push(text),
      environment: {},
      folder,
      input: () => Promise.resolve(input),
      ended: new Promise(() => {}),
    });
    return { code, out: out.join("\n") };
  };

  test("tells what a package of others is, and what is odd about it", async () => {
    const value = { CFDocument: { identifier: "d", title: "T", language: null }, CFItems: [] };
    input = new TextEncoder().encode(JSON.stringify(value));
    const { code, out } = await run("import");
    assert.equal(code, 0);
    const found = JSON.parse(out) as { title: string; items: number; odd: { where: string }[] };
    assert.deepEqual([found.title, found.items], ["T", 0]);
    assert.ok(found.odd.some(({ where }) => where === "CFDocument/language"));
    input = new TextEncoder().encode("none");
    assert.deepEqual(await run("import"), {
      code: 1,
      out: JSON.stringify({ problem: { code: "unreadable" } }),
    });
  });

  test("finds nothing in the framework that ships", async () => {
    assert.deepEqual(await run("check"), {
      code: 0,
      out: "Framework 0.3.0: 71 competencies, nothing to find.",
    });
    const { findings, competencies } = JSON.parse((await run("check", "--json")).out) as {
      findings: unknown[];
      competencies: number;
    };
    assert.deepEqual([findings, competencies], [[], 71]);
  });

  test("names a planted fault and its place, and answers 1", async () => {
    cpSync(shipped, join(folder, "own"), { recursive: true });
    const file = join(folder, "own", "framework.json");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace(`"area": "A", "name"`, `"area": "Z", "name"`));
    const { code, out } = await run("check", "own");
    assert.equal(code, 1);
    assert.equal(out, "framework.json/competencies/A01/area: There is no Z.");
    const json = await run("check", "own", "--json");
    const { findings } = JSON.parse(json.out) as { findings: { code: string; path: string }[] };
    assert.deepEqual(
      [json.code, findings.map(({ code: one, path }) => [one, path])],
      [1, [["dangling-reference", "framework.json/competencies/A01/area"]]],
    );
  });

  test("has a sentence for every kind of fault", () => {
    for (const code of frameworkFindingCodes) assert.ok(en[`framework/${code}`], code);
  });

  test("writes a CASE package in the language asked for, and a table", async () => {
    const chinese = await run("export", "--format", "case", "--in", "zh");
    const { CFDocument } = JSON.parse(chinese.out) as { CFDocument: Record<string, string> };
    assert.deepEqual([CFDocument["language"], CFDocument["caseVersion"]], ["zh", "1.1"]);
    const { out } = await run("export", "--format", "csv");
    assert.equal(out.split("\r\n").length, 72);
  });

  test("refuses what it does not know", async () => {
    assert.equal((await run("polish")).code, 2);
    assert.equal((await run("export")).code, 2);
    assert.equal((await run("export", "--format", "pdf")).code, 2);
    assert.equal((await run("export", "--format", "case", "--in", "de")).code, 2);
    assert.equal((await run("export", "--format", "case", "--origin", "here")).code, 2);
  });
});
