import { enableCompileCache } from "node:module";
import { join } from "node:path";

/**
 * The program: what it was called with, and the process it may end.
 *
 * What was compiled is kept beside the dependencies, so that the next start need not do it again.
 */
const folder = join(import.meta.dirname, "..");
enableCompileCache(join(folder, "node_modules", ".cache", "node"));
const { runEchelon } = await import("./run.ts");

const { readWhole } = await import("./read-whole.ts");

const ended = new Promise<void>((resolve) => {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      // Whoever asks twice does not want to wait.
      process.on(signal, () => process.exit(130));
      resolve();
    });
  }
});

// Whoever reads the output may stop reading: `echelon help | head -1`.
process.stdout.on("error", () => {});

process.exitCode = await runEchelon(process.argv.slice(2), {
  out: (text) => void process.stdout.write(`${text}\n`),
  tell: (text) => void process.stderr.write(`${text}\n`),
  input: (bytesMax) => readWhole(process.stdin, bytesMax),
  environment: process.env,
  folder,
  ended,
});
