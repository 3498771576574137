import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { account } from "../../ledger/account.ts";
import { documentKind } from "../../ledger/document-kind.ts";
import { exchanged } from "../books/book.ts";
import type { DayResult } from "../day.ts";
import { checkDecision } from "../decisions/check-decision.ts";
import type { LogEntry, StoreDecision } from "../decisions/decision.ts";
import {
  cashIn,
  euroLog,
  exampleBank,
  logOf,
  play,
  tomorrow,
} from "../examples/example-finance.ts";
import { entriesOf } from "../examples/example-season.ts";
import { replay } from "../replay.ts";
import { firstSeat, type Season } from "../state/season.ts";
import { quoteExchange } from "./foreign-money.ts";

/** Many goods come back and are disputed after they were paid for, which takes euros again. */
const troubled = [
  { name: "return.base.other", value: 0.6 },
  { name: "return.most", value: 0.5 },
  { name: "dispute.base", value: 0.1 },
  { name: "chargeback.base", value: 0.05 },
];
const modules = { exchange: true, loans: true, returns: true, service: true };
const bank = exampleBank({
  bots: 4,
  stores: 6,
  visitsPerDay: 20_000,
  modules,
  parameters: troubled,
});
const { world } = bank.season;
const store = firstSeat(world);
const euro = world.currencies.indexOf("EUR");
const days = 40;

const choose = (isAtOnce: boolean): StoreDecision => ({ kind: "set-payout-conversion", isAtOnce });
const sellForward = (amountMinor: number, inDays: number): StoreDecision => ({
  kind: "hedge-currency",
  from: "EUR",
  to: "USD",
  amountMinor,
  days: inDays,
});

/** A store that sells in Germany, with decisions about its money on their days. */
function logWith(plan: Readonly<Record<number, readonly StoreDecision[]>>): readonly LogEntry[] {
  const more = Object.entries(plan).flatMap(([day, decisions]) =>
    entriesOf(store, Number(day), decisions, 100 + 10 * Number(day)),
  );
  return [...euroLog(world), ...more];
}

/** Lines of a day of one kind of document in the store's cash, by currency code. */
function cashLines({ tables }: DayResult, kind: number, currency: string): number[] {
  const { columns, rows } = tables.postings;
  return Array.from({ length: rows }, (_, row) => row)
    .filter(
      (row) =>
        columns.kind[row] === kind &&
        columns.party[row] === store &&
        columns.account[row] === account.cash &&
        world.currencies[columns.currency[row]!] === currency,
    )
    .map((row) => columns.amountMinor[row]!);
}

const payoutOf = (result: DayResult) =>
  cashLines(result, documentKind.payout, "EUR").reduce((sum, one) => sum + one, 0);

test("who decides nothing about money has no foreign cash of an evening, and books balance", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), (seed) => {
      const one = exampleBank(
        { bots: 4, stores: 6, visitsPerDay: 20_000, modules, parameters: troubled },
        seed,
      );
      const log = euroLog(one.season.world);
      let paid = 0;
      const { results } = play(one, log, days, (result, season) => {
        for (const sum of Object.values(result.ledgerSums)) assert.equal(sum, 0);
        for (const code of one.season.world.currencies) {
          if (code !== "USD") assert.equal(cashIn(season, code), 0, `${code}, day ${result.day}`);
        }
        paid += payoutOf(result);
      });
      assert.ok(paid > 0, "euros were paid out");
      const again = [...replay(one.season, log, days, one.work)].map(({ digest }) => digest);
      assert.deepEqual(
        again,
        results.map(({ digest }) => digest),
      );
    }),
    { numRuns: 4 },
  );
});

test("a payout brings what changing it by hand on its day brings", () => {
  let told = 0;
  play(bank, logWith({}), days, (result, season) => {
    const paid = payoutOf(result);
    if (paid <= 0) return;
    // The rates that a day ends with are those at which its payouts were changed.
    const { book } = tomorrow(season);
    const spread = world.parameters["exchange.spreadBp"];
    const { fairMinor, costMinor } = quoteExchange(book, paid, euro, world.base, spread);
    const got = cashLines(result, documentKind.conversion, "USD");
    assert.ok(got.includes(fairMinor - costMinor), `${got.join(" ")} on day ${result.day}`);
    assert.ok(costMinor > 0);
    told += 1;
  });
  assert.ok(told > 3, `${told} days with a payout`);
});

test("who keeps euros has them until changed by hand; to change at once again leaves them", () => {
  const kept = new Map<number, number>();
  const later: number[] = [];
  const plan = { 2: [choose(false)], 30: [choose(true)] };
  play(bank, logWith(plan), days, (result, season) => {
    kept.set(result.day, cashIn(season, "EUR"));
    if (result.day >= 30) later.push(payoutOf(result));
  });
  assert.ok(kept.get(29)! > 0);
  assert.ok(
    later.some((one) => one > 0),
    "more was paid out",
  );
  // Nothing is added any more; what buyers get back is taken from what there is.
  for (let day = 30; day <= days; day++) {
    assert.ok(kept.get(day)! <= kept.get(day - 1)!, `day ${day}`);
  }
  assert.ok(kept.get(30)! > 0.9 * kept.get(29)!);
});

test("an open forward first gets what it will take, and the rest of payouts is changed", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 100, max: 30_000 }),
      fc.integer({ min: 1, max: 14 }),
      (amount, inDays) => {
        const due = 20 + inDays;
        let paid = 0;
        let before = 0;
        play(bank, logWith({ 20: [sellForward(amount, inDays)] }), due + 2, (result, season) => {
          const { day } = result;
          const cash = cashIn(season, "EUR");
          for (const sum of Object.values(result.ledgerSums)) assert.equal(sum, 0);
          if (day >= 20) paid += Math.max(0, payoutOf(result));
          const lasts = day >= 20 && day < due;
          assert.ok(cash <= (lasts ? amount : 0), `${cash} on day ${day}`);
          assert.ok(cash <= paid);
          if (day === due) {
            const taken = cashLines(result, documentKind.forward, "EUR");
            assert.deepEqual(taken, [-amount]);
            // What was kept and came today is not bought: only what both lack.
            const bought = cashLines(result, documentKind.conversion, "EUR").filter(
              (one) => one > 0,
            );
            const had = before + Math.max(0, payoutOf(result));
            if (had >= amount) assert.ok(!bought.includes(amount - before));
            else assert.ok(bought.includes(amount - had));
          }
          before = cash;
        });
      },
    ),
    { numRuns: 12 },
  );
});

test("money sold early is changed at once too, and the check says what it brings", () => {
  const day = 26;
  const sell: StoreDecision = { kind: "factor-receivable", market: "de", amountMinor: 1_000 };
  const eve = play(bank, logWith({}), day - 1).season;
  const cash = (season: Season) => cashIn(season, "USD");
  const ruling = checkDecision(eve, store, sell);
  assert.ok(ruling.kind === "accepted");
  const { book } = tomorrow(eve);
  assert.ok(ruling.effect.cashMinor > 0.97 * exchanged(book, 1_000, euro, world.base));
  const result = play(bank, logWith({ [day]: [sell] }), day);
  const plain = play(bank, logWith({}), day);
  assert.equal(cash(result.season) - cash(plain.season), ruling.effect.cashMinor);
  assert.equal(cashIn(result.season, "EUR"), 0);
  const keeping = play(bank, logWith({ 25: [choose(false)] }), day - 1).season;
  const kept = checkDecision(keeping, store, sell);
  assert.ok(kept.kind === "accepted" && kept.effect.cashMinor === 0);
});

test("there is nothing to choose in a season whose payouts are always changed", () => {
  const off = exampleBank({ modules: { exchange: false, loans: true } });
  const { season } = play(off, logOf(off.season, {}), 1);
  const ruling = checkDecision(season, firstSeat(off.season.world), choose(false));
  assert.equal(ruling.kind === "refused" && ruling.code, "practice/module-off");
});
