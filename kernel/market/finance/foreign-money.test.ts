import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { account } from "../../ledger/account.ts";
import { documentKind } from "../../ledger/document-kind.ts";
import { balanceOf, exchanged } from "../books/book.ts";
import { equityOf } from "../books/payouts.ts";
import { checkDecision } from "../decisions/check-decision.ts";
import type { StoreDecision } from "../decisions/decision.ts";
import { cashIn, exampleBank, logOf, play, tomorrow } from "../examples/example-finance.ts";
import { firstSeat, type Season } from "../state/season.ts";
import { quoteExchange, unbookedGain } from "./foreign-money.ts";
import { storeKind } from "../state/store-kind.ts";

const bank = exampleBank();
const store = firstSeat(bank.season.world);
const convert = (from: string, to: string, amountMinor: number): StoreDecision => ({
  kind: "convert-currency",
  from,
  to,
  amountMinor,
});
const number = ({ world }: Season, code: string) => world.currencies.indexOf(code as "USD");

test("changing money there and back loses exactly the bank's two spreads", () => {
  const amounts = fc.integer({ min: 1_000, max: 1_500_000 });
  const entered = play(bank, logOf(bank.season, {}), 1);
  fc.assert(
    fc.property(amounts, fc.constantFrom("EUR", "JPY"), (amount, code) => {
      const context = tomorrow(entered.season);
      const { book, world } = context;
      const spread = world.parameters["exchange.spreadBp"];
      const there = quoteExchange(book, amount, world.base, number(entered.season, code), spread);
      const got = there.fairMinor - there.costMinor;
      const back = quoteExchange(book, got, number(entered.season, code), world.base, spread);
      const lost = amount - (back.fairMinor - back.costMinor);
      const first = exchanged(book, there.costMinor, number(entered.season, code), world.base);
      // Each of four roundings moves at most half a minor unit of its own currency.
      const unit = exchanged(book, 1, number(entered.season, code), world.base);
      assert.ok(Math.abs(lost - first - back.costMinor) <= 2 + unit);
    }),
  );
  const plan = { 2: [convert("USD", "EUR", 500_000), convert("EUR", "USD", 1)] };
  const { season, results } = play(bank, logOf(bank.season, plan), 2);
  assert.deepEqual(results[1]!.refused, []);
  assert.ok(cashIn(season, "EUR") > 0 && cashIn(season, "USD") < 1_500_100);
});

test("nobody can change more than there is, into itself, or into a currency nobody keeps", () => {
  const { season } = play(bank, logOf(bank.season, {}), 1);
  const code = (decision: StoreDecision) => {
    const ruling = checkDecision(season, store, decision);
    return ruling.kind === "refused" ? ruling.code : "accepted";
  };
  assert.equal(code(convert("EUR", "USD", 1)), "practice/currency-short");
  assert.equal(code(convert("USD", "EUR", 2_000_001)), "practice/cash-short");
  assert.equal(code(convert("USD", "USD", 10)), "practice/value-not-allowed");
  assert.equal(code(convert("USD", "XAU", 10)), "practice/no-such-currency");
  assert.equal(code(convert("USD", "EUR", 2_000_000)), "accepted");
  const off = exampleBank({ modules: { exchange: false, loans: true } });
  const without = play(off, logOf(off.season, {}), 1).season;
  assert.equal(checkDecision(without, store, convert("USD", "EUR", 10)).kind, "refused");
});

test("an exchange jump changes translated amounts only, and gains explain all of it", () => {
  const jump = {
    kind: "exchange-jump",
    from: 12,
    days: 0,
    markets: ["de"],
    categories: [],
    sizeBp: 1000,
    noticeDays: 0,
    headline: { zh: "跳", en: "Jump" },
  } as const;
  const plan = { 3: [convert("USD", "EUR", 800_000)], 7: [convert("EUR", "USD", 100_000)] };
  const days = 35;
  const worlds = [exampleBank(), exampleBank({ shocks: [jump] })];
  const [calm, shaken] = worlds.map((one) => {
    const gains: number[] = [];
    const translated: number[] = [];
    const played = play(one, logOf(one.season, plan), days, ({ tables }, season) => {
      const { columns, rows } = tables.postings;
      for (let row = 0; row < rows; row++) {
        const isOwn = columns.party[row] === store && columns.account[row] === account.revaluation;
        if (columns.kind[row] === documentKind.revaluation && isOwn) {
          gains.push(-columns.amountMinor[row]!);
        }
      }
      translated.push(equityOf(tomorrow(season), store));
    });
    return { ...played, gains, translated };
  });
  const native = (season: Season) =>
    season.world.currencies.map((_, currency) => [
      balanceOf(season.state, store, account.cash, currency),
      balanceOf(season.state, store, account.held, currency),
    ]);
  // The conversions were made before the jump, so not a cent of any currency is another one.
  assert.deepEqual(native(calm!.season), native(shaken!.season));
  assert.deepEqual(calm!.translated.slice(0, 11), shaken!.translated.slice(0, 11));
  assert.ok(shaken!.translated[11]! - calm!.translated[11]! > 50_000);
  for (const { season, gains, translated } of [calm!, shaken!]) {
    const context = tomorrow(season);
    const euro = number(season, "EUR");
    const posted = gains.reduce((sum, gain) => sum + gain, 0);
    assert.equal(gains.length, 1, "one month ended");
    assert.equal(balanceOf(season.state, store, account.revaluation, season.world.base), -posted);
    const spreads = 2_000_000 + posted + unbookedGain(context, store, euro) - translated.at(-1)!;
    // What is left is what the bank kept of the two conversions: 20 points of each.
    assert.ok(Math.abs(spreads - (1600 + 228)) < 40, `${spreads}`);
  }
  const more = shaken!.gains[0]! - calm!.gains[0]!;
  const moved = shaken!.translated[29]! - calm!.translated[29]!;
  assert.equal(more, moved, "the gain account tells the jump to the cent");
});

test("bots change what they are paid at once, and take no loans", () => {
  const market = exampleBank({ bots: 6, stores: 8, visitsPerDay: 6000, burnInDays: 10 });
  const { season } = play(market, logOf(market.season, {}), 25);
  assert.equal(season.state.tables.loans.rows, 0);
  const { state, world } = season;
  let paid = 0;
  for (let one = 0; one < state.sizes.stores; one++) {
    if (state.storeKind[one] !== storeKind.bot) continue;
    for (let currency = 0; currency < world.currencies.length; currency++) {
      if (currency === world.base) continue;
      assert.equal(balanceOf(state, one, account.cash, currency), 0);
      paid += Math.abs(balanceOf(state, one, account.exchange, currency));
    }
  }
  assert.ok(paid > 0, "they were paid in foreign money");
});
