import { accessSync, constants, globSync } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

/** A browser program and what it must be told. */
interface Found {
  readonly program: string;
  readonly words: readonly string[];
}

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Quiet, without a graphics card, and without a sandbox where root may have none. */
const words = [
  "--headless=new",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--no-first-run",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

/** The packed browser's own words switch web security off; these are enough (measured). */
const packedWords = ["--headless=shell", "--disable-gpu", "--no-sandbox", "--no-zygote"];

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The browser named by CHROME_PATH, or the first one on the path. */
function installedBrowser(): Found | undefined {
  const named = process.env["CHROME_PATH"];
  if (named !== undefined && named !== "") return { program: named, words };
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const program = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const first = program.find(isProgram);
  return first === undefined ? undefined : { program: first, words };
}

/**
 * The browser that comes as a package, for Linux on x64: it unpacks itself into the temp folder.
 *
 * Where the machine has no libnss3 it brings its own libraries too, but only when the variable is
 * set before it is imported.
 */
async function packedBrowser(): Promise<Found | undefined> {
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  if (globSync("/{usr/,}lib{,64}{,/x86_64-linux-gnu}/libnss3.so").length === 0)
    process.env["AWS_LAMBDA_JS_RUNTIME"] ??= "nodejs24.x";
  const { default: packed } = await import("@sparticuz/chromium");
  return { program: await packed.executablePath(), words: packedWords };
}

/** Why no journey can run here, or undefined when one can; a reason that a skip prints. */
export function reasonWithoutBrowser(): string | undefined {
  if (installedBrowser() !== undefined) return undefined;
  if (process.platform === "linux" && process.arch === "x64") return undefined;
  return "missing tool: a browser (set CHROME_PATH, or install chromium or google-chrome)";
}

/** Unpacks the packed browser where it is the one that will open. */
export async function readyBrowser(): Promise<void> {
  if (installedBrowser() === undefined) await packedBrowser();
}

/** Opens the first browser found: CHROME_PATH, one on the path, the packed one. */
export async function openBrowser(): Promise<Browser> {
  const found = installedBrowser() ?? (await packedBrowser());
  if (found === undefined) throw new Error(reasonWithoutBrowser());
  return chromium.launch({ executablePath: found.program, args: [...found.words] });
}
