import { runCommand } from "./run-command.ts";
import { failed, onePassed, sum, type Tally } from "./tally.ts";

const msMax = 180_000;

/** The checks that run no test, each counted as one. */
const checks: readonly (readonly [name: string, command: string, words: readonly string[]])[] = [
  ["types", "tsc", ["-p", ".", "--pretty", "false"]],
  ["lint", "oxlint", ["--type-aware", "--deny-warnings", "--format=unix"]],
  ["format", "oxfmt", ["--check", "."]],
  ["tidy", process.execPath, ["tools/tidy/tidy.ts"]],
];

/** Types, lint, format and the rules of the house, side by side. */
export async function runStaticChecks(root: string): Promise<Tally> {
  const tallies = checks.map(async ([name, command, words]) => {
    const { code, output, isLate } = await runCommand(command, words, { root, msMax });
    if (code === 0) return onePassed;
    return failed(name, isLate ? `not done after ${msMax / 1000} s` : output.trimEnd());
  });
  return sum(await Promise.all(tallies));
}
