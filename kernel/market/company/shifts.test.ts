import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { checkDecision, previewDay } from "../decisions/check-decision.ts";
import { contextOf } from "../decisions/decision-context.ts";
import type { LogEntry, StoreDecision } from "../decisions/decision.ts";
import { closeDay, type DayResult } from "../day.ts";
import { exampleBank, logOf, play, tomorrow } from "../examples/example-finance.ts";
import { beginnersLog, entriesOf, ordinaryMemory } from "../examples/example-season.ts";
import { meanLeadDays, termsOf } from "../sourcing/supplier-terms.ts";
import { digestColumns } from "../state/digest.ts";
import { firstSeat, type Season } from "../state/season.ts";
import { copyState, roles, type Role } from "../state/state.ts";
import { noticeKinds } from "../state/tables.ts";
import { newWhyBench } from "../why/expected-day.ts";
import { asides, figures } from "../why/day-figures.ts";
import { explainChange } from "../why/explain-change.ts";
import { factors } from "../why/factor.ts";
import { observeDay } from "../why/observe-day.ts";
import { leadSaved, strengthOf } from "./crews.ts";
import { levelAfter, levelHours } from "./shifts.ts";

const modules = { company: true, service: true };
const cover = (role: Role, level = 1): StoreDecision => ({ kind: "cover-shift", role, level });
const learnt = (hours: number, topic = "Duties in Germany"): StoreDecision => ({
  kind: "log-training",
  topic,
  hours,
});

/** Two stores that are asked more than they answer by hand; nobody else is there. */
const busy = exampleBank({
  modules,
  visitsPerDay: 20_000,
  parameters: [{ name: "question.click", value: 1 }],
});
const { world } = busy.season;
const store = firstSeat(world);
const byHand = (handAnswers: number): StoreDecision => ({
  kind: "set-answer-policy",
  disputes: "ask",
  returns: "ask",
  handAnswers,
});
const { sku } = world.source.products[0]!;
const buy = (units: number): StoreDecision => ({ kind: "place-purchase", sku, units });
const trade = [
  ...[0, 1].flatMap((seat) => beginnersLog(world, seat)),
  ...entriesOf(store, 1, [byHand(5), buy(400)], 50),
];
const today = 8;
const played = play(busy, trade, today - 1).season;

/** The day after, with what stores decide on it. */
function close(season: Season, decided: readonly StoreDecision[], of = store): DayResult {
  return closeDay(season, entriesOf(of, today, decided, 100), busy.work);
}

const noticesOf = ({ tables }: DayResult, kind: (typeof noticeKinds)[number]) => {
  const { rows, columns } = tables.notices;
  return Array.from({ length: rows }, (_, row) => row)
    .filter((row) => noticeKinds[columns.kind[row]!] === kind)
    .map((row) => [columns.store[row], columns.value[row]]);
};
const served = ({ tables: { service } }: DayResult, of = store) => {
  const row = Array.from({ length: service.rows }, (_, at) => at).find(
    (at) => service.columns.store[at] === of,
  )!;
  const { answered, late, asked } = service.columns;
  return { asked: asked[row]!, done: answered[row]! + late[row]! };
};
const codeOf = (season: Season, decision: StoreDecision) => {
  const ruling = checkDecision(season, store, decision);
  if (ruling.kind === "refused") return ruling.code;
  return ruling.warnings[0]?.code ?? ruling.kind;
};

test("a shift in service answers what a head of its level does, and says how much that was", () => {
  const without = close(played, []);
  const p = world.parameters;
  assert.ok(served(without).asked > p["service.perHead"], "there is more than one can answer");
  for (const level of [1, 3]) {
    const covered = close(played, [cover("service", level)]);
    const more = served(covered).done - served(without).done;
    const most = Math.floor(p["service.perHead"] * (1 + p["crew.levelCapacity"] * (level - 1)));
    assert.ok(more > 0 && more <= most);
    if (level === 1) assert.equal(more, most);
    assert.deepEqual(noticesOf(covered, "shift-answered"), [[store, more]]);
  }
  assert.deepEqual(noticesOf(without, "shift-answered"), []);
});

test("a shift never lowers the answered share, of its own store or of another one", () => {
  const shift = fc.record({
    hand: fc.integer({ min: 0, max: 30 }),
    level: fc.integer({ min: 1, max: 5 }),
    heads: fc.integer({ min: 1, max: 6 }),
    role: fc.constantFrom(...roles),
    days: fc.integer({ min: 3, max: 9 }),
  });
  let better = 0;
  fc.assert(
    fc.property(shift, ({ hand, level, heads, role, days }) => {
      const log = [...trade, ...entriesOf(store, 1, [byHand(hand)], 60)];
      const { season } = play(busy, log, days);
      const at = days + 1;
      const shifts = Array.from({ length: heads }, () => cover(role, level));
      const [few, more] = [[], entriesOf(store, at, shifts, 100)].map(
        (entries) => closeDay(season, entries, busy.work).state,
      );
      assert.ok(more!.answered[store]! >= few!.answered[store]!);
      if (more!.answered[store]! > few!.answered[store]!) better++;
      assert.ok(more!.waitingQuestions[store]! <= few!.waitingQuestions[store]!);
      assert.equal(more!.answered[store + 1], few!.answered[store + 1]);
    }),
    { numRuns: 25 },
  );
  assert.ok(better > 0, "some of them helped");
});

test("nothing is left of a shift the day after: neither hands nor wages", () => {
  const shifts = roles.flatMap((role) => [cover(role, 5), cover(role)]);
  const [plain, covered] = [[], shifts].map((decided) => {
    const { state } = close(played, decided);
    return { ...played, state };
  });
  for (const role of roles) {
    assert.equal(strengthOf(tomorrow(covered!), store, role), 0);
    assert.equal(codeOf(covered!, cover(role)).startsWith("practice/shift"), false);
  }
  assert.deepEqual(covered!.state.balance, plain!.state.balance, "no wage, and nothing else");
  // What was answered is answered; beyond that and the day's mark all is as it would have been.
  const kept = new Set(["answered", "waitingQuestions", "questionDays", "questionCount"]);
  for (const one of ["answerSum", "lastDecisionOn", "daysDecided"]) kept.add(one);
  const [a, b] = [digestColumns(plain!.state), digestColumns(covered!.state)];
  const changed = Object.keys(a).filter((name) => a[name as "day"] !== b[name as "day"]);
  assert.deepEqual(
    changed.filter((name) => !kept.has(name)),
    [],
  );
});

test("in whatever order stores hand in, and however often, shifts are the same", () => {
  const entries: readonly LogEntry[] = [
    ...entriesOf(store, today, [cover("service", 2), cover("operations")], 100),
    ...entriesOf(store + 1, today, [cover("service"), cover("service", 4)], 100),
  ];
  const digest = closeDay(played, entries, busy.work).digest;
  fc.assert(
    fc.property(fc.shuffledSubarray([...entries], { minLength: 4 }), (order) => {
      assert.equal(closeDay(played, order, busy.work).digest, digest);
    }),
    { numRuns: 10 },
  );
  const again = play(busy, [...trade, ...entries], today);
  assert.equal(again.results.at(-1)!.digest, digest);
});

test("a preview knows who works today, and a day that is closed from it begins with nobody", () => {
  const shifts = entriesOf(store, today, [cover("service", 3)], 100);
  const preview = previewDay(played, shifts);
  const { "crew.levelCapacity": each } = world.parameters;
  const strengthIn = (season: Season) => strengthOf(contextOf(season), store, "service");
  assert.equal(strengthIn(preview), 1 + 2 * each);
  const trial = previewDay(preview, entriesOf(store, today, [cover("service")], 101));
  assert.equal(strengthIn(trial), 2 + 2 * each);
  assert.equal(strengthIn(preview), 1 + 2 * each, "what was tried is not done");
  assert.deepEqual(noticesOf(close(preview, []), "shift-answered"), []);
});

test("who sees to suppliers makes sooner what is bought after he came, and nothing else", () => {
  const terms = termsOf(tomorrow(played), store, 0)!;
  const mean = (season: Season) => meanLeadDays(contextOf(season), store, 0, terms);
  const preview = previewDay(played, entriesOf(store, today, [cover("operations", 2)], 100));
  const saved = leadSaved(contextOf(preview), store);
  assert.ok(saved > 0 && saved < world.parameters["operations.leadMost"]);
  assert.ok(Math.abs(mean(preview) - mean(played) * (1 - saved)) < 1e-9);
  const promised = (decided: readonly StoreDecision[]) => {
    const result = close(played, decided);
    const { columns, rows } = result.state.tables.supply;
    const days = Array.from({ length: rows }, (_, row) => row)
      .filter((row) => columns.number[row]! >= 100)
      .map((row) => columns.promisedOn[row]! - columns.orderedOn[row]!);
    return { days, told: noticesOf(result, "shift-hastened") };
  };
  const usual = Math.floor(mean(played) + 0.5);
  const sooner = Math.floor(mean(previewOf(5)) + 0.5);
  assert.ok(sooner < usual);
  assert.deepEqual(promised([buy(40)]), { days: [usual], told: [] });
  const five = Array.from({ length: 5 }, () => cover("operations", 5));
  assert.deepEqual(promised([...five, buy(40)]), { days: [sooner], told: [[store, 1]] });
  assert.deepEqual(promised([buy(40), ...five]), { days: [usual], told: [[store, 0]] });
});

const previewOf = (heads: number) =>
  previewDay(
    played,
    entriesOf(
      store,
      4,
      Array.from({ length: heads }, () => cover("operations", 5)),
      100,
    ),
  );

test("a shift has its yes, its warning and its no", () => {
  assert.ok(played.state.waitingQuestions[store]! > 0);
  assert.equal(codeOf(played, cover("service")), "accepted");
  const calm = play(busy, logOf(busy.season, {}), 1).season;
  assert.equal(codeOf(calm, cover("service")), "practice/no-question-waits");
  assert.equal(codeOf(played, cover("operations")), "practice/nothing-to-hasten");
  const rule: StoreDecision = {
    kind: "set-reorder-rule",
    sku,
    pointUnits: 5_000,
    upToUnits: 6_000,
  };
  const ruled = previewDay(played, entriesOf(store, today, [rule], 100));
  assert.equal(codeOf(ruled, cover("operations")), "accepted");
  for (const level of [0, 1.5, 6]) {
    assert.equal(codeOf(played, cover("service", level)), "practice/value-not-allowed");
  }
  const six = Array.from({ length: 6 }, (_, place) => cover(roles[place % 2]!));
  const full = previewDay(played, entriesOf(store, today, six, 100));
  assert.equal(codeOf(full, cover("service")), "practice/shift-cap");
  assert.equal(codeOf(full, cover("operations")), "practice/shift-cap");
  const refused = close(played, [...six, cover("service")]).refused;
  assert.deepEqual(
    refused.map(({ code }) => code),
    ["practice/shift-cap"],
  );
  const askedIn = (off: object, decision: StoreDecision) => {
    const bank = exampleBank({ modules: { ...modules, ...off } });
    return codeOf(play(bank, logOf(bank.season, {}), 1).season, decision);
  };
  assert.equal(askedIn({ company: false }, cover("service")), "practice/module-off");
  assert.equal(askedIn({ company: false }, learnt(1)), "practice/module-off");
  assert.equal(askedIn({ service: false }, cover("service")), "practice/module-off");
  assert.equal(askedIn({ service: false }, cover("operations")), "practice/nothing-to-hasten");
});

test("hours of training are a line of the log, within a day's hours, and make levels", () => {
  assert.equal(codeOf(played, learnt(8)), "accepted");
  for (const hours of [0, 1.5, 9]) {
    assert.equal(codeOf(played, learnt(hours)), "practice/value-not-allowed");
  }
  assert.equal(codeOf(played, learnt(1, "  ")), "practice/value-not-allowed");
  assert.equal(codeOf(played, learnt(1, "x".repeat(201))), "practice/value-not-allowed");
  const [said, plain] = [[learnt(8)], []].map((decided) => close(played, decided));
  assert.deepEqual(said!.state.balance, plain!.state.balance);
  assert.deepEqual(said!.tables.sales.columns, plain!.tables.sales.columns);
  assert.equal(levelHours(world), 40);
  const at = [0, 39, 40, 80, 159, 160, 4_000];
  assert.deepEqual(
    at.map((hours) => levelAfter(world, hours)),
    [1, 1, 2, 3, 4, 5, 5],
  );
});

test("what a shift changes the day after is explained to the last minor unit", () => {
  const start: Season = { ...played, state: copyState(played.state, ordinaryMemory) };
  const before = observeDay(start, entriesOf(store, today, [cover("service", 5)], 100), busy.work);
  const after = observeDay({ ...start, state: before.result.state }, [], busy.work);
  const bench = newWhyBench(world, start.seed);
  const { figures: changes } = explainChange(bench, before, after, store);
  for (const name of figures) {
    const { before: from, after: to, parts, luck, aside } = changes[name];
    const all = [...factors.map((one) => parts[one]), luck, ...asides.map((one) => aside[one])];
    assert.equal(
      all.reduce((sum, one) => sum + one, 0),
      to - from,
    );
    assert.ok(all.every(Number.isSafeInteger));
  }
});
