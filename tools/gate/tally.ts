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
  /** The last lines that a red process printed. */
  readonly output: string;
}

export function failed(title: string, detail: string): Tally {
  return { passed: 0, failures: [{ title, detail }], skips: [], output: "" };
}

export function sum(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((total, { passed }) => total + passed, 0),
    failures: tallies.flatMap(({ failures }) => failures),
    skips: tallies.flatMap(({ skips }) => skips),
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
