/** Runs every bench by itself and prints a table; exits with 1 when a promise does not hold. */
import { benches, runBench } from "./benches.ts";
import type { Outcome, Skipped } from "./measure.ts";

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
  const { code, outcomes, said } = await runBench(name, passedOn);
  rows.push(...outcomes.map(rowOf));
  if (outcomes.length === 0) {
    rows.push([name, "", "", "failed", said.trim().split("\n").at(-1) ?? ""]);
  }
  if (code !== 0) process.exitCode = 1;
}
print(rows);
