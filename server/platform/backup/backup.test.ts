import assert from "node:assert/strict";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { migrationFolders } from "../../house.ts";
import type { Whereabouts } from "../database/connection.ts";
import { Fault, type FaultCode } from "../fault.ts";
import { openFiles } from "../files/files.ts";
import type { Module } from "../module.ts";
import { emptyDatabase, type FreshDatabase, freshDatabase } from "../testing/fresh-database.ts";
import { restoreBackup } from "./restore-backup.ts";
import { writeBackup } from "./write-backup.ts";

const schema = `
  create schema shop;
  create table shop.item (
    id int primary key, parent int references shop.item, maker int not null, name text,
    price bigint, tags text[], picture bytea, gross bigint generated always as (price * 2) stored
  );
  create table shop.maker (id int primary key);
  alter table shop.item add foreign key (maker) references shop.maker;
  create table shop.session (token text);
  create table shop.report (id int primary key);
  create table shop.visit (
    id bigint generated always as identity primary key, item int references shop.item
  );
  alter table shop.maker enable row level security;
  create policy none on shop.maker using (false);
`;

suite("a backup", () => {
  let home = "";
  let fresh: FreshDatabase;
  let shop: Module;

  before(async () => {
    home = mkdtempSync(join(tmpdir(), "echelon-backup-"));
    const migrations = join(home, "migrations");
    mkdirSync(migrations);
    writeFileSync(join(migrations, "0001_shop.sql"), schema);
    shop = {
      name: "shop",
      needs: [],
      migrations: pathToFileURL(migrations),
      backup: { leavesOut: ["shop.session"], derived: ["shop.report"] },
    };
    fresh = await freshDatabase([shop]);
    await fresh.owner.pool.query(`
      insert into shop.maker select generate_series(1, 3);
      insert into shop.item (id, parent, maker, name, price, tags, picture)
        select n, case when n > 1 then n - 1 end, n % 3 + 1,
               E'tab\\tline\\nslash\\\\ 杯 ' || n, n * 10::bigint ^ 15,
               array['a', null, 'b,c'], '\\x00ff'
          from generate_series(1, 500) n;
      insert into shop.session values ('secret');
      insert into shop.report values (1);
      insert into shop.visit (item) select n from generate_series(1, 20) n;
      insert into platform.effect (key, is_kept) values ('close:1', true);
      select graphile_worker.add_job('shop.something')`);
    await openFiles(join(home, "files")).put(Buffer.from("picture"));
    mkdirSync(join(home, "keys"));
    writeFileSync(join(home, "keys", "secret"), "s3cret");
  });
  after(async () => {
    await fresh.drop();
    rmSync(home, { recursive: true, force: true });
  });

  const save = (name: string, more: { isLean?: boolean; withKeys?: boolean } = {}) =>
    writeBackup({
      at: fresh.at,
      home,
      modules: [shop],
      now: new Date(0),
      file: join(home, name),
      ...more,
    });

  const contents = async (at: Whereabouts) => {
    const client = new pg.Client(at.connection("owner"));
    await client.connect();
    try {
      const items = await client.query("select * from shop.item order by id");
      const rest = await client.query(`
        select (select count(*)::int from shop.maker) as makers,
               (select count(*)::int from shop.session) as sessions,
               (select count(*)::int from shop.report) as reports,
               (select count(*)::int from shop.visit) as visits,
               (select count(*)::int from platform.effect) as effects,
               (select count(*)::int from graphile_worker._private_jobs) as jobs`);
      return { items: items.rows, rest: rest.rows[0] as Record<string, number> };
    } finally {
      await client.end();
    }
  };

  /** Restores into a new database and a new folder, looks, and throws both away. */
  const restoring = async <T>(
    file: string,
    look: (at: Whereabouts, place: string) => Promise<T>,
  ) => {
    const empty = await emptyDatabase();
    const place = mkdtempSync(join(tmpdir(), "echelon-restored-"));
    try {
      await restoreBackup({ at: empty.at, home: place, folders: migrationFolders([shop]), file });
      return await look(empty.at, place);
    } finally {
      await empty.drop();
      rmSync(place, { recursive: true, force: true });
    }
  };

  test("brings everything back into an empty installation, and only what should come", async () => {
    const made = await save("whole.tar");
    assert.deepEqual([made.rows, made.files], [500 + 3 + 1 + 20 + 1, 1]);
    const original = await contents(fresh.at);
    await restoring(made.file, async (at, place) => {
      const restored = await contents(at);
      assert.deepEqual(restored.items, original.items);
      assert.deepEqual(restored.rest, { ...original.rest, sessions: 0, jobs: 0 });
      const { hash } = await openFiles(join(place, "files")).put(Buffer.from("picture"));
      assert.deepEqual(
        readFileSync(join(place, "files", hash.slice(0, 2), hash.slice(2)), "utf8"),
        "picture",
      );
      assert.equal(existsSync(join(place, "keys")), false);
      const client = new pg.Client(at.connection("app"));
      await client.connect();
      const next = await client.query("insert into shop.visit (item) values (1) returning id");
      assert.deepEqual(next.rows, [{ id: "21" }], "counting goes on, as the use cases' role");
      await client.end();
    });
  });

  test("takes keys along only when asked, and leaves out derived rows when lean", async () => {
    const lean = await save("lean.tar", { isLean: true, withKeys: true });
    await restoring(lean.file, async (at, place) => {
      assert.equal((await contents(at)).rest["reports"], 0);
      assert.equal(readFileSync(join(place, "keys", "secret"), "utf8"), "s3cret");
    });
  });

  test("of one instant is not disturbed by what happens meanwhile", async () => {
    const saving = save("meanwhile.tar");
    await fresh.owner.pool.query(
      "insert into shop.maker values (4); delete from shop.maker where id = 4",
    );
    const { rows } = await saving;
    assert.equal(rows, 525);
  });

  const refused = (code: FaultCode) => (error: unknown) =>
    error instanceof Fault && error.code === code;

  test("is refused when it is damaged, and the database is empty again", async () => {
    const { file } = await save("damaged.tar");
    const bytes = readFileSync(file);
    const at = bytes.indexOf("tables/shop.item.copy.gz", 5_000) + 512 + 40;
    bytes[at] = (bytes[at] ?? 0) ^ 0xff;
    const damaged = join(home, "damaged2.tar");
    writeFileSync(damaged, bytes);
    const empty = await emptyDatabase();
    try {
      const options = { at: empty.at, home: join(home, "r"), folders: migrationFolders([shop]) };
      await assert.rejects(
        restoreBackup({ ...options, file: damaged }),
        refused("backup/unreadable"),
      );
      for (const part of [0.7, 0.4]) {
        writeFileSync(damaged, readFileSync(file).subarray(0, Math.floor(bytes.length * part)));
        await assert.rejects(
          restoreBackup({ ...options, file: damaged }),
          (error) => error instanceof Fault && error.code.startsWith("backup/"),
        );
      }
      await assert.rejects(
        restoreBackup({ ...options, file: join(home, "keys", "secret") }),
        refused("backup/unreadable"),
      );
      await assert.rejects(
        restoreBackup({ ...options, file: join(home, "nowhere.tar") }),
        (error) => (error as NodeJS.ErrnoException).code === "ENOENT",
        "a file that is not there is not called damaged",
      );
      await restoreBackup({ ...options, file });
      await assert.rejects(restoreBackup({ ...options, file }), refused("database/not-empty"));
    } finally {
      await empty.drop();
    }
  });

  test("is refused when a file in it was exchanged", async () => {
    const { file } = await save("exchanged.tar");
    const bytes = readFileSync(file);
    bytes[bytes.lastIndexOf("picture")] = 0x50;
    const changed = join(home, "exchanged2.tar");
    writeFileSync(changed, bytes);
    await assert.rejects(
      restoring(changed, async () => {}),
      refused("backup/mismatch"),
    );
  });

  test("of another version is refused", async () => {
    const { file } = await save("other.tar");
    const bytes = readFileSync(file, "latin1");
    const newer = join(home, "newer.tar");
    writeFileSync(newer, bytes.replace('"format": 1', '"format": 2'), "latin1");
    await assert.rejects(
      restoring(newer, async () => {}),
      refused("backup/newer-format"),
    );
    const edited = join(home, "edited");
    cpSync(join(home, "migrations"), edited, { recursive: true });
    writeFileSync(join(edited, "0001_shop.sql"), `${schema} -- changed`);
    const empty = await emptyDatabase();
    try {
      const folders = [{ module: "shop", folder: pathToFileURL(edited) }];
      await assert.rejects(
        restoreBackup({ at: empty.at, home: join(home, "r"), folders, file }),
        refused("backup/unknown-migration"),
      );
    } finally {
      await empty.drop();
    }
  });
});
