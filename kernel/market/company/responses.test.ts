import assert from "node:assert/strict";
import { test } from "node:test";
import { checkDecision } from "../decisions/check-decision.ts";
import type { LogEntry } from "../decisions/decision.ts";
import type { StatementDecision } from "../decisions/statement-decision.ts";
import { exampleBank, logOf, play, type Plan } from "../examples/example-finance.ts";
import { beginnersLog } from "../examples/example-season.ts";
import { firstSeat } from "../state/season.ts";
import { noticeKinds } from "../state/tables.ts";
import type { Shock } from "../world/scenario.ts";

const bank = exampleBank({ modules: { company: true } });
const { world } = bank.season;
const store = firstSeat(world);
const respond = (shock: number, plan = "We ship by sea from now on."): StatementDecision => ({
  kind: "record-response",
  shock,
  plan,
});
const strike: Shock = {
  kind: "viral-demand",
  from: 4,
  days: 3,
  markets: [],
  categories: [],
  sizeBp: 20_000,
  noticeDays: 1,
  headline: { zh: "爆红", en: "Everybody wants one" },
};
/** The steward announces it on day 2: stores read of it on day 3. */
const inject: LogEntry = {
  store: -1,
  number: 50,
  day: 2,
  decision: { kind: "inject-event", shock: strike },
};
const number = world.source.scenario.shocks.length;
const until = strike.from + world.parameters["shock.responseDays"];

function played(plan: Plan, days: number) {
  return play(bank, [...logOf(bank.season, plan), inject], days);
}

test("a response to an event is kept from its announcement until fourteen days after it", () => {
  const codes = (day: number) =>
    played({ [day]: [respond(number)] }, day)
      .results.at(-1)!
      .refused.map(({ code }) => code);
  assert.deepEqual(codes(2), ["practice/value-not-allowed"], "nobody was told");
  for (const day of [3, 4, until]) assert.deepEqual(codes(day), []);
  assert.deepEqual(codes(until + 1), ["practice/response-too-late"]);
});

test("it leaves a row that says which event and how long after, and moves nothing", () => {
  const said = played({ 6: [respond(number)] }, 6).results;
  const plain = played({}, 6).results;
  const rowsOf = ({ tables }: (typeof said)[number]) => {
    const { rows, columns } = tables.notices;
    const kind = noticeKinds.indexOf("shock-responded");
    return Array.from({ length: rows }, (_, row) => row)
      .filter((row) => columns.kind[row] === kind)
      .map((row) => [columns.store[row], columns.subject[row], columns.value[row]]);
  };
  assert.deepEqual(rowsOf(said.at(-1)!), [[store, number, 6 - strike.from]]);
  assert.deepEqual(rowsOf(plain.at(-1)!), []);
  assert.deepEqual(said.at(-1)!.state.balance, plain.at(-1)!.state.balance);
  assert.deepEqual(said.at(-1)!.tables.sales.columns, plain.at(-1)!.tables.sales.columns);
});

test("a response has its yes, its warning and its no, and knows what it answers", () => {
  const { season } = played({}, 4);
  const rule = (decision: StatementDecision) => checkDecision(season, store, decision);
  const said = (decision: StatementDecision) => {
    const ruling = rule(decision);
    if (ruling.kind === "refused") return ruling.code;
    return ruling.warnings.map(({ code }) => code).join();
  };
  assert.equal(said(respond(number)), "practice/shock-elsewhere", "it sells nothing at all");
  assert.equal(said(respond(number + 1)), "practice/value-not-allowed");
  assert.equal(said(respond(number, "  ")), "practice/value-not-allowed");
  const yes = rule(respond(number));
  const { decision } = yes.kind === "accepted" ? yes.effect : { decision: null };
  assert.deepEqual(decision, { ...respond(number), shockKind: "viral-demand" });
  const selling = play(bank, [...beginnersLog(world), inject], 4).season;
  const ruling = checkDecision(selling, store, respond(number));
  assert.deepEqual(ruling.kind === "accepted" && ruling.warnings, []);
});
