import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { withFolderLock } from "./platform/files/folder-lock.ts";

export type BuildNews = "web/building" | "web/built" | "web/not-there";

/** What the app is made of; tests of these are not in it. */
const sources = ["web", "contract", "kernel"];
const stampName = ".stamp";
const packedBytesMin = 1_024;

/**
 * Builds `web/dist` when its sources are not those it was built from.
 *
 * The stamp is written last and the folder renamed when whole, so a build that was killed is built
 * again and a server never serves half of one.
 *
 * @param folder the clone
 */
export async function buildWeb(
  folder: string,
  tell: (news: BuildNews, facts: Readonly<Record<string, string | number>>) => void,
): Promise<void> {
  const web = join(folder, "web");
  if (!existsSync(join(web, "index.html"))) return tell("web/not-there", {});
  const dist = join(web, "dist");
  const stamp = await stampOf(folder);
  if (isFresh(dist, stamp)) return;
  const made = join(folder, "node_modules");
  await withFolderLock(join(made, ".echelon-web.lock"), async () => {
    if (isFresh(dist, stamp)) return;
    tell("web/building", {});
    const startedAt = performance.now();
    const growing = join(made, ".echelon-web");
    await runVite(web, growing);
    await packFiles(growing);
    writeFileSync(join(growing, stampName), stamp);
    rmSync(dist, { recursive: true, force: true });
    renameSync(growing, dist);
    tell("web/built", { seconds: Math.round((performance.now() - startedAt) / 100) / 10 });
  });
}

function isFresh(dist: string, stamp: string): boolean {
  const path = join(dist, stampName);
  return existsSync(path) && readFileSync(path, "utf8") === stamp;
}

async function stampOf(folder: string): Promise<string> {
  const hash = createHash("sha256");
  hash.update(await readFile(join(folder, "package-lock.json")));
  for (const source of sources) {
    for (const path of await filesBelow(join(folder, source))) {
      hash.update(`\n${path.slice(folder.length)}\n`).update(await readFile(path));
    }
  }
  return hash.digest("hex");
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      const isMade = ["node_modules", "dist"].includes(entry.name);
      if (!isMade) found.push(...(await filesBelow(path)));
    } else if (!entry.name.endsWith(".test.ts")) {
      found.push(path);
    }
  }
  return found;
}

async function runVite(web: string, outDir: string): Promise<void> {
  const vite = join(
    createRequire(join(web, "package.json")).resolve("vite/package.json"),
    "..",
    "bin",
    "vite.js",
  );
  const args = [vite, "build", web, "--outDir", outDir, "--emptyOutDir", "--logLevel", "warn"];
  const env = { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" };
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => (said += text));
  }
  const code = await new Promise<number>((done, fail) => {
    child.once("error", fail);
    child.once("exit", (exit) => done(exit ?? -1));
  });
  if (code !== 0) throw new Error(`the web app could not be built:\n${said}`);
}

/** Writes each text file also as Brotli and gzip, so that serving costs no compression. */
async function packFiles(folder: string): Promise<void> {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  for (const path of await filesBelow(folder)) {
    if (!/\.(js|css|html|svg|json|txt|map)$/.test(path)) continue;
    const bytes = await readFile(path);
    if (bytes.length < packedBytesMin) continue;
    await writeFile(`${path}.br`, await promisify(brotliCompress)(bytes, quality));
    await writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 }));
  }
}
