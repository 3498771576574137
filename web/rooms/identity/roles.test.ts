import assert from "node:assert/strict";
import { test } from "node:test";
import { rolesOfKind as contractRoles } from "@echelon/contract/identity/shapes.ts";
import { rolesOfKind } from "./roles.ts";

test("the screens offer the roles that the server knows, organisation by organisation", () => {
  assert.deepEqual(rolesOfKind, contractRoles);
});
