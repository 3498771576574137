import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { Id } from "@echelon/contract/platform/shapes.ts";
import { countingIds, uuidv7 } from "./ids.ts";

suite("ids", () => {
  test("are UUIDs of version 7 that tell their millisecond", () => {
    const id = uuidv7(0x0192_3456_789a);
    assert.match(id, /^01923456-789a-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.equal(Id.safeParse(id).success, true);
    assert.notEqual(uuidv7(5), uuidv7(5));
  });

  test("made later sort later", () => {
    const times = [0, 1, 2 ** 32 - 1, 2 ** 32, Date.now(), 2 ** 47];
    const ids = times.map((time) => uuidv7(time));
    assert.deepEqual(ids.toSorted(), ids);
  });

  test("of a test count up and are accepted by the contract", () => {
    const newId = countingIds();
    newId();
    assert.equal(newId(), "00000000-0000-7000-8000-000000000002");
    assert.equal(Id.safeParse(newId()).success, true);
  });
});
