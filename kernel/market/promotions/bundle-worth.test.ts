/** What a set may add: a price that nobody asks elsewhere sells to nobody. */
import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { closeDay } from "../day.ts";
import { checkDecision, previewDay } from "../decisions/check-decision.ts";
import { bundleAsked } from "../decisions/check-promotion.ts";
import { contextOf } from "../decisions/decision-context.ts";
import type { StoreDecision } from "../decisions/decision.ts";
import { entriesOf, entry, exampleSeason, firstDay } from "../examples/example-season.ts";
import { parametersOf } from "../parameters/parameters.ts";
import { worthOf } from "../reports/score.ts";
import { firstSeat } from "../state/season.ts";
import { setOffer, type BundlePiece } from "./bundle-offers.ts";
import { goingPrice } from "./going-price.ts";

const p = parametersOf([]).parameters;

const piece = (goodsMinor: number, goingMinor: number, priceWeight = 1): BundlePiece => ({
  goodsMinor,
  feeMinor: 0,
  aloneMinor: goodsMinor,
  category: goingMinor % 2,
  goingMinor,
  priceWeight,
});

const chosen = fc.integer({ min: 100, max: 50_000 });
const dear = fc.integer({ min: 1, max: 100_000_000 });
const going = fc.integer({ min: 100, max: 50_000 });
const depth = fc.integer({ min: 0, max: 9_000 });
/** As a season's categories have it: at most 1.5 deviations from the mean. */
const weight = fc.double({ min: 0.62, max: 1.43, noNaN: true });

/** What each buyer of the first piece pays for the set's others beyond it, on average. */
function adds(pieces: readonly BundlePiece[], depthBp: number): number {
  const offer = setOffer(pieces, depthBp, p);
  const paid = offer.reduce((sum, { goodsMinor, feeMinor }) => sum + goodsMinor + feeMinor, 0);
  return offer[0]!.takeShare * (paid - pieces[0]!.aloneMinor);
}

suite("what a set is worth", () => {
  test("a dearer partner is never taken by more", () => {
    fc.assert(
      fc.property(chosen, dear, dear, going, depth, weight, (a, b, c, at, depthBp, w) => {
        const [less, more] = [Math.min(b, c), Math.max(b, c)];
        const share = (price: number) =>
          setOffer([piece(a, at), piece(price, at, w)], depthBp, p)[0]!.takeShare;
        // A minor unit of rounding moves the saving of a few cents.
        const cents = 1 / Math.max(1, less);
        assert.ok(share(more) <= share(less) + cents, `${share(more)} at ${more}`);
      }),
      { numRuns: 2_000 },
    );
  });

  test("what sets add is bounded by what was chosen and by what the others cost elsewhere", () => {
    const others = fc.array(fc.tuple(dear, going, weight), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(chosen, others, depth, (a, of, depthBp) => {
        const pieces = [piece(a, a), ...of.map(([price, at, w]) => piece(price, at, w))];
        const more = adds(pieces, depthBp);
        const most = p["promotion.bundleMost"];
        assert.ok(more <= most * p["promotion.bundleReach"] * a + 1);
        const elsewhere = of.reduce((sum, [, at]) => sum + at, 0);
        const dearest = Math.max(...of.map(([price, at]) => price / at));
        assert.ok(more <= most * elsewhere * Math.max(1, dearest), `${more}`);
        if (dearest > 8) assert.ok(more < 0.001 * a + 1, `${more} at ${dearest}`);
      }),
      { numRuns: 2_000 },
    );
  });

  test("up to the going price an honest set is taken as its saving says", () => {
    fc.assert(
      fc.property(chosen, going, weight, depth, (a, b, w, depthBp) => {
        fc.pre(b <= a);
        const [first] = setOffer([piece(a, a), { ...piece(b, b, w), category: 9 }], depthBp, p);
        const saved = a + b - Math.floor(((a + b) * (10_000 - depthBp) + 5_000) / 10_000);
        const share = p["promotion.bundleLift"] * Math.min(1, saved / b);
        assert.ok(Math.abs(first!.takeShare - Math.min(p["promotion.bundleMost"], share)) < 1e-9);
      }),
    );
  });

  test("goods that nobody else sells are weighed by what the buyer came to spend", () => {
    const [cheap, same] = [piece(50_000, 0), piece(2_000, 0)].map(
      (other) => setOffer([piece(2_000, 2_000), other], 5_000, p)[0]!.takeShare,
    );
    assert.ok(same! > 0.1);
    assert.ok(cheap! < 1e-6);
  });

  test("a partner at a million adds nothing to a store, an honest one does", () => {
    for (const seed of [1, 2]) {
      const plain = season(seed, null, 1_399);
      const honest = season(seed, 3_000, 1_399);
      const pumped = [
        season(seed, 9_000, 100_000_000),
        season(seed, 5_000, 300_000),
        season(seed, 9_000, 30_000),
      ];
      assert.ok(honest.along > 0);
      for (const { along, worth } of pumped) {
        assert.equal(along, 0);
        assert.ok(worth < 1.05 * Math.max(plain.worth, honest.worth), `${worth}`);
      }
    }
  });

  test("what a set would be is told by what others asked at the last close", () => {
    const { season: opened, store, first, run } = begun(1, 1_399);
    const market = opened.world.marketIds[0]!;
    const rival = store + 1;
    const kept = entriesOf(store, 1, first(1_399), 0);
    const at = (entries: Parameters<typeof previewDay>[1]) => {
      const preview = previewDay(opened, [
        entry(opened.world, 0, 0),
        entry(opened.world, 1, 1),
        ...kept,
        ...entries,
      ]);
      const ruling = checkDecision(preview, store, run(3_000, 1));
      assert.equal(ruling.kind, "accepted");
      const row = preview.state.storeOf.findIndex((of) => of === store);
      const context = contextOf(preview);
      return bundleAsked(context, store, { row, market: 0 }, run(3_000, 1));
    };
    const cheap = firstDay(opened.world, "S1-0", 100);
    assert.deepEqual(at(entriesOf(rival, 1, cheap)), at([]));
    assert.equal(market, run(1, 1).market);
  });

  test("who bundles what costs far more than elsewhere is told so", () => {
    const { season: opened, store, first, run } = begun(1, 1_399);
    const codes = (price: number) => {
      const log = [entry(opened.world, 0, 0), ...entriesOf(store, 1, first(price), 1)];
      const ruling = checkDecision(previewDay(opened, log), store, run(1_000, 1));
      return ruling.kind === "accepted" ? ruling.warnings.map(({ code }) => code) : [ruling.code];
    };
    const elsewhere = goingPrice(opened.state, store, 0, 1, 1);
    assert.deepEqual(codes(elsewhere), []);
    // e^0.7 is 2.014.
    assert.deepEqual(codes(2 * elsewhere), []);
    assert.deepEqual(codes(Math.ceil(2.02 * elsewhere)), ["practice/set-piece-dear"]);
    assert.deepEqual(codes(100_000_000), ["practice/set-piece-dear"]);
  });

  test("the store's own prices do not move what its goods are compared with", () => {
    const { season: opened, store, first } = begun(1, 1_399);
    const elsewhere = (price: number) => {
      const log = [entry(opened.world, 0, 0), ...entriesOf(store, 1, first(price))];
      const { state } = previewDay(opened, log);
      return goingPrice(state, store, 0, 1, 1);
    };
    assert.ok(elsewhere(1_399) > 0);
    assert.equal(elsewhere(100_000_000), elsewhere(1_399));
    assert.equal(goingPrice(opened.state, store, 0, 99, 1), 0);
  });
});

type Run = Extract<StoreDecision, { kind: "run-promotion" }>;

/** A season in which a store may sell two products, the second at a price of its own. */
function begun(seed: number, price: number) {
  const modules = { promotions: true };
  const options = { days: 28, bots: 20, stores: 24, visitsPerDay: 20_000, modules };
  const { season: opened, work } = exampleSeason(options, seed);
  const { world } = opened;
  const [a, b] = ["S0-0", "S1-0"] as const;
  const first = (other: number): readonly StoreDecision[] => [
    ...firstDay(world, a, 1_299).map((one): StoreDecision =>
      one.kind === "place-purchase" ? { ...one, units: 1_000 } : one,
    ),
    ...firstDay(world, b, other).flatMap((one): StoreDecision[] => {
      if (one.kind === "select-product") return [{ ...one, place: 1 }];
      if (one.kind === "place-purchase") return [{ ...one, units: 600 }];
      return one.kind === "open-campaign" || one.kind === "set-bid" ? [] : [one];
    }),
  ];
  const run = (depthBp: number, from: number): Run => ({
    kind: "run-promotion",
    sku: a,
    market: world.marketIds[0]!,
    promotion: "bundle",
    depthBp,
    from,
    to: from + 12,
    others: [b],
  });
  return { season: opened, work, store: firstSeat(world), first, run, price };
}

/** Pieces that came along in sets over a week, and what the store is worth then. */
function season(seed: number, depthBp: number | null, price: number) {
  const { season: opened, work, store, first, run } = begun(seed, price);
  let along = 0;
  for (let day = 1; day <= 12; day++) {
    const log =
      day === 1 ? [entry(opened.world, 0, 0), ...entriesOf(store, 1, first(price), 1)] : [];
    if (day === 6 && depthBp !== null) log.push(...entriesOf(store, day, [run(depthBp, 6)], 100));
    const { refused, tables } = closeDay(opened, log, work, { into: opened.state });
    assert.deepEqual(refused, []);
    const { columns, rows } = tables.sales;
    for (let row = 0; row < rows; row++) {
      if (columns.setNumber[row]! < 0) along += columns.units[row]!;
    }
  }
  return { along, worth: worthOf(contextOf(opened), store) };
}
