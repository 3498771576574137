import assert from "node:assert/strict";
import { suite, test } from "node:test";
import fc from "fast-check";
import { ordinaryMemory } from "../examples/example-season.ts";
import { exampleSource, type ExampleOptions } from "../examples/example-world.ts";
import { digestState } from "../state/digest.ts";
import { compileWorld } from "../world/world.ts";
import { counted, type Moment } from "./moment.ts";
import { moments } from "./moments.ts";
import { judge, measureAll, type Reading } from "./scorecard.ts";
import { openSubject, ordinarySource, type Subject } from "./subject.ts";
import { dealSets, meanOf, setCount } from "./treated-sets.ts";

const seed = { k0: 42, k1: 7 };

/** Small, and yet every moment can be measured on it. */
function smallSubject(options: ExampleOptions = {}): Subject {
  const source = ordinarySource(
    exampleSource({
      markets: 2,
      categories: 2,
      stores: 100,
      bots: 100,
      offersPerStore: 6,
      visitsPerDay: 40_000,
      productsPerCategory: 8,
      burnInDays: 14,
      ...options,
    }),
  );
  const compiled = compileWorld(source);
  assert.ok(compiled.ok);
  return openSubject(compiled.value, seed, ordinaryMemory);
}

const momentOf = (name: string): Moment => moments.find((moment) => moment.name === name)!;
const valueOf = (subject: Subject, name: string) => momentOf(name).measure(subject).value;

suite("the realism scorecard", () => {
  // Long enough for reviews to have come in.
  const subject = smallSubject({ burnInDays: 28 });

  test("every moment can be measured, and those of treated sets with their error", () => {
    const before = digestState(subject.season.state);
    const readings = measureAll(subject, moments);
    for (const { moment, value } of readings) assert.ok(Number.isFinite(value), moment);
    const withError = readings.filter(({ standardError }) => standardError !== null);
    assert.deepEqual(
      withError.map(({ moment }) => moment),
      [
        "price.firstDay.up",
        "price.firstDay.down",
        "price.twoWeeks.up",
        "price.twoWeeks.down",
        "ads.elasticity.up",
        "ads.elasticity.down",
        "ads.salesLostWhenOff",
        "delivery.gainADay",
        "reviews.valence",
        "reviews.volume",
        "reviews.gainAStar",
      ],
    );
    for (const { standardError } of withError) assert.ok(standardError! > 0);
    assert.equal(digestState(subject.season.state), before, "measuring changes the season");
  });

  test("a clone that nobody treated sells what the untreated one sold", () => {
    const { trial, untreated } = subject.laboratory();
    assert.deepEqual(
      trial(3, () => undefined),
      untreated(3),
    );
  });

  test("without luck in ranking the winners take all", () => {
    // Why: the lottery is what keeps newcomers in the market; with a sort most offers sell nothing.
    const sorted = smallSubject({ parameters: [{ name: "rank.noise", value: 0 }] });
    const [fair, hard] = [subject, sorted].map((one) => valueOf(one, "concentration.topFifth"));
    assert.ok(hard! > fair! + 3, `${hard} against ${fair}`);
  });

  test("a large weight of price in ranking counts price twice", () => {
    // The same burn-in for both: it moves an elasticity as much.
    const weights = [0.2, 1].map((value) => ({ name: "rank.price", value }));
    const [once, double] = weights.map((weight) =>
      valueOf(smallSubject({ parameters: [weight] }), "price.firstDay.up"),
    );
    assert.ok(double! < once! - 0.3, `${double} against ${once}`);
  });

  test("shoppers who all read to the end click the tenth place as often as the first", () => {
    const parameters = [0, 1, 2, 3, 4].map((at) => ({
      name: `depth.share.${at}`,
      value: at === 4 ? 1 : 0,
    }));
    const patient = smallSubject({ parameters });
    const moment = momentOf("shopping.firstToTenthPlace");
    const readings = measureAll(patient, [moment]);
    const verdict = judge([moment], [{ seed: 42, readings }]);
    assert.equal(verdict.moments[0]!.readings[0]!.isIn, false);
  });
});

suite("the verdict", () => {
  const rows = (count: number, isHard: (at: number) => boolean): readonly Moment[] =>
    Array.from({ length: count }, (_, at) => ({
      name: `m${at}`,
      unit: "",
      lo: 1,
      hi: 2,
      isHard: isHard(at),
      source: "our choice",
      verified: false,
      measure: () => counted(1.5),
    }));
  const read = (values: readonly number[]): readonly Reading[] =>
    values.map((value, at) => ({ moment: `m${at}`, ...counted(value) }));

  test("a hard moment out of its band fails, whatever the others say", () => {
    const moments20 = rows(20, (at) => at === 0);
    const good = Array.from({ length: 20 }, () => 1.5);
    const pass = judge(moments20, [{ seed: 1, readings: read(good) }]);
    assert.deepEqual([pass.passes, pass.share, pass.hardOut], [true, 1, []]);
    const bad = judge(moments20, [{ seed: 1, readings: read(good.with(0, 2.1)) }]);
    assert.deepEqual([bad.passes, bad.share, bad.hardOut], [false, 0.95, ["m0"]]);
  });

  test("fewer than nine tenths in their bands fail without any hard one", () => {
    const ten = rows(10, () => false);
    const values = Array.from({ length: 10 }, () => 1.5);
    const one = judge(ten, [{ seed: 1, readings: read(values.with(3, 9)) }]);
    assert.equal(one.passes, true);
    const two = judge(ten, [{ seed: 1, readings: read(values.with(3, 9).with(4, 9)) }]);
    assert.equal(two.passes, false);
  });

  test("no figure lies in an impossible band, and what is no figure in none", () => {
    const [moment] = rows(1, () => true);
    const impossible = { ...moment!, lo: 2, hi: 1 };
    for (const value of [1, 1.5, 2]) {
      assert.equal(judge([impossible], [{ seed: 1, readings: read([value]) }]).passes, false);
    }
    assert.equal(judge([moment!], [{ seed: 1, readings: read([Number.NaN]) }]).passes, false);
  });

  test("bands are intervals with a source, and names are unique", () => {
    assert.equal(new Set(moments.map(({ name }) => name)).size, moments.length);
    for (const { name, lo, hi, source } of moments) assert.ok(lo < hi && source !== "", name);
    assert.equal(moments.filter(({ isHard }) => isHard).length, 6);
  });
});

test("treated sets are disjoint, equally large and random", () => {
  fc.assert(
    fc.property(fc.integer({ min: 20, max: 400 }), fc.integer({ min: 10, max: 20 }), (n, parts) => {
      const sets = dealSets(n, parts, 1, seed);
      assert.equal(sets.length, setCount);
      const all = sets.flat();
      assert.equal(new Set(all).size, all.length);
      assert.ok(sets.every((set) => set.length === Math.floor(n / parts)));
      assert.ok(all.every((item) => item >= 0 && item < n));
    }),
  );
  const other = dealSets(400, 20, 2, seed);
  assert.notDeepEqual(dealSets(400, 20, 1, seed), other);
});

test("a mean of equal effects has no error", () => {
  assert.deepEqual(meanOf([2, 2, 2]), { value: 2, standardError: 0 });
  const { value, standardError } = meanOf([1, 2, 3]);
  assert.deepEqual([value, standardError], [2, Math.sqrt(2 / 2 / 3)]);
});
