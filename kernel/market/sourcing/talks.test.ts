import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { checkDecision, previewDay } from "../decisions/check-decision.ts";
import type { StoreDecision } from "../decisions/decision.ts";
import { exampleBank, logOf, play, tomorrow, type Plan } from "../examples/example-finance.ts";
import { entriesOf, ordinaryMemory } from "../examples/example-season.ts";
import { newDayReport } from "../reports/report.ts";
import { firstSeat } from "../state/season.ts";
import { copyState } from "../state/state.ts";
import { relationFor } from "./relation.ts";
import { termsOf } from "./supplier-terms.ts";
import { closeTalks, talkOf, type Ask } from "./talks.ts";

const bank = exampleBank({ modules: { sourcing: true } });
const { world } = bank.season;
const store = firstSeat(world);
const { sku } = world.source.products[0]!;
const select: StoreDecision = { kind: "select-product", sku, place: 0 };
const talk = (ask: Ask = "price", supplier = 0): StoreDecision => ({
  kind: "negotiate",
  sku,
  supplier,
  ask,
});
const played = (plan: Plan, days: number) => play(bank, logOf(bank.season, plan), days);
const opened = played({ 1: [select] }, 1).season;
const codeOf = (decision: StoreDecision, season = opened) => {
  const ruling = checkDecision(season, store, decision);
  return ruling.kind === "refused" ? ruling.code : ruling.kind;
};

test("a supplier gives way the sooner the better it knows a store and the more is on order", () => {
  const state = copyState(opened.state, ordinaryMemory);
  const context = { ...tomorrow(opened), state };
  const row = relationFor(state, store, 0, 0);
  const { units, paid, priceBp, rounds, week } = state.tables.relations.columns;
  const chanceOf = (bought: number, inTime: number, steps: number, talks: number) => {
    units[row] = bought;
    paid[row] = inTime;
    priceBp[row] = steps * 100;
    rounds[row] = talks;
    week[row] = 0;
    const { chance, base, byRelation, byVolume, byRounds, byGranted } = talkOf(
      context,
      store,
      0,
      0,
      "price",
    );
    const sum = base + byRelation + byVolume + byRounds + byGranted;
    assert.ok(Math.abs(chance - Math.min(0.9, Math.max(0.02, sum))) < 1e-12, "the parts are it");
    return chance;
  };
  const count = fc.integer({ min: 0, max: 2000 });
  const few = fc.integer({ min: 0, max: 3 });
  fc.assert(
    fc.property(count, count, few, few, (bought, inTime, steps, talks) => {
      const now = chanceOf(bought, inTime, steps, talks);
      assert.ok(chanceOf(bought + 50, inTime + 1, steps, talks) >= now);
      assert.ok(chanceOf(bought, inTime, steps + 1, talks) <= now);
      assert.ok(chanceOf(bought, inTime, steps, talks + 1) <= now);
    }),
  );
  const order: StoreDecision = { kind: "place-purchase", sku, units: 200 };
  const ordered = played({ 1: [select], 2: [order] }, 2).season;
  const asked = (season: typeof opened) => talkOf(tomorrow(season), store, 0, 0, "lead").chance;
  assert.ok(asked(ordered) > asked(opened));
});

test("the answer is heard at the close, as often yes as the chance says, and stands", () => {
  const preview = previewDay(opened, entriesOf(store, 2, [talk()], 10));
  assert.equal(termsOf(tomorrow(preview), store, 0)!.priceBp, 0, "nothing before the close");
  const { chance } = talkOf(tomorrow(opened), store, 0, 0, "price");
  let granted = 0;
  const keys = 400;
  for (let k0 = 0; k0 < keys; k0++) {
    const state = copyState(preview.state, ordinaryMemory);
    const context = { ...tomorrow(preview), state, key: { k0, k1: 5 } };
    const report = newDayReport(state, 7, () => true);
    closeTalks(context, report);
    const { sourcing } = report.tables;
    assert.equal(sourcing.rows, 1);
    const bp = sourcing.columns.grantedBp[0]!;
    assert.equal(termsOf(context, store, 0)!.priceBp, bp);
    assert.ok(bp === 0 || bp === 100);
    if (bp > 0) granted++;
  }
  const sd = Math.sqrt(keys * chance * (1 - chance));
  assert.ok(Math.abs(granted - keys * chance) < 4 * sd, `${granted} of ${keys} at ${chance}`);
});

test("a week has three rounds with a supplier, one a day, and steps come to an end", () => {
  const asked = previewDay(opened, entriesOf(store, 2, [talk()], 10));
  assert.equal(codeOf(talk("lead"), asked), "practice/talk-open");
  assert.equal(codeOf(talk("lead", 1), asked), "accepted", "others may be asked");
  const plan = { 1: [select], 2: [talk()], 3: [talk("terms")], 4: [talk("lead")] };
  assert.equal(codeOf(talk(), played(plan, 4).season), "practice/talk-rounds");
  assert.equal(codeOf(talk(), played(plan, 7).season), "accepted", "a new week");
  const state = copyState(opened.state, ordinaryMemory);
  state.tables.relations.columns.priceBp[relationFor(state, store, 0, 0)] = 600;
  const spoilt = { ...opened, state };
  assert.equal(codeOf(talk(), spoilt), "practice/talk-exhausted");
  const ruling = checkDecision(opened, store, talk());
  assert.deepEqual(ruling.kind === "accepted" && ruling.warnings.map(({ code }) => code), [
    "practice/talk-hopeless",
  ]);
  const off = exampleBank();
  const without = play(off, logOf(off.season, { 1: [select] }), 1).season;
  assert.equal(codeOf(talk(), without), "practice/module-off");
});
