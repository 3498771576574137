import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { courseFolders, readCourse } from "./course-catalog.ts";

suite("the courses that ship", () => {
  for (const folder of courseFolders())
    test(`${folder.split("/").at(-1)} has no fault`, () => {
      const told = readCourse(folder).findings.map(
        ({ code, path, facts }) => `${code} ${path} ${JSON.stringify(facts)}`,
      );
      assert.deepEqual(told, []);
    });
});
