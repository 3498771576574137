import assert from "node:assert/strict";
import { test } from "node:test";
import * as company from "@echelon/contract/practice/company-wishes.ts";
import * as carried from "@echelon/contract/practice/decision.ts";
import * as promotions from "@echelon/contract/practice/promotions.ts";
import { bundleSizes } from "@echelon/kernel/market/promotions/promotion-kinds.ts";
import * as terms from "@echelon/contract/practice/terms.ts";
import * as typed from "@echelon/contract/practice/typed-limits.ts";
import { strategyPeriods } from "@echelon/kernel/market/company/strategy.ts";
import { promotionKinds } from "@echelon/kernel/market/promotions/promotion-kinds.ts";
import { decisionLimits } from "@echelon/kernel/market/decisions/decision-limits.ts";

const listing = {
  title: "Desk lamp",
  keywords: ["lamp"],
  text: "A lamp for a desk.",
  attributes: {},
  photoLevel: 1,
};

test("what is carried and what is ruled on have the same limits", () => {
  const { titleCharsMax, keywordsMax, textCharsMax, attributesMax, priceMinorMax } = carried;
  assert.deepEqual(
    { titleCharsMax, keywordsMax, textCharsMax, attributesMax, priceMinorMax },
    {
      titleCharsMax: decisionLimits.titleCharsMax,
      keywordsMax: decisionLimits.keywordsMax,
      textCharsMax: decisionLimits.textCharsMax,
      attributesMax: decisionLimits.attributesMax,
      priceMinorMax: decisionLimits.priceMinorMax,
    },
  );
  const { forwardDaysMax, loanPeriodsMax } = carried;
  assert.deepEqual(
    { financeMinorMax: typed.financeMinorMax, forwardDaysMax, loanPeriodsMax },
    {
      financeMinorMax: decisionLimits.financeMinorMax,
      forwardDaysMax: decisionLimits.forwardDaysMax,
      loanPeriodsMax: decisionLimits.loanPeriodsMax,
    },
  );
  assert.deepEqual(
    [
      promotions.discountBpMax,
      promotions.promotionPiecesMax,
      promotions.groupUnitsMax,
      promotions.promotionUnitsMax,
      typed.statementCharsMax,
      typed.trainingTopicCharsMax,
      typed.trainingHoursMax,
      company.strategyPeriods,
      terms.returnDaysMax,
      terms.warrantyMonthsMax,
      typed.cubicMetersMax,
      typed.roomDaysMax,
      typed.priceIndexBpRange,
    ],
    [
      decisionLimits.discountBpMax,
      decisionLimits.promotionPiecesMax,
      decisionLimits.groupUnitsMax,
      decisionLimits.unitsPerPurchaseMax,
      decisionLimits.statementCharsMax,
      decisionLimits.trainingTopicCharsMax,
      decisionLimits.trainingHoursMax,
      strategyPeriods,
      decisionLimits.returnDaysMax,
      decisionLimits.warrantyMonthsMax,
      decisionLimits.cubicMetersMax,
      decisionLimits.roomDaysMax,
      { least: decisionLimits.priceIndexBpMin, most: decisionLimits.priceIndexBpMax },
    ],
  );
  assert.deepEqual(promotions.bundleSizes, bundleSizes);
  assert.deepEqual(promotions.PromotionKind.options.toSorted(), promotionKinds.toSorted());
});

test("a listing is carried only as far as an entry of the log may be long", () => {
  const isCarried = (change: object) =>
    carried.ListingText.safeParse({ ...listing, ...change }).success;
  const attributes = (count: number, length: number, letter = "x") =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`a${i}`, letter.repeat(length)]));
  assert.equal(isCarried({}), true);
  assert.equal(isCarried({ attributes: attributes(carried.attributesMax, 20) }), true);
  assert.equal(isCarried({ attributes: attributes(carried.attributesMax + 1, 20) }), false);
  // Each part within its own limit, and together too long.
  const wide = "标".repeat(carried.textCharsMax);
  assert.equal(isCarried({ text: wide, attributes: attributes(10, 120) }), true);
  const keywords = Array.from({ length: carried.keywordsMax }, () => "词".repeat(60));
  const full = { text: wide, keywords, attributes: attributes(carried.attributesMax, 120, "值") };
  assert.equal(isCarried(full), false);
});
