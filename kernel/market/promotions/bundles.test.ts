import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { account } from "../../ledger/account.ts";
import { documentKind } from "../../ledger/document-kind.ts";
import { closeDay, type DayResult } from "../day.ts";
import { checkDecision } from "../decisions/check-decision.ts";
import type { StoreDecision } from "../decisions/decision.ts";
import {
  beginnersLog,
  entriesOf,
  exampleSeason,
  firstDay,
  ordinaryMemory,
} from "../examples/example-season.ts";
import { parametersOf } from "../parameters/parameters.ts";
import { firstSeat } from "../state/season.ts";
import { copyState } from "../state/state.ts";
import { explainChange } from "../why/explain-change.ts";
import { beginBlend } from "../why/blend-days.ts";
import { expectedDay, newWhyBench } from "../why/expected-day.ts";
import { observeDay } from "../why/observe-day.ts";
import { setOffer, setPrices } from "./bundle-offers.ts";
import { bundle as bundleKind, promotionKinds, type PromotionKind } from "./promotion-kinds.ts";

const p = parametersOf([]).parameters;
const market = "us";
const startsOn = 8;
/** The second product of the store. */
const other = "S1-0";

type Run = Extract<StoreDecision, { kind: "run-promotion" }>;
const run = (change: Partial<Run> = {}, promotion: PromotionKind = "bundle"): Run => ({
  kind: "run-promotion",
  sku: "S0-0",
  market,
  promotion,
  depthBp: 3_000,
  from: startsOn,
  to: startsOn + 2,
  ...(promotion === "bundle" ? { others: [other] } : {}),
  ...change,
});

const options = { visitsPerDay: 40_000, modules: { promotions: true, returns: true } };
type Plan = { decisions: readonly StoreDecision[]; days?: number; lesser?: number };

/** A store sells two products at about the going price and decides something on the eighth day. */
function trading({ decisions, days = 3, lesser = 2_000 }: Plan) {
  const { season, work } = exampleSeason(options);
  const store = firstSeat(season.world);
  const results: DayResult[] = [];
  for (let day = 1; day < startsOn + days; day++) {
    const log = day === 1 ? [...beginnersLog(season.world)] : [];
    if (day === 1) {
      const second = firstDay(season.world, other, 1_599).flatMap((one): StoreDecision[] =>
        one.kind === "select-product"
          ? [{ ...one, place: 1 }]
          : one.kind === "place-purchase"
            ? [{ ...one, units: lesser }]
            : one.kind === "open-campaign" || one.kind === "set-bid"
              ? []
              : [one],
      );
      const stocked: StoreDecision[] = [
        { kind: "place-purchase", sku: "S0-0", units: 2_000 },
        { kind: "set-price", sku: "S0-0", market, priceMinor: 1_699 },
        ...second,
      ];
      log.push(...entriesOf(store, 1, stocked, 20));
    }
    if (day === startsOn) log.push(...entriesOf(store, day, decisions, 50));
    results.push(closeDay(season, log, work, { into: season.state }));
  }
  return { season, work, store, results: results.slice(startsOn - 1) };
}

const sum = (rows: number, value: (row: number) => number) =>
  Array.from({ length: rows }, (_, row) => value(row)).reduce((total, one) => total + one, 0);

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

const piece = fc.record({
  // A cut of nine tenths leaves nothing of the smallest prices.
  goodsMinor: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 90_000 })),
  feeMinor: fc.integer({ min: 0, max: 5_000 }),
  category: fc.integer({ min: 0, max: 2 }),
  goingMinor: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 90_000 })),
  priceWeight: fc.double({ min: 0.6, max: 1.5, noNaN: true }),
});
const pieces = fc
  .array(piece, { minLength: 2, maxLength: 5 })
  .map((all) => all.map((one) => ({ ...one, aloneMinor: one.goodsMinor + one.feeMinor })));
const depth = fc.integer({ min: 0, max: 9_000 });

suite("bundles", () => {
  test("a set's discount is dealt out to the minor unit, its fee within 1.5 of one piece's", () => {
    fc.assert(
      fc.property(pieces, depth, (of, depthBp) => {
        const prices = setPrices(of, depthBp, p);
        const total = (key: "goodsMinor" | "feeMinor", all: typeof prices) =>
          all.reduce((sumSoFar, one) => sumSoFar + one[key], 0);
        const asked = Math.floor((total("goodsMinor", of) * (10_000 - depthBp) + 5_000) / 10_000);
        assert.equal(total("goodsMinor", prices), asked);
        const dearest = Math.max(...of.map(({ feeMinor }) => feeMinor));
        const fee = Math.min(total("feeMinor", of), Math.floor(1.5 * dearest));
        assert.equal(total("feeMinor", prices), fee);
        prices.forEach((one, at) => {
          assert.ok(one.goodsMinor >= 0 && one.goodsMinor <= of[at]!.goodsMinor);
          assert.ok(one.feeMinor >= 0 && one.feeMinor <= of[at]!.feeMinor);
        });
      }),
    );
  });

  test("nobody takes a set that is not cheaper than its pieces bought alone", () => {
    const alone = fc.array(fc.nat(95_000), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(pieces, depth, alone, (of, depthBp, paid) => {
        const told = of.map((one, at) => ({ ...one, aloneMinor: paid[at]! }));
        const offer = setOffer(told, depthBp, p);
        const total = offer.reduce((so, one) => so + one.goodsMinor + one.feeMinor, 0);
        const apart = told.reduce((so, one) => so + one.aloneMinor, 0);
        for (const { takeShare } of offer) {
          assert.ok(total < apart ? takeShare >= 0 : takeShare === 0, `${total} of ${apart}`);
        }
      }),
    );
    const free = { depthBp: 0, overMinor: 1 };
    const shipping = [run(free, "free-shipping"), run({ ...free, sku: other }, "free-shipping")];
    const fee = (sku: string) =>
      firstDay(trading({ decisions: [], days: 0 }).season.world, sku, 0).flatMap((one) =>
        one.kind === "set-shipping" ? [{ ...one, feeMinor: 300 }] : [],
      );
    const asked = [run({ depthBp: 500 }), ...fee("S0-0"), ...fee(other)];
    const sets = (decisions: readonly StoreDecision[]) =>
      trading({ decisions }).results.reduce((so, { tables: { sales } }) => {
        return so + sum(sales.rows, (row) => Math.max(0, sales.columns.setNumber[row]!));
      }, 0);
    assert.ok(sets(asked) > 0);
    assert.equal(sets([...asked, ...shipping]), 0, "both ship for nothing, apart");
  });

  test("a deeper bundle is never taken by fewer, and goods of one kind go together less", () => {
    fc.assert(
      fc.property(pieces, depth, depth, (of, a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map((one) => setOffer(of, one, p));
        more!.forEach(({ takeShare }, at) => {
          assert.ok(takeShare >= less![at]!.takeShare);
          assert.ok(takeShare >= 0 && takeShare <= p["promotion.bundleMost"]);
        });
        const unlike = of.map((one, at) => ({ ...one, category: 10 + at }));
        setOffer(unlike, b, p).forEach(({ takeShare }, at) => {
          assert.ok(takeShare >= setOffer(of, b, p)[at]!.takeShare);
        });
      }),
    );
  });

  test("what buyers paid is what the books say, set by set, and no unit is sold twice", () => {
    const { results, store, season } = trading({ decisions: [run()] });
    let sets = 0;
    for (const result of results) {
      const { sales, stock, stores, listings } = result.tables;
      const at = sales.columns;
      const paid = sum(
        sales.rows,
        (row) => at.units[row]! * (at.priceMinor[row]! + at.feeMinor[row]!),
      );
      assert.equal(-dispatched(result, store, account.revenue), paid);
      const sold = sum(stock.rows, (row) => stock.columns.sold[row]!);
      const units = sum(sales.rows, (row) => at.units[row]!);
      assert.equal(units, sold);
      assert.equal(
        sum(listings.rows, (row) => listings.columns.units[row]!),
        units,
      );
      // What came along is no order of its own.
      const orders = sum(sales.rows, (row) => (at.setNumber[row]! < 0 ? 0 : at.orders[row]!));
      const own = [...stores.columns.store.subarray(0, stores.rows)].indexOf(store);
      assert.equal(orders, stores.columns.orders[own]);
      assert.ok(Object.values(result.ledgerSums).every((one) => one === 0));
      for (let row = 0; row < sales.rows; row++) {
        const number = at.setNumber[row]!;
        assert.equal(number !== 0, ((at.promotions[row]! >> bundleKind) & 1) === 1);
        if (number <= 0) continue;
        const along = [...at.setNumber.subarray(0, sales.rows)].indexOf(-number);
        assert.ok(along > row, "the other of the bundle comes with it");
        assert.equal(at.units[along], at.units[row]);
        assert.equal(at.orders[along], at.orders[row]);
        const full =
          at.priceMinor[row]! + at.offMinor[row]! + at.priceMinor[along]! + at.offMinor[along]!;
        const asked = at.priceMinor[row]! + at.priceMinor[along]!;
        assert.equal(asked, Math.floor((full * 7_000 + 5_000) / 10_000));
        sets += at.units[row]!;
      }
    }
    assert.ok(sets > 10, `${sets} sets`);
    const { parcels } = season.state.tables;
    assert.ok(parcels.rows > 0);
  });

  test("without its discount a bundle is none, and a listing that is withdrawn suspends it", () => {
    const same = { kind: "set-price", sku: "S0-0", market, priceMinor: 1_699 } as const;
    const plain = trading({ decisions: [same] });
    const nothing = trading({ decisions: [same, run({ depthBp: 0 })] });
    assert.deepEqual(
      nothing.results.map(({ digest }) => digest),
      plain.results.map(({ digest }) => digest),
    );
    const gone = { kind: "withdraw-listing", sku: other, market } as const;
    for (const { tables } of trading({ decisions: [run(), gone] }).results) {
      const { sales, promotions } = tables;
      assert.equal(
        sum(sales.rows, (row) => Math.abs(sales.columns.setNumber[row]!)),
        0,
      );
      assert.equal(promotions.rows, 0);
    }
  });

  test("no more sets are sold than a cap, and than the others are in stock", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), (capUnits) => {
        const { results } = trading({ decisions: [run({ capUnits, depthBp: 6_000 })] });
        let sets = 0;
        let alone = 0;
        for (const { tables } of results) {
          const { columns, rows } = tables.sales;
          for (let row = 0; row < rows; row++) {
            if (columns.setNumber[row]! > 0) sets += columns.units[row]!;
            if (columns.setNumber[row]! === 0) alone += columns.units[row]!;
          }
        }
        assert.equal(sets, capUnits);
        assert.ok(alone > 0);
      }),
      { numRuns: 3 },
    );
    const { season, results } = trading({ decisions: [run({ depthBp: 9_000 })], lesser: 30 });
    assert.ok(season.state.stock.every((units) => units >= 0));
    assert.ok(results.length === 3);
  });

  test("a cap on a flash sale holds for pieces that come along in sets", () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 12 }), (capUnits) => {
        const change = { sku: other, depthBp: 4_000, capUnits, slices: [0, 1, 2] };
        const flash = run(change, "flash-sale");
        const { season, results } = trading({ decisions: [run({ depthBp: 6_000 }), flash] });
        const { columns, rows } = season.state.tables.promotions;
        const row = Array.from({ length: rows }, (_, at) => at).find((at) => {
          return columns.kind[at] === promotionKinds.indexOf("flash-sale");
        })!;
        let cheap = 0;
        for (const { tables } of results) {
          const { columns: at, rows: sold } = tables.sales;
          const offer = season.state.offerNumber[columns.offer[row]!]!;
          // Of 15.99 the sale leaves 9.59, a set of that 3.84, and of the plain price 6.40.
          for (let one = 0; one < sold; one++) {
            const price = at.priceMinor[one]!;
            const isOfIt = at.offer[one] === offer && (price === 959 || price < 500);
            if (isOfIt) cheap += at.units[one]!;
          }
        }
        assert.ok(cheap > 0 && cheap <= capUnits, `${cheap} of ${capUnits}`);
        assert.equal(columns.soldUnits[row], cheap);
      }),
      { numRuns: 3 },
    );
  });

  test("what a bundle changes is explained to the last unit, by the price", () => {
    const { season, work, store } = trading({ decisions: [] });
    const day = startsOn + 3;
    const state = copyState(season.state, ordinaryMemory);
    const before = observeDay({ ...season, state }, [], work);
    const log = entriesOf(store, day + 1, [run({ from: day + 1, to: day + 1 })], 60);
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
    assert.ok(figures.sales.parts.price > 0, `${figures.sales.parts.price}`);
    assert.equal(figures.orders.parts.price, 0, "nobody comes because of a bundle");
  });

  test("a listing that sets empty has left the pages of an expected day", () => {
    const { season, work, store } = trading({ decisions: [] });
    const day = startsOn + 3;
    const log = entriesOf(store, day, [run({ from: day, to: day, depthBp: 9_000 })], 60);
    const row = season.state.skuOf.findIndex(
      (product, at) =>
        season.state.storeOf[at] === store && season.world.source.products[product]!.sku === other,
    );
    const pool = row * (season.world.sizes.markets + 1);
    const expected = (units: number) => {
      const state = copyState(season.state, ordinaryMemory);
      state.stock[pool] = Math.min(units, state.stock[pool]!);
      const seen = observeDay({ ...season, state }, log, work);
      const blend = beginBlend(season, seen, seen, store);
      const sales = expectedDay(newWhyBench(season.world, season.seed), blend, "all");
      const at = sales.listings.ownOf[row]! * season.world.sizes.markets;
      return { clicks: sales.clicks[at]!, units: sales.units[at]! };
    };
    const whole = expected(2_000);
    const { sliceShares } = season.world;
    // A slice sells about its share of the day, advertised goods less of it at first: 6 units would
    // end within that difference of half a unit.
    for (const units of [4, 5, 8]) {
      // The slices that begin while own buyers and sets have left half a unit at least.
      let [until, sold] = [0, 0];
      for (const share of sliceShares) {
        if (units - sold >= 0.5) until += share;
        sold += share * whole.units;
      }
      const shown = expected(units).clicks / whole.clicks;
      assert.ok(Math.abs(shown - until) < 1e-9, `${units}: ${shown}, not ${until}`);
    }
  });

  test("what it is said to bring is what it brings on average", () => {
    const { season, work, store } = trading({ decisions: [] });
    let [said, made] = [0, 0];
    const day = startsOn + 3;
    for (let seed = 0; seed < 24; seed++) {
      const state = copyState(season.state, ordinaryMemory);
      const log = entriesOf(store, day, [run({ from: day, to: day })], 60);
      const luck = { ...season, state, seed: { k0: seed + 1, k1: 77 } };
      const { tables } = closeDay(luck, log, work, { into: state });
      const { promotions, sales } = tables;
      assert.equal(promotions.rows, 2);
      const { expectedMilli, usualMilli } = promotions.columns;
      said += sum(2, (row) => expectedMilli[row]! - usualMilli[row]!) / 1_000;
      made += sum(sales.rows, (row) =>
        sales.columns.setNumber[row]! < 0 ? sales.columns.units[row]! : 0,
      );
    }
    assert.ok(made > 60, `${made} came along`);
    assert.ok(Math.abs(made - said) < 4 * Math.sqrt(said), `${made} came along, ${said} were said`);
  });

  test("a bundle is accepted, warned about or refused with its reason", () => {
    const { season, store } = trading({ decisions: [run({ to: startsOn + 9 })] });
    const later = { from: startsOn + 12, to: startsOn + 14 };
    const rule = (change: Partial<Run>, promotion: PromotionKind = "bundle") => {
      const ruling = checkDecision(season, store, run({ ...later, ...change }, promotion));
      return ruling.kind === "refused"
        ? ruling.code
        : ruling.warnings.map(({ code }) => code).join();
    };
    assert.equal(rule({}), "");
    assert.equal(rule({ depthBp: 9_000 }), "practice/below-landed-cost");
    assert.equal(rule({ others: [] }), "practice/bundle-not-allowed");
    assert.equal(rule({ others: ["S0-0"] }), "practice/bundle-not-allowed");
    const many = [other, "S0-2", "S0-3", "S0-4", "S0-5"];
    assert.equal(rule({ others: many }), "practice/bundle-not-allowed");
    assert.equal(rule({ others: [other] }, "coupon"), "practice/value-not-allowed");
    assert.equal(rule({ others: ["none"] }), "practice/no-such-product");
    assert.equal(rule({ others: ["S0-1"] }), "practice/not-selected");
    const now = { from: startsOn + 3, to: startsOn + 4 };
    assert.equal(rule(now), "practice/promotion-overlap");
    const turned = { ...now, sku: other, others: ["S0-0"] };
    assert.equal(rule(turned), "practice/promotion-overlap");
    assert.equal(rule({ ...now, pieces: 5 }, "group-buy"), "practice/promotion-overlap");
    assert.equal(rule(now, "coupon"), "");
    // It ends at any of its listings, for all of them.
    const end = { kind: "end-promotion", sku: other, market, promotion: "bundle" } as const;
    const ended = trading({ decisions: [run(), end] });
    for (const { tables } of ended.results) assert.equal(tables.promotions.rows, 0);
  });
});
