import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { suite, test } from "node:test";
import { seatPlanLimits } from "@echelon/kernel/planning/seat-plan/problem.ts";
import { z } from "zod";
import { seatPlanFormats } from "./seat-plan.ts";
import {
  citiesMax,
  decisionHalfYearsMax,
  echelonsMax,
  familiesMax,
  programmesMax,
  scenariosMax,
  schoolsMax,
  stockHalfYearsMax,
} from "./seat-plan-limits.ts";

const folder = new URL("../../docs/reference/formats/", import.meta.url);

suite("the file formats of seat plans", () => {
  for (const [name, shape] of Object.entries(seatPlanFormats)) {
    test(`${name} stands in the reference as it is read`, () => {
      const file = new URL(`${name}.schema.json`, folder);
      const schema = `${JSON.stringify(z.toJSONSchema(shape, { io: "input" }), null, 2)}\n`;
      // ECHELON_WRITE_FORMATS=1 writes them anew after a format was changed on purpose.
      if (process.env["ECHELON_WRITE_FORMATS"] === "1") writeFileSync(file, schema);
      assert.equal(readFileSync(file, "utf8"), schema);
    });
  }

  test("have the sizes that plans may have", () => {
    const { columnsMax: _, ...sizes } = seatPlanLimits;
    const people = { citiesMax, familiesMax, echelonsMax };
    const time = { decisionHalfYearsMax, stockHalfYearsMax };
    assert.deepEqual({ ...people, ...time, programmesMax, scenariosMax, schoolsMax }, sizes);
  });
});
