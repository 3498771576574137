import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { fitPermille, notAcceptable, priorityOf } from "./priority.ts";

const plain = { enterprisePermille: null, policyPermille: 0, isRefused: false, floorPermille: 0 };

suite("how much a place wants somebody", () => {
  test("fit is the weighted share of what is asked, and more than enough counts as enough", () => {
    const asked = [
      { weight: 3, mastery: 0.4, cut: 0.8 },
      { weight: 1, mastery: 0.95, cut: 0.8 },
    ];
    assert.equal(fitPermille(asked), 625);
    assert.equal(fitPermille([]), 1000);
    assert.equal(fitPermille([{ weight: 1, mastery: -0.1, cut: 0.8 }]), 0);
  });

  test("600 of fit, 300 of the enterprise, 100 of policy, from 0 to 1,000", () => {
    const one = { ...plain, fitPermille: 500, enterprisePermille: 900, policyPermille: 1000 };
    assert.equal(priorityOf(one), 300 + 270 + 100);
    assert.equal(priorityOf({ ...one, fitPermille: 1000, enterprisePermille: 1000 }), 1000);
    assert.equal(priorityOf({ ...plain, fitPermille: 0 }), 0);
  });

  test("where the enterprise says nothing, fit stands in for it", () => {
    assert.equal(priorityOf({ ...plain, fitPermille: 700 }), 630);
  });

  test("below the floor, or refused, nobody is acceptable", () => {
    assert.equal(priorityOf({ ...plain, fitPermille: 499, floorPermille: 500 }), notAcceptable);
    assert.equal(priorityOf({ ...plain, fitPermille: 500, floorPermille: 500 }), 450);
    assert.equal(priorityOf({ ...plain, fitPermille: 999, isRefused: true }), notAcceptable);
  });
});
