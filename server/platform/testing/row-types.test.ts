import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { pathToFileURL } from "node:url";
import { type FreshDatabase, freshDatabase } from "./fresh-database.ts";
import { rowTypeFaults } from "./row-types.ts";

const source = `
  /** A thing; a comment: with a colon; */
  export interface ThingTable {
    id: string;
    readonly price: bigint;
    note: string | null;
    state: "open" | "closed";
    made_at: Generated<Date>;
    tags: string[];
    detail: Record<string, number>;
  }
  export interface ThingTables {
    "shop.thing": ThingTable;
  }
`.replace(/^ {2}/gm, "");

suite("row types written by hand", () => {
  let fresh: FreshDatabase;
  let home = "";
  before(async () => {
    home = mkdtempSync(join(tmpdir(), "echelon-rows-"));
    fresh = await freshDatabase([]);
    await fresh.owner.pool.query(`
      create schema shop;
      create table shop.thing (
        id uuid not null, price bigint not null, note text, state text not null,
        made_at timestamptz not null default now(), tags text[] not null, detail jsonb not null
      )`);
  });
  after(async () => {
    await fresh.drop();
    rmSync(home, { recursive: true, force: true });
  });

  const faults = (text: string) => {
    const file = join(home, "schema.ts");
    writeFileSync(file, text);
    return rowTypeFaults(fresh, ["shop"], [pathToFileURL(file)]);
  };

  test("agree with the tables they stand for", async () => {
    assert.deepEqual(await faults(source), []);
  });

  test("are caught when they do not: column, type, null, table", async () => {
    assert.deepEqual(await faults(source.replace("  tags: string[];\n", "")), [
      "shop.thing.tags is missing in the row type",
    ]);
    assert.deepEqual(await faults(source.replace("tags:", "labels:")), [
      "shop.thing.labels is no column",
      "shop.thing.tags is missing in the row type",
    ]);
    assert.deepEqual(await faults(source.replace("price: bigint", "price: number")), [
      "shop.thing.price is int8, not number",
    ]);
    assert.deepEqual(await faults(source.replace("note: string | null", "note: string")), [
      "shop.thing.note may be null",
    ]);
    assert.deepEqual(await faults(source.replace("shop.thing", "shop.other")), [
      "shop.other is not in the database",
      "shop.thing has no row type",
    ]);
  });
});
