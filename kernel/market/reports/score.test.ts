import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { account } from "../../ledger/account.ts";
import { applyIntervention } from "../decisions/apply-decision.ts";
import { balanceOf } from "../books/book.ts";
import { contextOf } from "../decisions/decision-context.ts";
import { closeDay } from "../day.ts";
import { beginnersLog, entriesOf, entry, exampleSeason } from "../examples/example-season.ts";
import type { ExampleOptions } from "../examples/example-world.ts";
import { equityOf } from "../books/payouts.ts";
import { firstSeat } from "../state/season.ts";
import {
  economicProfit,
  measuresOf,
  noScore,
  type Par,
  parOf,
  type ScoreMeasure,
  scoreMeasures,
  scoreStore,
  worthOf,
} from "./score.ts";

type Line = { readonly low: number; readonly high: number };

/** A par line for every measure. */
const parWith = (lineOf: (name: ScoreMeasure) => Line): Par =>
  Object.fromEntries(scoreMeasures.map((name) => [name, lineOf(name)])) as Par;

/** A season some days on, and one of its masters. */
function played(days: number, modules: ExampleOptions["modules"] = {}) {
  const { season, work } = exampleSeason({ bots: 20, stores: 24, days: 40, modules });
  for (let day = 1; day <= days; day++) closeDay(season, [], work, { into: season.state });
  const context = contextOf(season);
  const master = Array.from({ length: 20 }, (_, store) => store).find(
    (store) => season.state.botLevel[store] === 4 && season.state.enteredOn[store]! >= 7,
  )!;
  return { season, work, context, master, own: measuresOf(context, master) };
}

test("like masters is .75, like beginners .25, and without a par line nobody scores", () => {
  const { context, master, own } = played(10);
  const like = (side: "low" | "high") =>
    parWith((name) =>
      side === "low"
        ? { low: own[name], high: own[name] + 1 }
        : { low: own[name] - 1, high: own[name] },
    );
  assert.equal(scoreStore(context, master, like("low")).scoreMilli, 250);
  assert.equal(scoreStore(context, master, like("high")).scoreMilli, 750);
  assert.deepEqual(scoreStore(context, master, null), noScore);
  assert.equal(scoreStore(context, master, parOf(context)).processMilli, -1);
});

const finite = fc.double({ min: -100, max: 100, noNaN: true });
const anyPar = fc.tuple(...scoreMeasures.map(() => fc.tuple(finite, finite))).map((lines) => {
  let at = 0;
  return parWith(() => {
    const [low, high] = lines[at++]!;
    return { low, high };
  });
});

test("a measure whose par line does not rise is left out, and weights go to the others", () => {
  const { context, master, own } = played(25);
  const up = (name: ScoreMeasure) => ({ low: own[name] - 1, high: own[name] });
  const down = (name: ScoreMeasure) => ({ low: own[name] + 1, high: own[name] - 1 });
  const noProfit = scoreStore(
    context,
    master,
    parWith((name) => (name === "profit" ? down(name) : up(name))),
  );
  assert.deepEqual(noProfit, { ...noProfit, profitMilli: -1, scoreMilli: 750, customerMilli: 750 });
  const noRating = scoreStore(
    context,
    master,
    parWith((name) => (name === "rating" ? down(name) : up(name))),
  );
  assert.equal(noRating.customerMilli, 750, "on time alone says what customers meet");
  const flat = scoreStore(
    context,
    master,
    parWith((name) => ({ low: own[name], high: own[name] })),
  );
  assert.deepEqual(flat, noScore);
});

test("whatever the par line, parts are unknown or 0 to 1,000, and the score among them", () => {
  const { context, master } = played(3);
  fc.assert(
    fc.property(anyPar, (par) => {
      const score = scoreStore(context, master, par);
      const parts = [score.profitMilli, score.customerMilli, score.operationsMilli];
      for (const part of [score.scoreMilli, ...parts]) {
        assert.ok(Number.isInteger(part) && part >= -1 && part <= 1000, String(part));
      }
      const known = parts.filter((part) => part >= 0);
      if (known.length === 0) assert.equal(score.scoreMilli, -1);
      else {
        assert.ok(score.scoreMilli >= Math.min(...known) - 1);
        assert.ok(score.scoreMilli <= Math.max(...known) + 1);
      }
    }),
  );
});

test("on the first days nobody scores by profit while masters are still investing", () => {
  // Why: measured against an upside-down line, a store that did nothing was the best of all.
  const { season, work } = exampleSeason({ bots: 20, stores: 24, days: 40 });
  for (let day = 1; day <= 12; day++) {
    const { tables } = closeDay(season, day === 1 ? [entry(season.world, 0, 0)] : [], work, {
      into: season.state,
    });
    const par = parOf(contextOf(season))!;
    const isRising = par.profit.high - par.profit.low >= 0.0005;
    const { columns, rows } = tables.stores;
    for (let row = 0; row < rows; row++) {
      assert.equal(columns.scoreProfitMilli[row]! >= 0, isRising, `day ${day}`);
    }
  }
});

test("who has sold nothing is marked by profit alone", () => {
  const { season, work } = exampleSeason({ bots: 20, stores: 24, days: 40 });
  closeDay(season, [entry(season.world, 0, 0)], work, { into: season.state });
  const context = contextOf(season);
  const idle = firstSeat(season.world);
  const own = measuresOf(context, idle);
  const score = scoreStore(
    context,
    idle,
    parWith((name) => ({ low: own[name] - 1, high: own[name] })),
  );
  assert.deepEqual(score, { ...noScore, scoreMilli: 750, profitMilli: 750 });
});

test("customers say nothing of who has delivered too little", () => {
  // Why: answers alone once made 99.9 of a store that had sold nothing.
  const { context, master, own } = played(25);
  const { state } = context;
  const par = parWith((name) => ({ low: own[name] - 1, high: own[name] }));
  const before = scoreStore(context, master, par);
  assert.ok(state.deliveredUnits[master]! >= 10 && before.customerMilli === 750);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 40 }), fc.nat({ max: 9 }), (units, asked) => {
      state.deliveredUnits[master] = units;
      state.questionCount[master] = asked;
      const isKnown = scoreStore(context, master, par).customerMilli >= 0;
      assert.equal(isKnown, units >= 10);
    }),
  );
});

test("a part is the mean of its measures' marks, and the score that of parts by weight", () => {
  const { season, context } = played(25, { returns: true, service: true });
  const { state } = context;
  const { profitBp, customerBp, operationsBp } = season.world.source.scenario.score;
  // Stores of which every measure has something to say.
  const stores = Array.from({ length: 20 }, (_, store) => store).filter(
    (store) =>
      state.deliveredUnits[store]! >= 10 &&
      [state.storeReviews, state.endedUnits, state.questionCount].every((of) => of[store]! > 0) &&
      [state.wantedUnits, state.inventorySumMinor].every((of) => of[store]! > 0),
  );
  assert.ok(stores.length >= 10, `${stores.length} stores`);
  const mean = (...marks: readonly number[]) =>
    marks.reduce((sum, mark) => sum + mark, 0) / marks.length;
  const sides = fc.tuple(...scoreMeasures.map(() => fc.boolean()));
  fc.assert(
    fc.property(fc.constantFrom(...stores), sides, (store, isHigh) => {
      const own = measuresOf(context, store);
      const mark = (name: ScoreMeasure) => (isHigh[scoreMeasures.indexOf(name)] ? 750 : 250);
      const par = parWith((name) =>
        mark(name) === 750
          ? { low: own[name] - 1, high: own[name] }
          : { low: own[name], high: own[name] + 1 },
      );
      const customer = mean(mark("rating"), mark("onTime"), mark("disputes"), mark("answered"));
      const operations = mean(mark("fill"), mark("onTime"), mark("turns"));
      const parts = profitBp * mark("profit") + customerBp * customer + operationsBp * operations;
      const whole = Math.floor(parts / (profitBp + customerBp + operationsBp) + 0.5);
      const score = scoreStore(context, store, par);
      assert.equal(score.profitMilli, mark("profit"));
      assert.equal(score.customerMilli, Math.floor(customer + 0.5));
      assert.ok(Math.abs(score.operationsMilli - operations) < 1);
      assert.ok(Math.abs(score.scoreMilli - whole) <= 1, `${score.scoreMilli} and ${whole}`);
    }),
  );
});

test("goods lose their share of cost day by day, and all of it only at the end", () => {
  const { season, work } = exampleSeason({ days: 20 });
  const { world, state } = season;
  const store = firstSeat(world);
  const { sku } = world.source.products[0]!;
  // More than it can sell in the season: goods are left on every day.
  const more = entriesOf(store, 1, [{ kind: "place-purchase", sku, units: 400 }], 100);
  const log = [...beginnersLog(world), ...more];
  for (let day = 1; day <= 20; day++) {
    closeDay(season, day === 1 ? log : [], work, { into: state });
    const context = contextOf(season);
    const goods =
      balanceOf(state, store, account.inventory, world.base) +
      balanceOf(state, store, account.transit, world.base) +
      balanceOf(state, store, account.deposits, world.base);
    const capital = world.source.scenario.openingCashMinor;
    const cost = (world.parameters["score.capitalCost"] / 365) * state.equitySumMinor[store]!;
    const lost = equityOf(context, store) - capital - cost - economicProfit(context, store);
    assert.ok(goods > 0);
    assert.ok(Math.abs(lost - (0.4 * goods * day) / 20) < 1e-3, `day ${day}: ${lost} of ${goods}`);
  }
});

test("help of the steward changes cash and no score, a penalty counts", () => {
  const { season, work } = exampleSeason();
  const { state } = closeDay(season, beginnersLog(season.world), work);
  const shop = { ...season, state };
  const store = firstSeat(season.world);
  const context = contextOf(shop);
  const before = economicProfit(context, store);
  const help = { kind: "help-store", store, amountMinor: 50_000, reason: "x" } as const;
  applyIntervention(context, help);
  assert.ok(Math.abs(economicProfit(context, store) - before) < 1e-6);
  applyIntervention(context, { ...help, kind: "penalize-store", amountMinor: 80_000 });
  assert.ok(Math.abs(economicProfit(context, store) - (before - 80_000)) < 1e-6);
});

test("equity below nothing costs no capital, and brings none", () => {
  const { season, work } = exampleSeason();
  const { state } = closeDay(season, beginnersLog(season.world), work);
  const context = contextOf({ ...season, state });
  const store = firstSeat(season.world);
  const costOf = (equitySum: number) => {
    state.equitySumMinor[store] = equitySum;
    const capital = season.world.source.scenario.openingCashMinor;
    return worthOf(context, store) - capital - economicProfit(context, store);
  };
  assert.ok(costOf(365_000_000) > 0);
  assert.equal(costOf(0), 0);
  assert.equal(costOf(-365_000_000), 0);
});
