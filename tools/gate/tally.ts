/** What became of one test or check that did not simply pass. */
export interface Remark {
  /** The file and the title, or the name of a check. */
  readonly title: string;
  /** Why it failed, or the reason it was skipped for. */
  readonly detail: string;
}

/** The outcome of one kind of tests. */
export interface Tally {
  readonly passed: number;
  readonly failures: readonly Remark[];
  readonly skips: readonly Remark[];
  /** Tests that passed but took long, with their time. */
  readonly slow: readonly { readonly title: string; readonly ms: number }[];
  /** The last lines that a red process printed. */
  readonly output: string;
}

/** So long may a test take before the gate names it. */
export const slowMsMin = 10_000;

export const onePassed: Tally = { passed: 1, failures: [], skips: [], slow: [], output: "" };

export function failed(title: string, detail: string): Tally {
  return { ...onePassed, passed: 0, failures: [{ title, detail }] };
}

export function sum(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((total, { passed }) => total + passed, 0),
    failures: tallies.flatMap(({ failures }) => failures),
    skips: tallies.flatMap(({ skips }) => skips),
    slow: tallies.flatMap(({ slow }) => slow).toSorted((a, b) => b.ms - a.ms),
    output: tallies
      .map(({ output }) => output)
      .filter((output) => output !== "")
      .join("\n"),
  };
}

/** How many tests there were, whatever became of them. */
export function sizeOf({ passed, failures, skips }: Tally): number {
  return passed + failures.length + skips.length;
}

/** `12 passed, 0 failed, 1 skipped`: the line that others read. */
export function lineOf({ passed, failures, skips }: Tally): string {
  return `${passed} passed, ${failures.length} failed, ${skips.length} skipped`;
}

/** A test skipped for a tool that is not here is a failure where every tool must be. */
export function withoutMissingTools(tally: Tally): Tally {
  const isMissing = ({ detail }: Remark) => detail.startsWith("missing tool:");
  return {
    ...tally,
    failures: [...tally.failures, ...tally.skips.filter(isMissing)],
    skips: tally.skips.filter((skip) => !isMissing(skip)),
  };
}
