import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { rules } from "./rules.ts";
import { tidy } from "./tidy.ts";
import { Tree } from "./tree.ts";

const planted = fileURLToPath(new URL("planted/", import.meta.url));
const house = join(planted, "house");

test("a clean house has no findings", () => {
  assert.deepEqual(tidy(new Tree([house])), []);
});

test("every rule has a planted violation", () => {
  const folders = readdirSync(planted).filter((name) => name !== "house" && name !== "syntax");
  assert.deepEqual(folders.toSorted(), rules.map(({ name }) => name).toSorted());
});

for (const name of readdirSync(planted).filter((folder) => folder !== "house"))
  test(`the violations planted for ${name} are caught by it, each in its line`, () => {
    const expected = readFileSync(join(planted, name, "expected.txt"), "utf8")
      .trim()
      .split("\n");
    const findings = tidy(new Tree([house, join(planted, name)]));
    const rulesHit = new Set(findings.map(({ rule }) => rule));
    assert.deepEqual([...rulesHit], [name], JSON.stringify(findings, null, 1));
    const places = findings.map(({ path, line }) => `${path}:${line}`);
    assert.deepEqual(places.toSorted(), expected.toSorted());
  });
