import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ClusterPlace } from "../database/ask-cluster.ts";
import { startCluster } from "../database/launcher.ts";

/** Where a test run that started a cluster for all its files says where its socket is. */
const socketVariable = "ECHELON_TEST_SOCKET";

let started: Promise<ClusterPlace> | null = null;

/**
 * The database cluster of this test run: the one that the gate started, else one of this process,
 * which ends with it. It gives up durability, so it starts in half a second.
 */
export function testCluster(): Promise<ClusterPlace> {
  const socketFolder = process.env[socketVariable];
  if (socketFolder !== undefined) return Promise.resolve({ socketFolder, port: 5432 });
  started ??= startOwn();
  return started;
}

/** A cluster for a whole run of several processes, with the environment that leads them to it. */
export async function startTestCluster(home: string) {
  const cluster = await startCluster({ home, isForTests: true });
  return { environment: { [socketVariable]: cluster.socketFolder }, stop: () => cluster.stop() };
}

async function startOwn(): Promise<ClusterPlace> {
  const home = mkdtempSync(join(tmpdir(), "echelon-test-"));
  const cluster = await startCluster({ home, isForTests: true });
  cluster.unref();
  process.once("beforeExit", () => {
    void cluster.stop().then(() => rmSync(home, { recursive: true, force: true }));
  });
  return cluster;
}
