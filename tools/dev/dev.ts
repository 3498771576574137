import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";

/**
 * Serves the project while one works on it: the API begun again when its source changes, the web
 * app changed in place. The browser opens Vite's address, which passes calls on to the API.
 */
const root = join(import.meta.dirname, "..", "..");
const web = join(root, "web");
const webPort = "5173";

const vite = join(
  createRequire(join(web, "package.json")).resolve("vite/package.json"),
  "..",
  "bin",
  "vite.js",
);
const cli = join(root, "cli", "echelon.ts");

const children: ChildProcess[] = [
  begin(["--watch", "--watch-preserve-output", cli, "serve", "--without-web"]),
  begin([vite, web, "--port", webPort, "--strictPort"]),
];

/** Whichever ends, ends the other. */
for (const child of children) child.once("exit", stop);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop);

/** Changes come from pages of Vite's address, so that is the public one here. */
function begin(args: readonly string[]): ChildProcess {
  const env = { ...process.env, ECHELON_URL: `http://localhost:${webPort}` };
  return spawn(process.execPath, args, { stdio: "inherit", env });
}

function stop(): void {
  for (const child of children) child.kill("SIGTERM");
}
