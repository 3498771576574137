import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { type FreshDatabase, freshDatabase } from "../../../platform/testing/fresh-database.ts";
import { exchangeModule } from "../../exchange/index.ts";
import { identityModule } from "../../identity/index.ts";
import { teachingModule } from "../../teaching/index.ts";
import { practiceModule } from "../index.ts";
import { countStars, meanPriceIndices, newestReviews, storeRows } from "./report-store.ts";

const season = "01900000-0000-7000-8000-000000000001";

suite("reports of closed days", () => {
  let fresh: FreshDatabase;
  const run = (text: string) => fresh.owner.rows({ name: text.slice(0, 60), text, values: [] });
  before(async () => {
    fresh = await freshDatabase([identityModule, teachingModule, exchangeModule, practiceModule]);
    await run(`insert into practice.season (season_id, owner_id, name, scenario_id, is_rehearsal,
        state, day, days, branch, pace, team_size, are_names_hidden, prepared_percent,
        world_hash, seed_secret, seed_commitment, version, created_at)
      values ('${season}', '${season}', 'x', 'x', false, 'running', 3, 4, 0, '{}', 1, false, 0, '',
        decode(repeat('00', 32), 'hex'), '', 1, now())`);
    await run(`insert into practice.day_close (season_id, branch, day, digest, ledger_sums,
        rates_e8, orders, milliseconds, how, closed_at, is_head)
      select '${season}', 0, day, '', '{}', '[]', 0, 0, 'by-hand', now(), true
      from generate_series(1, 2) day`);
    await run(`insert into practice.review (season_id, branch, day, line, store, offer, market,
        ordered_on, stars, late_days, theme, wording)
      select '${season}', 0, day, line, 3, 0, 0, 1, 1 + line, 0, 0, 0
      from generate_series(1, 2) day, generate_series(0, 4) line`);
    await run(`insert into practice.listing_day (season_id, branch, day, store, offer, market,
        visits, impressions, clicks, carts, orders, units, lost_units, revenue_minor,
        ad_impressions, ad_clicks, ad_ticks, ad_units, place_milli, price_minor, landed_minor,
        reference_minor)
      select '${season}', 0, day, store, offer, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        1000 * day + store, offer * 1000
      from generate_series(1, 2) day, generate_series(3, 4) store, generate_series(0, 2) offer`);
    // A changed row moves to the end of its table, and comes last where nothing says the order.
    await run("update practice.review set wording = 1 where line = 0");
  });
  after(() => fresh.drop());

  test("give rows of a day in the order in which the day wrote them", async () => {
    const rows = await storeRows(fresh.owner, "reviews", season, 3, 1, 2);
    assert.deepEqual(
      rows.map(({ day, line }) => [day, line]),
      [1, 2].flatMap((day) => [0, 1, 2, 3, 4].map((line) => [day, line])),
    );
  });

  test("say how a store's prices stood to the median in spans of days", async () => {
    const spans = [
      { from: 1, to: 1 },
      { from: 1, to: 2 },
      { from: 3, to: 4 },
    ];
    // Day 1: 10,030 and 5,015; day 2: 20,030 and 10,015. What has no median is left out.
    const indices = await meanPriceIndices(fresh.owner, season, 3, spans);
    assert.deepEqual(indices, [7_523, 11_273, null]);
  });

  test("give the newest reviews first, and count all of them", async () => {
    const newest = await newestReviews(fresh.owner, season, 3, 2, 6);
    assert.deepEqual(
      newest.map(({ day, line }) => [day, line]),
      [...[4, 3, 2, 1, 0].map((line) => [2, line]), [1, 4]],
    );
    assert.deepEqual(await countStars(fresh.owner, season, 3, 1), [1, 1, 1, 1, 1]);
  });
});
