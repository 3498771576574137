import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, suite, test } from "node:test";
import { fileURLToPath } from "node:url";
import { holdToFloor, raiseFloor } from "./floor.ts";
import { wishOf } from "./gate.ts";
import { kindNames, testKinds } from "./kinds.ts";
import { runTests, testFiles, type TestRun } from "./run-tests.ts";
import { runStaticChecks } from "./static-checks.ts";
import { lineOf, onePassed, sizeOf, sum, type Tally, withoutMissingTools } from "./tally.ts";

const passing = `import test from "node:test"; test("two and two are four", () => {});`;
const failing = `import test from "node:test";
test("it breaks", () => { throw new Error("broken"); });`;
const skipping = `import test from "node:test";
test("c", { skip: "missing tool: gcc" }, () => {});`;
const nested = `import { suite, test } from "node:test";
suite("a shelf", () => {
  test("of two", async (t) => { await t.test("one", () => {}); await t.test("two", () => {}); });
});`;
const unloadable = `import "./not-there.ts";`;
const exiting = `import test from "node:test"; test("it leaves", () => process.exit(0));`;
const staying = `import test from "node:test";
test("it stays", () => { setInterval(() => {}, 999); });`;
const hanging = `import test from "node:test";
test("it hangs", () => new Promise((done) => { setTimeout(done, 60_000); }));`;
const reading = `import test from "node:test"; import assert from "node:assert/strict";
test("it finds its socket", () => assert.equal(process.env["ECHELON_TEST_SOCKET"], "/socket"));`;

const asking = `import test from "node:test"; import assert from "node:assert/strict";
import fc from "${import.meta.resolve("fast-check")}";
test("laws are asked as told", () => {
  assert.deepEqual(fc.readConfigureGlobal(), { seed: 7, numRuns: 9 });
});`;

const four: Tally = { ...onePassed, passed: 4 };

suite("the gate", () => {
  const places: string[] = [];
  after(() => places.forEach((place) => rmSync(place, { recursive: true, force: true })));

  const folderWith = (files: Readonly<Record<string, string>>): string => {
    const root = mkdtempSync(join(tmpdir(), "gate-test-"));
    places.push(root);
    writeFileSync(join(root, "package.json"), `{ "type": "module" }`);
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(root, path, ".."), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return root;
  };
  const runOf = (
    files: Readonly<Record<string, string>>,
    more: Partial<TestRun> = {},
  ): TestRun => ({
    root: folderWith(files),
    globs: ["kernel/**/*.test.ts"],
    processes: 1,
    msMax: 30_000,
    ...more,
  });

  test("passing tests are counted one by one, a suite and a parent's children too", async () => {
    const run = runOf({ "kernel/a.test.ts": passing, "kernel/b.test.ts": nested });
    assert.equal(lineOf(await runTests(run)), "4 passed, 0 failed, 0 skipped");
  });

  test("a failing test makes it red and names file, title and reason", async () => {
    const tally = await runTests(
      runOf({ "kernel/a.test.ts": passing, "kernel/b.test.ts": failing }),
    );
    assert.equal(lineOf(tally), "1 passed, 1 failed, 0 skipped");
    assert.equal(tally.failures[0]?.title, "kernel/b.test.ts: it breaks");
    assert.match(tally.failures[0]?.detail ?? "", /broken/);
  });

  test("a test file that cannot be loaded makes it red", async () => {
    const tally = await runTests(
      runOf({ "kernel/a.test.ts": passing, "kernel/b.test.ts": unloadable }),
    );
    assert.equal(lineOf(tally), "1 passed, 1 failed, 0 skipped");
  });

  test("a test that ends the whole process with code 0 makes it red", async () => {
    const run = runOf({ "kernel/a.test.ts": exiting, "kernel/b.test.ts": passing });
    assert.equal((await runTests(run)).failures[0]?.title, "a test process ended early");
  });

  test("a handle left open after the last test makes it red and is named", async () => {
    const run = runOf({ "kernel/a.test.ts": staying }, { env: { GATE_IDLE_MS: "200" } });
    const tally = await runTests(run);
    assert.equal(tally.failures[0]?.title, "open handles");
    assert.match(tally.failures[0]?.detail ?? "", /Timeout/);
  });

  test("tests that take longer than they may are ended and make it red", async () => {
    const tally = await runTests(runOf({ "kernel/a.test.ts": hanging }, { msMax: 1_500 }));
    assert.equal(tally.failures[0]?.title, "too slow");
  });

  test("a glob or a path that matches no file makes it red", async () => {
    const run = runOf({ "kernel/a.test.ts": passing });
    assert.equal(sizeOf(await runTests({ ...run, globs: ["web/**/*.test.ts"] })), 1);
    assert.equal((await runTests({ ...run, path: "kernel/money" })).failures.length, 1);
  });

  test("planted files and packages are no tests of ours", () => {
    const run = runOf({
      "kernel/a.test.ts": passing,
      "kernel/planted/b.test.ts": failing,
      "kernel/node_modules/c/c.test.ts": failing,
    });
    assert.deepEqual(testFiles(run), ["kernel/a.test.ts"]);
  });

  test("files are dealt out among the processes, and each runs once", async () => {
    const files = {
      "kernel/a.test.ts": passing,
      "kernel/b.test.ts": nested,
      "kernel/c.test.ts": passing,
    };
    const tally = await runTests(runOf(files, { processes: 2 }));
    assert.equal(lineOf(tally), "5 passed, 0 failed, 0 skipped");
  });

  test("what a kind prepares comes first, and stops its tests when it fails", async () => {
    const files = {
      "prepare.ts": `import { writeFileSync } from "node:fs"; writeFileSync("ready", "");`,
      "broken.ts": `throw new Error("no browser");`,
      "kernel/a.test.ts": `import test from "node:test"; import { statSync } from "node:fs";
test("it is ready", () => statSync("ready"));`,
    };
    assert.equal((await runTests(runOf(files, { prepare: "prepare.ts" }))).passed, 1);
    const stopped = await runTests(runOf(files, { prepare: "broken.ts" }));
    assert.equal(stopped.failures[0]?.title, "broken.ts");
    assert.match(stopped.failures[0]?.detail ?? "", /no browser/);
  });

  test("the tests find the cluster's socket in their environment", async () => {
    const run = runOf({ "kernel/a.test.ts": reading }, { env: { ECHELON_TEST_SOCKET: "/socket" } });
    assert.equal((await runTests(run)).passed, 1);
  });

  test("a law can be asked again with its seed, and more often", async () => {
    const run = runOf({ "kernel/a.test.ts": asking }, { env: { FC_SEED: "7", FC_RUNS: "9" } });
    assert.equal(lineOf(await runTests(run)), "1 passed, 0 failed, 0 skipped");
  });

  test("a skip says why, and a missing tool fails where every tool must be", async () => {
    const tally = await runTests(runOf({ "kernel/a.test.ts": skipping }));
    assert.equal(lineOf(tally), "0 passed, 0 failed, 1 skipped");
    assert.equal(tally.skips[0]?.detail, "missing tool: gcc");
    assert.equal(lineOf(withoutMissingTools(tally)), "0 passed, 1 failed, 0 skipped");
    const shared = { ...four, skips: [{ title: "catalog", detail: "../shared is not here" }] };
    assert.equal(lineOf(withoutMissingTools(shared)), "4 passed, 0 failed, 1 skipped");
  });

  test("fewer tests than the floor make it red, as many or more do not", () => {
    assert.equal(holdToFloor("pure", four, { pure: 5 }).failures.length, 1);
    assert.equal(holdToFloor("pure", four, { pure: 4 }).failures.length, 0);
    assert.equal(holdToFloor("pure", four, {}).failures.length, 0);
  });

  test("raising the floor never lowers it", () => {
    const root = folderWith({ "tools/gate/floor.json": `{ "pure": 9, "server": 1 }` });
    raiseFloor(
      root,
      new Map([
        ["pure", four],
        ["server", four],
      ]),
    );
    const floor = JSON.parse(readFileSync(join(root, "tools/gate/floor.json"), "utf8"));
    assert.deepEqual(floor, { pure: 9, server: 4 });
  });

  test("static checks are red where there is nothing to check", async () => {
    const tally = await runStaticChecks(folderWith({}));
    assert.equal(
      tally.failures.some(({ title }) => title === "tidy"),
      true,
    );
    assert.equal(
      tally.failures.some(({ title }) => title === "types"),
      true,
    );
  });

  test("the words after npm test choose a kind and a path, and nonsense is refused", () => {
    assert.deepEqual(wishOf([])?.kinds, kindNames);
    assert.deepEqual(wishOf(["pure", "kernel/money"]), {
      kinds: ["pure"],
      path: "kernel/money",
      isRaising: false,
    });
    assert.equal(wishOf(["--raise"])?.isRaising, true);
    assert.equal(wishOf(["fast"]), undefined);
    assert.equal(wishOf(["static", "kernel"]), undefined);
    assert.equal(wishOf(["pure", "kernel", "web"]), undefined);
  });

  test("tallies add up", () => {
    assert.equal(lineOf(sum([four, four])), "8 passed, 0 failed, 0 skipped");
    assert.equal(lineOf(sum([])), "0 passed, 0 failed, 0 skipped");
    assert.deepEqual(Object.keys(testKinds), ["pure", "server", "journeys"]);
  });

  test("the program's last line and exit code say how it went", () => {
    const gate = fileURLToPath(new URL("gate.ts", import.meta.url));
    const run = (...words: string[]) => {
      const { NODE_TEST_CONTEXT: _, ...env } = process.env;
      const { status, stdout } = spawnSync(process.execPath, [gate, ...words], { env });
      return { status, last: stdout.toString().trimEnd().split("\n").at(-1) };
    };
    assert.deepEqual(run("pure", "kernel/not-there"), {
      status: 1,
      last: "0 passed, 1 failed, 0 skipped",
    });
    const green = run("pure", "kernel/money");
    assert.equal(green.status, 0);
    assert.match(green.last ?? "", /^[1-9]\d* passed, 0 failed, 0 skipped$/);
    assert.equal(run("nonsense").status, 2);
  });
});
