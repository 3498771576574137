import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { echelonVersion } from "@echelon/server/main.ts";
import type { Command, Terminal } from "./command.ts";
import { refusedByComputer } from "./refused-by-computer.ts";
import { commandNames, runEchelon } from "./run.ts";
import { languageOf, texts, textsOf } from "./text/text.ts";

const { zh, en } = texts;
const never = new Promise<void>(() => {});

suite("the command line", () => {
  let folder = "";
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "echelon-cli-"));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const run = async (args: string, more: Partial<Terminal> = {}) => {
    const out: string[] = [];
    const told: string[] = [];
    const code = await runEchelon(args.split(" ").filter(Boolean), {
      out: (text) => void out.push(text),
      tell: (text) => void told.push(text),
      environment: { ECHELON_DEMO: "0", ECHELON_WORKERS: "0", ECHELON_PORT: "0" },
      folder,
      input: () => Promise.resolve(new Uint8Array()),
      ended: never,
      ...more,
    });
    return { code, out: out.join("\n"), told: told.join("\n") };
  };

  test("lists every command in both languages", async () => {
    const english = await run("help");
    const chinese = await run("--lang zh");
    assert.deepEqual([english.code, chinese.code], [0, 0]);
    for (const name of commandNames()) {
      assert.match(english.out, new RegExp(`^  ${name} +[A-Z]`, "m"), name);
      assert.match(chinese.out, new RegExp(`^  ${name} +\\p{Script=Han}`, "mu"), name);
    }
  });

  test("says every sentence in both languages, and each with the same facts", async () => {
    assert.deepEqual(Object.keys(en).toSorted(), Object.keys(zh).toSorted());
    const factsOf = (text = "") =>
      [...text.matchAll(/\{(\w+)\}/g)]
        .map(([, name = ""]) => name)
        .toSorted((a, b) => a.localeCompare(b));
    for (const [key, sentence] of Object.entries(en))
      assert.deepEqual(factsOf(zh[key]), factsOf(sentence), key);
    const faults = readFileSync(join(import.meta.dirname, "../server/platform/fault.ts"), "utf8");
    for (const [, code = ""] of faults.matchAll(/\| "([a-z/-]+)"/g)) assert.ok(en[code], code);
    for (const name of commandNames()) {
      assert.ok(en[`command ${name}`], name);
      const { command } = (await import(`./commands/${name}.ts`)) as { command: Command };
      for (const option of Object.keys(command.options ?? {})) {
        assert.ok(en[`${name} --${option}`], `${name} --${option}`);
      }
    }
  });

  test("takes its language from an option, else from the terminal", () => {
    assert.equal(languageOf([], {}), "en");
    assert.equal(languageOf([], { LANG: "zh_CN.UTF-8" }), "zh");
    assert.equal(languageOf([], { LC_ALL: "en_US.UTF-8", LANG: "zh_CN.UTF-8" }), "en");
    assert.equal(languageOf(["config", "--lang=zh"], { LANG: "en" }), "zh");
    assert.equal(languageOf(["--lang", "en", "config"], { LANG: "zh_CN" }), "en");
  });

  test("refuses what it does not know, and explains", async () => {
    assert.deepEqual((await run("fly")).code, 2);
    assert.deepEqual((await run("constructor")).code, 2);
    const wrong = await run("restore");
    assert.equal(wrong.code, 2);
    assert.match(wrong.told, /echelon restore <file>/);
    assert.equal((await run("config extra")).code, 2);
    assert.equal((await run("backup --everything")).code, 2);
    const help = await run("backup --help");
    assert.equal(help.code, 0);
    assert.match(help.out, /echelon backup \[file\][\s\S]*--with-keys/);
  });

  test("says a wrong setting in one sentence, without a stack", async () => {
    const { code, told } = await run("config", { environment: { ECHELON_PORT: "http" } });
    assert.deepEqual([code, told.split("\n").length], [1, 1]);
    assert.match(told, /ECHELON_PORT/);
  });

  test("says in one sentence what the computer refuses, and names the place", async () => {
    const file = join(folder, "a file");
    writeFileSync(file, "");
    const { code, told } = await run("config", {
      environment: { ECHELON_HOME: file, ECHELON_PORT: "0" },
    });
    assert.deepEqual([code, told.split("\n").length], [1, 1]);
    assert.match(told, /a file/);
    const full = Object.assign(new Error("no space"), { code: "ENOSPC", syscall: "write" });
    assert.match(refusedByComputer(full, textsOf("en")) ?? "", /disk is full/);
    const ours = Object.assign(new Error("no module"), { code: "ERR_MODULE_NOT_FOUND" });
    assert.equal(refusedByComputer(ours, textsOf("en")), null);
  });

  test("serves, saves while it serves, ends when asked, and restores elsewhere", async () => {
    const { promise: ended, resolve: end } = Promise.withResolvers<void>();
    const { promise: opened, resolve: open } = Promise.withResolvers<string>();
    const serving = run("serve", { ended, out: open });
    const url = /http:\S+/.exec(await opened)?.[0] ?? "";
    const health = await fetch(`${url}/api/health`);
    assert.deepEqual(await health.json(), { isWell: true });
    assert.equal((await fetch(`${url}/api/status`)).status, 401);
    const described = (await (await fetch(`${url}/openapi.json`)).json()) as {
      info: { version: string };
    };
    assert.equal(described.info.version, echelonVersion);

    const file = join(folder, "saved.tar");
    const saved = await run(`backup ${file}`);
    assert.equal(saved.code, 0, saved.told);
    assert.match(saved.told, /Joined the running database/);
    assert.equal((await run("check")).code, 0);
    end();
    assert.equal((await serving).code, 0);
    assert.equal(existsSync(join(folder, "data", "postgres", "postmaster.pid")), false);

    const refused = await run(`restore ${file}`);
    assert.equal(refused.code, 1);
    assert.match(refused.told, /not empty/);
    const environment = { ECHELON_HOME: join(folder, "elsewhere"), ECHELON_DEMO: "0" };
    const restored = await run(`restore ${file}`, { environment });
    assert.equal(restored.code, 0, restored.told);
    assert.match((await run("migrate", { environment })).out, /up to date/);
  });
});
