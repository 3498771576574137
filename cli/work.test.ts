import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";

test("a server's worker that cannot begin ends, so that the server begins another", async () => {
  // Why: it listens for the end of its server, and that alone would keep it for ever.
  const home = mkdtempSync(join(tmpdir(), "echelon-work-"));
  const program = join(import.meta.dirname, "echelon.ts");
  const child = spawn(process.execPath, [program, "work", "--attached"], {
    env: { ...process.env, ECHELON_HOME: home, DATABASE_URL: "postgres://127.0.0.1:1/nothing" },
    stdio: ["pipe", "ignore", "ignore"],
  });
  try {
    const [code] = (await once(child, "exit", { signal: AbortSignal.timeout(30_000) })) as [number];
    assert.equal(code, 1);
  } finally {
    child.kill("SIGKILL");
    rmSync(home, { recursive: true, force: true });
  }
});
