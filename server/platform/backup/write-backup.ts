import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdtemp, open, readFile, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import type { Whereabouts } from "../database/connection.ts";
import { appliedMigrations } from "../database/migrate.ts";
import { Fault } from "../fault.ts";
import type { Module } from "../module.ts";
import { echelonVersion } from "../status/versions.ts";
import { backupFormat, type Manifest, manifestName, tableEntry } from "./manifest.ts";
import { quoted, quotedName, type Table, tablesToSave } from "./tables.ts";
import { tarEnd, tarFile } from "./tar.ts";

export interface BackupOptions {
  readonly at: Whereabouts;
  readonly home: string;
  readonly modules: readonly Module[];
  readonly now: Date;
  /** Where the backup goes; appears there only when it is whole. */
  readonly file: string;
  /** Leaves out what the modules can derive again. */
  readonly isLean?: boolean;
  /** Takes the installation's secret along: whoever has the file can then sign as it. */
  readonly withKeys?: boolean;
}

export interface BackupMade {
  readonly file: string;
  readonly bytes: number;
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
}

/**
 * Saves a whole installation into one tar, as one instant saw it, while it goes on running.
 *
 * Row policies are switched off so that a policy which would hide rows is an error instead.
 *
 * @throws Fault `backup/mismatch` when a table's rows and its content disagree
 */
export async function writeBackup(options: BackupOptions): Promise<BackupMade> {
  const growing = await mkdtemp(`${options.file}.`);
  try {
    const { manifest, tables } = await saveTables(options, growing);
    const files = await listFiles(join(options.home, "files"));
    const keys = options.withKeys === true ? await listFiles(join(options.home, "keys")) : [];
    const whole: Manifest = { ...manifest, files: files.length, hasKeys: keys.length > 0 };
    const archive = join(growing, "backup.tar");
    const parts = archiveParts(whole, tables, growing, options.home, [...files, ...keys]);
    await pipeline(parts, createWriteStream(archive, { mode: 0o600 }));
    await flush(archive);
    await rename(archive, options.file);
    await flush(dirname(options.file));
    const { size } = await stat(options.file);
    const rows = whole.tables.reduce((total, table) => total + table.rows, 0);
    return { file: options.file, bytes: size, tables: tables.length, rows, files: files.length };
  } finally {
    await rm(growing, { recursive: true, force: true });
  }
}

async function saveTables(options: BackupOptions, folder: string) {
  const client = new pg.Client(options.at.connection("owner"));
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    await client.query("set local row_security = off");
    const rules = options.modules.flatMap((module) => module.backup ?? []);
    const leftOut = rules.flatMap((rule) => [
      ...(rule.leavesOut ?? []),
      ...(options.isLean === true ? (rule.derived ?? []) : []),
    ]);
    const tables = await tablesToSave(client, leftOut);
    const migrations = await appliedMigrations(client);
    const saved: Manifest["tables"] = [];
    for (const [at, table] of tables.entries())
      saved.push(await saveTable(client, table, placeOf(folder, at)));
    await client.query("commit");
    const manifest: Manifest = {
      format: backupFormat,
      version: echelonVersion,
      madeAt: options.now.toISOString(),
      isLean: options.isLean === true,
      migrations: migrations.map(({ module, number, name, sha256 }) => ({
        module,
        number,
        name,
        sha256,
      })),
      tables: saved,
      files: 0,
      hasKeys: false,
    };
    return { manifest, tables };
  } finally {
    await client.end();
  }
}

async function saveTable(
  client: pg.Client,
  table: Table,
  place: string,
): Promise<Manifest["tables"][number]> {
  const columns = table.columns.map(quotedName).join(", ");
  const order = table.keys.length === 0 ? "" : ` order by ${table.keys.map(quotedName).join(", ")}`;
  const source = client.query(
    copyTo(`copy (select ${columns} from ${quoted(table.name)}${order}) to stdout`),
  );
  const hash = createHash("sha256");
  let lines = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      for (const byte of chunk) if (byte === 0x0a) lines += 1;
      done(null, chunk);
    },
  });
  await pipeline(source, count, createGzip({ level: 6 }), createWriteStream(place));
  const rows = source.rowCount;
  if (rows !== lines) throw new Fault("backup/mismatch", { table: table.name, rows, lines });
  return { name: table.name, columns: [...table.columns], rows, sha256: hash.digest("hex") };
}

function placeOf(folder: string, at: number): string {
  return join(folder, `${at}.gz`);
}

async function* archiveParts(
  manifest: Manifest,
  tables: readonly Table[],
  folder: string,
  home: string,
  files: readonly string[],
): AsyncGenerator<Buffer> {
  const text = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`);
  yield* tarFile(manifestName, text.length, text);
  for (const [at, table] of tables.entries()) {
    const place = placeOf(folder, at);
    yield* tarFile(tableEntry(table.name), (await stat(place)).size, place);
  }
  for (const file of files) {
    const bytes = await readFile(file);
    yield* tarFile(relative(home, file).replaceAll("\\", "/"), bytes.length, bytes);
  }
  yield tarEnd;
}

/** The finished files of a folder and those below; one that still grows has a third dot part. */
async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && !entry.name.includes("."))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
