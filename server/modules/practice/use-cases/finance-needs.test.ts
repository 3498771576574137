import assert from "node:assert/strict";
import { test } from "node:test";
import type { StoreDecision } from "@echelon/kernel/market/decisions/decision.ts";
import {
  cashIn,
  exampleBank,
  logOf,
  play,
  tomorrow,
} from "@echelon/kernel/market/examples/example-finance.ts";
import { firstSeat } from "@echelon/kernel/market/state/season.ts";
import { financeNeeds } from "./finance-needs.ts";
import type { Desk } from "./open-desk.ts";

const bank = exampleBank({ days: 60 });
const borrow: StoreDecision = {
  kind: "take-loan",
  term: "short",
  amountMinor: 500_000,
  periods: 1,
};

/** What the desk of a store that follows a plan says on the morning after some days. */
function needsAfter(days: number, decisions: readonly StoreDecision[]) {
  const { season } = play(bank, logOf(bank.season, { 1: decisions }), days);
  const desk = {
    preview: season,
    world: season.world,
    context: tomorrow(season),
    number: firstSeat(season.world),
    row: { day: days + 1, days: 60 },
  } as unknown as Desk;
  return financeNeeds(desk);
}

test("a loan is said three days before the bank takes it, and with which money", () => {
  assert.deepEqual(needsAfter(26, [borrow]), []);
  const [told, ...rest] = needsAfter(27, [borrow]);
  assert.deepEqual(rest, []);
  assert.deepEqual(told, {
    code: "need/loan-due",
    urgency: "soon",
    room: "money",
    at: "financing",
    facts: { amountMinor: 500_000, day: 31 },
  });
});

test("a loan that cash does not cover is blocking, and cash that runs out has its day", () => {
  const spend: StoreDecision = {
    kind: "convert-currency",
    from: "USD",
    to: "EUR",
    amountMinor: 2_490_000,
  };
  const told = needsAfter(28, [borrow, spend]);
  assert.deepEqual(
    told.map(({ code, urgency }) => [code, urgency]),
    [
      ["need/loan-due", "blocking"],
      ["need/change-money", "soon"],
    ],
  );
});

test("money to spare in another currency is said, money that a forward takes is not", () => {
  const { sku } = bank.season.world.source.products[0]!;
  const buy: readonly StoreDecision[] = [
    { kind: "select-product", sku, place: 0 },
    { kind: "place-purchase", sku, units: 2_000 },
  ];
  const change = (amountMinor: number): StoreDecision => ({
    kind: "convert-currency",
    from: "USD",
    to: "EUR",
    amountMinor,
  });
  const codes = (decisions: readonly StoreDecision[]) =>
    needsAfter(1, decisions).map(({ code }) => code);
  const cash = cashIn(play(bank, logOf(bank.season, { 1: buy }), 1).season, "USD");
  assert.deepEqual(codes(buy), []);
  assert.deepEqual(codes([...buy, change(cash - 10_000)]), ["need/change-money"]);
  const euros = cashIn(
    play(bank, logOf(bank.season, { 1: [...buy, change(cash - 10_000)] }), 1).season,
    "EUR",
  );
  const fix: StoreDecision = {
    kind: "hedge-currency",
    from: "EUR",
    to: "USD",
    amountMinor: euros,
    days: 3,
  };
  assert.deepEqual(codes([...buy, change(cash - 10_000), fix]), []);
});

test("an emergency loan is said until it is paid back, with what it does to the score", () => {
  const { sku } = bank.season.world.source.products[0]!;
  const told = needsAfter(60, [
    { kind: "select-product", sku, place: 0 },
    { kind: "place-purchase", sku, units: 16_000 },
  ]);
  const emergency = told.find(({ code }) => code === "need/emergency-loan");
  assert.equal(emergency?.facts["capBp"], 3500);
});
