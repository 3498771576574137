import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { classGrade, type GradePart, gradeTenthsMax } from "./class-grade.ts";

const tenths = fc.integer({ min: 0, max: gradeTenthsMax });
const part = fc.record({
  weight: fc.integer({ min: 0, max: 100 }),
  tenths: fc.option(tenths, { nil: null }),
  isHeld: fc.boolean(),
});
const parts = fc.array(part, { minLength: 1, maxLength: 11 });
const factor = fc.option(fc.integer({ min: 800, max: 1_100 }), { nil: null });

const held = (weight: number, value: number | null): GradePart => ({
  weight,
  tenths: value,
  isHeld: true,
});

test("forty, twenty-five, twenty and fifteen percent of four parts, and a factor of 1.1", () => {
  const four = [held(40, 800), held(25, 900), held(20, 700), held(15, 600)];
  // 320 + 225 + 140 + 90 = 775.
  assert.equal(classGrade(four), 775);
  // 852.5 is rounded half up.
  assert.equal(classGrade(four, 1_100), 853);
  assert.equal(classGrade(four, 800), 620);
});

test("a grade lies between nothing and the full hundred", () => {
  fc.assert(
    fc.property(parts, factor, (some, milli) => {
      const grade = classGrade(some, milli);
      assert.ok(grade === null || (Number.isInteger(grade) && grade >= 0));
      assert.ok((grade ?? 0) <= gradeTenthsMax);
      assert.equal(
        grade === null,
        some.every(({ weight, isHeld }) => !isHeld || weight === 0),
      );
    }),
  );
});

test("more in one part is never less in all", () => {
  fc.assert(
    fc.property(parts, factor, fc.nat(), tenths, (some, milli, at, more) => {
      const place = at % some.length;
      const better = some.with(place, {
        ...some[place]!,
        tenths: Math.max(some[place]!.tenths ?? 0, more),
      });
      assert.ok((classGrade(better, milli) ?? 0) >= (classGrade(some, milli) ?? 0));
    }),
  );
});

test("who has the same everywhere has it in all, whatever the weights", () => {
  fc.assert(
    fc.property(parts, tenths, (some, same) => {
      const even = some.map((one) => ({ ...one, tenths: same }));
      assert.ok([null, same].includes(classGrade(even)));
    }),
  );
});

test("a part that nobody has changes nothing, one that others have costs who lacks it", () => {
  const two = [held(60, 900), held(40, 500)];
  assert.equal(classGrade([...two, { weight: 50, tenths: null, isHeld: false }]), classGrade(two));
  assert.equal(classGrade([held(50, 900), held(50, null)]), 450);
});

test("weights in proportion and parts in another order give the same", () => {
  fc.assert(
    fc.property(parts, factor, fc.integer({ min: 2, max: 9 }), (some, milli, times) => {
      const heavier = some.map((one) => ({ ...one, weight: one.weight * times })).toReversed();
      assert.equal(classGrade(heavier, milli), classGrade(some, milli));
    }),
  );
});
