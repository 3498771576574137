import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, suite, test } from "node:test";

/** Stands in for npm: notes what it was asked, takes its time, and installs an empty folder. */
const fakeNpm = `
  import { appendFileSync, mkdirSync, rmSync } from "node:fs";
  appendFileSync(process.env.NOTES, JSON.stringify({
    args: process.argv.slice(2), folder: process.cwd(), node: process.version,
    told: Object.keys(process.env).filter((name) => /^npm_(package|lifecycle|command)/.test(name)),
  }) + "\\n");
  await new Promise((done) => setTimeout(done, 150));
  rmSync("node_modules", { recursive: true, force: true });
  mkdirSync("node_modules");
  process.exit(Number(process.env.NPM_EXIT ?? 0));
`;

interface Note {
  readonly args: readonly string[];
  readonly folder: string;
  readonly told: readonly string[];
}

suite("what runs before every npm script", () => {
  let clone = "";
  beforeEach(() => {
    clone = realpathSync(mkdtempSync(join(tmpdir(), "echelon-clone-")));
    const tools = join(clone, "tools", "bootstrap");
    const isSource = (path: string) => !path.includes("node_modules") && !path.includes(".lock");
    cpSync(import.meta.dirname, tools, { recursive: true, filter: isSource });
    writeFileSync(join(clone, "package-lock.json"), '{ "lockfileVersion": 3 }');
    writeFileSync(join(clone, "npm.mjs"), fakeNpm);
  });
  afterEach(() => rmSync(clone, { recursive: true, force: true }));

  const start = (more: Readonly<Record<string, string>> = {}) => {
    const child = spawn(process.execPath, [join(clone, "tools", "bootstrap", "bootstrap.mjs")], {
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        PATH: process.env["PATH"],
        npm_execpath: join(clone, "npm.mjs"),
        npm_lifecycle_event: "prestart",
        npm_package_name: "echelon",
        NOTES: join(clone, "notes.jsonl"),
        ...more,
      },
    });
    const said = { out: "", err: "" };
    child.stdout.on("data", (text) => (said.out += String(text)));
    child.stderr.on("data", (text) => (said.err += String(text)));
    return {
      child,
      ended: once(child, "close").then(([code]) => ({ code: code as number, ...said })),
    };
  };
  const run = (more: Readonly<Record<string, string>> = {}) => start(more).ended;
  const notes = (): Note[] => {
    const path = join(clone, "notes.jsonl");
    if (!existsSync(path)) return [];
    const lines = readFileSync(path, "utf8").trim().split("\n");
    return lines.map((line) => JSON.parse(line) as Note);
  };

  test("installs what the lockfile says, once, and is silent afterwards", async () => {
    const first = await run();
    assert.equal(first.code, 0, first.err);
    assert.equal(first.out, "", "a command's output belongs to the command");
    assert.match(first.err, /Installing the dependencies …\n正在安装依赖……/);
    const [note] = notes();
    assert.deepEqual([note?.folder, note?.args[0]], [clone, "ci"]);
    assert.ok(note?.args.includes("--ignore-scripts"));
    assert.deepEqual(note?.told, [], "a run of its own knows nothing of the outer run");
    assert.deepEqual(await run(), { code: 0, out: "", err: "" });
    assert.equal(notes().length, 1);
  });

  test("installs again when the lockfile changed, or when the last time failed", async () => {
    const failed = await run({ NPM_EXIT: "1" });
    assert.equal(failed.code, 1);
    assert.match(failed.err, /Installing failed in .*registry/);
    assert.match(failed.err, /安装失败/);
    assert.equal((await run()).code, 0);
    writeFileSync(join(clone, "package-lock.json"), '{ "lockfileVersion": 3, "packages": {} }');
    assert.equal((await run()).code, 0);
    assert.equal(notes().length, 3);
  });

  test("installs once when two scripts are started at once", async () => {
    const both = await Promise.all([run(), run()]);
    assert.deepEqual(
      both.map(({ code }) => code),
      [0, 0],
    );
    assert.equal(notes().length, 1);
  });

  test("goes on after a run that was killed half way", async () => {
    const killed = start();
    await once(killed.child.stderr, "data");
    killed.child.kill("SIGKILL");
    await killed.ended;
    assert.ok(existsSync(join(clone, "tools", "bootstrap", ".lock")), "it held the lock");
    assert.equal((await run()).code, 0);
    const left = readdirSync(join(clone, "tools", "bootstrap")).filter((name) =>
      name.startsWith(".lock"),
    );
    assert.deepEqual(left, []);
  });

  test("links no Node while the user's own will do, and mends a broken link", async () => {
    await run();
    const link = join(clone, "node_modules", ".bin", "node");
    assert.equal(lstatSync(link, { throwIfNoEntry: false }), undefined);
    mkdirSync(join(clone, "node_modules", ".bin"), { recursive: true });
    symlinkSync("/nowhere/node", link);
    await run();
    assert.equal(realpathSync(link), realpathSync(process.execPath));
  });

  /** A real old Node, where this computer has one; the whole way is tried by a fresh clone, too. */
  const oldNode = ["/usr/bin/node", "/usr/local/bin/node"].find((path) => {
    const { stdout } = spawnSync(path, ["--version"], { encoding: "utf8" });
    const major = Number(/^v(\d+)\./.exec(stdout ?? "")?.[1] ?? "99");
    return major >= 18 && major < 24;
  });

  test("brings a Node of its own where the user's is too old", async (t) => {
    if (oldNode === undefined) return t.skip("there is no old Node on this computer");
    const runtime = join(clone, "tools", "bootstrap", "runtime");
    const manifest = JSON.parse(readFileSync(join(runtime, "package.json"), "utf8")) as {
      optionalDependencies: Record<string, string>;
    };
    const name = `node-${process.platform}-${process.arch}`;
    const version = manifest.optionalDependencies[name] ?? "";
    const program = join(runtime, "node_modules", name, "bin", "node");
    writeFileSync(
      join(clone, "npm.mjs"),
      `import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
       if (process.cwd().endsWith("runtime")) {
         mkdirSync(${JSON.stringify(join(program, ".."))}, { recursive: true });
         mkdirSync(${JSON.stringify(join(program, "..", "..", "include"))});
         if (process.env.REAL) symlinkSync(process.env.REAL, ${JSON.stringify(program)});
         else {
           const script = "#!/bin/sh\\necho v1.0.0\\n";
           writeFileSync(${JSON.stringify(program)}, script, { mode: 0o755 });
         }
       } else mkdirSync("node_modules", { recursive: true });`,
    );
    const bootstrap = join(clone, "tools", "bootstrap", "bootstrap.mjs");
    const env = { PATH: "/usr/bin:/bin", npm_execpath: join(clone, "npm.mjs") };
    const wrong = spawnSync(oldNode, [bootstrap], { env, encoding: "utf8" });
    assert.equal(wrong.status, 1);
    assert.match(wrong.stderr, /Echelon needs Node 24 or later[\s\S]*需要 Node 24/);
    if (process.version !== `v${version}`) return t.skip(`this is not Node ${version}`);
    rmSync(join(runtime, "node_modules"), { recursive: true });
    const right = spawnSync(oldNode, [bootstrap], {
      env: { ...env, REAL: process.execPath },
      encoding: "utf8",
    });
    assert.equal(right.status, 0, right.stderr);
    assert.match(right.stderr, /too old; bringing Node/);
    assert.equal(existsSync(join(program, "..", "..", "include")), false);
    assert.equal(
      realpathSync(join(clone, "node_modules", ".bin", "node")),
      realpathSync(process.execPath),
    );
  });
});
