import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { parametersOf } from "../parameters/parameters.ts";
import { exampleSource } from "../examples/example-world.ts";
import { withTastes } from "./deal-makers.ts";
import { syntheticSupplier, type MarketProduct, type WorldSource } from "./scenario.ts";

/** Every other product is made up; no two makers are alike. */
function halfSynthetic(): WorldSource {
  const source = exampleSource({ categories: 3, productsPerCategory: 8 });
  return {
    ...source,
    products: source.products.map((product, at) => ({
      ...product,
      supplier: at % 2 === 0 ? syntheticSupplier : "enterprise",
      leadDays: 5 + at,
      moq: 10 + at,
      defectPpm: 1000 + at,
    })),
  };
}

const makerOf = ({ leadDays, moq, defectPpm }: MarketProduct) => `${leadDays} ${moq} ${defectPpm}`;
const makersIn = (source: WorldSource, category: number) =>
  source.products.filter((product) => product.category === category).map(makerOf);

const keys = fc.record({ k0: fc.nat(), k1: fc.nat() });

test("a season's makers are those of its scenario, each for a product of the same category", () => {
  const plain = halfSynthetic();
  fc.assert(
    fc.property(keys, (key) => {
      const dealt = withTastes(plain, key);
      plain.categories.forEach((_, category) =>
        assert.deepEqual(
          makersIn(dealt, category).toSorted(),
          makersIn(plain, category).toSorted(),
        ),
      );
      dealt.products.forEach((product, at) => {
        const before = plain.products[at]!;
        if (before.supplier !== syntheticSupplier) {
          assert.deepEqual(product, before);
          return;
        }
        const { leadDays, moq, defectPpm, unitCostMinor } = product;
        const ordinaryCostMinor = before.unitCostMinor;
        const maker = { leadDays, moq, defectPpm, unitCostMinor, ordinaryCostMinor };
        assert.deepEqual({ ...before, ...maker }, product);
      });
    }),
  );
});

test("makers hang on the last tastes alone", () => {
  const plain = halfSynthetic();
  fc.assert(
    fc.property(keys, keys, (first, second) => {
      const again = withTastes(withTastes(plain, first), second);
      assert.deepEqual(again, withTastes(plain, second));
    }),
  );
});

test("quick makers ask more than slow ones, within the bounds of the scenario", () => {
  const plain = halfSynthetic();
  const { parameters } = parametersOf(plain.scenario.parameters);
  const least = parameters["maker.quickLeast"];
  const most = parameters["maker.quickMost"];
  const dearness = new Set<number>();
  fc.assert(
    fc.property(keys, (key) => {
      const own = withTastes(plain, key).products.filter(
        ({ ordinaryCostMinor }) => ordinaryCostMinor,
      );
      for (const one of own) {
        const mean = meanOf(own.filter(({ category }) => category === one.category));
        const log = Math.log(one.unitCostMinor / one.ordinaryCostMinor!);
        const sooner = mean - one.leadDays;
        // Half a minor unit of rounding at either end.
        const slack = 0.6 / one.unitCostMinor;
        const [low, high] = [least * sooner, most * sooner].toSorted((a, b) => a - b);
        assert.ok(log >= low! - slack && log <= high! + slack, `${sooner} days for ${log}`);
        if (sooner >= 2) dearness.add(Math.round((100 * log) / sooner));
      }
    }),
  );
  assert.ok(dearness.size > 3, "differs from season to season");
});

const meanOf = (products: readonly MarketProduct[]) =>
  products.reduce((sum, { leadDays }) => sum + leadDays, 0) / products.length;

test("every product has every maker of its category in some season, about equally often", () => {
  const plain = halfSynthetic();
  const seen = new Map<string, number>();
  const deals = 4000;
  for (let k0 = 0; k0 < deals; k0++) {
    const maker = makerOf(withTastes(plain, { k0, k1: 9 }).products[0]!);
    seen.set(maker, (seen.get(maker) ?? 0) + 1);
  }
  assert.equal(seen.size, 4);
  // Five deviations of a binomial of one in four.
  const furthest = 5 * Math.sqrt(deals * 0.25 * 0.75);
  for (const count of seen.values()) assert.ok(Math.abs(count - deals / 4) < furthest, `${count}`);
});
