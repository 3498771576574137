import { test } from "node:test";
import assert from "node:assert/strict";
import { account } from "../ledger/account.ts";
import { balanceOf } from "./books/book.ts";
import { beginDay, closeDay, endDay, runSlice } from "./day.ts";
import type { LogEntry } from "./decisions/decision.ts";
import { digestState } from "./state/digest.ts";
import {
  beginnersLog,
  entriesOf,
  exampleSeason,
  ordinaryMemory,
} from "./examples/example-season.ts";
import { parcelEvent } from "./parcels/parcel-routes.ts";
import { replay } from "./replay.ts";
import { engineVersion } from "./world/scenario.ts";
import { firstSeat, type Season } from "./state/season.ts";
import { decodeSnapshot, encodeSnapshot } from "./state/snapshot.ts";
import { copyState } from "./state/state.ts";

/** Closes days and gives their digests; the season's own memory is written over. */
function play(
  season: Season,
  log: readonly LogEntry[],
  work: ReturnType<typeof exampleSeason>["work"],
  days: number,
) {
  const own = { ...season, state: copyState(season.state, ordinaryMemory) };
  return Array.from({ length: days }, (_, i) => {
    const entries = log.filter((entry) => entry.day === i + 1);
    return closeDay(own, entries, work, { into: own.state });
  });
}

test("ten days of the same season and log give the same digests twice", () => {
  const { season, work } = exampleSeason();
  const log = beginnersLog(season.world);
  const once = play(season, log, work, 10).map((day) => day.digest);
  const twice = [...replay(season, log, 10, work)].map((day) => day.digest);
  assert.deepEqual(twice, once);
  assert.equal(new Set(once).size, 10);
});

test("a season restored from a snapshot on any evening goes on to the same digests", () => {
  const { season, work } = exampleSeason();
  const log = beginnersLog(season.world);
  const digests = play(season, log, work, 10).map((day) => day.digest);
  let state = copyState(season.state, ordinaryMemory);
  for (let day = 1; day <= 10; day++) {
    const bytes = encodeSnapshot(state, engineVersion);
    state = decodeSnapshot(bytes, engineVersion, season.world.sizes, ordinaryMemory)!;
    const entries = log.filter((entry) => entry.day === day);
    const result = closeDay({ ...season, state }, entries, work, { into: state });
    assert.equal(result.digest, digests[day - 1], `day ${day}`);
  }
});

test("closing a day changes nothing of the season it was given, and a day may be abandoned", () => {
  const { season, work } = exampleSeason();
  const before = digestState(season.state);
  const log = beginnersLog(season.world);
  const first = closeDay(season, log, work);
  assert.equal(digestState(season.state), before);
  const run = beginDay(season, log, work);
  runSlice(run, 0);
  runSlice(run, 1);
  assert.equal(digestState(season.state), before);
  assert.equal(closeDay(season, log, work).digest, first.digest);
  assert.throws(() => endDay(run), /after 4 slices/);
});

test("the order in which entries of different stores arrive changes nothing", () => {
  const { season, work } = exampleSeason();
  const log = [0, 1, 2].flatMap((seat) => beginnersLog(season.world, seat));
  const straight = closeDay(season, log, work).digest;
  assert.equal(closeDay(season, log.toReversed(), work).digest, straight);
});

test("a day without entries equals the day on which standing decisions are sent again", () => {
  const { season, work } = exampleSeason();
  const first = closeDay(season, beginnersLog(season.world), work);
  const second = { ...season, state: first.state };
  const store = firstSeat(season.world);
  const { sku } = season.world.source.products[0]!;
  const market = season.world.marketIds[0]!;
  const again = entriesOf(store, 2, [{ kind: "set-price", sku, market, priceMinor: 2499 }], 50);
  const silent = closeDay(second, [], work);
  const repeated = closeDay(second, again, work);
  // The store decided, and only that is remembered.
  repeated.state.lastDecisionOn[store] = silent.state.lastDecisionOn[store]!;
  repeated.state.daysDecided[store] = silent.state.daysDecided[store]!;
  assert.equal(digestState(repeated.state), digestState(silent.state));
});

test("a store that enters late begins with the same capital and is told of what it sold", () => {
  const { season, work } = exampleSeason();
  const { world } = season;
  const seat = firstSeat(world);
  const log = beginnersLog(world).map((entry) => ({ ...entry, day: 4 }) as LogEntry);
  const days = play(season, log, work, 12);
  assert.equal(days[2]!.state.storeKind[seat], 2, "all results share the season's memory");
  const { stores } = days[11]!.tables;
  const row = stores.columns.store.indexOf(seat);
  assert.ok(row >= 0 && stores.columns.cashMinor[row]! > 1_000_000);
  assert.equal(
    days[2]!.tables.stores.columns.store.slice(0, days[2]!.tables.stores.rows).includes(seat),
    false,
  );
  const units = days.map((day) => sum(day.tables.sales.columns.units, day.tables.sales.rows));
  assert.equal(
    units.slice(0, 3).reduce((a, b) => a + b),
    0,
  );
  assert.ok(units.slice(3).reduce((a, b) => a + b) > 0, "it sold something");
});

test("removing one decision leaves every other number and everybody's luck as they were", () => {
  const { season, work } = exampleSeason();
  const { world } = season;
  const store = firstSeat(world);
  const [first, second] = world.source.products;
  const log = [
    ...beginnersLog(world).filter((entry) => entry.decision.kind === "enter-store"),
    ...entriesOf(store, 1, [
      { kind: "select-product", sku: first!.sku, place: 0 },
      { kind: "select-product", sku: second!.sku, place: 1 },
    ]),
  ];
  const both = closeDay(season, log, work).state;
  const without = log.filter(
    ({ decision }) => !(decision.kind === "select-product" && decision.place === 0),
  );
  const one = closeDay(season, without, work).state;
  const row = one.offerNumber.indexOf(store * 256 + 1);
  const before = both.offerNumber.indexOf(store * 256 + 1);
  assert.ok(row >= 0);
  assert.equal(one.fit[row], both.fit[before]);
});

test("every day the books balance, and units bought are sold, held, on their way or gone", () => {
  const { season, work } = exampleSeason();
  const log = beginnersLog(season.world);
  const store = firstSeat(season.world);
  const received = new Map<number, number>();
  let sold = 0;
  let back = 0;
  for (const day of play(season, log, work, 25)) {
    for (const sum of Object.values(day.ledgerSums)) assert.equal(sum, 0);
    const { columns, rows } = day.tables.stock;
    for (let row = 0; row < rows; row++) {
      received.set(
        columns.pool[row]!,
        (received.get(columns.pool[row]!) ?? 0) + columns.received[row]!,
      );
      sold += columns.sold[row]!;
      assert.ok(columns.onHand[row]! >= 0);
    }
    back += sumWhere(day.tables.parcels, [parcelEvent.refused, parcelEvent.returned]);
  }
  const { state } = [...replay(season, log, 25, work)].at(-1)!;
  const pools = state.sizes.markets + 1;
  const offer = state.offerNumber.indexOf(store * 256);
  const onHand = state.stock.subarray(offer * pools, (offer + 1) * pools).reduce((a, b) => a + b);
  const inbound = state.inbound
    .subarray(offer * pools, (offer + 1) * pools)
    .reduce((a, b) => a + b);
  const starter = season.world.source.scenario.starter.units;
  const arrived = [...received.values()].reduce((a, b) => a + b, 0);
  assert.equal(starter + arrived, sold + onHand);
  assert.ok(sold > 0);
  assert.ok(inbound <= 40 + back, "only the purchase and what comes back can be on the way");
  assert.equal(layerUnits(state, offer), onHand);
  assert.equal(
    layerCost(state, store),
    balanceOf(state, store, account.inventory, season.world.base),
  );
});

test("held money is what waits for payout and what parcels under way may still earn", () => {
  const { season, work } = exampleSeason();
  const { state } = [...replay(season, beginnersLog(season.world), 20, work)].at(-1)!;
  const { world } = season;
  const { stores, markets } = state.sizes;
  const expected = new Float64Array(stores * world.currencies.length);
  for (let at = 0; at < state.payoutDue.length; at++) {
    const cell = at % (stores * markets);
    const currency = world.currencyOfMarket[cell % markets]!;
    expected[Math.floor(cell / markets) * world.currencies.length + currency]! +=
      state.payoutDue[at]!;
  }
  const { columns, rows } = state.tables.parcels;
  const held = [parcelEvent["export-held"], parcelEvent["import-held"]];
  for (let row = 0; row < rows; row++) {
    if (held.includes(columns.event[row]!)) continue;
    const service = world.source.trade.services[columns.service[row]!]!;
    const card = world.source.trade.carriers
      .flatMap((carrier) => carrier.rows)
      .find((one) => one.card === service.card && one.product === service.product)!;
    if (card.tracked === "none") continue;
    const currency = world.currencyOfMarket[columns.market[row]!]!;
    const store = state.storeOf[columns.offer[row]!]!;
    expected[store * world.currencies.length + currency]! +=
      (columns.priceMinor[row]! - columns.commissionMinor[row]!) * columns.units[row]!;
  }
  for (let store = 0; store < stores; store++) {
    for (let currency = 0; currency < world.currencies.length; currency++) {
      const held = balanceOf(state, store, account.held, currency);
      assert.equal(held, expected[store * world.currencies.length + currency], `store ${store}`);
    }
  }
});

test("clicks cost no more than the bid and the budget", () => {
  const { season, work } = exampleSeason();
  for (const day of play(season, beginnersLog(season.world), work, 12)) {
    const { columns, rows } = day.tables.ads;
    let spent = 0;
    for (let row = 0; row < rows; row++) {
      assert.ok(columns.ticks[row]! <= columns.clicks[row]! * 1500);
      spent += columns.ticks[row]!;
    }
    assert.ok(spent <= 200_000);
  }
});

function sum(values: Int32Array, rows: number): number {
  return values.subarray(0, rows).reduce((total, value) => total + value, 0);
}

function sumWhere(
  table: { readonly rows: number; readonly columns: { event: Int32Array; units: Int32Array } },
  events: readonly number[],
): number {
  let units = 0;
  for (let row = 0; row < table.rows; row++) {
    if (events.includes(table.columns.event[row]!)) units += table.columns.units[row]!;
  }
  return units;
}

function layerUnits(state: Season["state"], offer: number): number {
  const { columns, rows } = state.tables.layers;
  let units = 0;
  for (let row = 0; row < rows; row++)
    if (columns.offer[row] === offer) units += columns.units[row]!;
  return units;
}

function layerCost(state: Season["state"], store: number): number {
  const { columns, rows } = state.tables.layers;
  let cost = 0;
  for (let row = 0; row < rows; row++) {
    if (state.storeOf[columns.offer[row]!] === store) cost += columns.costMinor[row]!;
  }
  return cost;
}
