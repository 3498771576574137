import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { parametersOf } from "../parameters/parameters.ts";
import { dealKeyword, type KeywordDemand } from "./deal-keyword.ts";
import { clickCharge, cutOf, matchOf, seoScore } from "./scores.ts";
import { crowdCount, crowds, type Seller, type SellerLine } from "./seller.ts";

const { parameters: p } = parametersOf([]);
const limits = { entrantsMax: 108 };

const plain: Seller = {
  submitted: 0,
  seoMilli: 20_000,
  bidTicks: 0,
  qualityMilli: 20_000,
  campaign: -1,
  budgetTicks: 0,
  dealPriceMinor: 1000,
  isBrandShop: true,
  reputation: 0,
  promiseDays: 10,
  influence: 0,
  indexMilli: 10_000,
  promotionBp: 0,
  stock: 1000,
};
const sellersOf = (...each: readonly Partial<Seller>[]): readonly Seller[] =>
  each.map((own, submitted) => ({ ...plain, submitted, campaign: submitted, ...own }));
const deal = (sellers: readonly Seller[], units: readonly number[], clicks = 1000) =>
  dealKeyword(p, sellers, { units, clicks }, limits);
const unitsOf = (lines: readonly SellerLine[], crowd: number) =>
  lines.map((line) => line.crowds[crowd]!.units);

suite("the published scores", () => {
  test("SEO score is relevance × match × 0.4 + product performance × 0.06", () => {
    // [relevance, match, performance, points]
    const cases = [
      [100, "exact", 0, 40],
      [100, "exact", 100, 46],
      [100, "high", 50, 27],
      [90, "partial", 10, 11.4],
      [100, "none", 100, 0],
    ] as const;
    for (const [relevance, match, performance, points] of cases) {
      assert.equal(seoScore(p, relevance, match, performance), Math.round(points * 1000));
    }
  });

  test("a listing that holds more of a search never matches it worse", () => {
    const order = ["none", "partial", "high", "exact"];
    for (let found = 1; found <= 255; found++) {
      assert.ok(order.indexOf(matchOf(p, found)) >= order.indexOf(matchOf(p, found - 1)));
    }
    assert.equal(matchOf(p, 255), "exact");
    assert.equal(matchOf(p, 0), "none");
  });

  test("a click costs next bid × next quality / own quality + 0.01, at most the own bid", () => {
    // [own bid, own quality, next bid, next quality, charge]; ticks of 0.0001 USD
    const cases = [
      [5000, 40_000, 4000, 20_000, 2100],
      [5000, 20_000, 4000, 20_000, 4100],
      [4050, 20_000, 4000, 20_000, 4050],
      [3000, 40_000, 5000, 10_000, 1350],
      [1000, 30_000, 999, 10_000, 433],
    ] as const;
    for (const [bid, quality, nextBid, nextQuality, charge] of cases) {
      const own = { bidTicks: bid, qualityMilli: quality };
      const next = { bidTicks: nextBid, qualityMilli: nextQuality };
      assert.equal(clickCharge(p, own, next), charge);
    }
    assert.equal(clickCharge(p, { bidTicks: 5000, qualityMilli: 1000 }, undefined), 100);
    assert.equal(clickCharge(p, { bidTicks: 60, qualityMilli: 1000 }, undefined), 60);
  });

  test("the cuts are rounded up", () => {
    // [count, top 40 %, top 30 %]
    const cases = [
      [0, 0, 0],
      [1, 1, 1],
      [2, 1, 1],
      [3, 2, 1],
      [4, 2, 2],
      [5, 2, 2],
      [6, 3, 2],
      [10, 4, 3],
      [11, 5, 4],
      [40, 16, 12],
    ] as const;
    for (const [count, seo, sem] of cases) {
      assert.equal(cutOf(count, p["sandbox.cut.seo"]), seo, `40 % of ${count}`);
      assert.equal(cutOf(count, p["sandbox.cut.sem"]), sem, `30 % of ${count}`);
    }
  });
});

suite("a deal worked by hand", () => {
  test("the first two of five by score enter, and an advertiser whom the score left out", () => {
    const lines = deal(
      sellersOf(
        { seoMilli: 30_000, dealPriceMinor: 1200 },
        { seoMilli: 40_000, dealPriceMinor: 1300 },
        {
          seoMilli: 10_000,
          qualityMilli: 10_000,
          dealPriceMinor: 900,
          bidTicks: 2000,
          budgetTicks: 10_000,
        },
        { seoMilli: 0 },
        { seoMilli: 30_000, dealPriceMinor: 800 },
        { seoMilli: 20_000 },
      ),
      [0, 7, 0, 0],
    );
    assert.deepEqual(
      lines.map(({ seoPlace }) => seoPlace),
      [2, 1, 5, 0, 3, 4],
    );
    assert.deepEqual(
      lines.map(({ isInBySeo }) => isInBySeo),
      [true, true, false, false, false, false],
    );
    assert.deepEqual(
      lines.map(({ isInByAd }) => isInByAd),
      [false, false, true, false, false, false],
    );
    // The advertiser is the cheapest of those who entered; its click costs 0.01 USD.
    assert.equal(lines[2]!.chargeTicks, 100);
    assert.deepEqual(unitsOf(lines, 1), [0, 0, 7, 0, 0, 0]);
    assert.equal(lines[4]!.crowds[1]!.fate, "notIn");
    assert.equal(lines[0]!.crowds[1]!.fate, "taken");
  });

  test("each crowd buys by its own rule, brand first", () => {
    const lines = deal(
      sellersOf(
        { influence: 10, dealPriceMinor: 1500, stock: 5 },
        { influence: 20, isBrandShop: false, dealPriceMinor: 1400, indexMilli: 90_000 },
        { dealPriceMinor: 1300, promotionBp: 500 },
        { dealPriceMinor: 1200, promotionBp: 1000, stock: 12 },
        ...Array.from({ length: 6 }, () => ({ seoMilli: 1 })),
      ),
      [6, 8, 3, 5],
    );
    assert.deepEqual(unitsOf(lines, 0).slice(0, 4), [5, 0, 0, 0]);
    assert.deepEqual(unitsOf(lines, 1).slice(0, 4), [0, 0, 0, 8]);
    assert.deepEqual(unitsOf(lines, 2).slice(0, 4), [0, 3, 0, 0]);
    assert.deepEqual(unitsOf(lines, 3).slice(0, 4), [0, 0, 1, 4]);
    assert.deepEqual(
      lines.slice(0, 4).map((line) => line.crowds.map(({ fate }) => fate)),
      [
        ["stock", "taken", "taken", "notWanted"],
        ["notWanted", "taken", "served", "notWanted"],
        ["notWanted", "taken", "taken", "served"],
        ["notWanted", "served", "taken", "stock"],
      ],
    );
  });

  test("the brand crowd asks for promotion, good repute and quick sending", () => {
    const lines = deal(
      sellersOf(
        { influence: 0 },
        { influence: 9, reputation: -1 },
        { influence: 9, promiseDays: p["sandbox.brand.days"] + 1 },
        { influence: 1 },
        ...Array.from({ length: 6 }, () => ({ seoMilli: 1 })),
      ),
      [4, 0, 0, 0],
    );
    assert.deepEqual(unitsOf(lines, 0).slice(0, 4), [0, 0, 0, 4]);
  });

  test("who came in by an advertisement alone sells what its budget pays clicks for", () => {
    const quality = { qualityMilli: 10_000, seoMilli: 0 };
    const lines = deal(
      sellersOf(
        { ...quality, bidTicks: 1000, budgetTicks: 1350, dealPriceMinor: 1 },
        {},
        { ...quality, bidTicks: 500, budgetTicks: 10_000 },
      ),
      [0, 9, 0, 0],
    );
    // Its click costs 500 + 100 ticks: two are paid.
    assert.equal(lines[0]!.chargeTicks, 600);
    assert.deepEqual(unitsOf(lines, 1).slice(0, 2), [2, 7]);
    assert.equal(lines[0]!.crowds[1]!.fate, "budget");
    assert.equal(lines[0]!.paidClicks, 2);
  });

  test("two products of one campaign share its budget", () => {
    const own = { qualityMilli: 10_000, seoMilli: 0, campaign: 7, budgetTicks: 3000 };
    const lines = deal(
      sellersOf(
        { ...own, bidTicks: 1000, dealPriceMinor: 1 },
        { ...own, bidTicks: 900, dealPriceMinor: 2 },
        ...Array.from({ length: 5 }, () => ({ bidTicks: 100, budgetTicks: 100, stock: 0 })),
      ),
      [0, 9, 0, 0],
    );
    // 3000 ticks pay three clicks of the cheaper product's 1000; nothing is left for the other.
    assert.equal(lines[0]!.chargeTicks, 1000);
    assert.ok(lines[1]!.isInByAd && lines[1]!.chargeTicks > 0);
    assert.deepEqual(unitsOf(lines, 1).slice(0, 2), [3, 0]);
    assert.equal(lines[1]!.crowds[1]!.fate, "budget");
    assert.equal(lines[1]!.paidClicks, 0);
  });
});

const seller = fc.record({
  seoMilli: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 46_000 })),
  bidTicks: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 20_000 })),
  qualityMilli: fc.integer({ min: 1000, max: 46_000 }),
  budgetTicks: fc.integer({ min: 0, max: 200_000 }),
  dealPriceMinor: fc.integer({ min: 1, max: 60 }),
  isBrandShop: fc.boolean(),
  reputation: fc.integer({ min: -2, max: 5 }),
  promiseDays: fc.integer({ min: 1, max: 30 }),
  influence: fc.integer({ min: 0, max: 4 }),
  indexMilli: fc.integer({ min: 0, max: 9 }),
  promotionBp: fc.constantFrom(0, 0, 500, 1000),
  stock: fc.integer({ min: 0, max: 60 }),
});
const many = fc
  .array(seller, { maxLength: 14 })
  .map((each) => each.map((own, submitted) => ({ ...own, submitted, campaign: submitted })));
const demand = fc
  .array(fc.integer({ min: 0, max: 40 }), { minLength: crowdCount, maxLength: crowdCount })
  .map((units): KeywordDemand => ({
    units,
    clicks: 3 * units.reduce((sum, one) => sum + one, 0) + 7,
  }));
const dealt = (sellers: readonly Seller[], wanted: KeywordDemand) =>
  dealKeyword(p, sellers, wanted, limits);

suite("laws of the deal", () => {
  test("nobody sells above stock or budget, and no crowd takes more than it wants", () => {
    fc.assert(
      fc.property(many, demand, (sellers, wanted) => {
        const lines = dealt(sellers, wanted);
        lines.forEach((line, at) => {
          const { stock, budgetTicks, bidTicks } = sellers[at]!;
          assert.ok(line.units <= stock);
          assert.ok(line.paidClicks * line.chargeTicks <= budgetTicks);
          assert.ok(line.chargeTicks <= bidTicks);
          assert.equal(
            line.units,
            line.crowds.reduce((sum, one) => sum + one.units, 0),
          );
          assert.ok(line.units <= line.freeClicks + line.paidClicks);
        });
        for (const [crowd] of crowds.entries()) {
          const taken = unitsOf(lines, crowd).reduce((sum, units) => sum + units, 0);
          assert.ok(taken <= wanted.units[crowd]!);
        }
        const clicks = lines.reduce((sum, one) => sum + one.freeClicks + one.paidClicks, 0);
        assert.ok(clicks <= wanted.clicks);
      }),
    );
  });

  test("products of one campaign cost no more than its budget and sell what it pays for", () => {
    fc.assert(
      fc.property(many, demand, fc.integer({ min: 1, max: 3 }), (each, wanted, campaigns) => {
        const sellers = each.map((one) => {
          const campaign = one.submitted % campaigns;
          return { ...one, campaign, budgetTicks: each[campaign]!.budgetTicks };
        });
        const lines = dealt(sellers, wanted);
        const costs = new Map<number, number>();
        lines.forEach(({ units, paidClicks, freeClicks, isInBySeo, chargeTicks }, at) => {
          const { campaign } = sellers[at]!;
          costs.set(campaign, (costs.get(campaign) ?? 0) + paidClicks * chargeTicks);
          assert.ok(units <= (isInBySeo ? freeClicks : paidClicks));
        });
        for (const [campaign, cost] of costs) assert.ok(cost <= each[campaign]!.budgetTicks);
      }),
    );
  });

  test("a crowd leaves nothing that somebody it buys from could still give", () => {
    fc.assert(
      fc.property(many, demand, (sellers, wanted) => {
        const free = sellers.map((one) => ({ ...one, bidTicks: 0 }));
        const lines = dealt(free, wanted);
        for (const [crowd] of crowds.entries()) {
          const taken = unitsOf(lines, crowd).reduce((sum, units) => sum + units, 0);
          if (taken === wanted.units[crowd]!) continue;
          lines.forEach((line, at) => {
            if (line.crowds[crowd]!.place === 0) return;
            const before = line.crowds.slice(0, crowd + 1).reduce((sum, one) => sum + one.units, 0);
            assert.equal(before, free[at]!.stock);
          });
        }
      }),
    );
  });

  test("the order in which sellers are listed changes nothing", () => {
    fc.assert(
      fc.property(many, demand, fc.func(fc.integer()), (sellers, wanted, keyOf) => {
        const shuffled = sellers.toSorted((a, b) => keyOf(a.submitted) - keyOf(b.submitted));
        const byOrder = new Map(
          shuffled.map((one, at) => [one.submitted, dealt(shuffled, wanted)[at]!]),
        );
        const lines = dealt(sellers, wanted);
        sellers.forEach((one, at) => assert.deepEqual(byOrder.get(one.submitted), lines[at]));
      }),
      { numRuns: 40 },
    );
  });

  test("who was submitted later changes nothing where nobody ties", () => {
    fc.assert(
      fc.property(many, demand, (sellers, wanted) => {
        const apart = sellers.map((one, at) => ({
          ...one,
          seoMilli: one.seoMilli === 0 ? 0 : 20 * one.seoMilli + at,
          qualityMilli: 1,
          bidTicks: one.bidTicks === 0 ? 0 : 20 * one.bidTicks + at,
          dealPriceMinor: 20 * one.dealPriceMinor + at,
          influence: one.influence === 0 ? 0 : 20 * one.influence + at,
          indexMilli: 20 * one.indexMilli + at,
          promotionBp: one.promotionBp === 0 ? 0 : 20 * one.promotionBp + at,
        }));
        const swapped = apart.map((one) => ({ ...one, submitted: apart.length - one.submitted }));
        assert.deepEqual(dealt(swapped, wanted), dealt(apart, wanted));
      }),
    );
  });

  test("of equal sellers the one submitted earlier is served first", () => {
    const twins = sellersOf({ submitted: 8, stock: 3 }, { submitted: 5, stock: 3 });
    const lines = deal([...twins, { ...plain, submitted: 9 }], [0, 4, 0, 0]);
    assert.deepEqual(
      lines.map(({ seoPlace }) => seoPlace),
      [2, 1, 3],
    );
    assert.deepEqual(unitsOf(lines, 1), [1, 3, 0]);
  });

  test("a seller who improves the SEO score never loses its place in the cut", () => {
    fc.assert(
      fc.property(
        many,
        demand,
        fc.nat(),
        fc.integer({ min: 1, max: 20_000 }),
        (each, wanted, pick, more) => {
          const matching = each.filter(({ seoMilli }) => seoMilli > 0);
          if (matching.length === 0) return;
          const at = pick % matching.length;
          const better = matching.map((one, i) =>
            i === at ? { ...one, seoMilli: one.seoMilli + more } : one,
          );
          const [before, after] = [dealt(matching, wanted)[at]!, dealt(better, wanted)[at]!];
          assert.ok(after.seoPlace <= before.seoPlace);
          assert.ok(!before.isInBySeo || after.isInBySeo);
        },
      ),
    );
  });

  test("no tie is left to chance: two sellers of one place are refused", () => {
    assert.throws(() => deal(sellersOf({}, { submitted: 0 }), [1, 0, 0, 0]), RangeError);
  });
});
