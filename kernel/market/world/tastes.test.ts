import { test } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { exampleSource } from "../examples/example-world.ts";
import { parameterRows } from "../parameters/parameters.ts";
import { compileWorld, type World } from "./world.ts";

function dealt(k0: number, changes: { name: string; value: number }[] = []): World {
  const compiled = compileWorld({
    ...exampleSource({ categories: 6, parameters: changes }),
    tastes: { k0, k1: 1 },
  });
  assert.ok(compiled.ok);
  return compiled.value;
}

const plain = () => {
  const compiled = compileWorld(exampleSource({ categories: 6 }));
  assert.ok(compiled.ok);
  return compiled.value;
};

const total = (world: World) => world.visits.reduce((sum, one) => sum + one, 0);

test("worlds of one scenario differ by their key, and one key gives one world", () => {
  const [first, again, other] = [dealt(1), dealt(1), dealt(2)];
  assert.deepEqual(first.parameters, again.parameters);
  assert.deepEqual(first.visits, again.visits);
  for (const column of ["visits", "priceWeight", "segmentShare"] as const) {
    assert.notDeepEqual(first[column], other[column], column);
  }
  assert.notEqual(first.parameters["utility.content"], other.parameters["utility.content"]);
});

test("tastes move traffic between categories and bring none", () => {
  fc.assert(
    fc.property(fc.nat(), (k0) => {
      assert.ok(Math.abs(total(dealt(k0)) - total(plain())) < 1e-6);
    }),
    { numRuns: 20 },
  );
});

test("no parameter leaves its bounds, and none strays beyond what its row of taste allows", () => {
  const before = plain().parameters;
  fc.assert(
    fc.property(fc.nat(), (k0) => {
      const { parameters } = dealt(k0);
      for (const { name, lo, hi } of parameterRows) {
        assert.ok(parameters[name] >= lo && parameters[name] <= hi, name);
      }
      const most = before["taste.furthest"] * before["taste.priceSd"] + 1e-9;
      const moved = Math.log(parameters["segment.price.premium"] / before["segment.price.premium"]);
      assert.ok(Math.abs(moved) <= most, `${moved}`);
      assert.ok(Number.isInteger(parameters["auction.reserveTicks"]));
    }),
    { numRuns: 20 },
  );
});

test("a scenario that allows no variation has none, but for whom its markets are made of", () => {
  const none = parameterRows
    .filter(({ name }) => /^taste\..*Sd$/.test(name))
    .map(({ name }) => ({ name, value: 0 }));
  const still = dealt(9, none);
  assert.equal(still.parameters["rank.price"], plain().parameters["rank.price"]);
  assert.deepEqual(still.visits, plain().visits);
  assert.notDeepEqual(still.segmentShare, plain().segmentShare);
});
