import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { inOrderOfNeed, type Module } from "./module.ts";

const module = (name: string, ...needs: string[]): Module => ({ name, needs });
const names = (modules: readonly Module[]) => inOrderOfNeed(modules).map(({ name }) => name);

suite("modules", () => {
  test("come after those they need", () => {
    const practice = module("practice", "teaching", "identity");
    assert.deepEqual(names([practice, module("teaching", "identity"), module("identity")]), [
      "identity",
      "teaching",
      "practice",
    ]);
  });

  test("must not need each other, nor one that is not there", () => {
    assert.throws(() => names([module("a", "b"), module("b", "a")]), /a > b > a/);
    assert.throws(() => names([module("a", "b")]), /a needs b/);
  });
});
