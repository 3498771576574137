import assert from "node:assert/strict";
import { test } from "node:test";
import { unpaidPart } from "./view-advertising.ts";

test("what was paid for is not counted among what a search brought by itself", () => {
  // Why: a listing that stood twice on a page had a share of views above the whole.
  const day = { impressions: 150, clicks: 9, units: 2, adImpressions: 60, adClicks: 4, adUnits: 1 };
  assert.deepEqual(unpaidPart([day, day]), { impressions: 180, clicks: 10, units: 2 });
  const paidOnly = { ...day, impressions: 60, clicks: 4, units: 1 };
  assert.deepEqual(unpaidPart([paidOnly]), { impressions: 0, clicks: 0, units: 0 });
  assert.deepEqual(unpaidPart([]), { impressions: 0, clicks: 0, units: 0 });
});
