import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { suite, test } from "node:test";
import { choicesMax as choicesMatched } from "@echelon/kernel/matching/instance.ts";
import { z } from "zod";
import { placementFormats } from "./formats.ts";
import { PlacementInstance } from "./instance.ts";
import { choicesMax } from "./limits.ts";

const folder = new URL("../../docs/reference/formats/", import.meta.url);

suite("the file formats of placement", () => {
  for (const [name, shape] of Object.entries(placementFormats)) {
    test(`${name} stands in the reference as it is read`, () => {
      const file = new URL(`${name}.schema.json`, folder);
      const schema = `${JSON.stringify(z.toJSONSchema(shape, { io: "input" }), null, 2)}\n`;
      // ECHELON_WRITE_FORMATS=1 writes them anew after a format was changed on purpose.
      if (process.env["ECHELON_WRITE_FORMATS"] === "1") writeFileSync(file, schema);
      assert.equal(readFileSync(file, "utf8"), schema);
    });
  }

  test("a list has one bound, here and where rounds are matched", () => {
    assert.equal(choicesMax, choicesMatched);
  });

  test("what is no round is told by its path", () => {
    const places = [{ id: "a", capacity: -1 }];
    const read = PlacementInstance.safeParse({ students: [], places });
    assert.deepEqual(read.error?.issues[0]?.path, ["places", 0, "capacity"]);
  });
});
