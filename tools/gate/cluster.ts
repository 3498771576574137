import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startTestCluster } from "@echelon/server/platform/testing/test-cluster.ts";

/** The database cluster of one run: every test file makes its own database in it. */
export interface RunCluster {
  /** What the tests find in their environment. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** Starts an embedded cluster that gives up durability, in a folder that goes with it. */
export async function startRunCluster(): Promise<RunCluster> {
  const home = mkdtempSync(join(tmpdir(), "echelon-gate-cluster-"));
  const cluster = await startTestCluster(home);
  return {
    environment: cluster.environment,
    async stop() {
      await cluster.stop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}
