import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { type FreshDatabase, freshDatabase } from "../testing/fresh-database.ts";
import { attempt } from "./attempt.ts";
import { isExhausted } from "./broken-connection.ts";
import type { Tx } from "./database.ts";

suite("a part of a transaction that may fail alone", () => {
  let fresh: FreshDatabase;
  before(async () => {
    fresh = await freshDatabase([]);
    await fresh.owner.pool.query(`
      create table parcel (id int primary key);
      grant select, insert, delete on parcel to echelon_app`);
  });
  after(() => fresh.drop());

  const put = async (tx: Tx, id: number) =>
    void (await tx.client.query("insert into parcel values ($1)", [id]));
  const parcels = async () =>
    (await fresh.database.pool.query<{ id: number }>("select id from parcel order by id")).rows.map(
      ({ id }) => id,
    );
  /** The savepoints of a long transaction would pile up, each with locks and memory of its own. */
  const assertReleased = async (tx: Tx) => {
    await tx.client.query("savepoint outside");
    await assert.rejects(tx.client.query("release savepoint attempt"), { code: "3B001" });
    await tx.client.query("rollback to savepoint outside");
  };

  test("is undone where it fails, the rest stands, and no savepoint stays open", async () => {
    await fresh.database.transaction(async (tx) => {
      assert.equal(await attempt(tx, () => put(tx, 1)), null);
      await assertReleased(tx);
      const failed = await attempt(tx, async () => {
        await put(tx, 2);
        await put(tx, 1);
      });
      const code = failed === null ? null : (failed.cause as { code?: string }).code;
      assert.equal(code, "23505");
      await assertReleased(tx);
      await put(tx, 3);
    });
    assert.deepEqual(await parcels(), [1, 3]);
  });

  test("fails the whole where the database ends it for lack of time", async () => {
    // It is the load that failed, not the part: tried again later, it may well go through.
    const whole = fresh.database.transaction(async (tx) => {
      await put(tx, 4);
      await tx.client.query("set local statement_timeout = 20");
      await attempt(tx, async () => void (await tx.client.query("select pg_sleep(60)")));
    });
    await assert.rejects(whole, isExhausted);
    assert.ok(!(await parcels()).includes(4));
  });

  test("fails the whole where the connection is gone", async () => {
    const gone = Object.assign(new Error("terminated"), { code: "57P01" });
    const whole = fresh.database.transaction((tx) => attempt(tx, () => Promise.reject(gone)));
    await assert.rejects(whole, gone);
  });
});
