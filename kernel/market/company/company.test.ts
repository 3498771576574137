import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { account } from "../../ledger/account.ts";
import { balanceOf } from "../books/book.ts";
import { checkDecision } from "../decisions/check-decision.ts";
import type { StoreDecision } from "../decisions/decision.ts";
import {
  cashIn,
  exampleBank,
  logOf,
  play,
  tomorrow,
  type Plan,
} from "../examples/example-finance.ts";
import { ordinaryMemory } from "../examples/example-season.ts";
import { meanLeadDays, termsOf } from "../sourcing/supplier-terms.ts";
import { digestColumns } from "../state/digest.ts";
import { firstSeat } from "../state/season.ts";
import { copyState, type Role } from "../state/state.ts";
import { crewOf, payOf, strengthOf } from "./crews.ts";
import { moveCost, rentOf } from "./office.ts";

const bank = exampleBank({ modules: { company: true } });
const { world } = bank.season;
const [dear, cheap] = world.source.scenario.cities!;
const store = firstSeat(world);
const { sku } = world.source.products[0]!;
const select: StoreDecision = { kind: "select-product", sku, place: 0 };
const hire = (heads: number, level?: number, role: Role = "service"): StoreDecision => ({
  kind: "hire-staff",
  role,
  heads,
  level,
});
const move = (city: string | null, isLuxury = false): StoreDecision => ({
  kind: "set-office",
  city,
  isLuxury,
});
const learn = (heads: number): StoreDecision => ({ kind: "train-staff", role: "service", heads });
const played = (plan: Plan, days: number) => {
  const all = play(bank, logOf(bank.season, plan), days);
  assert.deepEqual(
    all.results.flatMap(({ refused }) => refused),
    [],
  );
  return all.season;
};
const opened = played({ 1: [select] }, 1);
const codeOf = (decision: StoreDecision, season = opened) => {
  const ruling = checkDecision(season, store, decision);
  if (ruling.kind === "refused") return ruling.code;
  return ruling.warnings[0]?.code ?? ruling.kind;
};
const inBooks = ({ state }: typeof opened, name: "wages" | "rent") =>
  balanceOf(state, store, account[name], world.base);

test("better people do more and are paid more, and so are more of them", () => {
  const state = copyState(opened.state, ordinaryMemory);
  const context = { ...tomorrow(opened), state };
  const at = (heads: number, skill: number) => {
    state.staff[store] = heads;
    state.crewSkill[store * 2] = skill;
    return [
      strengthOf(context, store, "service"),
      payOf(context, store, "service", heads, skill, 30),
    ] as const;
  };
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 49 }), fc.nat(), (heads, draw) => {
      const skill = draw % (4 * heads);
      const [does, costs] = at(heads, skill);
      const [betterDoes, betterCosts] = at(heads, skill + 1);
      assert.ok(does >= heads && betterDoes > does && betterCosts > costs);
      const [, moreCosts] = at(heads + 1, skill);
      assert.ok(moreCosts > costs);
    }),
  );
  const { state: plain } = played({ 1: [select, hire(2)], 2: [hire(1, 3)] }, 2);
  assert.deepEqual(
    [crewOf(plain, store, "service").heads, crewOf(plain, store, "service").skill],
    [3, 2],
  );
});

test("an office costs its move and a rent by the week; wages and hires are of its place", () => {
  const ruling = checkDecision(opened, store, move(cheap!.id));
  const cost = moveCost(tomorrow(opened));
  const week = rentOf(tomorrow(opened), cheap!, false, 7);
  assert.equal(ruling.kind === "accepted" && -ruling.effect.cashMinor, cost + week);
  const before = played({ 1: [select] }, 2);
  const after = played({ 1: [select], 2: [move(cheap!.id)] }, 2);
  const rent = inBooks(after, "rent") - cost;
  assert.equal(rent, week);
  assert.equal(cashIn(before, "USD") - cashIn(after, "USD"), cost + rent);
  const month = played({ 1: [select], 2: [move(cheap!.id)] }, 29);
  assert.equal(inBooks(month, "rent"), cost + 4 * week);
  assert.ok(rentOf(tomorrow(opened), cheap!, true, 7) > week);
  assert.ok(rentOf(tomorrow(opened), dear!, false, 7) > week);
  const wagesIn = (city: string | null) =>
    inBooks(played({ 1: [select, ...(city === null ? [] : [move(city)]), hire(2)] }, 3), "wages");
  assert.ok(wagesIn(cheap!.id) < wagesIn(null) && wagesIn(null) < wagesIn(dear!.id));
  const skilled = played({ 1: [select, move(dear!.id, true), hire(2)] }, 1);
  const { skill, pay } = crewOf(skilled.state, store, "service");
  assert.deepEqual([skill, pay], [4, 0], "two levels better, paid as the first");
  assert.equal(codeOf(move("nowhere")), "practice/no-such-city");
  assert.equal(codeOf(move(cheap!.id), after), "practice/office-is-that");
  assert.equal(codeOf(move(null)), "practice/office-is-that");
  assert.equal(codeOf(move(cheap!.id)), "practice/office-for-nobody");
  assert.equal(codeOf(move(cheap!.id), played({ 1: [select, hire(1)] }, 1)), "accepted");
});

test("an office for a day costs a week's rent, and who stays pays every seven days", () => {
  const { id } = cheap!;
  const week = rentOf(tomorrow(opened), cheap!, false, 7);
  const cost = moveCost(tomorrow(opened));
  const rentOfDays = (days: number, plan: Plan) => inBooks(played(plan, days), "rent") - cost;
  assert.equal(rentOfDays(12, { 1: [select], 2: [move(id), hire(2), move(null)] }), week);
  const stays = { 1: [select], 4: [move(id)] };
  assert.deepEqual(
    [4, 10, 11, 17, 18].map((days) => rentOfDays(days, stays) / week),
    [1, 1, 2, 2, 3],
  );
  assert.equal(rentOfDays(13, { ...stays, 11: [move(null)] }), week, "who is out on the day");
});

test("who was given notice is gone on the day that was said", () => {
  const release: StoreDecision = { kind: "release-staff", role: "service", heads: 1 };
  const plan = { 1: [select, hire(4)], 2: [release] };
  const first = played(plan, 2);
  assert.equal(codeOf(release, first), "practice/notice-open");
  const log = logOf(bank.season, { ...plan, 5: [release] });
  const again = play(bank, log, 5).season;
  const on = crewOf(first.state, store, "service").leavesOn;
  assert.equal(crewOf(again.state, store, "service").leavesOn, on);
});

test("who learns is away for forty hours, and comes back better and dearer", () => {
  const plan = { 1: [select, hire(3)], 2: [learn(2)] };
  const strength = (season: typeof opened) => strengthOf(tomorrow(season), store, "service");
  const away = played(plan, 2);
  assert.equal(strength(away), 1);
  assert.equal(codeOf(learn(1), away), "practice/training-open");
  const back = played(plan, 7);
  assert.equal(strength(back), 3.5);
  assert.deepEqual([crewOf(back.state, store, "service").pay], [2]);
  const hired = played({ 1: [select, hire(3)] }, 1);
  assert.equal(codeOf(learn(3), hired), "practice/training-leaves-nobody");
  assert.equal(codeOf(learn(2), hired), "accepted");
  assert.equal(codeOf(learn(4), hired), "practice/value-not-allowed");
  const ruling = checkDecision(hired, store, learn(2));
  const fee = ruling.kind === "accepted" ? -ruling.effect.cashMinor : 0;
  const same = played({ 1: [select, hire(3)] }, 2);
  assert.equal(cashIn(same, "USD") - cashIn(away, "USD"), fee);
});

test("people in operations save suppliers' days, never more than the most", () => {
  const terms = termsOf(tomorrow(opened), store, 0)!;
  const state = copyState(opened.state, ordinaryMemory);
  const context = { ...tomorrow(opened), state };
  const days = (heads: number) => {
    state.operators[store] = heads;
    return meanLeadDays(context, store, 0, terms);
  };
  const whole = days(0);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 49 }), (heads) => {
      assert.ok(days(heads + 1) < days(heads) && days(heads) > 0.7 * whole - 1e-9);
    }),
  );
  const off = exampleBank();
  const without = play(off, logOf(off.season, { 1: [select] }), 1).season;
  const asked = (decision: StoreDecision) => codeOf(decision, without);
  assert.equal(asked(hire(1, 1, "operations")), "practice/module-off");
  assert.equal(asked(hire(1, 2)), "practice/module-off");
  assert.equal(asked(move(cheap!.id)), "practice/module-off");
  assert.equal(asked(hire(1)), "accepted", "people in service need no company");
});

test("without office and levels all is as before, and leavers take their share of skill", () => {
  const plan = {
    1: [select, hire(4)],
    3: [{ ...hire(1), kind: "release-staff" } as StoreDecision],
  };
  const states = [false, true].map((company) => {
    const one = exampleBank({ modules: { company } });
    return digestColumns(play(one, logOf(one.season, plan), 12).season.state);
  });
  assert.deepEqual(states[1], states[0]);
  const leaving = played(
    { 1: [select, hire(4, 3)], 2: [{ kind: "release-staff", role: "service", heads: 2 }] },
    12,
  );
  const { heads, skill, pay } = crewOf(leaving.state, store, "service");
  assert.deepEqual([heads, skill, pay], [2, 4, 4]);
});
