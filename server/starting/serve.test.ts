import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { until } from "../platform/testing/until.ts";

const program = join(import.meta.dirname, "..", "..", "cli", "echelon.ts");

suite("a server and its worker", () => {
  let home = "";
  const children: ChildProcess[] = [];
  before(() => {
    home = mkdtempSync(join(tmpdir(), "echelon-serve-"));
  });
  after(() => {
    for (const child of children) child.kill("SIGKILL");
    rmSync(home, { recursive: true, force: true });
  });

  const begin = (port = "0") => {
    const child = spawn(process.execPath, [program, "serve", "--without-web", "--lang", "en"], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { PATH: process.env["PATH"], ECHELON_HOME: home, ECHELON_PORT: port, ECHELON_DEMO: "0" },
    });
    children.push(child);
    let said = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (text) => (said += String(text)));
    return { child, said: () => said, url: () => /open at (http:\S+)/.exec(said)?.[1] ?? null };
  };
  const opened = async (server: ReturnType<typeof begin>) => {
    await until("it is open", () => server.url() !== null, 30);
    return server.url() ?? "";
  };
  /** The pids that work on this installation, by what the log of the server says, and postgres. */
  const pids = () => {
    const [line = ""] = readFileSync(join(home, "postgres", "postmaster.pid"), "utf8").split("\n");
    const today = new Date().toISOString().slice(0, 10);
    const log = readFileSync(join(home, "logs", `server-${today}.jsonl`), "utf8");
    const begun = [...log.matchAll(/"worker.begun","pid":(\d+)/g)].map(([, pid]) => Number(pid));
    return { postgres: Number(line), worker: begun.at(-1) ?? 0 };
  };
  const isRunning = (pid: number) => {
    try {
      process.kill(pid, 0);
      return true;
    } catch {
      return false;
    }
  };

  test("leave no process behind when the server is killed with -9, and start again", async () => {
    const first = begin();
    await opened(first);
    await until("the worker has begun", () => pids().worker > 0);
    const { postgres, worker } = pids();
    first.child.kill("SIGKILL");
    await until("all have ended", () => !isRunning(postgres) && !isRunning(worker), 20);

    const second = begin();
    const url = await opened(second);
    assert.equal((await fetch(`${url}/api/health`)).status, 200);
    await until("the worker has begun", () => pids().worker !== worker);
    const killed = pids().worker;
    process.kill(killed, "SIGKILL");
    await until("another has taken its place", () => pids().worker !== killed, 20);

    process.kill(pids().postgres, "SIGKILL");
    await until(
      "it answers again",
      async () => (await fetch(`${url}/api/health`)).status === 200,
      20,
    );
    second.child.kill("SIGINT");
    const [code] = (await once(second.child, "exit")) as [number];
    assert.equal(code, 0, second.said());
  });

  test("say in one sentence that the port is taken, and end", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const bound = other.address();
    const port = typeof bound === "object" ? (bound?.port ?? 0) : 0;
    const server = begin(String(port));
    const [code] = (await once(server.child, "exit")) as [number];
    other.close();
    assert.equal(code, 1);
    assert.match(server.said(), new RegExp(`Port ${port} is taken`));
    assert.equal(server.said().includes("    at "), false);
  });
});
