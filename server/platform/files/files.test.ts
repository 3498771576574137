import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { hashOf, openFiles } from "./files.ts";

suite("the files of an installation", () => {
  let home = "";
  before(() => {
    home = mkdtempSync(join(tmpdir(), "echelon-files-"));
  });
  after(() => rmSync(home, { recursive: true, force: true }));

  test("are found by their content, kept once, and whole", async () => {
    const files = openFiles(home);
    const bytes = Buffer.from("保温杯");
    const [first, second] = await Promise.all([files.put(bytes), files.put(bytes)]);
    assert.deepEqual(first, { hash: hashOf(bytes), bytes: 9 });
    assert.deepEqual(second, first);
    assert.deepEqual(await files.read(first.hash), bytes);
    assert.equal(await files.size(first.hash), 9);
    assert.equal(await files.bytes(), 9);
    const folder = join(home, first.hash.slice(0, 2));
    assert.deepEqual(readdirSync(folder), [first.hash.slice(2)], "no growing file is left");
  });

  test("tell when one is not there, and take no path for a hash", async () => {
    const files = openFiles(home);
    assert.equal(await files.size("0".repeat(64)), null);
    assert.throws(() => files.stream("../../keys/secret"), /not a file's hash/);
  });
});
