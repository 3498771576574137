import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { account } from "../../ledger/account.ts";
import { documentKind } from "../../ledger/document-kind.ts";
import { beginDay, closeDay, runSlice, type DayResult } from "../day.ts";
import { checkDecision } from "../decisions/check-decision.ts";
import type { StoreDecision } from "../decisions/decision.ts";
import {
  beginnersLog,
  entriesOf,
  exampleSeason,
  ordinaryMemory,
} from "../examples/example-season.ts";
import { expectedRates } from "../shelf/expected-rates.ts";
import { firstSeat } from "../state/season.ts";
import { copyState } from "../state/state.ts";
import { insuranceOf, legalWindow, returnFactor, termsUtility } from "./terms.ts";

const market = "us";
type Terms = Extract<StoreDecision, { kind: "set-after-sales" }>;
const terms = (change: Partial<Terms> = {}): Terms => ({
  kind: "set-after-sales",
  market,
  returnDays: 30,
  warrantyMonths: 12,
  returnPayer: "store",
  ...change,
});

const options = {
  visitsPerDay: 30_000,
  modules: { terms: true, returns: true },
  parameters: [{ name: "fulfillment.novemberLoss", value: 1 }],
};

/** A store that sells its starter goods in the first market under some terms. */
function trading(decisions: readonly StoreDecision[], days = 45) {
  const { season, work } = exampleSeason({ ...options, days: 60 });
  const store = firstSeat(season.world);
  const results: DayResult[] = [];
  const buy = { kind: "place-purchase", sku: "S0-0", units: 900 } as const;
  for (let day = 1; day <= days; day++) {
    const first = entriesOf(store, 1, [buy, ...decisions], 40);
    const log = day === 1 ? [...beginnersLog(season.world), ...first] : [];
    results.push(closeDay(season, log, work, { into: season.state }));
  }
  return { season, work, store, results };
}

/** What documents of a kind moved on an account of a store, all days together. */
function moved(results: readonly DayResult[], store: number, kind: number, of: number): number {
  let sum = 0;
  for (const { tables } of results) {
    const { columns, rows } = tables.postings;
    for (let row = 0; row < rows; row++) {
      const isIt = columns.party[row] === store && columns.kind[row] === kind;
      if (isIt && columns.account[row] === of) sum += columns.amountMinor[row]!;
    }
  }
  return sum;
}

suite("terms for after the sale", () => {
  test("better terms are worth more to shoppers, and bring more returns", () => {
    const { season, store } = trading([], 1);
    const { world, state } = season;
    const place = store * state.sizes.markets;
    const worth = (days: number, months: number, payer: number) => {
      state.returnDays[place] = days;
      state.warrantyMonths[place] = months;
      state.returnPayer[place] = payer;
      return [termsUtility(world, state, store, 0), returnFactor(world, state, store, 0)] as const;
    };
    assert.deepEqual(worth(0, 0, 0), [0, 1], "what was never said changes nothing");
    const [usual, long, short] = [worth(14, 0, 0), worth(56, 0, 0), worth(7, 0, 0)];
    assert.ok(Math.abs(usual[0]) < 1e-12 && long[0] > usual[0] && short[0] < usual[0]);
    assert.ok(long[1] > usual[1] && short[1] < usual[1]);
    assert.ok(worth(14, 24, 0)[0] > worth(14, 12, 0)[0]);
    const [buyers, stores] = [worth(14, 0, 1), worth(14, 0, 0)];
    assert.ok(buyers[0] < stores[0] && buyers[1] < stores[1]);
  });

  test("they act on exact rates with the right sign", () => {
    const { season, work, store } = trading([], 9);
    const rateOf = (decision: StoreDecision) => {
      const state = copyState(season.state, ordinaryMemory);
      const day = beginDay({ ...season, state }, entriesOf(store, 10, [decision], 90), work);
      runSlice(day, 0);
      const row = state.storeOf.indexOf(store);
      const { queries, categories } = state.sizes;
      const first = state.categoryOf[row]! * queries;
      assert.ok(categories > 0);
      const shelves = Array.from({ length: queries }, (_, query) => first + query);
      const rates = expectedRates(day.engine, shelves);
      return rates.offer.reduce(
        (sum, offer, at) => sum + (offer === row ? rates.orders[at]! : 0),
        0,
      );
    };
    const [poor, rich] = [
      rateOf(terms({ returnDays: 3, warrantyMonths: 0, returnPayer: "buyer" })),
      rateOf(terms({ returnDays: 60, warrantyMonths: 24 })),
    ];
    assert.ok(rich > poor && poor > 0, `${rich} against ${poor}`);
  });

  test("warranties are set aside for, and the books stay in balance", () => {
    const { results, store } = trading([terms({ warrantyMonths: 24 })]);
    const aside = moved(results, store, documentKind.warranty, account.writeOff);
    assert.ok(aside > 0);
    assert.ok(
      results.every(({ ledgerSums }) => Object.values(ledgerSums).every((one) => one === 0)),
    );
    const none = trading([terms({ warrantyMonths: 0 })]);
    assert.equal(moved(none.results, none.store, documentKind.warranty, account.writeOff), 0);
  });

  test("the carrier pays the covered share of what it lost, for a premium at dispatch", () => {
    const half = trading([{ kind: "insure-parcels", market, coverBp: 5_000 }]);
    const whole = trading([{ kind: "insure-parcels", market, coverBp: 10_000 }]);
    const premium = ({ results, store }: typeof half) =>
      moved(results, store, documentKind.insurance, account.shipping);
    const back = ({ results, store }: typeof half) =>
      0 - moved(results, store, documentKind.claim, account.writeOff);
    assert.ok(premium(half) > 0 && premium(whole) > 1.9 * premium(half));
    const lost = whole.results.flatMap(({ tables: { parcels } }) =>
      [...parcels.columns.event.subarray(0, parcels.rows)].flatMap((event, row) =>
        event === 6 ? [parcels.columns.units[row]!] : [],
      ),
    );
    const units = lost.reduce((sum, one) => sum + one, 0);
    assert.equal(back(whole), units * 2_499);
    assert.equal(back(half), units * 1_250);
    const { world } = half.season;
    assert.deepEqual(insuranceOf(world, 2_000, 0, 9_000), { valueMinor: 0, premiumMinor: 0 });
  });

  test("a window below the law is refused, a short one warned about, a module may be off", () => {
    const { season, store } = trading([], 1);
    const say = (decision: StoreDecision) => {
      const ruling = checkDecision(season, store, decision);
      return ruling.kind === "refused"
        ? ruling.code
        : ruling.warnings.map(({ code }) => code).join();
    };
    const { countries } = season.world.source.trade;
    const source = { title: "A law", ref: "not read", checkedOn: null };
    const [us] = countries as unknown as { withdrawal?: object }[];
    assert.equal(legalWindow(season.world, 0), null);
    us!.withdrawal = { days: 14, certainty: "believed", source };
    assert.equal(legalWindow(season.world, 0)?.days, 14);
    assert.equal(say(terms({ returnDays: 13 })), "practice/below-legal-window");
    assert.equal(say(terms({ returnDays: 14 })), "");
    delete us!.withdrawal;
    assert.equal(say(terms({ returnDays: 7 })), "practice/window-below-usual");
    assert.equal(say(terms({ warrantyMonths: 37 })), "practice/value-not-allowed");
    assert.equal(
      say({ kind: "insure-parcels", market, coverBp: 10_001 }),
      "practice/value-not-allowed",
    );
    assert.equal(
      say({ kind: "insure-parcels", market: "de", coverBp: 1 }),
      "practice/nothing-sent-there",
    );
    const off = exampleSeason();
    closeDay(off.season, beginnersLog(off.season.world), off.work, { into: off.season.state });
    const ruling = checkDecision(off.season, firstSeat(off.season.world), terms());
    assert.equal(ruling.kind === "refused" && ruling.code, "practice/module-off");
  });
});
