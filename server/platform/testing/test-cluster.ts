import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ClusterPlace, makeRoles } from "../database/ask-cluster.ts";
import { startCluster } from "../database/launcher.ts";

/** Where a test run that has a cluster for all its files says where its socket and port are. */
const socketVariable = "ECHELON_TEST_SOCKET";
const portVariable = "ECHELON_TEST_PORT";
/**
 * The address of a server of one's own to test on instead, of any version that is promised. It is a
 * throwaway: its superuser is `postgres`, and it lets every role in without a password.
 */
const serverVariable = "ECHELON_TEST_DATABASE_URL";

let started: Promise<ClusterPlace> | null = null;

/**
 * The database cluster of this test run: the one that the gate started, else one of this process,
 * which ends with it. It gives up durability, so it starts in half a second.
 */
export function testCluster(): Promise<ClusterPlace> {
  const socketFolder = process.env[socketVariable];
  if (socketFolder !== undefined) {
    return Promise.resolve({ socketFolder, port: Number(process.env[portVariable] ?? 5432) });
  }
  started ??= startOwn();
  return started;
}

/** A cluster for a whole run of several processes, with the environment that leads them to it. */
export async function startTestCluster(home: string) {
  const url = process.env[serverVariable];
  const cluster =
    url === undefined
      ? await startCluster({ home, isForTests: true })
      : await joinServer(serverPlace(url));
  const environment = {
    [socketVariable]: cluster.socketFolder,
    [portVariable]: String(cluster.port),
  };
  return { environment, stop: () => cluster.stop() };
}

/** The host (a name, or the folder of a socket, percent-encoded) and port of an address. */
export function serverPlace(url: string): ClusterPlace {
  const { hostname, port } = new URL(url);
  return { socketFolder: decodeURIComponent(hostname), port: port === "" ? 5432 : Number(port) };
}

async function joinServer(place: ClusterPlace) {
  await makeRoles(place);
  return { ...place, stop: () => Promise.resolve() };
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
