import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { planningRegions } from "../planning-regions.ts";

describe("every region of the atlas", () => {
  for (const region of planningRegions()) {
    test(`${region.id}: each of its cities lies in it and has its own name`, () => {
      for (const { code } of region.cities) {
        assert.equal(code.slice(0, 2), region.code.slice(0, 2));
        assert.match(code, /^\d{4}00$/);
      }
    });
  }

  test("Zhejiang is there with its eleven cities", () => {
    const zhejiang = planningRegions().find(({ id }) => id === "zhejiang");
    assert.equal(zhejiang?.cities.length, 11);
    assert.equal(zhejiang?.cities.flatMap(({ towns }) => towns).length, 20);
  });
});
