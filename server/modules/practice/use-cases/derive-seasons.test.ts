import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { restoreBackup } from "../../../platform/backup/restore-backup.ts";
import { writeBackup } from "../../../platform/backup/write-backup.ts";
import { createDatabase, type Database } from "../../../platform/database/database.ts";
import { openPool } from "../../../platform/database/pool.ts";
import { silentLog } from "../../../platform/log/log.ts";
import { emptyDatabase } from "../../../platform/testing/fresh-database.ts";
import { createSeasonEngine } from "../engine/season-engine.ts";
import { derivedTables } from "../store/result-store.ts";
import {
  choosableSkus,
  closeDay,
  hand,
  openStore,
  people,
  practiceHouse,
  type PracticeHouse,
  runningSeason,
} from "../testing/practice-class.ts";
import { deriveSeasons } from "./derive-seasons.ts";

suite("a lean backup", () => {
  let house: PracticeHouse;
  let folder = "";
  before(async () => {
    house = await practiceHouse();
    folder = mkdtempSync(join(tmpdir(), "echelon-lean-"));
  });
  after(async () => {
    await house.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A season with a day that was taken back and closed again otherwise. */
  async function playedSeason(): Promise<string> {
    const season = await runningSeason(house);
    const store = await openStore(house, season, 0);
    const [sku = ""] = await choosableSkus(house, season, store, 0);
    await hand(house, season, store, 0, 1, [{ kind: "select-product", sku }]);
    for (const day of [1, 2]) await closeDay(house, season, day);
    const wish = { where: { season }, body: { day: 2, reason: "again" } };
    await house.call(people.teacher, "POST /practice/seasons/:season/rewind", wish);
    await hand(house, season, store, 0, 2, [{ kind: "place-purchase", sku, units: 50 }]);
    for (const day of [2, 3]) await closeDay(house, season, day);
    return season;
  }

  const contentsOf = async (sql: Database, season: string) => {
    const contents: Record<string, unknown> = {};
    // A snapshot's header may be packed otherwise, and older ones are let go of.
    for (const table of derivedTables.filter((name) => name !== "practice.snapshot")) {
      const [row] = await sql.rows({
        name: `test.contents-${table}`,
        text: `select count(*)::int as rows, md5(string_agg(t::text, '|' order by t::text)) as hash
               from ${table} t where season_id = $1`,
        values: [season],
      });
      contents[table] = row;
    }
    return contents;
  };

  test("is played again to the same results, and says which season is not", async () => {
    const season = await playedSeason();
    const spoilt = await runningSeason(house);
    for (const day of [1, 2]) await closeDay(house, spoilt, day);
    await house.fresh.owner.rows({
      name: "test.spoil",
      text: "update practice.day_close set digest = 'other' where season_id = $1 and day = 2",
      values: [spoilt],
    });
    const { modules } = house.app.house;
    const save = { at: house.fresh.at, home: folder, modules, now: new Date(0) };
    const whole = await writeBackup({ ...save, file: join(folder, "whole.tar") });
    const file = join(folder, "lean.tar");
    const lean = await writeBackup({ ...save, file, isLean: true });
    assert.equal(whole.tables - lean.tables, derivedTables.length);

    const empty = await emptyDatabase();
    const folders = modules.flatMap(({ name, migrations }) =>
      migrations === undefined ? [] : [{ module: name, folder: migrations }],
    );
    await restoreBackup({ at: empty.at, home: folder, folders, file });
    const database = createDatabase(openPool(empty.at, "app", 4, silentLog));
    const engine = createSeasonEngine();
    try {
      const findings = await deriveSeasons({ ...house.app.means, database, engine });
      assert.deepEqual(
        findings.map(({ code, facts }) => [code, facts["season"], facts["day"]]),
        [["practice/replay-differs", spoilt, 2]],
      );
      assert.deepEqual(
        await contentsOf(database, season),
        await contentsOf(house.fresh.owner, season),
      );
    } finally {
      await engine.stop();
      await database.close();
      await empty.drop();
    }
  });
});
