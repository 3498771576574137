/** What bets on rates may come to: a line that a share of equity bounds. */
import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { closeDay } from "../day.ts";
import { agreedCost } from "../decisions/agreed-cost.ts";
import { checkDecision, previewDay, addToPreview } from "../decisions/check-decision.ts";
import type { StoreDecision } from "../decisions/decision.ts";
import { cashIn, exampleBank, logOf, play, tomorrow } from "../examples/example-finance.ts";
import { entriesOf, entry, ordinaryMemory } from "../examples/example-season.ts";
import { worthOf } from "../reports/score.ts";
import { firstSeat, type Season } from "../state/season.ts";
import { copyState } from "../state/state.ts";
import { forwardBets, forwardLine } from "./forward-line.ts";

const bank = exampleBank();
const { world } = bank.season;
const store = firstSeat(world);
const opening = world.source.scenario.openingCashMinor;

const hedge = (from: string, to: string, amountMinor: number, days: number): StoreDecision => ({
  kind: "hedge-currency",
  from,
  to,
  amountMinor,
  days,
});
const codeOf = (season: Season, decision: StoreDecision) => {
  const ruling = checkDecision(season, store, decision);
  return ruling.kind === "refused" ? ruling.code : ruling.kind;
};
const changed = (from: string, to: string, amountMinor: number): StoreDecision => ({
  kind: "convert-currency",
  from,
  to,
  amountMinor,
});
const change = changed("USD", "EUR", 800_000);

/**
 * A store that bets part of its line on the euro, changes back what came of it, and bets
 * twice as much, or what the line leaves, until it is ahead.
 */
function doubled(seed: number, parts: number) {
  const { season, work } = exampleBank({ days: 40 }, seed);
  const own = { ...season, state: copyState(season.state, ordinaryMemory) };
  let [asked, number, isRefused, isDone] = [0, 0, false, false];
  const decided = (day: number): readonly StoreDecision[] => {
    const euros = cashIn(own, "EUR");
    if (day % 4 === 1 && euros > 0) return [changed("EUR", "USD", euros)];
    if (day % 4 !== 2) return [];
    isDone ||= worthOf(tomorrow(own), store) > opening;
    if (isDone) return [];
    const line = forwardLine(tomorrow(own), store);
    asked = asked === 0 ? Math.floor(line / parts) : 2 * asked;
    const code = codeOf(own, hedge("USD", "EUR", asked, 2));
    if (code === "practice/forward-line") [asked, isRefused] = [line - 100, true];
    return [hedge("USD", "EUR", asked, 2)];
  };
  for (let day = 1; day <= 33; day++) {
    const entries = entriesOf(store, day, decided(day), number);
    number += entries.length;
    const enters = day === 1 ? [entry(own.world, 0, 0)] : [];
    const { refused } = closeDay(own, [...enters, ...entries], work, { into: own.state });
    assert.deepEqual(refused, []);
  }
  return { gain: worthOf(tomorrow(own), store) - opening, isRefused };
}

suite("the line of forwards", () => {
  test("all bets together stay within it, whatever is asked", () => {
    const code = fc.constantFrom("EUR", "JPY");
    const deal = fc
      .tuple(
        code,
        fc.boolean(),
        fc.integer({ min: 1, max: 400_000 }),
        fc.integer({ min: 1, max: 30 }),
      )
      .map(([far, isSale, minor, days]) =>
        isSale ? hedge(far, "USD", minor, days) : hedge("USD", far, minor, days),
      );
    const { season } = play(bank, logOf(bank.season, { 2: [change] }), 2);
    fc.assert(
      fc.property(fc.array(deal, { maxLength: 12 }), (deals) => {
        const preview = previewDay(season, []);
        deals.forEach((decision, number) => {
          const before = forwardBets(tomorrow(preview), store);
          const entry = { store, number, day: 3, decision };
          const isTaken = addToPreview(preview, entry).kind === "accepted";
          const after = forwardBets(tomorrow(preview), store);
          const line = forwardLine(tomorrow(preview), store);
          // What the spread of a forward loses is no bet.
          assert.ok(after <= Math.max(line, before) + after / 100, `${after} of ${line}`);
          if (!isTaken) assert.equal(after, before);
        });
      }),
      { numRuns: 60 },
    );
  });

  test("who doubles forwards until he is ahead comes to the line and gains nearly nothing", () => {
    const seasons = Array.from({ length: 20 }, (_, seed) => doubled(seed + 1, 32));
    assert.equal(seasons.filter(({ isRefused }) => isRefused).length, 12);
    for (const { gain } of seasons) {
      assert.ok(gain < 0.001 * opening && gain > -0.015 * opening, `${gain} of ${opening}`);
    }
  });

  test("who knows tomorrow's rates gains little beside his capital", () => {
    for (let seed = 1; seed <= 6; seed++) {
      const own = exampleBank({}, seed);
      const euro = own.season.world.currencies.indexOf("EUR");
      const rateOn = (day: number, plan: Parameters<typeof logOf>[1]) =>
        tomorrow(play(own, logOf(own.season, plan), day).season).book.rateE8[euro]!;
      const rises = rateOn(8, {}) > rateOn(2, {});
      const bet = (minor: number) =>
        rises ? hedge("USD", "EUR", minor, 6) : hedge("EUR", "USD", minor, 6);
      const { season } = play(own, logOf(own.season, {}), 1);
      assert.equal(codeOf(season, bet(500_000_000_000)), "practice/forward-line");
      const most = Math.floor(0.8 * forwardLine(tomorrow(season), store));
      const known = play(own, logOf(own.season, { 2: [bet(most)] }), 9);
      assert.ok(known.results.every(({ refused }) => refused.length === 0));
      const gain = worthOf(tomorrow(known.season), store) - opening;
      assert.ok(gain < 0.03 * opening, `${gain} in season ${seed}`);
    }
  });

  test("covering what is held needs no line, and counts for nothing", () => {
    const { season } = play(bank, logOf(bank.season, { 2: [change] }), 2);
    const has = cashIn(season, "EUR");
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: has }),
        fc.integer({ min: 1, max: 90 }),
        (minor, days) => {
          const cover = hedge("EUR", "USD", minor, days);
          const ruling = checkDecision(season, store, cover);
          assert.ok(ruling.kind === "accepted" && ruling.warnings.length === 0);
          const cost = agreedCost(previewDay(season, []), store, cover, 0);
          assert.deepEqual(cost, { costMinor: 0, addedMinor: 0 });
        },
      ),
      { numRuns: 30 },
    );
  });

  test("a bet costs what it adds, and taking it back nothing, though the line is full", () => {
    const { season } = play(bank, logOf(bank.season, {}), 1);
    const line = forwardLine(tomorrow(season), store);
    const full = hedge("USD", "EUR", line - 100, 30);
    const cost = agreedCost(previewDay(season, []), store, full, 0);
    assert.ok(Math.abs(cost.costMinor - line) < 300, `${cost.costMinor} of ${line}`);
    const preview = previewDay(season, [{ store, number: 0, day: 2, decision: full }]);
    assert.equal(codeOf(preview, hedge("USD", "EUR", 5_000, 30)), "practice/forward-line");
    assert.equal(codeOf(preview, hedge("USD", "JPY", 5_000, 30)), "practice/forward-line");
    const back = hedge("EUR", "USD", 100_000, 30);
    assert.equal(codeOf(preview, back), "accepted");
    assert.equal(agreedCost(preview, store, back, 0).costMinor, 0);
  });
});
