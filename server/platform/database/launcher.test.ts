import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { Fault } from "../fault.ts";
import { until } from "../testing/until.ts";
import { readPostmaster } from "./data-folder.ts";
import { type ClusterNews, startCluster } from "./launcher.ts";

const holder = fileURLToPath(new URL("../testing/hold-cluster.ts", import.meta.url));

interface Held {
  readonly child: ChildProcess;
  readonly isOurs: boolean;
  readonly socketFolder: string;
}

async function hold(home: string): Promise<Held> {
  const child = spawn(process.execPath, [holder, home], { stdio: ["pipe", "pipe", "inherit"] });
  const [line] = (await once(child.stdout as NodeJS.ReadableStream, "data")) as [Buffer];
  return { child, ...(JSON.parse(line.toString()) as { isOurs: boolean; socketFolder: string }) };
}

async function ask(socketFolder: string, text: string): Promise<unknown> {
  const client = new pg.Client({ host: socketFolder, user: "echelon", database: "echelon" });
  client.on("error", () => {});
  await client.connect();
  try {
    return Object.values((await client.query<Record<string, unknown>>(text)).rows[0] ?? {})[0];
  } finally {
    await client.end().catch(() => {});
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

suite("the embedded database", () => {
  let home = "";
  before(() => {
    home = mkdtempSync(join(tmpdir(), "echelon-launch-"));
  });
  after(() => rmSync(home, { recursive: true, force: true }));

  const pidOf = () => readPostmaster(join(home, "postgres"))?.pid ?? 0;
  const isReady = () => readPostmaster(join(home, "postgres"))?.isReady === true;

  test("starts from nothing, without a port, and knows Chinese words", async () => {
    const cluster = await startCluster({ home, isForTests: true });
    try {
      assert.equal(cluster.isOurs, true);
      assert.equal(await ask(cluster.socketFolder, "show listen_addresses"), "");
      assert.equal(await ask(cluster.socketFolder, "show data_checksums"), "on");
      assert.equal(await ask(cluster.socketFolder, "select 'É' ilike 'é'"), true);
      assert.equal(
        await ask(
          cluster.socketFolder,
          "select count(*)::int from pg_roles where rolsuper and rolname like 'echelon%'",
        ),
        0,
      );
    } finally {
      await cluster.stop();
    }
    assert.equal(existsSync(join(home, "postgres", "postmaster.pid")), false);
    assert.equal(existsSync(cluster.socketFolder), false);
  });

  test("ends when its starter is killed with -9, and leaves nothing behind", async () => {
    const held = await hold(home);
    const pid = pidOf();
    assert.ok(pid > 0 && isRunning(pid));
    held.child.kill("SIGKILL");
    await until("postgres ends", () => !isRunning(pid));
    await until("the socket's folder goes", () => !existsSync(held.socketFolder));
  });

  test("is joined by a second start, and lives on when that one ends", async () => {
    const first = await hold(home);
    const news: ClusterNews[] = [];
    const second = await startCluster({ home, isForTests: true, tell: (what) => news.push(what) });
    assert.deepEqual([first.isOurs, second.isOurs, news], [true, false, ["joined"]]);
    await second.stop();
    assert.equal(await ask(first.socketFolder, "select 1"), 1);
    first.child.stdin?.end();
    await once(first.child, "exit");
  });

  test("of two starts at once is started by one and joined by the other", async () => {
    const both = await Promise.all([hold(home), hold(home)]);
    assert.equal(both.filter(({ isOurs }) => isOurs).length, 1);
    assert.equal(both[0].socketFolder, both[1].socketFolder);
    for (const { child } of both.toSorted((a, b) => Number(a.isOurs) - Number(b.isOurs))) {
      child.stdin?.end();
      await once(child, "exit");
    }
  });

  test("starts over a pid that is left from before, whoever has it now", async () => {
    const file = join(home, "postgres", "postmaster.pid");
    const lines = [process.pid, join(home, "postgres"), 0, 5432, "/nowhere", "", "1 1", "ready"];
    writeFileSync(file, `${lines.join("\n")}\n`);
    const cluster = await startCluster({ home, isForTests: true });
    assert.equal(cluster.isOurs, true);
    await cluster.stop();
  });

  test("is started again when it is killed, at the same place", async () => {
    const news: ClusterNews[] = [];
    const cluster = await startCluster({ home, tell: (what) => news.push(what) });
    try {
      await ask(cluster.socketFolder, "create table kept (id int)");
      const socketBefore = cluster.socketFolder;
      process.kill(pidOf(), "SIGKILL");
      await until("it is back", () => news.includes("restarted"), 20);
      assert.equal(cluster.socketFolder, socketBefore);
      assert.equal(await ask(cluster.socketFolder, "select count(*)::int from kept"), 0);
    } finally {
      await cluster.stop();
    }
  });

  test("of somebody who began it in an outage is let be by who had it before", async () => {
    // Why: a worker that begins while the server's database is dead begins one itself.
    const before = await hold(home);
    before.child.kill("SIGSTOP");
    process.kill(pidOf(), "SIGKILL");
    const other = await hold(home);
    try {
      assert.equal(other.isOurs, true);
      const pid = pidOf();
      before.child.kill("SIGCONT");
      const end = Date.now() + 2_000;
      while (Date.now() < end) assert.equal(await ask(other.socketFolder, "select 1"), 1);
      assert.equal(pidOf(), pid);
      other.child.stdin?.end();
      await once(other.child, "exit");
      await until("the first has it again", () => existsSync(before.socketFolder) && isReady(), 20);
      assert.equal(await ask(before.socketFolder, "select 1"), 1);
    } finally {
      for (const { child } of [other, before]) {
        if (child.exitCode !== null) continue;
        child.stdin?.end();
        await once(child, "exit");
      }
    }
  });

  test("refuses data of another major version and overwrites nothing", async () => {
    const file = join(home, "postgres", "PG_VERSION");
    const version = readFileSync(file, "utf8");
    writeFileSync(file, "99\n");
    await assert.rejects(
      startCluster({ home, isForTests: true }),
      (error) => error instanceof Fault && error.code === "database/data-of-other-major",
    );
    writeFileSync(file, version);
  });

  test("finishes what a start that was killed had begun", async () => {
    const young = mkdtempSync(join(tmpdir(), "echelon-launch-"));
    try {
      mkdirSync(join(young, "postgres.new", "base"), { recursive: true });
      const cluster = await startCluster({ home: young, isForTests: true });
      assert.equal(cluster.isOurs, true);
      await cluster.stop();
    } finally {
      rmSync(young, { recursive: true, force: true });
    }
  });
});
