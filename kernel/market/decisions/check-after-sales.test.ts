import assert from "node:assert/strict";
import { test } from "node:test";
import { caseEvent } from "../after-sales/case-kinds.ts";
import { numberOfCase, openCases } from "../after-sales/case-table.ts";
import { closeDay } from "../day.ts";
import { beginnersLog, entriesOf, exampleSeason } from "../examples/example-season.ts";
import { addLayer } from "../goods/stock-layers.ts";
import { firstSeat, type Season } from "../state/season.ts";
import { checkDecision } from "./check-decision.ts";
import type { AfterSalesDecision } from "./decision.ts";

const troubled = [
  { name: "return.base.other", value: 1 },
  { name: "return.base.home", value: 1 },
  { name: "return.direct", value: 1 },
  { name: "dispute.base", value: 0.5 },
  { name: "return.answerDays", value: 30 },
  { name: "dispute.answerDays", value: 30 },
  { name: "dispute.delayMost", value: 2 },
  { name: "return.delayMost", value: 3 },
];

/** A store with returns and disputes that wait, and its season on an evening. */
function troubledStore() {
  const { season, work } = exampleSeason({ parameters: troubled, visitsPerDay: 20_000 });
  const log = beginnersLog(season.world);
  const store = firstSeat(season.world);
  let day = 0;
  const close = (...decisions: AfterSalesDecision[]) => {
    day++;
    const entries = day === 1 ? log : entriesOf(store, day, decisions, 100 * day);
    return closeDay(season, entries, work, { into: season.state });
  };
  while (day < 40 && openCases(season.state, store, "dispute").length < 3) close();
  // Whoever waited for so many cases may have sold everything meanwhile.
  addLayer(
    season.state,
    season.state.storeOf.indexOf(store),
    0,
    60,
    60 * 500,
    season.state.day[0]!,
  );
  const numbers = (kind: "return" | "dispute") =>
    openCases(season.state, store, kind).map((at) => numberOfCase(season.state, at));
  return { season, store, close, numbers };
}

const eventsOf = (
  { tables: { cases } }: ReturnType<typeof closeDay>,
  store: number,
): readonly number[] =>
  [...cases.columns.event.subarray(0, cases.rows)].filter((_, row) => {
    return cases.columns.store[row] === store && cases.columns.event[row] !== caseEvent.opened;
  });

const codeOf = (season: Season, store: number, decision: AfterSalesDecision): string => {
  const ruling = checkDecision(season, store, decision);
  return ruling.kind === "refused" ? ruling.code : "accepted";
};

test("a dispute is answered once, as decided, and then is no more", () => {
  const { season, store, close, numbers } = troubledStore();
  const [first, second, third] = numbers("dispute");
  const none = { kind: "resolve-dispute", case: first! + 1, answer: "refund" } as const;
  assert.equal(codeOf(season, store, none), "practice/no-such-case");
  assert.equal(codeOf(season, store, { ...none, case: 1.5 }), "practice/no-such-case");
  const refund = { kind: "resolve-dispute", case: first!, answer: "refund" } as const;
  assert.equal(codeOf(season, store, refund), "accepted");
  assert.equal(codeOf(season, store - 1, refund), "practice/no-such-case");
  const told = eventsOf(
    close(
      refund,
      { ...refund, case: second!, answer: "replace" },
      { ...refund, case: third!, answer: "contest" },
    ),
    store,
  );
  assert.ok(told.includes(caseEvent.refunded) && told.includes(caseEvent.replaced));
  assert.ok(
    told.some((event) =>
      [caseEvent.won, caseEvent.lost, caseEvent["charged-back"]].includes(event),
    ),
  );
  assert.equal(codeOf(season, store, refund), "practice/no-such-case");
});

test("what is sent again must be in stock", () => {
  const { season, store, numbers } = troubledStore();
  season.state.stock.fill(0);
  const replace = { kind: "resolve-dispute", case: numbers("dispute")[0]!, answer: "replace" };
  assert.equal(codeOf(season, store, replace as AfterSalesDecision), "practice/stock-short");
});

test("a return goes where it is sent, and freight is named before", () => {
  const { season, store, close, numbers } = troubledStore();
  const [first] = numbers("return");
  const home = { kind: "dispose-return", case: first!, disposition: "home" } as const;
  const ruling = checkDecision(season, store, home);
  assert.ok(ruling.kind === "accepted" && ruling.effect.cashMinor < 0);
  const free = checkDecision(season, store, { ...home, disposition: "leave" });
  assert.ok(free.kind === "accepted" && free.effect.cashMinor === 0);
  const told = eventsOf(close(home), store);
  assert.ok(told.includes(caseEvent["sent-home"]) || told.includes(caseEvent.scrapped));
  assert.equal(codeOf(season, store, home), "practice/no-such-case");
});

test("nobody is hired without a month's pay, and who is released leaves after a week", () => {
  const { season, store, close } = troubledStore();
  const hire = { kind: "hire-staff", role: "service", heads: 2 } as const;
  assert.equal(codeOf(season, store, { ...hire, heads: 40 }), "practice/cash-short");
  assert.equal(codeOf(season, store, { ...hire, heads: 51 }), "practice/value-not-allowed");
  const release = { ...hire, kind: "release-staff" } as const;
  assert.equal(codeOf(season, store, release), "practice/value-not-allowed");
  const first = close(hire);
  assert.equal(season.state.staff[store], 2);
  const paid = () => {
    const { columns, rows } = first.tables.postings;
    return columns.kind.subarray(0, rows).includes(12);
  };
  assert.ok(paid(), "the day is paid");
  close(release);
  for (let day = 0; day < 6; day++) close();
  assert.equal(season.state.staff[store], 2);
  close();
  assert.equal(season.state.staff[store], 0);
});

test("standing answers are within bounds, and nothing of it exists where its module is off", () => {
  const { season, store } = troubledStore();
  const policy = {
    kind: "set-answer-policy",
    disputes: "refund",
    returns: "leave",
    handAnswers: 30,
  } as const;
  assert.equal(codeOf(season, store, policy), "accepted");
  assert.equal(codeOf(season, store, { ...policy, handAnswers: 31 }), "practice/value-not-allowed");
  const off = exampleSeason({ modules: { returns: false, service: false } });
  const seat = firstSeat(off.season.world);
  closeDay(off.season, beginnersLog(off.season.world), off.work, { into: off.season.state });
  for (const decision of [
    policy,
    { kind: "hire-staff", role: "service", heads: 1 },
    { kind: "resolve-dispute", case: 1, answer: "refund" },
    { kind: "dispose-return", case: 1, disposition: "home" },
  ] as const) {
    assert.equal(codeOf(off.season, seat, decision), "practice/module-off");
  }
  assert.equal(off.season.state.tables.cases.rows, 0);
  assert.ok(off.season.state.answered.every((share) => share === 0));
});

test("a store that is suspended in a market sells there no more, and elsewhere as before", () => {
  const { season, store, close } = troubledStore();
  const { state } = season;
  const units = ({ tables: { listings } }: ReturnType<typeof closeDay>) => {
    const rows = [...listings.columns.store.subarray(0, listings.rows).keys()];
    return rows.reduce((sum, row) => sum + listings.columns.impressions[row]!, 0);
  };
  const before = units(close());
  assert.ok(before > 0);
  state.sanction[store * state.sizes.markets] = 3;
  state.sanctionSince[store * state.sizes.markets] = state.day[0]!;
  assert.equal(units(close()), 0, "its only listing is in that market");
});
