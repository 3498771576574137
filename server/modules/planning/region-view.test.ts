import assert from "node:assert/strict";
import { test } from "node:test";
import { planningRegions } from "@echelon/atlas/planning-regions.ts";
import { loadFramework } from "@echelon/courses/competency-framework.ts";
import { regionView } from "./region-view.ts";

const { framework } = loadFramework();

test("families of every region hold each role of the framework once", () => {
  for (const { families, defaults } of planningRegions()) {
    const roles = families.flatMap(({ roles: of }) => of);
    assert.deepEqual(roles.toSorted(), framework.roles.map(({ id }) => id).toSorted());
    assert.deepEqual(
      Object.keys(defaults.attritionPpm).toSorted(),
      framework.echelons.map(({ id }) => id).toSorted(),
    );
  }
});

test("a cell is named in both languages", () => {
  const { cities, families, roles, echelons } = regionView();
  assert.deepEqual([cities.length, families.length, roles.length, echelons.length], [11, 4, 8, 3]);
  for (const { name } of [...cities, ...families, ...roles, ...echelons])
    assert.ok(name.zh !== "" && name.en !== "");
});
