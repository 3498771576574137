import { availableParallelism } from "node:os";

/** The kinds of checks, in the order they run. */
export const kindNames = ["static", "pure", "server", "journeys"] as const;
export type KindName = (typeof kindNames)[number];

/** A kind that runs test files. */
export interface TestKind {
  readonly globs: readonly string[];
  readonly processes: number;
  readonly msMax: number;
  /** A program that runs once before the processes start. */
  readonly prepare?: string;
  /** Whether its tests ask for a database. */
  readonly needsCluster: boolean;
}

/**
 * Ends what hangs; it judges no speed, which each kind prints. A computer of a third of the speed
 * of those the eight minutes are meant for must be able to finish.
 */
const msMax = 1_800_000;

const testsIn = (folder: string) => `${folder}/**/*.test.ts`;

export const testKinds: Readonly<Record<Exclude<KindName, "static">, TestKind>> = {
  pure: {
    globs: ["kernel", "contract", "atlas", "courses", "web"].map(testsIn),
    processes: 1,
    msMax,
    needsCluster: false,
  },
  server: {
    globs: ["server", "connectors", "cli", "tools", "bench", "tests"].map(testsIn),
    processes: availableParallelism(),
    msMax,
    needsCluster: true,
  },
  journeys: {
    globs: ["tests/journeys/**/*.journey.ts"],
    prepare: "tests/browser/ready-browser.ts",
    processes: Math.min(2, availableParallelism()),
    msMax,
    // Each journey starts a whole installation, its own database included, as a newcomer does.
    needsCluster: false,
  },
};
