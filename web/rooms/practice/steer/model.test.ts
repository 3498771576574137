import assert from "node:assert/strict";
import { test } from "node:test";
import { parameterRows } from "@echelon/kernel/market/parameters/parameters.ts";
import { moments } from "@echelon/kernel/market/realism/moments.ts";
import en from "../../../text/en/model.ts";
import zh from "../../../text/zh/model.ts";

test("every moment, its unit and every part of the model has a name in both languages", () => {
  for (const { moments: names, units, groups } of [en, zh]) {
    assert.deepEqual(
      Object.keys(names).toSorted(),
      moments.map(({ name }) => name.replaceAll(".", "_")).toSorted(),
    );
    for (const { unit } of moments) if (unit !== "") assert.ok(unit in units, unit);
    for (const { name } of parameterRows) {
      const group = name.split(".")[0]!;
      assert.ok(group in groups, group);
    }
  }
});
