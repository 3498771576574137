import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { caseEvent, type CaseEvent, reason } from "../after-sales/case-kinds.ts";
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
  sku,
  world,
} from "../examples/example-checklist.ts";
import { tracesOf } from "../examples/example-traces.ts";
import { asks } from "../sourcing/talks.ts";
import type { AgedDay } from "./trace.ts";

const days = Array.from({ length: 105 }, (_, at) => day(at + 1, { orders: 1 }));
const pool = (part: Partial<AgedDay> = {}): AgedDay => ({
  day: 98,
  onHand: 100,
  recentUnits: 100,
  sinceDay: 1,
  costMinor: 1_000,
  ...part,
});
const old = (aged: readonly AgedDay[], first = 1) =>
  tracesOf({ days: days.slice(first - 1), aged }, "ageOver90Pct", 105).map(({ value }) => value);

suite("what stock shows", () => {
  test("is the value of what has lain for more than ninety days", () => {
    assert.deepEqual(old([pool()]), [0]);
    assert.deepEqual(old([pool({ recentUnits: 60 })]), [40]);
    assert.deepEqual(old([pool({ recentUnits: 0 }), pool({ costMinor: 3_000 })]), [25]);
  });

  test("a pool that was not there so long ago holds nothing old, whatever came in unseen", () => {
    assert.deepEqual(old([pool({ recentUnits: 0, sinceDay: 8 })]), [0]);
    assert.deepEqual(old([pool({ recentUnits: 0, sinceDay: 7 })]), [100]);
  });

  test("a store that is too young for old stock shows nothing, nor one without any", () => {
    assert.deepEqual(old([pool()], 8), []);
    assert.deepEqual(old([]), []);
    assert.deepEqual(old([pool({ costMinor: 0 })]), []);
  });
});

suite("what a talk with a supplier shows", () => {
  const ask = (supplier: number, of: "price" | "lead" = "price"): StoreDecision => ({
    kind: "negotiate",
    sku,
    supplier,
    ask: of,
  });
  const answered = (on: number, supplier: number, chanceMilli: number) => ({
    day: on,
    offer,
    supplier,
    ask: asks.indexOf("price"),
    chanceMilli,
  });

  test("is what it could expect to get, and is of who asked", () => {
    const entries = entriesOf(selected, [3, ask(1)], [3, ask(2)], [5, ask(1)]);
    const talks = [answered(3, 2, 550), answered(5, 1, 200)];
    assert.deepEqual(
      tracesOf({ entries, talks }, "surplusShare").map((one) => [
        one.value,
        one.day,
        ...one.decisions,
        one.sku,
      ]),
      [
        [0.55, 3, 2, sku],
        [0.2, 5, 3, sku],
      ],
    );
  });

  test("an answer to what nobody of the log asked for shows nothing", () => {
    const entries = entriesOf(selected, [3, ask(1, "lead")]);
    assert.deepEqual(tracesOf({ entries, talks: [answered(3, 1, 900)] }, "surplusShare"), []);
  });
});

suite("what a listing in another language shows", () => {
  const scores = (...written: readonly (StoreDecision | readonly [number, StoreDecision])[]) =>
    tracesOf({ entries: entriesOf(selected, ...written) }, "qualityScore");
  const languages = [home, away].map((of) => world.marketLanguages[world.marketIds.indexOf(of)]);
  const [noun] = world.source.categories[0]!.queries[0]!.phrases[languages[1]!]!.terms;

  test("is how well its words fit there, once, and is of who wrote them", () => {
    assert.notEqual(languages[0], languages[1], "the example speaks two languages");
    const [told, ...more] = scores(published(), published(away), [4, published(away)]);
    assert.deepEqual([told?.decisions, told?.market, more.length], [[2], away, 0]);
    const good = {
      ...complete,
      title: `Die ${noun!.term} für jeden Tag und das ganze Haus`,
      text: `Das ist die ${noun!.term}, die man nicht mehr hergibt, und sie ist aus Stahl.`,
    };
    const better = scores(published(), published(away, good))[0]!.value;
    assert.ok(better > told!.value, `${better} is no more than ${told!.value}`);
  });

  test("the market in which a product begins is no translation, whichever it is", () => {
    assert.deepEqual(scores(published(away)), []);
    assert.equal(scores(published(away), published(home))[0]?.market, home);
  });
});

suite("what a dispute shows", () => {
  const ended = (on: number, event: CaseEvent, units: number, why = reason["dispute-late"]) => ({
    day: on,
    reason: why,
    event: caseEvent[event],
    units,
  });
  const week = days.slice(0, 7);

  test("is the share of a week's that were won or settled", () => {
    const cases = [
      ended(1, "opened", 9),
      ended(2, "won", 2),
      ended(3, "refunded", 3),
      ended(4, "replaced", 1),
      ended(5, "lost", 1),
      ended(6, "unanswered", 2),
      ended(7, "charged-back", 1),
      ended(8, "lost", 50),
      ended(3, "scrapped", 40, reason["return-mind"]),
      ended(3, "charged-back", 40, reason.chargeback),
    ];
    const [told] = tracesOf({ days: week, cases }, "wonOrSettled", 7);
    assert.deepEqual([told?.value, told?.count, told?.day], [0.6, 10, 7]);
  });

  test("a week in which none ended shows nothing", () => {
    assert.deepEqual(tracesOf({ days: week, cases: [ended(1, "opened", 9)] }, "wonOrSettled"), []);
  });
});
