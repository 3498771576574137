import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { withFolderLock } from "./folder-lock.ts";

suite("a lock by a folder", () => {
  let home = "";
  before(() => {
    home = mkdtempSync(join(tmpdir(), "echelon-lock-"));
  });
  after(() => rmSync(home, { recursive: true, force: true }));

  test("lets one do its work at a time, and the next when that failed", async () => {
    const path = join(home, "one");
    let inside = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      inside += 1;
      most = Math.max(most, inside);
      await sleep(20);
      inside -= 1;
    };
    const failing = withFolderLock(path, async () => {
      await work();
      throw new Error("no");
    });
    const results = await Promise.allSettled([
      failing,
      withFolderLock(path, work),
      withFolderLock(path, work),
    ]);
    assert.deepEqual(
      results.map(({ status }) => status),
      ["rejected", "fulfilled", "fulfilled"],
    );
    assert.equal(most, 1);
    assert.equal(existsSync(path), false);
  });

  test("is taken over from a process that is gone", async () => {
    const path = join(home, "stale");
    const { pid } = spawnSync(process.execPath, ["-e", ""]);
    mkdirSync(path);
    writeFileSync(join(path, "pid"), String(pid));
    assert.equal(await withFolderLock(path, async () => "done"), "done");
  });
});
