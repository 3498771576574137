import assert from "node:assert/strict";
import { test } from "node:test";
import { classMembersMax } from "../teaching/shapes.ts";
import { Wall } from "./season.ts";

test("the wall of a full class in which nobody has a store yet is a valid answer", () => {
  const person = { person: "01900000-0000-7000-8000-000000000001", name: "李明轩" };
  const wall = {
    day: 0,
    tiles: [],
    inProfit: 0,
    withoutStore: Array.from({ length: classMembersMax }, () => person),
  };
  assert.equal(Wall.safeParse(wall).success, true);
});
