import { test } from "node:test";
import assert from "node:assert/strict";
import { account } from "../../ledger/account.ts";
import { balanceOf } from "../books/book.ts";
import { closeDay, type DayResult } from "../day.ts";
import type { LogEntry } from "../decisions/decision.ts";
import { beginnersLog, exampleSeason, ordinaryMemory } from "../examples/example-season.ts";
import type { Shock } from "./scenario.ts";
import { firstSeat, type Season } from "../state/season.ts";
import { effectsOn, factorBpMax, placeShock, stepBpMax } from "./shock.ts";
import { copyState } from "../state/state.ts";

const quiet: Shock = {
  kind: "news",
  from: 3,
  days: 0,
  markets: [],
  categories: [],
  sizeBp: 0,
  noticeDays: 0,
  headline: { zh: "x", en: "x" },
};

/** A season's days, with and without a shock on day 3; the log is that of one beginner. */
function both(change: Partial<Shock>, days: number) {
  const { season, work } = exampleSeason();
  const shock = { ...quiet, ...change };
  const inject: LogEntry = {
    store: -1,
    number: 9,
    day: 1,
    decision: { kind: "inject-event", shock },
  };
  const play = (log: readonly LogEntry[]) => {
    const own: Season = { ...season, state: copyState(season.state, ordinaryMemory) };
    return Array.from({ length: days }, (_, i) => {
      const entries = log.filter((entry) => entry.day === i + 1);
      const result = closeDay(own, entries, work, { into: own.state });
      return { ...result, state: copyState(own.state, ordinaryMemory) };
    });
  };
  const log = beginnersLog(season.world);
  return { season, plain: play(log), shocked: play([...log, inject]) };
}

/** Landed price less goods of the beginner's listing in the first market. */
function landedOf({ tables }: DayResult): readonly number[] {
  const { columns, rows } = tables.listings;
  return Array.from(
    { length: rows },
    (_, row) => columns.landedMinor[row]! - columns.priceMinor[row]!,
  );
}

test("a tariff step changes what the buyer pays from its day on, and not a day before", () => {
  const { plain, shocked, season } = both({ kind: "tariff-step", sizeBp: 1000 }, 4);
  const seat = firstSeat(season.world);
  for (const day of [0, 1])
    assert.equal(shocked[day]!.digest === plain[day]!.digest, false, "logged");
  assert.deepEqual(landedOf(shocked[1]!), landedOf(plain[1]!));
  const duty = (day: DayResult) => {
    const { columns, rows } = day.tables.stores;
    const row = columns.store.subarray(0, rows).indexOf(seat);
    const before = landedOf(day)[0]!;
    return { seller: columns.dutyMinor[row]!, buyer: before, units: columns.units[row]! };
  };
  const [without, withStep] = [duty(plain[2]!), duty(shocked[2]!)];
  // The first market of the example taxes at the door; half of it is expected by shoppers.
  const rise = withStep.buyer - without.buyer + withStep.seller / Math.max(1, withStep.units);
  assert.ok(rise > 0, `rise ${rise}`);
});

test("viral demand multiplies the visits of its market and category for its days", () => {
  const { plain, shocked, season } = both(
    { kind: "viral-demand", days: 1, sizeBp: 30_000, markets: ["us"], categories: [] },
    4,
  );
  const visits = (day: DayResult, market: number) => {
    const { columns, rows } = day.tables.markets;
    let sum = 0;
    for (let row = 0; row < rows; row++)
      if (columns.market[row] === market) sum += columns.visits[row]!;
    return sum;
  };
  assert.equal(season.world.marketIds[0], "us");
  assert.ok(Math.abs(visits(shocked[2]!, 0) / visits(plain[2]!, 0) - 3) < 1e-9);
  assert.equal(visits(shocked[2]!, 1), visits(plain[2]!, 1));
  assert.equal(visits(shocked[3]!, 0), visits(plain[3]!, 0));
});

test("many events of one day add up to something that still fits, and never turn around", () => {
  // Why: ten factors of ten are 10^10, which 32 bits would hold as any number, also a negative one.
  const places = { markets: ["us"], categories: ["a"] };
  const many = (["viral-demand", "port-closure", "supplier-failure", "tariff-step"] as const)
    .flatMap((kind) => Array.from({ length: 400 }, () => ({ ...quiet, kind, sizeBp: 100_000 })))
    .map((shock, number) => placeShock(shock, places, number));
  const effects = effectsOn(many, 3, 1, 1, 0, { k0: 1, k1: 2 });
  assert.equal(effects.visitsBp[0], factorBpMax);
  assert.equal(effects.transitBp[0], factorBpMax);
  assert.equal(effects.leadBp[0], factorBpMax);
  assert.equal(effects.tariffStepBp[0], stepBpMax);
});

test("a jump of the exchange rate moves translated amounts only", () => {
  const { plain, shocked, season } = both(
    { kind: "exchange-jump", from: 20, sizeBp: -1000, markets: ["de"] },
    20,
  );
  const { world } = season;
  const euro = world.currencies.indexOf("EUR");
  const [before, after] = [plain[19]!.state, shocked[19]!.state];
  for (let store = 0; store < season.state.sizes.stores; store++) {
    // Money in euro is what it was, up to what was paid out on the day itself.
    assert.equal(
      balanceOf(after, store, account.held, euro),
      balanceOf(before, store, account.held, euro),
    );
  }
  assert.ok(after.logRate[euro]! < before.logRate[euro]! - 0.1);
  for (const day of shocked) for (const sum of Object.values(day.ledgerSums)) assert.equal(sum, 0);
  const profit = (day: DayResult) => {
    const { columns, rows } = day.tables.stores;
    let profits = 0;
    let parts = 0;
    for (let row = 0; row < rows; row++) {
      profits += columns.profitMinor[row]!;
      parts +=
        columns.revenueMinor[row]! -
        columns.costOfGoodsMinor[row]! -
        columns.commissionMinor[row]! -
        columns.shippingMinor[row]! -
        columns.dutyMinor[row]! -
        columns.adsMinor[row]! -
        columns.otherMinor[row]!;
    }
    assert.equal(profits, parts);
    return profits;
  };
  const heldEuro = Array.from({ length: season.state.sizes.stores }, (_, store) =>
    balanceOf(after, store, account.held, euro),
  ).reduce((a, b) => a + b, 0);
  assert.ok(heldEuro > 0);
  assert.ok(profit(shocked[19]!) < profit(plain[19]!));
});

test("policy, supplier failure and strikes act through commission, lead time and waiting", () => {
  const policy = both({ kind: "policy-change", sizeBp: 2000, from: 2 }, 3);
  const share = (day: DayResult) => {
    const { columns, rows } = day.tables.stores;
    let commission = 0;
    let revenue = 0;
    for (let row = 0; row < rows; row++) {
      commission += columns.commissionMinor[row]!;
      revenue += columns.revenueMinor[row]!;
    }
    return commission / revenue;
  };
  assert.ok(share(policy.shocked[2]!) > share(policy.plain[2]!) + 0.12);
  const strike = both({ kind: "carrier-strike", from: 2, days: 8 }, 12);
  const delivered = (days: readonly DayResult[]) =>
    days.reduce((sum, day) => {
      const { columns, rows } = day.tables.parcels;
      let units = 0;
      for (let row = 0; row < rows; row++)
        if (columns.event[row] === 4) units += columns.units[row]!;
      return sum + units;
    }, 0);
  assert.ok(delivered(strike.shocked) <= delivered(strike.plain));
  const failure = both({ kind: "supplier-failure", from: 1, days: 5, sizeBp: 50_000 }, 2);
  const due = (state: Season["state"]) => {
    const { columns, rows } = state.tables.supply;
    const store = firstSeat(failure.season.world);
    for (let row = 0; row < rows; row++) {
      if (state.storeOf[columns.offer[row]!] === store) return columns.dueOn[row]!;
    }
    return 0;
  };
  assert.ok(due(failure.shocked[0]!.state) >= due(failure.plain[0]!.state));
});
