/** What a store is told of others before the close is what the last close showed. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { closeDay } from "../day.ts";
import { entriesOf, entry, exampleSeason, firstDay } from "../examples/example-season.ts";
import { firstSeat, type Season } from "../state/season.ts";
import { checkDecision, previewDay } from "./check-decision.ts";
import type { StoreDecision } from "./decision.ts";

const { season: opened, work } = exampleSeason({ modules: { offsite: true, research: true } });
const { world } = opened;
const store = firstSeat(world);
const rival = store + 1;
const { sku } = world.source.products[0]!;
const own = firstDay(world, sku, 2_499);
const entered = [entry(world, 0, 0), entry(world, 1, 1), ...entriesOf(store, 1, own)];
const { state } = closeDay(opened, entered, work);
const season: Season = { ...opened, state };
/** The rival comes out with goods of the same kind on the second day. */
const news = entriesOf(rival, 2, firstDay(world, sku, 1_999));

const bid: StoreDecision = { kind: "bid-on-name", campaign: 0, sku, store: rival, bidTicks: 1_500 };

test("a bid on a name says nothing of what its store listed today", () => {
  const told = (of: Season) => {
    const ruling = checkDecision(of, store, bid);
    return ruling.kind === "accepted" ? ruling.warnings.map(({ code }) => code) : [ruling.code];
  };
  const before = told(previewDay(season, []));
  assert.ok(before.includes("practice/name-elsewhere"), before.join());
  const preview = previewDay(season, news);
  assert.deepEqual(told(preview), before);
  assert.deepEqual(told(previewDay(preview, [])), before, "nor does a preview of the preview");
  const { state: closed } = closeDay(season, news, work);
  assert.ok(
    !told(previewDay({ ...season, state: closed }, [])).includes("practice/name-elsewhere"),
  );
});

test("nor does the choice of rivals to watch", () => {
  const watch: StoreDecision = { kind: "watch-rivals", stores: [rival] };
  const told = (of: Season) => {
    const ruling = checkDecision(of, store, watch);
    return ruling.kind === "accepted" ? ruling.warnings.map(({ code }) => code) : [ruling.code];
  };
  const before = told(previewDay(season, []));
  assert.ok(before.includes("practice/rival-elsewhere"), before.join());
  assert.deepEqual(told(previewDay(season, news)), before);
});
