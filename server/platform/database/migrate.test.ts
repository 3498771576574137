import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, suite, test } from "node:test";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { Fault, type FaultCode } from "../fault.ts";
import { emptyDatabase } from "../testing/fresh-database.ts";
import type { Whereabouts } from "./connection.ts";
import { migrate, type MigrationFolder, readMigrations } from "./migrate.ts";

suite("migrations", () => {
  let home = "";
  let at: Whereabouts;
  let drop: () => Promise<void>;

  before(() => {
    home = mkdtempSync(join(tmpdir(), "echelon-migrate-"));
  });
  after(() => rmSync(home, { recursive: true, force: true }));
  beforeEach(async () => {
    ({ at, drop } = await emptyDatabase());
    rmSync(home, { recursive: true });
  });
  afterEach(() => drop());

  const write = (module: string, file: string, sql: string): MigrationFolder => {
    mkdirSync(join(home, module), { recursive: true });
    writeFileSync(join(home, module, file), sql);
    return { module, folder: pathToFileURL(join(home, module)) };
  };
  const run = (...folders: MigrationFolder[]) =>
    migrate(at.connection("owner"), readMigrations(folders));
  const refused = (code: FaultCode, number: number) => (error: unknown) =>
    error instanceof Fault && error.code === code && error.facts["number"] === number;
  const ask = async (text: string) => {
    const client = new pg.Client(at.connection("owner"));
    await client.connect();
    const { rows } = await client.query<Record<string, unknown>>(text);
    await client.end();
    return rows;
  };

  test("are applied once, in the order of modules and then of numbers", async () => {
    const b = write("b", "0001_first.sql", "create table b1 (id int references a2)");
    write("a", "0002_second.sql", "alter table a1 rename to a2");
    const a = write("a", "0001_first.sql", "create table a1 (id int primary key)");
    assert.equal(await run(a, b), 3);
    assert.equal(await run(a, b), 0);
    write("b", "0002_later.sql", "create table b2 (id int)");
    assert.equal(await run(a, b), 1);
  });

  test("leave nothing of a file that fails", async () => {
    const folder = write("a", "0001_first.sql", "create table a1 (id int); select no_such_thing()");
    await assert.rejects(run(folder), /the migration a\/1_first failed/);
    assert.deepEqual(await ask("select to_regclass('a1') as found"), [{ found: null }]);
    write("a", "0001_first.sql", "create table a1 (id int)");
    assert.equal(await run(folder), 1);
  });

  test("that are applied may not change", async () => {
    const folder = write("a", "0001_first.sql", "create table a1 (id int)");
    await run(folder);
    write("a", "0001_first.sql", "create table a1 (id bigint)");
    await assert.rejects(run(folder), refused("platform/migration-changed", 1));
  });

  test("may not skip a number, nor come in before one that is applied", async () => {
    const folder = write("a", "0002_second.sql", "select 1");
    await assert.rejects(run(folder), refused("platform/migration-gap", 1));
  });

  test("of a newer program stop an older one", async () => {
    const folder = write("a", "0001_first.sql", "select 1");
    write("a", "0002_second.sql", "select 2");
    await run(folder);
    rmSync(join(home, "a", "0002_second.sql"));
    await assert.rejects(run(folder), refused("platform/database-newer", 2));
    await assert.rejects(run(), refused("platform/database-newer", 1));
  });

  test("go outside a transaction where their first line says so", async () => {
    const folder = write("a", "0001_first.sql", "create table a1 (id int)");
    const sql =
      "-- outside a transaction\ncreate index concurrently if not exists by_id on a1 (id)";
    write("a", "0002_index.sql", sql);
    assert.equal(await run(folder), 2);
  });

  test("are applied by one of two programs that start at once", async () => {
    const folder = write("a", "0001_first.sql", "create table a1 (id int); select pg_sleep(0.2)");
    const counts = await Promise.all([run(folder), run(folder)]);
    assert.deepEqual(new Set(counts), new Set([0, 1]));
  });

  test("are named by number and purpose", () => {
    const folder = write("a", "1-first.sql", "select 1");
    assert.throws(() => readMigrations([folder]), /is not named/);
  });
});
