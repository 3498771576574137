import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { lineage, readBranches, readStoreDay } from "../store/log-store.ts";
import { readSeason } from "../store/season-store.ts";
import {
  choosableSkus,
  hand,
  openStore,
  practiceHouse,
  type PracticeHouse,
  runningSeason,
} from "../testing/practice-class.ts";
import { applyToPreview, createSeasonEngine } from "./season-engine.ts";

suite("the season's engine", () => {
  let house: PracticeHouse;
  before(async () => {
    house = await practiceHouse();
  });
  after(() => house.stop());

  test("loses no decision when a preview gave way to another while it was being used", async () => {
    // Why: a refused decision of one store drops the preview that another is just deciding on.
    const season = await runningSeason(house);
    const store = await openStore(house, season, 0);
    const other = await openStore(house, season, 1);
    const [sku = ""] = await choosableSkus(house, season, store, 0);
    const sql = house.app.means.database;
    const row = (await readSeason(sql, season))!;
    const engine = createSeasonEngine();
    const used = await engine.previewOf(sql, row, Number(store));
    engine.forgetPreview(row);
    await engine.previewOf(sql, row, Number(other));

    await hand(house, season, store, 0, 1, [{ kind: "select-product", sku }]);
    const spans = lineage(await readBranches(sql, season), row.branch);
    const entries = await readStoreDay(sql, season, spans, Number(store), 1);
    applyToPreview(used, entries);
    engine.applied(row, used, Number(store), entries);

    const later = await engine.previewOf(sql, row, Number(store));
    assert.equal(later.state.offersOfStore[Number(store)], 1);
    await engine.stop();
  });
});
