/** Which files of this folder are benches, and how one is run. */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Outcome, Skipped } from "./measure.ts";

/** A file is a bench when it reports a promise of its own; the rest is shared. */
export function benches(): readonly string[] {
  return readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .filter((name) => /^ *report\(\[/m.test(readFileSync(join(import.meta.dirname, name), "utf8")))
    .toSorted();
}

export type Ran = {
  readonly code: number | null;
  readonly outcomes: readonly (Outcome | Skipped)[];
  /** What it said of what went wrong. */
  readonly said: string;
};

/** Runs a bench in a process of its own, so that what another one left behind does not count. */
export async function runBench(name: string, flags: readonly string[]): Promise<Ran> {
  const program = [join(import.meta.dirname, name), ...flags];
  const child = spawn(process.execPath, program, { stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (printed += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
  const code = await new Promise<number | null>((done, fail) => {
    child.once("error", fail);
    child.once("close", done);
  });
  const lines = printed.split("\n").filter((line) => line.startsWith("{"));
  return { code, said, outcomes: lines.map((line) => JSON.parse(line) as Outcome | Skipped) };
}
