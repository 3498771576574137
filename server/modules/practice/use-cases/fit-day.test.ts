import assert from "node:assert/strict";
import { test } from "node:test";
import { decisionsPerStoreDayMax, whyFull } from "./fit-day.ts";

const publish = { kind: "publish-listing" } as const;
const price = { kind: "set-price" } as const;
const free = { listings_per_round_max: null };
const capped = { listings_per_round_max: 3 };

test("a day takes decisions to its limit and none beyond it", () => {
  const soFar = { decisions: decisionsPerStoreDayMax - 2, listings: 0 };
  assert.equal(whyFull(free, soFar, [price, price]), null);
  assert.deepEqual(whyFull(free, soFar, [price, price, price]), {
    code: "practice/decision-limit",
    facts: { max: decisionsPerStoreDayMax },
  });
});

test("a round takes new listings to its limit, and what else is decided beside them", () => {
  assert.equal(whyFull(capped, { decisions: 9, listings: 1 }, [publish, price, publish]), null);
  assert.deepEqual(whyFull(capped, { decisions: 9, listings: 2 }, [publish, price, publish]), {
    code: "practice/listing-cap",
    facts: { max: 3 },
  });
  assert.equal(
    whyFull(capped, { decisions: 9, listings: 5 }, [price]),
    null,
    "a full round goes on",
  );
  assert.equal(whyFull(free, { decisions: 9, listings: 50 }, [publish]), null);
});
