import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { LogEntry } from "../decisions/decision.ts";
import { adsOf, bids, known, played, rowsOf, settled, street } from "../examples/example-names.ts";
import { ordinaryMemory } from "../examples/example-season.ts";
import { copyState } from "../state/state.ts";
import { beginBlend } from "./blend-days.ts";
import { figures } from "./day-figures.ts";
import { expectedDay, newWhyBench } from "./expected-day.ts";
import { explainChange } from "./explain-change.ts";
import { factors, type Factor } from "./factor.ts";
import { nameWorth } from "./name-worth.ts";
import { observeDay } from "./observe-day.ts";

test("the parts of a change with bids on names sum to it, in any order of factors", () => {
  const of = street();
  const { season } = played(of, settled, bids(of, 2, 7, 4_000));
  const state = copyState(season.state, ordinaryMemory);
  const before = observeDay({ ...season, state }, [], of.work);
  const ticks = fc.integer({ min: 200, max: 20_000 });
  const orders = fc.shuffledSubarray([...factors], { minLength: factors.length });
  const bench = newWhyBench(season.world, season.seed);
  fc.assert(
    fc.property(ticks, ticks, orders, (own, rival, order: readonly Factor[]) => {
      const after = observeDay(
        { ...season, state: copyState(before.result.state, ordinaryMemory) },
        [...bids(of, 0, 10, own), ...bids(of, 1, 10, rival)],
        of.work,
      );
      for (const seat of [0, 1, 2]) {
        const explained = explainChange(bench, before, after, of.first + seat, order);
        const usual = explainChange(bench, before, after, of.first + seat);
        for (const name of figures) {
          const { before: from, after: to, parts, luck, aside } = explained.figures[name];
          const all = [...Object.values(parts), ...Object.values(aside)];
          assert.equal(
            all.reduce((sum, one) => sum + one, luck),
            to - from,
          );
          // What is expected of the later day does not depend on the way to it.
          assert.equal(luck, usual.figures[name].luck);
        }
      }
    }),
    { numRuns: 6 },
  );
});

test("what is expected where names are bid on is neither too high nor too low", () => {
  const of = street();
  const log = [...bids(of, 0, 7, 2_500), ...bids(of, 1, 7, 6_000), ...bids(of, 2, 7, 5_000)];
  let { season } = played(of, settled, log);
  const bench = newWhyBench(season.world, season.seed);
  let [realized, expected, clicks, due] = [0, 0, 0, 0];
  for (let day = 9; day <= 18; day++) {
    const state = copyState(season.state, ordinaryMemory);
    const seen = observeDay({ ...season, state }, [], of.work);
    for (const seat of [0, 1, 2]) {
      const store = of.first + seat;
      const blend = beginBlend(season, seen, seen, store);
      const sales = expectedDay(bench, blend, "all");
      const rows = rowsOf(seen.result.tables.stores);
      realized += rows.find((row) => row["store"] === store)!["orders"]!;
      expected += sales.orders.reduce((sum, one) => sum + one, 0);
      clicks += adsOf(seen.result, store).reduce((sum, row) => sum + row["ticks"]!, 0);
      due += sales.named.own.ticks + sales.named.others.ticks;
    }
    season = { ...season, state: seen.result.state };
  }
  assert.ok(realized > 300, `${realized} orders`);
  const z = (realized - expected) / Math.sqrt(expected);
  assert.ok(Math.abs(z) < 4, `${realized} orders, ${expected} expected, z ${z}`);
  assert.ok(due > 100_000, `${due} ticks`);
  assert.ok(Math.abs(clicks / due - 1) < 0.25, `${clicks} ticks, ${due} expected`);
});

test("paying for the own name brings nothing where nobody else stands there", () => {
  // Why: published field tests find that buyers who search a brand come without its ad.
  const of = street();
  const worthOf = (log: readonly LogEntry[], seat: number) => {
    const { season } = played(of, settled);
    const day = observeDay(season, log, of.work);
    return nameWorth(newWhyBench(season.world, season.seed), day, of.first + seat);
  };
  const alone = worthOf(bids(of, 0, 9, 4_000), 0);
  assert.ok(alone.own!.attributedMilli > 1_000);
  assert.equal(alone.own!.addedMilli, 0);
  assert.ok(alone.own!.ticks > 0 && alone.own!.addedProfitMinor < 0);
  assert.equal(alone.others, null);
  const rival = worthOf(bids(of, 1, 9, 6_000), 1);
  assert.equal(rival.own, null);
  assert.ok(rival.others!.addedMilli > 0.8 * rival.others!.attributedMilli);
});

test("with every place taken, a store's own bid keeps a rival off its name", () => {
  const of = street({ parameters: [known, { name: "name.slots", value: 1 }] });
  const { season } = played(of, settled);
  const log = [...bids(of, 0, 9, 5_000), ...bids(of, 1, 9, 6_000)];
  const day = observeDay(season, log, of.work);
  const { own } = nameWorth(newWhyBench(season.world, season.seed), day, of.first);
  assert.ok(own!.addedMilli > 0, "it defends");
  assert.ok(own!.addedMilli < own!.attributedMilli, "and most would have come");
});
