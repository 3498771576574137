import { startCluster } from "../database/launcher.ts";

/** A program for tests that kill: starts a cluster on the folder it is given and keeps it. */
const [home = ""] = process.argv.slice(2);
const cluster = await startCluster({ home, isForTests: true });
process.stdout.write(
  `${JSON.stringify({ isOurs: cluster.isOurs, socketFolder: cluster.socketFolder })}\n`,
);
process.stdin.resume().once("end", () => void cluster.stop().then(() => process.exit(0)));
