import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import assert from "node:assert/strict";
import { fromIso } from "@echelon/kernel/calendar/day.ts";
import { commissionBp, loadTradeAtlas, type PlatformProfile } from "../trade-atlas.ts";
import { textComplaints } from "./testing/country-suite.ts";
import { platformComplaints } from "./testing/platform-suite.ts";

const span = { from: fromIso("2025-01-01"), to: fromIso("2028-01-01") };
const { platforms } = loadTradeAtlas();
const categories = readdirSync(join(import.meta.dirname, "..", "categories"))
  .filter((file) => file.endsWith(".json"))
  .map((file) => file.slice(0, -".json".length));
const profile = platforms.get("marketplace-a")!;

describe("every platform of the atlas", () => {
  for (const one of platforms.values()) {
    test(`${one.id}: every fee is dated, every metric computable, every action reachable`, () => {
      assert.ok(categories.length >= 40);
      assert.deepEqual(platformComplaints(one, categories, span), []);
      assert.deepEqual(textComplaints(one), []);
      assert.match(one.resembles.zh, /近似/);
      assert.match(one.resembles.en, /resembles/i);
    });
  }

  test("marketplace A takes 5 to 15 % and pays after 3, 7 or 14 days", () => {
    const day = fromIso("2026-11-24");
    const taken = categories.map((category) => commissionBp(profile, category, day)!);
    assert.deepEqual([Math.min(...taken), Math.max(...taken)], [500, 1_500]);
    assert.deepEqual(
      profile.tiers.map((tier) => [tier.healthMinBp, tier.payoutDays, tier.rankBonusMilli]),
      [
        [9_000, 3, 150],
        [7_500, 7, 0],
        [0, 14, -150],
      ],
    );
    assert.deepEqual(
      profile.health.map((part) => part.weightBp),
      [4_000, 3_000, 2_000, 1_000],
    );
  });
});

describe("the suite of platforms catches", () => {
  const found = (change: Partial<PlatformProfile>) =>
    platformComplaints({ ...profile, ...change }, categories, span).join("\n");

  test("a category or a day without a commission", () => {
    const named = profile.fees.filter((fee) => fee.categories.length > 0);
    assert.match(found({ fees: named }), /no commission for x-/);
    const ended = profile.fees.map((fee) => ({ ...fee, to: span.from + 10 }));
    assert.match(found({ fees: ended }), new RegExp(`on day ${span.from + 10}`));
  });

  test("a fee for a category that is not there, and two for one", () => {
    const stray = profile.fees.map((fee) => ({ ...fee, categories: [...fee.categories, "x-no"] }));
    assert.match(found({ fees: stray }), /no category x-no/);
    assert.match(found({ fees: [...profile.fees, ...profile.fees] }), /has two commissions/);
  });

  test("health of a metric that is not there, and weights that do not sum to one", () => {
    const health = [...profile.health.slice(1), { metric: "mood", weightBp: 1 }];
    assert.match(found({ health }), /no metric mood/);
    assert.match(found({ health }), /weights sum to 6001/);
  });

  test("tiers out of order, and a last one that leaves stores out", () => {
    assert.match(found({ tiers: profile.tiers.toReversed() }), /is not below tier/);
    assert.match(found({ tiers: profile.tiers.slice(0, 2) }), /does not take everybody/);
  });

  test("an action that can never happen, and one without its size", () => {
    const [first, second] = profile.actions;
    const never = { ...first!, when: { ...first!.when, beyondBp: [10_000, 10_000] } };
    assert.match(found({ actions: [never] }), /is never beyond its limit/);
    assert.match(found({ actions: [{ ...second!, value: 0 }] }), /throttle: value 0/);
    const unknown = { ...first!, when: { ...first!.when, metrics: ["mood"], beyondBp: [1] } };
    assert.match(found({ actions: [unknown] }), /no metric mood/);
  });

  test("a figure called certain that nobody read", () => {
    const metrics = profile.metrics.map((metric) => ({ ...metric, certainty: "certain" as const }));
    assert.match(found({ metrics }), /sure of what nobody read/);
  });
});
