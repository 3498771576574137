import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { nameOf } from "./shapes.ts";

const Name = nameOf(40);
const invisible = ["\u200b", "\u200e", "\u2060", "\u00ad", "\ufe0f", " ", "\u3000"];

test("whatever invisible marks are put together, they make no name", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...invisible), { maxLength: 40 }), (marks) => {
      assert.equal(Name.safeParse(marks.join("")).success, false);
    }),
  );
});

test("names of all scripts are names, and blanks around them are no part of them", () => {
  for (const name of ["李明轩", "Anna-Lena", "Łukasz", "ｱﾝﾅ", "1"]) {
    assert.equal(Name.parse(` ${name} `), name);
  }
});
