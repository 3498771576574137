/**
 * What every bench shares. A bench prints one line of JSON and exits with 1 when its promise does
 * not hold; `--smoke` makes it small and quick, to see that it still runs. Machines are shared and
 * noisy, so a promise is a ratio of two arms measured in turns in one run, or a count, never a bare
 * time.
 */

export type Outcome = {
  readonly promise: string;
  /** What was measured of ours, with its unit in `unit`. */
  readonly ours: number;
  /** What it is compared with: the peer's figure, or the count it must not pass. */
  readonly against: number;
  /** Who or what the peer is. */
  readonly peer: string;
  readonly ratio: number;
  readonly limit: number;
  readonly holds: boolean;
  /** Digests and parts, for whoever asks why. */
  readonly details?: Readonly<Record<string, number | string | readonly number[]>>;
};

/** Why a bench could not be run here; never a failure, never a pass. */
export type Skipped = { readonly promise: string; readonly skipped: string };

/** Whether the bench was asked for its small form. */
export const isSmoke = process.argv.includes("--smoke");

/** A promise that the ratio ours / against stays at or below its limit. */
export function atMost(
  promise: string,
  ours: number,
  against: number,
  peer: string,
  limit: number,
  details?: Outcome["details"],
): Outcome {
  const ratio = ours / against;
  const outcome = { promise, ours, against, peer, ratio, limit, holds: ratio <= limit };
  return details === undefined ? outcome : { ...outcome, details };
}

/** A promise that the peer's figure is at least so many times ours. */
export function timesFaster(
  promise: string,
  ours: number,
  against: number,
  peer: string,
  limit: number,
  details?: Outcome["details"],
): Outcome {
  const ratio = against / ours;
  const outcome = { promise, ours, against, peer, ratio, limit, holds: ratio >= limit };
  return details === undefined ? outcome : { ...outcome, details };
}

/** Prints outcomes, one line each, and sets the exit code. In a smoke no ratio is judged. */
export function report(outcomes: readonly (Outcome | Skipped)[]): void {
  for (const outcome of outcomes) {
    console.log(JSON.stringify(outcome, shortened));
    if ("holds" in outcome && !outcome.holds && !isSmoke) process.exitCode = 1;
  }
}

function shortened(_: string, value: unknown): unknown {
  return typeof value === "number" ? Number(value.toPrecision(5)) : value;
}

/** Milliseconds of processor time that a piece of work takes, on all threads of the process. */
export function processorTime(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Milliseconds that a piece of work takes by the clock. */
export function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export function best(values: readonly number[]): number {
  return values.reduce((least, value) => Math.min(least, value), Infinity);
}

/**
 * Lets arms take turns, so that a neighbor's noise falls on all of them.
 *
 * @returns the rounds of each arm, milliseconds
 */
export function inTurns(rounds: number, arms: readonly (() => number)[]): readonly number[][] {
  const results = arms.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    arms.forEach((arm, index) => results[index]!.push(arm()));
  }
  return results;
}
