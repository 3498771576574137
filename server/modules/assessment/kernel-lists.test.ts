import assert from "node:assert/strict";
import { test } from "node:test";
import * as certificates from "@echelon/contract/assessment/certificates.ts";
import { masteryBands } from "@echelon/contract/assessment/mastery-bands.ts";
import * as ratings from "@echelon/contract/assessment/ratings.ts";
import { holds, shortages } from "@echelon/kernel/assessment/certificate/decide-certificate.ts";
import { bands } from "@echelon/kernel/assessment/mastery/band.ts";
import { agreementBands, apartMin } from "@echelon/kernel/assessment/rating/agreement.ts";
import { practiceMeasures } from "@echelon/kernel/market/traces/trace.ts";
import { markMax } from "@echelon/kernel/assessment/rating/rating-scale.ts";
import { coreFramework } from "./applied-framework.ts";
import { rulesOf } from "./evidence-rules.ts";

test("what the contract lists of assessment is what the kernel knows", () => {
  // Why: neither may import the other, and a name that only one of them has would be refused late.
  assert.deepEqual(masteryBands, bands);
  assert.deepEqual(certificates.shortages, shortages);
  assert.deepEqual(certificates.certificateHolds, holds);
  assert.deepEqual(ratings.Agreement.shape.band.options, agreementBands);
  assert.deepEqual([ratings.markMax, ratings.apartMin], [markMax, apartMin]);
});

test("some competency looks at each measure that practice shows", () => {
  // Why: a measure that the framework names otherwise would be told and never become evidence.
  for (const [event, measures] of Object.entries(practiceMeasures)) {
    for (const measure of measures) {
      assert.ok(rulesOf(coreFramework(), event, measure).length > 0, `${event} ${measure}`);
    }
  }
});
