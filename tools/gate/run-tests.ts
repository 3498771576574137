import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Report } from "./reporter.ts";
import { type Ended, runCommand } from "./run-command.ts";
import { failed, type Remark, slowMsMin, sum, type Tally } from "./tally.ts";

const reporter = fileURLToPath(new URL("reporter.ts", import.meta.url));
const laws = new URL("laws.ts", import.meta.url).href;
const testMsMax = 180_000;
const outputLinesShown = 60;

/** A set of test files and how they are run. */
export interface TestRun {
  readonly root: string;
  readonly globs: readonly string[];
  /** Only files at or below this path, relative to the root. */
  readonly path?: string | undefined;
  /** In how many processes; the files are dealt out among them. */
  readonly processes: number;
  readonly msMax: number;
  /** A program that runs once before the processes start, relative to the root. */
  readonly prepare?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** The test files that the globs match, at or below the path. */
export function testFiles({ root, globs, path = "" }: TestRun): string[] {
  const below = path.replace(/\/+$/, "");
  return globs
    .flatMap((glob) => globSync(glob, { cwd: root, exclude: isOutside }))
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => below === "" || file === below || file.startsWith(`${below}/`))
    .toSorted();
}

function isOutside(path: string): boolean {
  return /(^|[\\/])(node_modules|planted)([\\/]|$)/.test(path);
}

/** Runs test files, all in one process or dealt out among several; no file at all is a failure. */
export async function runTests(run: TestRun): Promise<Tally> {
  const files = testFiles(run);
  if (files.length === 0) {
    const detail = `no test file matches ${run.globs.join(" ")} below "${run.path ?? ""}"`;
    return failed("no tests", detail);
  }
  if (run.prepare !== undefined) {
    const { root, msMax } = run;
    const { code, output } = await runCommand(process.execPath, [run.prepare], { root, msMax });
    if (code !== 0) return failed(run.prepare, output.trimEnd());
  }
  const hands = Array.from({ length: Math.min(run.processes, files.length) }, (_, hand) =>
    files.filter((_file, index) => index % run.processes === hand),
  );
  return sum(await Promise.all(hands.map((hand) => runProcess(run, hand))));
}

async function runProcess(run: TestRun, files: readonly string[]): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), "echelon-gate-"));
  const report = join(folder, "report.jsonl");
  const words = [
    `--import=${laws}`,
    "--test",
    "--test-isolation=none",
    `--test-timeout=${testMsMax}`,
    `--test-reporter=${reporter}`,
    ...files,
  ];
  try {
    const env = { ...run.env, GATE_REPORT: report };
    const ended = await runCommand(process.execPath, words, {
      root: run.root,
      msMax: run.msMax,
      env,
    });
    const lines = existsSync(report) ? readFileSync(report, "utf8").split("\n") : [];
    return judge(
      lines.filter((line) => line !== "").map((line) => JSON.parse(line) as Report),
      ended,
      run.msMax,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A process is trusted only when it reported its end and its exit code agrees with the report. */
function judge(reports: readonly Report[], ended: Ended, msMax: number): Tally {
  const failures: Remark[] = remarksOf(reports, "failed");
  const fail = (title: string, detail: string) => failures.push({ title, detail });
  const isWhole = reports.some(({ kind }) => kind === "ended");
  if (ended.isLate) fail("too slow", `not done after ${msMax / 1000} s`);
  else if (!isWhole) fail("a test process ended early", `exit code ${ended.code}`);
  else if (ended.code !== 0 && failures.length === 0) fail("exit code", String(ended.code));
  const passed = reports.filter((report) => report.kind === "passed");
  return {
    passed: passed.length,
    failures,
    skips: remarksOf(reports, "skipped"),
    slow: passed.filter(({ ms }) => ms >= slowMsMin),
    output: failures.length === 0 ? "" : lastLines(ended.output),
  };
}

function remarksOf(reports: readonly Report[], kind: "failed" | "skipped"): Remark[] {
  return reports.flatMap((report) => (report.kind === kind ? [report] : []));
}

function lastLines(output: string): string {
  return output.trimEnd().split("\n").slice(-outputLinesShown).join("\n");
}
