import assert from "node:assert/strict";
import { test } from "node:test";
import { byNumberThenName } from "./list-members.ts";

test("a class is listed by number, and who has none by name after them", () => {
  const people = [
    { person: "a", number: null, name: "Zhou" },
    { person: "b", number: "2301002", name: "Ann" },
    { person: "c", number: null, name: "Bea" },
    { person: "e", number: "0099", name: "Cid" },
    { person: "d", number: null, name: "Bea" },
  ];
  assert.deepEqual(
    people.toSorted(byNumberThenName).map(({ person }) => person),
    ["e", "b", "c", "d", "a"],
  );
});
