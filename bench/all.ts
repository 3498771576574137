/** Runs every bench by itself and prints a table; exits with 1 when a promise does not hold. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Outcome, Skipped } from "./measure.ts";

/** A file of this folder is a bench when it says a promise of its own; the rest is shared. */
function benches(): readonly string[] {
  return readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && name !== "all.ts")
    .filter((name) => /\breport\(\[/.test(readFileSync(join(import.meta.dirname, name), "utf8")))
    .toSorted();
}

type Row = readonly [promise: string, ours: string, against: string, ratio: string, limit: string];

function rowOf(outcome: Outcome | Skipped): Row {
  if ("skipped" in outcome) return [outcome.promise, "", "", "skipped", outcome.skipped];
  const { promise, ours, against, peer, ratio, limit, holds } = outcome;
  const verdict = holds ? "holds" : "DOES NOT HOLD";
  return [promise, String(ours), `${against} ${peer}`, String(ratio), `${limit}, ${verdict}`];
}

function print(rows: readonly Row[]): void {
  const widths = [0, 1, 2, 3, 4].map((column) =>
    rows.reduce((most, row) => Math.max(most, row[column]!.length), 0),
  );
  for (const row of rows) {
    console.log(
      row
        .map((text, column) => text.padEnd(widths[column]!))
        .join("  ")
        .trimEnd(),
    );
  }
}

const passedOn = process.argv.slice(2);
const rows: Row[] = [["promise", "ours", "against", "ratio", "limit"]];
for (const name of benches()) {
  const path = join(import.meta.dirname, name);
  const run = spawnSync(process.execPath, [path, ...passedOn], { encoding: "utf8" });
  const lines = run.stdout.split("\n").filter((line) => line.startsWith("{"));
  for (const line of lines) rows.push(rowOf(JSON.parse(line) as Outcome | Skipped));
  if (lines.length === 0) {
    const reason = run.stderr.trim().split("\n").at(-1) ?? "";
    rows.push([name, "", "", "failed", reason]);
  }
  if (run.status !== 0) process.exitCode = 1;
}
print(rows);
