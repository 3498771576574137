import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { moved, without } from "./picture-order.ts";

test("a picture that is moved takes none away and leaves the order of the others", () => {
  const places = fc
    .uniqueArray(fc.nat(), { minLength: 1, maxLength: 20 })
    .chain((all) => fc.tuple(fc.constant(all), fc.nat(all.length - 1), fc.nat(all.length - 1)));
  fc.assert(
    fc.property(places, ([all, from, to]) => {
      const next = moved(all, from, to);
      assert.equal(next[to], all[from]);
      assert.deepEqual(without(next, to), without(all, from));
    }),
  );
});
