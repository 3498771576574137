import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";
import { digestState } from "@echelon/kernel/market/state/digest.ts";
import { uuidv7 } from "../../../platform/ids.ts";
import { lineage, readBranches, readStoreDay } from "../store/log-store.ts";
import { readSeason } from "../store/season-store.ts";
import {
  choosableSkus,
  closeDay,
  hand,
  openStore,
  practiceHouse,
  people,
  type PracticeHouse,
  runningSeason,
} from "../testing/practice-class.ts";
import { decide } from "../use-cases/accept-decisions.ts";
import { openDesk } from "../use-cases/open-desk.ts";
import { requestClose } from "../use-cases/request-close.ts";
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

  test("makes one copy of a season for all who come at once, also after an entry", async () => {
    // Why: a class opens its morning brief in the same second, and a copy takes a tenth of one.
    const season = await runningSeason(house);
    const stores = [await openStore(house, season, 0), await openStore(house, season, 1)];
    const sql = house.app.means.database;
    const row = (await readSeason(sql, season))!;
    const engine = createSeasonEngine();
    const asked = Array.from({ length: 6 }, async (_, place) =>
      engine.previewOf(sql, row, Number(stores[place % 2])),
    );
    const copies = new Set(await Promise.all(asked));
    const seasons = new Set(await Promise.all(asked.map(() => engine.seasonAt(sql, row))));
    const late = Number(await openStore(house, season, 2));
    copies.add(await engine.previewOf(sql, row, late));
    assert.equal(copies.size, 1);
    assert.equal(seasons.size, 1);
    assert.equal([...copies][0]!.state.storeKind[late], 2);
    await engine.stop();
  });

  test("replays a day whose snapshot was damaged, and says when it comes out wrong", async () => {
    const season = await runningSeason(house);
    await openStore(house, season, 0);
    for (const day of [1, 2]) await closeDay(house, season, day);
    const sql = house.fresh.owner;
    const [kept] = await sql.rows<{ bytes: Buffer; digest: string }>({
      name: "test.snapshot",
      text: "select bytes, digest from practice.snapshot where season_id = $1 and day = 2",
      values: [season],
    });
    const bytes = gunzipSync(kept!.bytes);
    bytes[bytes.length - 9]! ^= 1;
    await sql.rows({
      name: "test.damage-snapshot",
      text: "update practice.snapshot set bytes = $2 where season_id = $1 and day = 2",
      values: [season, gzipSync(bytes)],
    });
    const row = (await readSeason(sql, season))!;
    const engine = createSeasonEngine();
    const { state } = await engine.seasonAt(sql, row);
    assert.equal(digestState(state), kept!.digest);

    await sql.rows({
      name: "test.other-digest",
      text: "update practice.day_close set digest = 'other' where season_id = $1 and day = 2",
      values: [season],
    });
    const doubting = createSeasonEngine();
    await assert.rejects(doubting.seasonAt(sql, row), /day 2 .* other/);
    await Promise.all([engine.stop(), doubting.stop()]);
  });

  test("reads a season's products once, and opens none that another engine made", async () => {
    const season = await runningSeason(house);
    const store = Number(await openStore(house, season, 0));
    const means = { ...house.app.means, engine: createSeasonEngine() };
    const desks = await Promise.all(
      [0, 1].map(() => openDesk(means, people.student(0), season, store)),
    );
    const lists = new Set(desks.map((desk) => desk.ok && desk.value.products));
    assert.equal(lists.size, 1);

    await house.fresh.owner.rows({
      name: "test.other-engine",
      text: "update practice.season_world set engine = engine + 1 where season_id = $1",
      values: [season],
    });
    const upgraded = { ...means, engine: createSeasonEngine() };
    const wish = { key: uuidv7(), day: 1, wishes: [] };
    for (const shut of [
      await openDesk(upgraded, people.student(0), season, store),
      await decide(upgraded, people.student(0), season, store, wish),
      await requestClose(upgraded, people.teacher, season, 1),
    ]) {
      assert.equal(!shut.ok && shut.refusal.code, "practice/engine-version");
    }
    await Promise.all([means.engine.stop(), upgraded.engine.stop()]);
  });
});
