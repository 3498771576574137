import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
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
import { contextOf } from "../decisions/decision-context.ts";
import { newDayReport } from "../reports/report.ts";
import { daysCharged, inspectListPrices } from "./list-price.ts";
import { parametersOf } from "../parameters/parameters.ts";
import { firstSeat } from "../state/season.ts";
import { copyState } from "../state/state.ts";
import { noticeKinds } from "../state/tables.ts";
import { explainChange } from "../why/explain-change.ts";
import { newWhyBench } from "../why/expected-day.ts";
import { observeDay } from "../why/observe-day.ts";
import { dailyOrders } from "./measure-promotions.ts";
import { expectedOrders, meanUnit, pieceOf, planOf } from "./plan.ts";
import { promotionKinds, type PromotionKind, type PromotionTerms } from "./promotion-kinds.ts";

const p = parametersOf([]).parameters;
const sku = "S0-0";
const market = "us";
/** Goods have arrived by then. */
const startsOn = 8;

const terms = (kind: PromotionKind, change: Partial<PromotionTerms> = {}): PromotionTerms => ({
  kind,
  depthBp: 0,
  slices: 0,
  pieces: 2,
  overMinor: 0,
  offMinor: 0,
  ...change,
});

type Run = Extract<StoreDecision, { kind: "run-promotion" }>;
const run = (promotion: PromotionKind, change: Partial<Run> = {}): Run => ({
  kind: "run-promotion",
  sku,
  market,
  promotion,
  depthBp: 2_000,
  from: startsOn,
  to: startsOn + 2,
  ...change,
});

const slicesOf = (kind: PromotionKind) => (kind === "flash-sale" ? [0] : []);
/** One of each kind, as somebody might run it on a price of 24.99. */
const wishes: readonly Run[] = [
  run("price-cut"),
  run("flash-sale", { slices: [1, 3] }),
  run("coupon"),
  run("multi-piece", { pieces: 2 }),
  run("nth-piece", { pieces: 2, depthBp: 5_000 }),
  run("full-reduction", { depthBp: 0, overMinor: 4_000, offMinor: 700 }),
  run("free-shipping", { depthBp: 0, overMinor: 4_000 }),
  run("group-buy", { pieces: 2 }),
];

const options = { visitsPerDay: 40_000, modules: { promotions: true, returns: true } };
/** A store with plenty in stock that asks a fee, and decides something on the eighth day. */
function trading(decisions: readonly StoreDecision[], days = 3) {
  const { season, work } = exampleSeason(options);
  const store = firstSeat(season.world);
  const { services } = season.world.source.trade;
  const parcel = services.find((one) => one.leg === "parcel" && one.markets.includes(market))!;
  const ship = { service: parcel.id, feeMinor: 400, promiseDays: 20 };
  const stocked: StoreDecision[] = [
    { kind: "set-shipping", sku, market, ...ship },
    { kind: "place-purchase", sku, units: 2_000 },
  ];
  const results: DayResult[] = [];
  for (let day = 1; day < startsOn + days; day++) {
    const log =
      day === 1 ? [...beginnersLog(season.world), ...entriesOf(store, 1, stocked, 20)] : [];
    const own = day === startsOn ? entriesOf(store, day, decisions, 50) : [];
    results.push(closeDay(season, [...log, ...own], work, { into: season.state }));
  }
  return { season, work, store, results: results.slice(startsOn - 1) };
}

const sum = (rows: number, value: (row: number) => number) =>
  Array.from({ length: rows }, (_, row) => value(row)).reduce((total, one) => total + one, 0);

/** What the day's dispatch documents moved on an account of a store. */
function dispatched({ tables }: DayResult, store: number, of: number): number {
  const { columns, rows } = tables.postings;
  return sum(rows, (row) =>
    columns.party[row] === store &&
    columns.kind[row] === documentKind.dispatch &&
    columns.account[row] === of
      ? columns.amountMinor[row]!
      : 0,
  );
}

suite("promotions", () => {
  test("a deeper discount never costs a buyer more, and never brings more a unit", () => {
    const deep = fc.integer({ min: 0, max: 9_000 });
    const kinds = fc.constantFrom<PromotionKind>(
      "price-cut",
      "flash-sale",
      "coupon",
      "multi-piece",
      "nth-piece",
    );
    const prices = fc.integer({ min: 1, max: 50_000 });
    fc.assert(
      fc.property(
        kinds,
        prices,
        deep,
        deep,
        fc.integer({ min: 2, max: 4 }),
        (kind, price, a, b, pieces) => {
          const full = { goodsMinor: price, feeMinor: 300 };
          const [less, more] = [Math.min(a, b), Math.max(a, b)].map((depthBp) =>
            planOf(full, [terms(kind, { depthBp, pieces })], p),
          );
          assert.ok(more!.shown.goodsMinor <= less!.shown.goodsMinor);
          assert.ok(more!.extraUnits >= less!.extraUnits && less!.extraUnits >= 0.12);
          assert.ok(meanUnit(more!).goodsMinor <= meanUnit(less!).goodsMinor + 1);
          for (let k = 1; k < 8; k++) {
            const [paid, before] = [pieceOf(more!, k, true), pieceOf(less!, k, true)];
            assert.ok(paid.goodsMinor <= before.goodsMinor && paid.goodsMinor >= 0);
          }
        },
      ),
    );
  });

  test("nobody pays more than was promised, and two at once multiply in one order", () => {
    const full = { goodsMinor: 2_499, feeMinor: 400 };
    const off = planOf(full, [terms("full-reduction", { overMinor: 4_000, offMinor: 700 })], p);
    assert.deepEqual(pieceOf(off, 1, false), full);
    assert.equal(pieceOf(off, 3, false).goodsMinor * 3 <= 3 * 2_499 - 700, true);
    const nth = planOf(full, [terms("nth-piece", { depthBp: 5_000 })], p);
    assert.equal(pieceOf(nth, 2, false).goodsMinor, Math.floor((2_499 + 1_250) / 2));
    const both = [
      terms("free-shipping", { overMinor: 4_500 }),
      terms("coupon", { depthBp: 1_000 }),
    ];
    const two = planOf(full, both, p);
    assert.deepEqual(pieceOf(two, 2, false), { goodsMinor: 2_499, feeMinor: 0 });
    // The coupon is taken off first, and what is left is not worth free shipping.
    assert.deepEqual(pieceOf(two, 2, true), { goodsMinor: 2_249, feeMinor: 400 });
    assert.deepEqual(planOf(full, both.toReversed(), p), two);
    const shares = expectedOrders(two).reduce((total, { share }) => total + share, 0);
    assert.ok(Math.abs(shares - 1) < 1e-12);
  });

  test("what buyers paid is what the books say, order by order, and no unit is sold twice", () => {
    for (const wish of wishes) {
      const { results, store, season } = trading([wish]);
      let promoted = 0;
      for (const result of results) {
        const { sales, stock, promotions } = result.tables;
        const at = sales.columns;
        const paid = sum(
          sales.rows,
          (row) => at.units[row]! * (at.priceMinor[row]! + at.feeMinor[row]!),
        );
        assert.equal(-dispatched(result, store, account.revenue), paid, wish.promotion);
        for (let row = 0; row < sales.rows; row++) {
          assert.equal(at.priceMinor[row]! + at.offMinor[row]!, 2_499);
          assert.equal(at.feeMinor[row]! + at.feeOffMinor[row]!, 400);
          if (at.offMinor[row]! + at.feeOffMinor[row]! > 0) promoted += at.units[row]!;
          if (at.lot[row]! > 0 || sales.rows === 1) assert.ok(at.promotions[row]! > 0);
        }
        const sold = sum(stock.rows, (row) => stock.columns.sold[row]!);
        assert.equal(
          sum(sales.rows, (row) => at.units[row]!),
          sold,
        );
        assert.equal(promotions.rows, 1);
        assert.ok(Object.values(result.ledgerSums).every((one) => one === 0));
      }
      assert.ok(promoted > 0, `${wish.promotion} sold nothing below its price`);
      assert.ok(season.state.tables.parcels.rows > 0);
    }
  });

  test("a deeper promotion never lowers the listing's rate, on exact rates", () => {
    const { season, work, store } = trading([]);
    const kinds = promotionKinds.filter((kind) => !/piece|bundle/.test(kind));
    for (const kind of kinds) {
      const state = copyState(season.state, ordinaryMemory);
      const today = { from: startsOn + 3, to: startsOn + 4, slices: slicesOf(kind), pieces: 2 };
      const sumOff = {
        overMinor: 2_000,
        offMinor: 300,
        depthBp: kind === "full-reduction" || kind === "free-shipping" ? 0 : 1_000,
      };
      const wish = run(kind, { ...today, ...sumOff });
      const log = entriesOf(store, startsOn + 3, [wish], 60);
      const day = beginDay({ ...season, state }, log, work);
      runSlice(day, 0);
      const [one] = day.promotions.listings;
      const rates = [0, 1_000, 3_000, 6_000].map((depthBp) => {
        const offMinor = Math.floor((1_800 * depthBp) / 10_000);
        const overMinor = kind === "free-shipping" ? 10_000 - depthBp * 1.5 : 2_000;
        const asked = terms(kind, { depthBp, offMinor, overMinor });
        return dailyOrders(day.engine, one!, planOf(one!.plans[0]!.full, [asked], p));
      });
      for (let i = 1; i < rates.length; i++)
        assert.ok(rates[i]! >= rates[i - 1]!, `${kind} ${rates.join()}`);
      assert.ok(rates[3]! > rates[0]!, `${kind} draws nobody`);
    }
  });

  test("a promotion of nothing is none: the same digest, whatever its kind", () => {
    const same = { kind: "set-price", sku, market, priceMinor: 2_499 } as const;
    const plain = trading([same]).results.map(({ digest }) => digest);
    for (const kind of ["coupon", "flash-sale", "full-reduction"] as const) {
      const nothing = run(kind, { depthBp: 0, overMinor: 100, slices: slicesOf(kind) });
      const { results } = trading([nothing]);
      assert.deepEqual(
        results.map(({ digest }) => digest),
        plain,
      );
    }
    // Nor is one of an unknown slice or a different day.
    const later = trading([run("coupon", { from: startsOn + 3, to: startsOn + 5 })], 3);
    assert.equal(later.results.at(-1)!.tables.promotions.rows, 0);
  });

  test("a flash sale sells cheaper in its slices and only there", () => {
    const { results } = trading([run("flash-sale", { slices: [1, 3], depthBp: 4_000 })]);
    let [within, outside] = [0, 0];
    for (const { tables } of results) {
      const { columns, rows } = tables.sales;
      for (let row = 0; row < rows; row++) {
        const isFlash = [1, 3].includes(columns.slice[row]!);
        assert.equal(columns.priceMinor[row], isFlash ? 1_499 : 2_499);
        if (isFlash) within += columns.units[row]!;
        else outside += columns.units[row]!;
      }
    }
    assert.ok(within > outside, `${within} within, ${outside} outside`);
  });

  test("a cap is never exceeded, and afterwards the old price holds", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 25 }), (capUnits) => {
        const { results } = trading([
          run("flash-sale", { slices: [0, 1, 2], depthBp: 5_000, capUnits }),
        ]);
        let cheap = 0;
        let dear = 0;
        for (const { tables } of results) {
          const { columns, rows } = tables.sales;
          for (let row = 0; row < rows; row++) {
            if (columns.offMinor[row]! > 0) cheap += columns.units[row]!;
            else dear += columns.units[row]!;
          }
        }
        assert.ok(cheap <= capUnits, `${cheap} of ${capUnits}`);
        assert.ok(cheap > 0 && dear > 0);
      }),
      { numRuns: 4 },
    );
  });

  test("a change by a promotion is the price's part, and all parts sum to it", () => {
    const { season, work, store } = trading([]);
    const day = startsOn + 3;
    const before = observeDay(
      { ...season, state: copyState(season.state, ordinaryMemory) },
      [],
      work,
    );
    for (const wish of wishes) {
      const starts = { ...wish, from: day + 1, to: day + 1 };
      const log = entriesOf(store, day + 1, [starts], 60);
      const after = observeDay({ ...season, state: before.result.state }, log, work);
      const bench = newWhyBench(season.world, season.seed);
      const { figures } = explainChange(bench, before, after, store);
      for (const { before: from, after: to, parts, luck, aside } of Object.values(figures)) {
        const all = [...Object.values(parts), ...Object.values(aside), luck];
        assert.equal(
          all.reduce((total, one) => total + one, 0),
          to - from,
        );
      }
      assert.ok(figures.sales.parts.price !== 0, `${wish.promotion} changes nothing`);
    }
  });

  test("a promotion is accepted, warned about or refused with its reason", () => {
    const { season, store } = trading([
      run("coupon", { to: startsOn + 9 }),
      run("multi-piece", { to: startsOn + 9, pieces: 2 }),
    ]);
    const rule = (change: Partial<Run>, of: PromotionKind = "full-reduction") => {
      const dates = { from: startsOn + 12, to: startsOn + 14 };
      const wish = run(of, { ...dates, depthBp: 0, overMinor: 5_000, offMinor: 500, ...change });
      const ruling = checkDecision(season, store, wish);
      return ruling.kind === "refused"
        ? ruling.code
        : ruling.warnings.map(({ code }) => code).join();
    };
    assert.equal(rule({}), "");
    assert.equal(rule({ overMinor: 1_000_000 }), "practice/promotion-idle");
    assert.equal(rule({ offMinor: 5_000 }), "practice/value-not-allowed");
    assert.equal(rule({ from: startsOn + 3, to: startsOn + 4 }), "practice/promotion-overlap");
    assert.equal(rule({ depthBp: 9_500 }, "coupon"), "practice/promotion-not-allowed");
    assert.equal(
      rule({ depthBp: 500, slices: [0, 1, 2, 3] }, "flash-sale"),
      "practice/value-not-allowed",
    );
    assert.equal(rule({ depthBp: 500, pieces: 1 }, "nth-piece"), "practice/value-not-allowed");
    const end = { kind: "end-promotion", sku, market, promotion: "coupon" } as const;
    assert.equal(checkDecision(season, store, end).kind, "accepted");
    const none = checkDecision(season, store, { ...end, promotion: "flash-sale" });
    assert.equal(none.kind === "refused" && none.code, "practice/no-such-promotion");
    const cheap = trading([{ kind: "set-price", sku, market, priceMinor: 400 }], 1);
    const dates = { from: startsOn + 2, to: startsOn + 2 };
    const loss = checkDecision(
      cheap.season,
      cheap.store,
      run("coupon", { ...dates, depthBp: 9_000 }),
    );
    assert.equal(loss.kind === "accepted" && loss.warnings[0]?.code, "practice/below-landed-cost");
    const off = exampleSeason();
    closeDay(off.season, beginnersLog(off.season.world), off.work, { into: off.season.state });
    const ruling = checkDecision(off.season, firstSeat(off.season.world), run("coupon"));
    assert.equal(ruling.kind === "refused" && ruling.code, "practice/module-off");
  });

  test("a list price must have been asked on fourteen days, and a false one is found", () => {
    const list = {
      kind: "set-price",
      sku,
      market,
      priceMinor: 2_499,
      listPriceMinor: 3_999,
    } as const;
    const { season, store, results } = trading([list], 1);
    const ruling = checkDecision(season, store, { ...list, listPriceMinor: 4_999 });
    assert.equal(
      ruling.kind === "accepted" && ruling.warnings[0]?.code,
      "practice/list-price-not-charged",
    );
    const listing = season.state.storeOf.indexOf(store) * season.state.sizes.markets;
    const { world, state } = season;
    assert.equal(daysCharged(world, state, listing, 2_499, startsOn + 1), startsOn);
    assert.equal(daysCharged(world, state, listing, 2_500, startsOn + 1), 0);
    assert.equal(daysCharged(world, state, listing, 2_000, startsOn + 29), 2);
    assert.ok(results.length === 1);
    let found = 0;
    const seeds = 600;
    for (let seed = 0; seed < seeds; seed++) {
      const own = copyState(state, ordinaryMemory);
      own.listMinor[listing] = 3_999;
      own.listSetOn[listing] = startsOn + 1;
      const season1 = { ...season, state: own, seed: { k0: seed, k1: 9 } };
      const report = newDayReport(own, world.source.scenario.burnInDays, () => true);
      inspectListPrices(contextOf(season1), report);
      found += own.listMinor[listing] === 0 ? 1 : 0;
      assert.equal(report.tables.notices.rows, own.listMinor[listing] === 0 ? 1 : 0);
    }
    // Three standard deviations about one in ten.
    assert.ok(Math.abs(found / seeds - 0.1) < 0.037, `${found} of ${seeds}`);
  });

  test("a group that comes together pays the lower price, one that does not is void", () => {
    const whole = trading([run("group-buy", { pieces: 2, depthBp: 3_000 })]);
    const { sales } = whole.results[0]!.tables;
    assert.ok(sales.rows > 0);
    for (let row = 0; row < sales.rows; row++) assert.equal(sales.columns.priceMinor[row], 1_749);
    const none = trading([run("group-buy", { pieces: 9_000, depthBp: 3_000 })]);
    for (const result of none.results) {
      assert.equal(result.tables.sales.rows, 0);
      assert.equal(dispatched(result, none.store, account.revenue), 0);
      const { columns, rows } = result.tables.stock;
      assert.equal(
        sum(rows, (row) => columns.sold[row]!),
        0,
      );
    }
    const held = (one: typeof none, at: number) => {
      const { columns, rows } = one.results[at]!.tables.stock;
      return sum(rows, (row) => columns.onHand[row]!);
    };
    assert.equal(held(none, 0), held(none, 2), "every unit is in stock again");
    const { notices } = none.results[0]!.tables;
    const kinds = [...notices.columns.kind.subarray(0, notices.rows)];
    assert.ok(kinds.includes(noticeKinds.indexOf("group-dissolved")));
  });
});
