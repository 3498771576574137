import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { refuse } from "@echelon/contract/platform/outcome.ts";
import { type FreshDatabase, freshDatabase } from "../testing/fresh-database.ts";
import { arrayText, type Columns, insertMany } from "./bulk.ts";
import { named } from "./statement.ts";

interface Parcel {
  readonly id: number;
  readonly price: bigint;
  readonly day: string | null;
  readonly tags: string;
  readonly note: string;
}

interface Tables {
  readonly parcel: { id: number; price: bigint; day: string | null; tags: string[]; note: string };
}

const columns: Columns<Parcel> = {
  id: "integer",
  price: "bigint",
  day: "date",
  tags: "text[]",
  note: "text",
};

suite("the database", () => {
  let fresh: FreshDatabase;
  before(async () => {
    fresh = await freshDatabase([]);
    await fresh.owner.pool.query(`
      create table parcel (id int primary key, price bigint, day date, tags text[], note text);
      grant select, insert, update, delete on parcel to echelon_app`);
  });
  after(() => fresh.drop());

  const parcelsOf = (ids: readonly number[]): Parcel[] =>
    ids.map((id) => ({
      id,
      price: 2n ** 62n + BigInt(id),
      day: id % 2 === 0 ? null : "2026-03-01",
      tags: arrayText(["a,b", 'say "no"', "back\\slash", "杯"]),
      note: `tab\tline\nreturn\rslash\\N ${id}`,
    }));

  test("gives big integers as bigint, dates as written, and no numeric by accident", async () => {
    const ask = (text: string) => fresh.database.pool.query<{ x: unknown }>(text);
    const one = async (text: string) => (await ask(text)).rows[0]?.x;
    assert.equal(await one("select 9007199254740993::int8 as x"), 9007199254740993n);
    assert.deepEqual(await one("select array[1, null]::int8[] as x"), [1n, null]);
    assert.deepEqual(await one("select '{}'::int8[] as x"), []);
    assert.equal(await one("select '2026-03-01'::date as x"), "2026-03-01");
    assert.deepEqual(await one("select array['2026-03-01']::date[] as x"), ["2026-03-01"]);
    assert.deepEqual(
      await one("select '2026-03-01T00:00Z'::timestamptz as x"),
      new Date("2026-03-01T00:00Z"),
    );
    await assert.rejects(ask("select sum(x) from (values (1::int8)) as t(x)"), /numeric value/);
  });

  for (const count of [3, 20_001]) {
    test(`takes ${count} rows in bulk and gives them back unchanged`, async () => {
      const rows = parcelsOf(Array.from({ length: count }, (_, at) => at));
      const { database } = fresh;
      await database.transaction((tx) => insertMany(tx, "parcel", columns, rows));
      const found = await database
        .tables<Tables>()
        .selectFrom("parcel")
        .select(["id", "price", "day", "tags", "note"])
        .orderBy("id")
        .execute();
      assert.equal(found.length, count);
      const last = rows[count - 1];
      const tags = ["a,b", 'say "no"', "back\\slash", "杯"];
      assert.deepEqual(found[count - 1], { ...last, tags });
      await fresh.owner.pool.query("truncate parcel");
    });
  }

  test("keeps nothing of a bulk that breaks half way", async () => {
    const rows = parcelsOf([...Array.from({ length: 20_000 }, (_, at) => at), 7]);
    await assert.rejects(
      fresh.database.transaction((tx) => insertMany(tx, "parcel", columns, rows)),
      /duplicate key/,
    );
    assert.equal((await fresh.database.pool.query("select from parcel")).rowCount, 0);
  });

  const insert = (id: number) =>
    named("test.insert-parcel", "insert into parcel (id) values ($1)", [id]);
  const ids = async () => {
    const found = await fresh.database.rows<{ id: number }>(
      named("test.parcels", "select id from parcel order by id", []),
    );
    return found.map(({ id }) => id);
  };

  test("keeps a transaction whole: all of it, or nothing when it throws or refuses", async () => {
    const { database } = fresh;
    await database.transaction((tx) => tx.rows(insert(1)));
    const broken = database.transaction(async (tx) => {
      await tx.rows(insert(2));
      throw new Error("no");
    });
    await assert.rejects(broken, /no/);
    const refusal = refuse({ code: "platform/not-found" });
    const refused = await database.transaction(async (tx) => {
      await tx.rows(insert(3));
      return refusal;
    });
    assert.equal(refused, refusal);
    assert.deepEqual(await ids(), [1]);
    await database.transaction(
      async (tx) => {
        await tx.rows(insert(4));
        return refusal;
      },
      { keepsRefused: true },
    );
    assert.deepEqual(await ids(), [1, 4]);
  });

  test("shows Kysely and bare statements of one transaction the same rows", async () => {
    await fresh.database.transaction(async (tx) => {
      await tx.rows(insert(9));
      const seen = await tx
        .tables<Tables>()
        .selectFrom("parcel")
        .select("id")
        .where("id", "=", 9)
        .execute();
      assert.deepEqual(seen, [{ id: 9 }]);
      return refuse({ code: "platform/not-found" });
    });
    assert.equal((await ids()).includes(9), false);
  });

  test("reads one instant in a snapshot, and cannot write there", async () => {
    const { database } = fresh;
    await database.transaction(
      async (tx) => {
        const before = (await tx.client.query("select from parcel")).rowCount;
        await database.transaction((other) => other.rows(insert(50)));
        assert.equal((await tx.client.query("select from parcel")).rowCount, before);
      },
      { isReadOnlySnapshot: true },
    );
    await assert.rejects(
      database.transaction((tx) => tx.rows(insert(51)), { isReadOnlySnapshot: true }),
      /read-only/,
    );
  });

  test("gives back connections after failures: many more than there are", async () => {
    const failing = Array.from({ length: 40 }, () =>
      fresh.database.transaction((tx) => tx.client.query("select no_such_thing()")),
    );
    const outcomes = await Promise.allSettled(failing);
    assert.equal(
      outcomes.every(({ status }) => status === "rejected"),
      true,
    );
    assert.deepEqual((await ids()).includes(1), true);
  });

  test("reads again when its connection is cut, and answers after that", async () => {
    let tries = 0;
    const pid = await fresh.database.reading(async (reader) => {
      tries += 1;
      const [row] = await reader.rows<{ pid: number }>(
        named("test.pid", "select pg_backend_pid() as pid", []),
      );
      if (tries === 1) {
        throw Object.assign(new Error("terminating connection"), { code: "57P01" });
      }
      return row?.pid ?? 0;
    });
    assert.equal(tries, 2);
    await fresh.owner.pool.query("select pg_terminate_backend($1)", [pid]).catch(() => {});
    assert.deepEqual((await ids()).includes(1), true);
  });

  test("lets use cases change rows and no definitions", async () => {
    const { pool } = fresh.database;
    const whoami = await pool.query<{ name: string; isSuper: boolean }>(
      `select rolname as name, rolsuper as "isSuper" from pg_roles where rolname = current_user`,
    );
    assert.deepEqual(whoami.rows, [{ name: "echelon_app", isSuper: false }]);
    await assert.rejects(pool.query("drop table parcel"), /must be owner/);
    await assert.rejects(pool.query("create table platform.own (id int)"), /permission denied/);
    await assert.rejects(
      pool.query("select * from graphile_worker._private_jobs"),
      /permission denied/,
    );
  });
});
