import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { Whereabouts } from "../database/connection.ts";
import { type MigrationFolder, readMigrations } from "../database/migrate.ts";
import { platformMigrations, prepareDatabase } from "../database/prepare.ts";
import { Fault } from "../fault.ts";
import { openFiles } from "../files/files.ts";
import { backupFormat, Manifest, manifestName, tableEntry } from "./manifest.ts";
import { emptyOut, isEmptyDatabase, quoted, quotedName } from "./tables.ts";
import { DamagedArchive, readTar, type TarEntry } from "./tar.ts";

export interface RestoreOptions {
  readonly at: Whereabouts;
  readonly home: string;
  readonly folders: readonly MigrationFolder[];
  readonly file: string;
}

const manifestBytesMax = 16 * 2 ** 20;

/**
 * Fills an empty database from a backup: tables as they were then, then the later migrations.
 *
 * When anything disagrees the database is emptied again, so that it can be tried anew.
 *
 * @throws Fault `database/not-empty`, `backup/unreadable`, `-newer-format`, `-unknown-migration`,
 *   `-mismatch`
 */
export async function restoreBackup(options: RestoreOptions): Promise<Manifest> {
  const client = new pg.Client(options.at.connection("owner"));
  client.on("error", () => {});
  await client.connect();
  try {
    if (!(await isEmptyDatabase(client))) throw new Fault("database/not-empty");
    try {
      return await fill(client, options);
    } catch (error) {
      await client.query("rollback");
      await emptyOut(client);
      throw isDamage(error) ? new Fault("backup/unreadable", { file: options.file }) : error;
    }
  } finally {
    await client.end();
  }
}

/** Cut short, or changed on its way: what was packed does not unpack. */
function isDamage(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code ?? "";
  return error instanceof DamagedArchive || error instanceof SyntaxError || code.startsWith("Z_");
}

async function fill(client: pg.Client, options: RestoreOptions): Promise<Manifest> {
  const entries = readTar(createReadStream(options.file));
  const manifest = await readManifest(entries, options.file);
  checkMigrations(manifest, options.folders);
  const upTo = (module: string): number =>
    Math.max(
      0,
      ...manifest.migrations.filter((row) => row.module === module).map(({ number }) => number),
    );
  await prepareDatabase(options.at, options.folders, { upTo });
  await client.query("begin");
  await client.query("set local row_security = off");
  await client.query("set constraints all deferred");
  const files = openFiles(join(options.home, "files"));
  const due = [...manifest.tables];
  let filesSeen = 0;
  for await (const entry of entries) {
    const table = due[0];
    if (table !== undefined) {
      if (entry.name !== tableEntry(table.name)) throw mismatch(table.name, entry.name);
      await fillTable(client, table, entry);
      due.shift();
    } else if (entry.name.startsWith("files/")) {
      const { hash } = await files.put(await bytesOf(entry));
      if (`files/${hash.slice(0, 2)}/${hash.slice(2)}` !== entry.name)
        throw mismatch(entry.name, hash);
      filesSeen += 1;
    } else if (/^keys\/[a-z-]+$/.test(entry.name)) {
      await writeKey(join(options.home, entry.name), await bytesOf(entry));
    }
  }
  if (due[0] !== undefined) throw mismatch(due[0].name, "");
  if (filesSeen !== manifest.files) throw mismatch("files", String(filesSeen));
  await forwardSequences(client);
  await client.query("commit");
  await prepareDatabase(options.at, options.folders);
  return manifest;
}

async function readManifest(entries: AsyncGenerator<TarEntry>, file: string): Promise<Manifest> {
  const unreadable = new Fault("backup/unreadable", { file });
  const first = await entries.next();
  if (first.done === true || first.value.name !== manifestName) throw unreadable;
  if (first.value.size > manifestBytesMax) throw unreadable;
  const told = JSON.parse((await bytesOf(first.value)).toString("utf8")) as { format?: unknown };
  if (typeof told.format === "number" && told.format > backupFormat) {
    throw new Fault("backup/newer-format", { format: told.format });
  }
  const manifest = Manifest.safeParse(told);
  if (!manifest.success) throw unreadable;
  return manifest.data;
}

/** A database can only be filled as it was: with the very migrations that had made it. */
function checkMigrations(manifest: Manifest, folders: readonly MigrationFolder[]): void {
  const known = new Set(
    readMigrations([platformMigrations, ...folders]).map(
      ({ module, number, sha256 }) => `${module}/${number} ${sha256}`,
    ),
  );
  for (const { module, number, name, sha256 } of manifest.migrations) {
    if (known.has(`${module}/${number} ${sha256}`)) continue;
    throw new Fault("backup/unknown-migration", { module, number, name });
  }
}

async function fillTable(
  client: pg.Client,
  table: Manifest["tables"][number],
  entry: TarEntry,
): Promise<void> {
  const columns = table.columns.map(quotedName).join(", ");
  const target = client.query(copyFrom(`copy ${quoted(table.name)} (${columns}) from stdin`));
  const hash = createHash("sha256");
  const listen = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(Readable.from(entry.content), createGunzip(), listen, target);
  if (hash.digest("hex") !== table.sha256) throw mismatch(table.name, "sha256");
  if (target.rowCount !== table.rows) throw mismatch(table.name, String(target.rowCount));
}

function mismatch(where: string, found: string): Fault {
  return new Fault("backup/mismatch", { where, found });
}

async function bytesOf(entry: TarEntry): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of entry.content) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function writeKey(path: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(path, bytes, { mode: 0o600 });
}

/** A table that counts its rows itself must go on after the highest one. */
async function forwardSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(`
    select format('%I.%I', n.nspname, c.relname) as "table",
           quote_ident(a.attname) as "column",
           pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname) as sequence
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      join pg_namespace n on n.oid = c.relnamespace
     where a.attidentity <> '' and c.relkind in ('r', 'p') and n.nspname <> 'graphile_worker'`);
  for (const { table, column, sequence } of rows) {
    await client.query(
      `select setval($1::regclass, greatest(1, (select max(${column}) from ${table})),
         exists (select from ${table}))`,
      [sequence],
    );
  }
}
