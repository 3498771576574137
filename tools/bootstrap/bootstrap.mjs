// Makes a clone ready to run, before every npm script: the right Node, then the dependencies. Plain
// JavaScript for any Node from 18 on, and nothing from node_modules: neither may be there yet. It
// speaks on stderr only, because a command's stdout may be read by a program.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installWhenStale, isStale } from "./dependencies.mjs";
import { withLock } from "./lock.mjs";
import { linkNode, nodeIsNew, runtimeNode } from "./node.mjs";
import { Stop } from "./say.mjs";

const root = join(fileURLToPath(import.meta.url), "..", "..", "..");

try {
  await makeReady(root);
} catch (error) {
  if (!(error instanceof Stop)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

/** @param {string} clone */
async function makeReady(clone) {
  const bootstrap = join(clone, "tools", "bootstrap");
  if (nodeIsNew(process.version) && !isStale(clone)) return linkNode(clone, process.execPath);
  await withLock(join(bootstrap, ".lock"), async () => {
    const node = nodeIsNew(process.version)
      ? process.execPath
      : runtimeNode(join(bootstrap, "runtime"));
    installWhenStale(clone, node);
    linkNode(clone, node);
  });
}
