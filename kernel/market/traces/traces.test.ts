import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { StoreDecision } from "../decisions/decision.ts";
import {
  away,
  complete,
  day,
  entriesOf,
  home,
  offer,
  published,
  selected,
  sent,
  shipped,
  sku,
  world,
} from "../examples/example-checklist.ts";
import { exampleScores } from "../examples/example-season.ts";
import { tracedStore, tracesOf } from "../examples/example-traces.ts";
import { sourceOf } from "../offsite/channel.ts";
import { promotionKinds } from "../promotions/promotion-kinds.ts";
import { noticeKinds } from "../state/tables.ts";
import { reactionsAVisit } from "./marketing-traces.ts";
import { readTraces } from "./read-traces.ts";
import { traceMeasures, type TracedStore } from "./trace.ts";

const valueOf = (...asked: Parameters<typeof tracesOf>) => tracesOf(...asked)[0]?.value;
const week = (part = {}) => [1, 2, 3, 4, 5, 6, 7].map((of) => day(of, part));
const edited = (title: string, contentMilli = 850): StoreDecision => ({
  kind: "edit-listing",
  sku,
  market: home,
  listing: { ...complete, title },
  scores: { ...exampleScores(world), contentMilli },
});

test("a store that has done all five steps in its first week has opened well", () => {
  const entries = entriesOf(selected, published(), shipped());
  const days = week({ listingsLive: 1 });
  assert.equal(valueOf({ entries, days }, "checklist"), 1);
  assert.equal(valueOf({ entries: entries.slice(0, 2), days }, "checklist"), 4 / 5);
  // What was done in the second week is no part of it.
  const late = entriesOf(selected, published(), [8, shipped()]);
  assert.equal(valueOf({ entries: late, days }, "checklist"), 4 / 5);
  const found = noticeKinds.indexOf("audit-found");
  const notices = [{ day: 3, kind: found, subject: 0, market: 0, value: 1 }];
  assert.equal(valueOf({ entries, days, notices }, "checklist"), 4 / 5);
  assert.deepEqual(tracesOf({ entries, days: days.slice(0, 6) }, "checklist"), []);
});

test("a listing is as complete as its attributes are stated, and is somebody's", () => {
  const entries = entriesOf(
    selected,
    published(),
    published(home, { ...complete, attributes: {} }),
  );
  const traces = tracesOf({ entries }, "completeness");
  assert.deepEqual(
    traces.map(({ value, decisions }) => [value, ...decisions]),
    [
      [1, 1],
      [0, 2],
    ],
  );
});

test("a rewriting is scored, and what changed no word is none", () => {
  const entries = entriesOf(
    selected,
    published(),
    [3, edited("A new title for it")],
    [4, edited("A new title for it", 900)],
  );
  assert.deepEqual(
    tracesOf({ entries }, "copyScore").map(({ value, day: on }) => [value, on]),
    [[0.85, 3]],
  );
});

test("places gained are told when four days have shown them", () => {
  const entries = entriesOf(selected, published(), [8, edited("A new title for it")]);
  const place = (on: number, placeMilli: number) => ({ day: on, offer, market: 0, placeMilli });
  const places = [place(5, 12_000), place(7, 8_000), place(8, 7_000), place(11, 5_000)];
  const [gain] = tracesOf({ entries, places }, "rankGain");
  assert.deepEqual([gain?.value, gain?.day], [4, 11]);
  assert.deepEqual(tracesOf({ entries, places }, "rankGain", 10), []);
  assert.deepEqual(tracesOf({ entries, places: places.slice(2) }, "rankGain"), []);
});

test("a week's stock, parcels, health and stars are the store's", () => {
  const days = week({ listingsLive: 4, listingsSoldOut: 1, orders: 2 });
  assert.equal(valueOf({ days }, "stockoutDaysPct"), 25);
  const arrivals = [
    { day: 2, units: 30, onTime: 30 },
    { day: 9, units: 50, onTime: 0 },
    { day: 6, units: 10, onTime: 6 },
  ];
  const [onTime] = tracesOf({ days, arrivals }, "onTime");
  assert.deepEqual([onTime?.value, onTime?.count, onTime?.decisions], [0.9, 40, []]);
  const health = [{ day: 7, healthBp: 9_150 }];
  assert.equal(valueOf({ days, health }, "healthScore"), 91.5);
  const markets = [sent(2, 100), { ...sent(3, -300), market: 1 }, { ...sent(4, 10), market: 2 }];
  assert.equal(valueOf({ days, health, sent: markets }, "profitableMarkets"), 2);
  const stars = [
    ...week({ ratingMilli: 4_200, reviews: 6 }),
    day(14, { ratingMilli: 4_500, reviews: 11 }),
  ];
  assert.ok(Math.abs(valueOf({ days: stars }, "ratingChange")! - 0.3) < 1e-9);
});

test("a campaign holds its target where it costs no more than its goods leave", () => {
  const campaign = { day: 2, campaign: 1, offer, clicks: 30, revenueMinor: 1_000 };
  const days = week({ orders: 1 });
  const goods = [sent(3, 300, 1_000)];
  const acos = (costMinor: number, clicks = 30) =>
    valueOf(
      { days, sent: goods, campaigns: [{ ...campaign, costMinor, clicks }] },
      "acosUnderTarget",
    );
  assert.equal(acos(300), 1);
  assert.equal(acos(301), 0);
  assert.equal(acos(100, 19), undefined, "too few clicks say nothing");
});

test("a promotion is measured by what was expected without it, on days of its own", () => {
  const run = { kind: "run-promotion", sku, market: home, depthBp: 2_000, from: 2, to: 5 } as const;
  const entries = entriesOf(selected, published(), run);
  const kinds = 1 << promotionKinds.indexOf("price-cut");
  const row = { offer, market: 0, kinds, profitMinor: 130, usualProfitMinor: 100 };
  const promotions = [
    { ...row, day: 2 },
    { ...row, day: 4, profitMinor: 80 },
    { ...row, day: 5, kinds: kinds | 4, profitMinor: 10_000 },
    { ...row, day: 6, profitMinor: 10_000 },
  ];
  const [told] = tracesOf({ entries, promotions }, "incrementalProfit");
  assert.deepEqual([told?.value, told?.day, told?.decisions], [0.05, 5, [2]]);
  assert.deepEqual(tracesOf({ entries, promotions }, "incrementalProfit", 4), []);
  const ended = entriesOf(selected, published(), run, [
    4,
    { kind: "end-promotion", sku, market: home, promotion: "price-cut" },
  ]);
  const [early] = tracesOf({ entries: ended, promotions }, "incrementalProfit", 4);
  assert.deepEqual([early?.value, early?.day], [0.3, 4]);
});

test("an experiment shows a verdict of somebody, and a lift of the store", () => {
  const started: StoreDecision = {
    kind: "start-experiment",
    sku,
    market: home,
    arms: { field: "price", a: 2_000, b: 1_800 },
    shareBp: 5_000,
    days: 7,
    measure: "orders",
    hypothesis: "cheaper sells more",
  };
  const closed: StoreDecision = {
    kind: "close-experiment",
    experiment: 1,
    verdict: "B",
    reason: "it did",
  };
  const entries = entriesOf(selected, started, [8, closed]);
  const verdicts = [{ day: 8, number: 1, isRight: true }];
  const arms = [
    { day: 2, number: 1, visitsA: 100, ordersA: 4, visitsB: 100, ordersB: 5 },
    { day: 3, number: 2, visitsA: 9, ordersA: 9, visitsB: 9, ordersB: 0 },
  ];
  const [right] = tracesOf({ entries, verdicts, arms }, "decisionCorrect");
  assert.deepEqual([right?.value, right?.decisions], [1, [2]]);
  const [lift] = tracesOf({ entries, verdicts, arms }, "conversionLift");
  assert.ok(Math.abs(lift!.value - 0.25) < 1e-9);
  assert.deepEqual(lift?.decisions, []);
});

test("a post and an influencer are measured when their echo has faded", () => {
  const post = {
    kind: "publish-post",
    market: home,
    text: "x",
    spendMinor: 1,
    fitMilli: 1,
  } as const;
  const booked = { market: home, influencer: 1, day: 5, acceptedAt: 0 };
  const entries = entriesOf([2, post], [3, { kind: "book-influencer", ...booked }]);
  const channel = (on: number, source: "post" | "influencer", orders = 0) => ({
    day: on,
    market: 0,
    source: sourceOf(source),
    views: 400,
    visits: 10,
    orders,
    costMinor: 600,
  });
  const channels = [channel(2, "post"), channel(4, "post"), channel(5, "post")];
  const [seen] = tracesOf({ entries, channels }, "engagementRate");
  assert.deepEqual([seen?.value, seen?.day], [0.025 * reactionsAVisit, 4]);
  assert.deepEqual(tracesOf({ entries, channels }, "engagementRate", 3), []);
  const sold = [{ day: 4, offer, market: 0, units: 2 }];
  const brought = [channel(5, "influencer", 2), channel(6, "influencer", 1)];
  const [cost] = tracesOf(
    { entries, channels: brought, sent: [sent(4, 1_000)], sold },
    "costPerOrderVsTarget",
  );
  assert.deepEqual([cost?.value, cost?.day], [0.8, 7]);
});

test("posts of one day in one market are one event, whose it is of all who wrote them", () => {
  const post = (market: string): StoreDecision => {
    return { kind: "publish-post", market, text: "x", spendMinor: 1, fitMilli: 1 };
  };
  const entries = entriesOf([2, post(home)], [2, post(home)], [2, post(away)], [3, post(home)]);
  const brought = { source: sourceOf("post"), views: 400, visits: 2, orders: 0, costMinor: 1 };
  const channels = [0, 1].map((market) => ({ day: 2, market, ...brought }));
  const seen = tracesOf({ entries, channels }, "engagementRate");
  assert.deepEqual(
    seen.map(({ day, market, decisions }) => ({ day, market, decisions })),
    [
      { day: 4, market: home, decisions: [0, 1] },
      { day: 4, market: away, decisions: [2] },
    ],
  );
});

test("a forecast is held against what last week would have said", () => {
  const forecast = (p50: number) =>
    entriesOf([8, { kind: "submit-forecast", measure: "units", days: 2, p10: 0, p50, p90: 99 }]);
  const days = [...week(), day(8), day(9)];
  const sold = [1, 2, 3, 4, 5, 6, 7]
    .map((on) => ({ day: on, offer, market: 0, units: 5 }))
    .concat([8, 9].map((on) => ({ day: on, offer, market: 0, units: 10 })));
  const ratio = (p50: number) => valueOf({ entries: forecast(p50), days, sold }, "mapeVsNaive");
  assert.equal(ratio(20), 0);
  assert.equal(ratio(10), 1);
  assert.equal(ratio(15), 0.5);
});

test("an audit shows what it found", () => {
  const notice = (on: number, name: "audit-found" | "audit-passed") => ({
    day: on,
    kind: noticeKinds.indexOf(name),
    subject: 0,
    market: 0,
    value: 1,
  });
  const notices = [notice(5, "audit-passed"), notice(9, "audit-found"), notice(9, "audit-found")];
  assert.deepEqual(
    tracesOf({ notices }, "violations").map(({ day: on, value }) => [on, value]),
    [
      [5, 0],
      [9, 2],
    ],
  );
});

test("a later close adds traces and changes none that were told", () => {
  const on = fc.integer({ min: 1, max: 28 });
  const place = fc.record({
    day: on,
    offer: fc.constant(offer),
    market: fc.nat(1),
    placeMilli: fc.integer({ min: 1_000, max: 40_000 }),
  });
  const sale = fc.record({
    day: on,
    offer: fc.constant(offer),
    market: fc.nat(1),
    units: fc.integer({ min: 1, max: 9 }),
  });
  const wish = fc.constantFrom<StoreDecision>(
    published(),
    shipped(),
    edited("One title of it"),
    edited("Another title of it"),
    { kind: "run-promotion", sku, market: home, depthBp: 1_000, from: 0, to: 6 },
    { kind: "end-promotion", sku, market: home, promotion: "price-cut" },
    { kind: "submit-forecast", measure: "units", days: 3, p10: 1, p50: 9, p90: 20 },
    { kind: "publish-post", market: home, text: "x", spendMinor: 1, fitMilli: 1 },
  );
  // A promotion begins on the day of its decision at the earliest.
  const dated = ([of, one]: [number, StoreDecision]): [number, StoreDecision] =>
    one.kind === "run-promotion" ? [of, { ...one, from: of, to: of + 6 }] : [of, one];
  const decisions = fc.array(fc.tuple(on, wish).map(dated), { maxLength: 12 });
  fc.assert(
    fc.property(
      decisions,
      fc.array(place),
      fc.array(sale),
      fc.nat(28),
      (wishes, places, sold, closed) => {
        const ordered = wishes.toSorted(([a], [b]) => a - b);
        const all: Partial<TracedStore> = {
          entries: entriesOf(selected, ...ordered),
          days: Array.from({ length: 28 }, (_, at) => day(at + 1, { listingsLive: 2, orders: 1 })),
          health: [7, 14, 21, 28].map((of) => ({ day: of, healthBp: 9_000 })),
          promotions: Array.from({ length: 28 }, (_, at) => at + 1).map((of) => {
            return { day: of, offer, market: 0, kinds: 1, profitMinor: of, usualProfitMinor: 5 };
          }),
          channels: Array.from({ length: 28 }, (_, at) => {
            const source = sourceOf("post");
            const brought = { views: 200, visits: at, orders: 0, costMinor: 1 };
            return { day: at + 1, market: 0, source, ...brought };
          }),
          places,
          sold,
        };
        const known = Object.fromEntries(
          Object.entries(all as Record<string, unknown>).map(([name, rows]) => [
            name,
            (rows as readonly { day: number }[]).filter((row) => row.day <= closed),
          ]),
        );
        const early = readTraces(world, tracedStore(known), closed);
        const late = readTraces(world, tracedStore(all), 28);
        assert.deepEqual(
          early,
          late.filter((trace) => trace.day <= closed),
        );
      },
    ),
  );
});

test("every measure that a trace may have is declared", () => {
  const entries = entriesOf(selected, published(), shipped());
  const days = week({ listingsLive: 1, orders: 3 });
  for (const { event, measure } of readTraces(world, tracedStore({ entries, days }), 28)) {
    assert.ok((traceMeasures[event] as readonly string[]).includes(measure));
  }
});
