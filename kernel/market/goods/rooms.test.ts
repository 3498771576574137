import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { account } from "../../ledger/account.ts";
import { balanceOf } from "../books/book.ts";
import { checkDecision } from "../decisions/check-decision.ts";
import { contextOf } from "../decisions/decision-context.ts";
import type { StoreDecision } from "../decisions/decision.ts";
import { closeDay } from "../day.ts";
import {
  beginnersLog,
  entriesOf,
  exampleSeason,
  ordinaryMemory,
} from "../examples/example-season.ts";
import { firstSeat } from "../state/season.ts";
import { copyState } from "../state/state.ts";
import { addedMeterDays, fits, goodsCc, roomOf, roomRent, volumeCc } from "./rooms.ts";
import { usdBeside, weekOf } from "./storage.ts";

const sku = "S0-0";
const rent = (cubicMeters: number, days: number, market: string | null = null): StoreDecision => ({
  kind: "rent-warehouse",
  market,
  cubicMeters,
  days,
});
const extend = (cubicMeters: number, days: number): StoreDecision => ({
  kind: "extend-warehouse",
  market: null,
  cubicMeters,
  days,
});
const end: StoreDecision = { kind: "end-rent", market: null };

type Planned = Readonly<Record<number, readonly StoreDecision[]>>;
type Chosen = { readonly mustFit?: boolean; readonly days?: number };

/** A store with 2,000 units on the way, and what it decides on some days. */
function trading(planned: Planned, { mustFit = false, days = 15 }: Chosen = {}) {
  const parameters = mustFit ? [{ name: "room.mustFit", value: 1 }] : [];
  const { season, work } = exampleSeason({ modules: { warehouses: true }, parameters });
  const store = firstSeat(season.world);
  const results = Array.from({ length: days }, (_, at) => {
    const day = at + 1;
    const log = day === 1 ? [...beginnersLog(season.world)] : [];
    if (day === 1)
      log.push(...entriesOf(store, 1, [{ kind: "place-purchase", sku, units: 2_000 }], 20));
    log.push(...entriesOf(store, day, planned[day] ?? [], 100 + 20 * day));
    return closeDay(season, log, work, { into: season.state });
  });
  const inBooks = (name: "rent" | "storage") =>
    balanceOf(season.state, store, account[name], season.world.base);
  return { season, store, results, inBooks };
}
const plain = trading({});

suite("rented room", () => {
  test("more room never makes storage dearer, and room for all of it makes it free", () => {
    const { season, store } = plain;
    const context = contextOf(season);
    const layers = Array.from(season.state.tables.layers.columns.units.keys())
      .slice(0, season.state.tables.layers.rows)
      .filter(
        (at) => season.state.storeOf[season.state.tables.layers.columns.offer[at]!] === store,
      );
    const { without } = weekOf(context, store, 0, 0);
    assert.ok(without > 0);
    const part = fc.record({
      cc: fc.integer({ min: 0, max: 20_000_000 }),
      days: fc.integer({ min: 1, max: 7 }),
    });
    fc.assert(
      fc.property(fc.array(part, { maxLength: 4 }), part, (parts, more) => {
        const longest = (all: (typeof more)[]) => all.toSorted((a, b) => b.days - a.days);
        const less = usdBeside(context, layers, longest(parts));
        const now = usdBeside(context, layers, longest([...parts, more]));
        assert.ok(now <= less + 1e-9 && less <= without + 1e-9 && now >= 0);
      }),
    );
    const whole = Math.ceil(goodsCc(context, store, 0) / 1_000_000);
    assert.equal(weekOf(context, store, 0, whole).within, 0);
  });

  test("what is too bulky for a room leaves its place to what is not", () => {
    const { season, store } = plain;
    const { world } = season;
    const state = copyState(season.state, ordinaryMemory);
    const context = { ...contextOf(season), state };
    const row = state.storeOf.indexOf(store);
    const sizes = world.source.products.map((_, product) => volumeCc(world, product));
    const [small, large] = [Math.min(...sizes), Math.max(...sizes)];
    assert.ok(small < large);
    state.offerCount[0] = row + 2;
    state.skuOf[row] = sizes.indexOf(large);
    state.skuOf[row + 1] = sizes.indexOf(small);
    const { layers } = state.tables;
    layers.rows = 2;
    [row, row + 1].forEach((offer, at) => {
      layers.columns.offer[at] = offer;
      layers.columns.units[at] = at === 0 ? 1 : 100;
      layers.columns.arrivedOn[at] = season.state.day[0]! - 2 + at;
    });
    const all = usdBeside(context, [0, 1], []);
    const beside = usdBeside(context, [0, 1], [{ cc: large - 1, days: 7 }]);
    const taken = Math.min(100, Math.floor((large - 1) / small));
    assert.ok(taken > 0);
    assert.ok(Math.abs(beside - (all * (101 - taken)) / 101) < 1e-9, `${beside} of ${all}`);
  });

  test("the same meters and days cost the same, rented at once or added later", () => {
    const { season } = plain;
    const context = contextOf(season);
    const small = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(small, small, small, fc.integer({ min: 0, max: 40 }), (a, b, days, longer) => {
        const room = { cubicMeters: a, untilOn: days - 1, daysLeft: days };
        const added = addedMeterDays(room, a + b, longer);
        assert.equal(a * days + added, (a + b) * (days + longer));
        assert.ok(roomRent(context, 0, added) >= 0);
      }),
    );
  });

  test("goods in a room pay no storage, and do again when its days are over", () => {
    const { season, store, inBooks, results } = trading({ 1: [rent(100, 14)] }, { days: 14 });
    assert.equal(inBooks("rent"), roomRent(contextOf(season), 0, 1_400));
    // Weeks end by the engine's days: the days before the season opened are none of a room's.
    const before = plain.inBooks("storage");
    assert.ok(inBooks("storage") < before && before > 0, `${inBooks("storage")} of ${before}`);
    for (const { ledgerSums } of results) {
      assert.ok(Object.values(ledgerSums).every((sum) => sum === 0));
    }
    assert.equal(roomOf(season.state, store, 0, season.state.day[0]!), null);
    const [long, ended] = [{ 1: [rent(100, 28)] }, { 1: [rent(100, 28)], 8: [end] }].map((one) =>
      trading(one, { days: 28 }),
    );
    assert.ok(long!.inBooks("storage") < ended!.inBooks("storage"));
    assert.equal(long!.inBooks("rent"), ended!.inBooks("rent"), "nothing is paid back");
    assert.equal(long!.season.state.tables.rents.rows, 1);
    assert.equal(ended!.season.state.tables.rents.rows, 0, "and it is forgotten");
  });

  test("a room that is made larger for one day saves one day's fees of what it takes in", () => {
    const { season, store } = trading({ 1: [rent(1, 20)], 5: [extend(3, 2)] }, { days: 5 });
    const { columns, rows } = season.state.tables.rents;
    assert.deepEqual([...columns.cubicMeters.subarray(0, rows)], [1, 2]);
    const room = roomOf(season.state, store, 0, season.state.day[0]!)!;
    assert.deepEqual([room.cubicMeters, room.daysLeft], [3, 17]);
    assert.equal(columns.untilOn[0], columns.untilOn[1]);
  });

  test("where goods must fit, they wait whole before the door until there is room", () => {
    const held = ({ season, store }: typeof plain) => {
      const row = season.state.storeOf.indexOf(store);
      return season.state.stock[row * (season.state.sizes.markets + 1)]!;
    };
    const without = trading({}, { mustFit: true });
    // What a newcomer begins with is there already.
    assert.ok(held(without) < 100 && held(plain) > 1_500);
    const before = without.season.state;
    const at = before.storeOf.indexOf(without.store) * (before.sizes.markets + 1);
    assert.ok(before.inbound[at]! >= 2_000);
    const waiting = trading({ 14: [rent(1_000, 1)] }, { mustFit: true, days: 14 });
    assert.ok(held(waiting) > 1_500);
    const { season, store } = waiting;
    const context = contextOf(season);
    const row = season.state.storeOf.indexOf(store);
    assert.ok(!fits(context, row, 0, 1), "the room is over");
    // Bots are not asked for room: they trade as everywhere.
    const bot = season.state.storeOf.findIndex((one) => one >= 0 && one < store);
    assert.ok(fits(context, bot, 0, 1_000_000));
    assert.ok(volumeCc(season.world, 0) > 0);
  });

  test("a season in which nobody rents is as before", () => {
    const { season } = trading({ 2: [] });
    assert.equal(season.state.tables.rents.rows, 0);
    assert.equal(plain.inBooks("rent"), 0);
  });

  test("a rent is accepted, warned about or refused with its reason", () => {
    const codeOf = (decision: StoreDecision, of = plain.season) => {
      const ruling = checkDecision(of, plain.store, decision);
      if (ruling.kind === "refused") return ruling.code;
      return ruling.warnings[0]?.code ?? ruling.kind;
    };
    assert.equal(codeOf(rent(1, 7)), "accepted");
    assert.equal(codeOf(rent(400, 7)), "practice/room-dear");
    assert.equal(codeOf(rent(1, 7, "us")), "practice/room-dear", "nothing lies there");
    assert.equal(codeOf(rent(0, 7)), "practice/value-not-allowed");
    assert.equal(codeOf(rent(1, 181)), "practice/value-not-allowed");
    assert.equal(codeOf(rent(1_000, 180)), "practice/cash-short");
    assert.equal(codeOf(rent(1, 7, "nowhere")), "practice/no-such-market");
    assert.equal(codeOf(extend(2, 1)), "practice/no-such-room");
    assert.equal(codeOf(end), "practice/no-such-room");
    const rented = trading({ 15: [rent(2, 30)] }).season;
    assert.equal(codeOf(rent(1, 7), rented), "practice/room-rented");
    assert.equal(codeOf(extend(1, 3), rented), "practice/value-not-allowed");
    assert.equal(codeOf(extend(2, 0), rented), "practice/value-not-allowed");
    assert.equal(codeOf(extend(2, 170), rented), "practice/value-not-allowed");
    assert.equal(codeOf(extend(2, 3), rented), "accepted");
    assert.equal(codeOf(end, rented), "practice/rent-lost");
    const whole = Math.ceil(goodsCc(contextOf(plain.season), plain.store, 0) / 1_000_000);
    const held = trading({ 15: [rent(whole, 30)] }).season;
    assert.equal(codeOf(extend(whole, 3), held), "accepted");
    assert.equal(codeOf(extend(whole + 1, 0), held), "practice/room-dear", "nothing is outside");
    const full = trading({ 15: [rent(1_000, 5)] }, { mustFit: true }).season;
    assert.equal(codeOf(end, full), "practice/goods-inside");
    const off = exampleSeason({ modules: { warehouses: false } });
    const state = copyState(off.season.state, ordinaryMemory);
    closeDay({ ...off.season, state }, beginnersLog(off.season.world), off.work, { into: state });
    assert.equal(codeOf(rent(1, 7), { ...off.season, state }), "practice/module-off");
  });
});
