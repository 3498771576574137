import assert from "node:assert/strict";
import { test } from "node:test";
import { soldOutOf } from "./view-wall.ts";

test("a store is sold out when none of its listings has anything left", () => {
  assert.equal(soldOutOf({ listingsLive: 3, listingsSoldOut: 3 }), "all");
  assert.equal(soldOutOf({ listingsLive: 3, listingsSoldOut: 1 }), "part");
  assert.equal(soldOutOf({ listingsLive: 3, listingsSoldOut: 0 }), "none");
  assert.equal(soldOutOf(undefined), "none");
});
