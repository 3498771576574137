import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { postingFaults } from "@echelon/contract/planning/posting-limits.ts";
import type {
  ClassifiedPosting,
  PostingRecord,
} from "@echelon/contract/planning/posting-record.ts";
import { postingShapes } from "@echelon/server/main.ts";
import { z } from "zod";
import { runEchelon } from "./run.ts";
import { en } from "./text/en.ts";

suite("echelon demand", () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "echelon-demand-"));
  });
  after(() => rmSync(folder, { recursive: true }));

  const run = async (action: string, text: string, ...args: string[]) => {
    const file = join(folder, "postings");
    writeFileSync(file, text);
    const out: string[] = [];
    const told: string[] = [];
    const code = await runEchelon(["demand", action, "--file", file, ...args], {
      out: (line) => void out.push(line),
      tell: (line) => void told.push(line),
      input: () => Promise.resolve(null),
      environment: {},
      folder: "",
      ended: new Promise(() => {}),
    });
    return { code, out, told };
  };
  const lines = [
    { title: "亚马逊运营专员", company: "甲公司", city: "杭州", date: "2026-11-01" },
    { title: "亚马逊运营专员（急聘）", company: "甲公司", city: "杭州", date: "2026-11-09" },
    { title: "会计", company: "乙公司", city: "杭州", date: "2026-11-01" },
    // A separator of Unicode inside a text ends no line.
    { title: "外贸业务员", description: "询盘\u2028报价", city: "宁波", date: "2026-11-01" },
  ];
  const asText = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).join("\n");

  test("reads lines into records, and records into classes", async () => {
    const read = await run("import", asText(lines));
    assert.equal(read.code, 0, read.told.join("\n"));
    const records = read.out.map((line) => JSON.parse(line) as PostingRecord);
    assert.deepEqual(
      records.map(({ row, city }) => [row, city]),
      [
        [1, "330100"],
        [2, "330100"],
        [3, "330100"],
        [4, "330200"],
      ],
    );
    const sorted = await run("classify", read.out.join("\n"));
    assert.equal(sorted.code, 0, sorted.told.join("\n"));
    const classes = sorted.out.map((line) => JSON.parse(line) as ClassifiedPosting);
    assert.deepEqual(
      classes.map(({ role, group, groupSize }) => [role, group, groupSize]),
      [
        ["R1", 1, 2],
        ["R1", 1, 2],
        [null, 3, 1],
        ["R5", 4, 1],
      ],
    );
    assert.ok(!sorted.out.join("").includes("甲公司"));
    for (const one of classes) postingShapes.classified.parse(one);
  });

  test("reads a table by a mapping, tells what is wrong by row, and answers 1", async () => {
    const table = "A,B\n亚马逊运营,杭州\n,宁波\n";
    const { code, out, told } = await run("import", table, "--mapping", '{"title":"A","city":"B"}');
    assert.deepEqual([code, out.length], [1, 1]);
    assert.match(told.join("\n"), /^Row 3, A: no title\./);
    assert.equal((await run("import", table, "--mapping", "no")).code, 2);
    assert.equal((await run("classify", "{}\n")).code, 1);
  });

  test("says every fault in words", () => {
    for (const code of postingFaults) assert.ok(en[`demand/${code}`], code);
  });

  test("has its shapes in the reference as they are", () => {
    for (const [name, shape] of Object.entries(postingShapes)) {
      const file = new URL(`../docs/reference/postings/${name}.schema.json`, import.meta.url);
      const written: unknown = JSON.parse(readFileSync(file, "utf8"));
      assert.deepEqual(written, z.toJSONSchema(shape), name);
    }
  });
});
