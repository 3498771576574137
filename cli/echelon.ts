import { join } from "node:path";
import { runEchelon } from "./run.ts";

/** The program: what it was called with, and the process it may end. */
const ended = new Promise<void>((resolve) => {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      // Whoever asks twice does not want to wait.
      process.on(signal, () => process.exit(130));
      resolve();
    });
  }
});

process.exitCode = await runEchelon(process.argv.slice(2), {
  out: (text) => void process.stdout.write(`${text}\n`),
  tell: (text) => void process.stderr.write(`${text}\n`),
  environment: process.env,
  folder: join(import.meta.dirname, ".."),
  ended,
});
