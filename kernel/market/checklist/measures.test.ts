import assert from "node:assert/strict";
import { test } from "node:test";
import { caseEvent, reason } from "../after-sales/case-kinds.ts";
import type { StoreDecision } from "../decisions/decision.ts";
import {
  away,
  complete,
  day,
  entriesOf,
  evidence,
  figure,
  home,
  listOf,
  offer,
  priced,
  published,
  seen,
  selected,
  sent,
  shipped,
  sku,
  taskOf,
  world,
} from "../examples/example-checklist.ts";
import { exampleScores } from "../examples/example-season.ts";
import { sourceOf } from "../offsite/channel.ts";
import { noticeKinds } from "../state/tables.ts";
import { sentOf } from "./gather-evidence.ts";
import { markChecklist } from "./mark-checklist.ts";
import { type DeductionMeasure, deductionMeasures } from "./measures.ts";

test("measures of decisions count what stands, once", () => {
  const policy = { kind: "set-answer-policy", disputes: "refund", returns: "ask" } as const;
  assert.equal(
    figure("standing-answers", { entries: entriesOf({ ...policy, handAnswers: 9 }) }, 9),
    2,
  );
  assert.equal(
    figure("standing-answers", { entries: entriesOf({ ...policy, handAnswers: 8 }) }, 9),
    1,
  );
  const terms = (market: string, returnDays: number): StoreDecision => ({
    kind: "set-after-sales",
    market,
    returnDays,
    warrantyMonths: 0,
    returnPayer: "buyer",
  });
  const changed = { entries: entriesOf(terms(home, 30), terms(away, 30), terms(away, 14)) };
  assert.equal(figure("terms-markets", changed, 0, 30), 1, "the last one stands");
  const report = (market: string): StoreDecision => ({
    kind: "buy-report",
    report: "keywords",
    market,
    category: "c",
  });
  const read = { entries: entriesOf(report(home), report(home), report(away)) };
  assert.equal(figure("reports-bought", read), 2);
  const rule = (upToUnits: number): StoreDecision => ({
    kind: "set-reorder-rule",
    sku,
    pointUnits: 0,
    upToUnits,
  });
  assert.equal(figure("reorder-rules", { entries: entriesOf(rule(9)) }), 1);
  assert.equal(figure("reorder-rules", { entries: entriesOf(rule(9), rule(0)) }), 0);
  const move: StoreDecision = { kind: "move-stock", sku, market: home, mode: "sea", units: 20 };
  assert.equal(figure("stocked-markets", { entries: entriesOf(move) }, 0, 20), 1);
  assert.equal(figure("stocked-markets", { entries: entriesOf(move) }, 0, 21), 0);
  const cut: StoreDecision = {
    kind: "run-promotion",
    sku,
    market: home,
    depthBp: 500,
    from: 1,
    to: 2,
  };
  assert.equal(figure("promotions", { entries: entriesOf(cut, cut) }, 0, 500), 1);
  assert.equal(figure("promotions", { entries: entriesOf({ ...cut, depthBp: 0 }) }), 0);
  const later = { ...cut, from: 4, to: 6 };
  const end: StoreDecision = { kind: "end-promotion", sku, market: home, promotion: "price-cut" };
  assert.equal(figure("promotions", { entries: entriesOf(later, [4, end]) }), 0, "it never ran");
  assert.equal(figure("promotions", { entries: entriesOf(later, [5, end]) }), 1);
  assert.equal(figure("promotions", { entries: entriesOf(end, later) }), 1);
  const coupon: StoreDecision = { ...end, promotion: "coupon" };
  assert.equal(figure("promotions", { entries: entriesOf(later, coupon) }), 1, "another one");
});

test("measures of listings look at what is up, as it was last written", () => {
  const two = { entries: entriesOf(selected, shipped(), published(), published(away)) };
  assert.equal(figure("complete-listings", two), 2);
  assert.equal(figure("complete-markets", two, 1), 2);
  assert.equal(figure("complete-markets", two, 2), 0);
  assert.equal(figure("shipping-markets", two, 1), 1);
  assert.equal(figure("matched-listings", two, 0, 5_000), 2, "128 of 255");
  assert.equal(figure("matched-listings", two, 0, 5_100), 0);
  const poor = { ...complete, keywords: [] };
  assert.equal(figure("complete-listings", { entries: entriesOf(published(home, poor)) }), 0);
  const bare = { ...complete, attributes: {} };
  assert.equal(figure("complete-listings", { entries: entriesOf(published(home, bare)) }), 0);
  const withdrawn: StoreDecision = { kind: "withdraw-listing", sku, market: home };
  const taken = entriesOf(selected, published(), withdrawn);
  assert.equal(figure("complete-listings", { entries: taken }), 0);
  const dropped = entriesOf(selected, published(), { kind: "drop-product", sku });
  assert.equal(figure("complete-listings", { entries: dropped }), 0);
  const shown = published(home, { ...complete, photoLevel: 2 });
  assert.equal(figure("pictured-listings", { entries: entriesOf(shown) }, 0, 2), 1);
  assert.equal(figure("pictured-listings", { entries: entriesOf(shown) }, 0, 3), 0);
  const better: StoreDecision = {
    kind: "edit-listing",
    sku,
    market: home,
    listing: complete,
    scores: exampleScores(world, 255),
  };
  const rewritten = { entries: entriesOf(published(home, poor, 0), better) };
  assert.equal(figure("matched-listings", rewritten, 0, 10_000), 1);
  const [row] = seen("complete-listings", rewritten).rows;
  assert.deepEqual([row!.decision, row!.sku, row!.market], [1, sku, home]);
});

test("a decision that the close refused does not count", () => {
  const kind = noticeKinds.indexOf("decision-refused");
  const notices = [{ day: 1, kind, subject: 1, market: -1, value: 0 }];
  const entries = entriesOf(selected, published());
  assert.equal(figure("complete-listings", { entries }), 1);
  assert.equal(figure("complete-listings", { entries, notices }), 0);
});

test("what sold and what it left is told by listing", () => {
  const entries = entriesOf(selected, published());
  const sold = [3, 4].map((of) => ({ day: of, offer, market: 0, units: 3 }));
  const part = { entries, sold, sent: [sent(3, 300), sent(4, 0)] };
  assert.equal(figure("products-sold", part, 6), 1);
  assert.equal(figure("products-sold", part, 7), 0);
  assert.equal(figure("profitable-listings", part, 6, 1_500), 1);
  assert.equal(figure("profitable-listings", part, 6, 1_501), 0);
  assert.equal(figure("profitable-listings", part, 7, 0), 0, "too few units to say");
  const lost = markChecklist(
    listOf([taskOf("orders")], ["loss-listings"]),
    world,
    evidence({ ...part, sent: [sent(3, -1)] }),
  );
  assert.deepEqual(
    lost.deductions.map(({ times, points }) => [times, points]),
    [[1, 2]],
  );
});

test("a price is better after a verdict, or with more left in the four days after", () => {
  const entries = entriesOf(selected, published(), [5, priced(2_100)]);
  const days = [1, 2, 3, 4, 5, 6, 7, 8].map((of) => day(of));
  const gained = { entries, days, sent: [sent(4, 100), sent(5, 101)] };
  assert.equal(figure("better-prices", gained), 1);
  assert.equal(figure("better-prices", { ...gained, sent: [sent(4, 100), sent(5, 100)] }), 0);
  assert.equal(figure("better-prices", { ...gained, days: days.slice(0, 7) }), 0, "not over yet");
  const same = entriesOf(selected, published(), [5, priced(2_000)]);
  assert.equal(figure("better-prices", { ...gained, entries: same }), 0, "it stayed");
  const again = entriesOf(selected, published(), [3, priced(2_100)], [5, priced(2_100)]);
  assert.equal(figure("better-prices", { ...gained, entries: again }), 0, "it stayed since");
  const started: StoreDecision = {
    kind: "start-experiment",
    sku,
    market: home,
    arms: { field: "price", a: 1, b: 2 },
    shareBp: 5_000,
    days: 3,
    measure: "orders",
    hypothesis: "x",
  };
  const tried = { entries: entriesOf(selected, published(), started, [5, priced(2_100)]) };
  const verdict = { day: 5, number: 2, isRight: false };
  assert.equal(figure("better-prices", { ...tried, verdicts: [verdict] }), 1);
  assert.equal(figure("better-prices", { ...tried, verdicts: [{ ...verdict, day: 6 }] }), 0);
  assert.equal(figure("right-verdicts", { verdicts: [verdict] }), 0);
  assert.equal(figure("right-verdicts", { verdicts: [{ ...verdict, isRight: true }] }), 1);
});

test("measures of days say nothing before there is enough to say", () => {
  const days = [day(1, { orders: 9, listingsLive: 4, listingsSoldOut: 1 }), day(2, { reviews: 5 })];
  assert.equal(figure("orders", { days }), 9);
  // Why: orders on their way once had the share that every newcomer is given.
  const delivered = [day(1), day(2)].map(({ day: of }) => ({ day: of, units: 4 }));
  assert.equal(figure("on-time", { days }, 9), 0, "nine orders, all on the way");
  assert.equal(figure("on-time", { days }, 0), 0, "even where nothing is asked");
  assert.equal(figure("on-time", { days, delivered }, 8), 9_000);
  assert.equal(figure("on-time", { days, delivered }, 9), 0);
  assert.equal(figure("rating", { days }, 5), 4_300);
  assert.equal(figure("rating", { days }, 6), 0);
  assert.equal(figure("stocked-listings", { days }), 6_000, "3 of 4, and a day without any");
  const questions = [{ day: 1, answered: 6, late: 1, lapsed: 1 }];
  assert.equal(figure("answered-in-time", { questions }, 8), 7_500);
  assert.equal(figure("answered-in-time", { questions }, 9), 0);
  const dispute = (event: number, units: number) => ({
    day: 1,
    reason: reason["dispute-late"],
    event,
    units,
  });
  assert.equal(figure("disputes-answered", { days }, 9), 10_000);
  assert.equal(figure("disputes-answered", { days }, 10), 0);
  const cases = [dispute(caseEvent.opened, 4), dispute(caseEvent.unanswered, 1)];
  assert.equal(figure("disputes-answered", { days, cases }, 9), 7_500);
  const returned = [{ ...dispute(caseEvent.unanswered, 4), reason: reason["return-mind"] }];
  assert.equal(figure("disputes-answered", { days, cases: returned }, 9), 10_000);
  const ads = [{ day: 1, units: 5, revenueMinor: 4_500 }];
  const paid = [day(1, { adsMinor: 1_000 })];
  assert.equal(figure("ad-return", { ads, days: paid }, 5), 4_500);
  assert.equal(figure("ad-return", { ads, days: paid }, 6), 0);
  const outside = ["search", "brand", "post", "mail"].map((name, at) => ({
    day: at,
    market: at % 2,
    source: sourceOf(name as "post"),
    orders: 2,
  }));
  assert.equal(figure("outside-markets", { outside }), 2);
  assert.equal(
    figure("outside-orders", { outside }),
    4,
    "searches and the own name are no promotion",
  );
});

test("risk costs points up to a most, and never more than there are", () => {
  const of = (kind: (typeof noticeKinds)[number], value: number, on = 1) => ({
    day: on,
    kind: noticeKinds.indexOf(kind),
    subject: offer,
    market: 0,
    value,
  });
  const part = {
    days: [day(1, { orders: 2 }), day(2, { cashMinor: -5 })],
    notices: [
      of("audit-found", 0),
      of("false-list-price", 7),
      of("audit-found", 1, 2),
      of("sanction-changed", 1, 1),
      of("sanction-changed", 0, 2),
      of("sanction-changed", 1, 3),
      of("sanction-changed", 2, 4),
    ],
  };
  const all = Object.keys(deductionMeasures) as DeductionMeasure[];
  const mark = markChecklist(listOf([taskOf("orders")], all), world, evidence(part));
  const told = Object.fromEntries(mark.deductions.map((one) => [one.id, [one.times, one.points]]));
  assert.deepEqual(told, {
    findings: [3, 5],
    sanctions: [3, 5],
    "loss-listings": [0, 0],
    "overdraft-days": [1, 2],
  });
  assert.equal(mark.tasks[0]!.state, "reached");
  assert.equal(mark.reachedBp, 0, "12 of 10 points are lost");
  const clean = markChecklist(listOf([taskOf("orders")], ["findings"]), world, evidence(part));
  assert.equal(clean.reachedBp, 5_000);
});

test("what a sale left is added up in the books' money at the day's rate", () => {
  const usd = world.base;
  const eur = world.currencies.indexOf("EUR");
  const rates = Float64Array.from(world.startRateE8);
  const parts = [
    { day: 1, offer, market: 0, currency: eur, revenueMinor: -10_000, allMinor: -9_000 },
    { day: 1, offer, market: 0, currency: usd, revenueMinor: 0, allMinor: 5_000 },
  ];
  const [line, ...more] = sentOf(world, parts, new Map([[1, rates]]));
  assert.equal(more.length, 0);
  assert.deepEqual(line, { day: 1, offer, market: 0, paidMinor: 11_684, marginMinor: 5_516 });
});
