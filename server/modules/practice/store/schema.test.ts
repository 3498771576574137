import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { dayTables } from "@echelon/kernel/market/state/tables.ts";
import { type FreshDatabase, freshDatabase } from "../../../platform/testing/fresh-database.ts";
import { exchangeModule } from "../../exchange/index.ts";
import { identityModule } from "../../identity/index.ts";
import { teachingModule } from "../../teaching/index.ts";
import { practiceModule } from "../index.ts";
import { resultTables } from "./result-store.ts";

suite("the tables of practice", () => {
  let fresh: FreshDatabase;
  before(async () => {
    fresh = await freshDatabase([identityModule, teachingModule, exchangeModule, practiceModule]);
  });
  after(() => fresh.drop());

  const columnsOf = async (table: string) =>
    (
      await fresh.owner.rows<{ column_name: string }>({
        name: "test.columns",
        text: `select column_name from information_schema.columns
               where table_schema = 'practice' and table_name = $1 order by ordinal_position`,
        values: [table],
      })
    ).map((row) => row.column_name);

  test("hold a column for each of the kernel's, in its order", async () => {
    const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    for (const [name, table] of Object.entries(resultTables)) {
      const columns = await columnsOf(table);
      const own = columns.filter(
        (column) => !["season_id", "branch", "day", "line"].includes(column),
      );
      assert.deepEqual(
        own,
        Object.keys(dayTables[name as keyof typeof dayTables]).map(snake),
        table,
      );
    }
  });

  test("never change a line of the decision log", async () => {
    const change = fresh.owner.rows({
      name: "test.change-log",
      text: `with season as (
               insert into practice.season (season_id, owner_id, name, scenario_id, is_rehearsal,
                 state, day, days, branch, pace, team_size, are_names_hidden, prepared_percent,
                 world_hash, seed_secret, seed_commitment, version, created_at)
               values ($1, $1, 'x', 'x', false, 'running', 1, 2, 0, '{}', 1, false, 0, '',
                 decode(repeat('00', 32), 'hex'), '', 1, now())
               returning season_id)
             insert into practice.log_entry (season_id, store, number, branch, day, kind, decision,
               author_id, note, at)
             select season_id, 0, 0, 0, 1, 'x', '{}', season_id, '', now() from season`,
      values: ["01900000-0000-7000-8000-000000000001"],
    });
    await change;
    await assert.rejects(
      fresh.owner.rows({
        name: "test.update-log",
        text: "update practice.log_entry set day = 2",
        values: [],
      }),
      /append-only/,
    );
  });
});
