import assert from "node:assert/strict";
import { test } from "node:test";
import type { Role } from "../api/session.ts";
import { chairsOf, firstChair } from "./chairs.ts";

const organisation = {
  id: "0197f000-0000-7000-8000-000000000001",
  kind: "school" as const,
  name: { zh: "之江学院", en: "Zhijiang College" },
  slug: "zhijiang",
};
const person = (...roles: Role[]) => ({
  memberships: roles.map((role) => ({ organisation, role })),
});

test("a teacher who also assists elsewhere has one teacher's chair", () => {
  assert.deepEqual(chairsOf(person("assistant", "teacher")), ["teacher"]);
});

test("a person with several roles begins with the chair used last", () => {
  assert.equal(firstChair(person("teacher", "mentor"), "mentor"), "mentor");
});

test("a chair that is no longer the person's own is not offered again", () => {
  assert.equal(firstChair(person("student"), "operator"), "student");
});

test("a person without any membership has no chair", () => {
  assert.equal(firstChair(person(), "teacher"), null);
});
