import assert from "node:assert/strict";
import { test } from "node:test";
import { StrategyMeasure } from "@echelon/contract/practice/company.ts";
import { SalesSource, MediaPlace } from "@echelon/contract/practice/off-site.ts";
import { TemptationKind } from "@echelon/contract/practice/integrity-record.ts";
import { LostReason } from "@echelon/contract/practice/lost-sales.ts";
import { PromotionKind } from "@echelon/contract/practice/promotions.ts";
import {
  ComparedBy,
  ForecastMeasure,
  PanelMotive,
  PanelQuestion,
  ResearchReport,
  SegmentName,
} from "@echelon/contract/practice/research-wishes.ts";
import { crowdNames, DealFate, MatchDegree } from "@echelon/contract/practice/sandbox.ts";
import { Scoring } from "@echelon/contract/practice/scoring.ts";
import { decisionLimits } from "@echelon/kernel/market/decisions/decision-limits.ts";
import { tiersEach } from "@echelon/kernel/market/sourcing/product-tiers.ts";
import * as sourced from "@echelon/contract/practice/sourcing-wishes.ts";
import { Ask } from "@echelon/contract/practice/sourcing-wishes.ts";
import { strategyMeasures } from "@echelon/kernel/market/company/strategy.ts";
import { salesSources } from "@echelon/kernel/market/offsite/channel.ts";
import { mediaPlaces } from "@echelon/kernel/market/offsite/media-slots.ts";
import { promotionKinds } from "@echelon/kernel/market/promotions/promotion-kinds.ts";
import { segmentNames } from "@echelon/kernel/market/parameters/parameter-lists.ts";
import {
  comparedBy,
  panelMotives,
  panelQuestions,
} from "@echelon/kernel/market/research/panel-questions.ts";
import { forecastMeasures } from "@echelon/kernel/market/research/forecast-score.ts";
import { researchReports } from "@echelon/kernel/market/research/research-reports.ts";
import { crowds, fates, matches } from "@echelon/kernel/market/sandbox/seller.ts";
import { scorings } from "@echelon/kernel/market/scoring/scorings.ts";
import { asks } from "@echelon/kernel/market/sourcing/talks.ts";
import { temptationKinds } from "@echelon/kernel/market/temptations/temptation-kinds.ts";
import { lostReasons } from "@echelon/kernel/market/why/lost-sales.ts";

test("what crosses the wire is what the market knows, no value more and none less", () => {
  // The contract takes types from the kernel and no values, so that each list stands in both.
  const lists: Readonly<Record<string, readonly [readonly string[], readonly string[]]>> = {
    sources: [SalesSource.options, salesSources],
    places: [MediaPlace.options, mediaPlaces],
    temptations: [TemptationKind.options, temptationKinds],
    lost: [LostReason.options, lostReasons],
    promotions: [PromotionKind.options, promotionKinds],
    forecasts: [ForecastMeasure.options, forecastMeasures],
    questions: [PanelQuestion.options, panelQuestions],
    motives: [PanelMotive.options, panelMotives],
    compared: [ComparedBy.options, comparedBy],
    segments: [SegmentName.options, segmentNames],
    reports: [ResearchReport.options, researchReports],
    crowds: [crowdNames, crowds],
    fates: [DealFate.options, fates],
    matches: [MatchDegree.options, matches],
    strategy: [StrategyMeasure.options, strategyMeasures],
    scorings: [Scoring.options, scorings],
    asks: [Ask.options, asks.filter((ask) => ask !== "none")],
  };
  for (const [name, [told, known]] of Object.entries(lists)) {
    assert.deepEqual(told.toSorted(), known.toSorted(), name);
  }
});

test("limits of tiers and tenders that cross the wire are the kernel's", () => {
  const { tiersEach: tiers, tenderUnitsMax, tenderUnitMinorMax } = sourced;
  assert.deepEqual(
    { tiers, tenderUnitsMax, tenderUnitMinorMax },
    {
      tiers: tiersEach,
      tenderUnitsMax: decisionLimits.unitsPerPurchaseMax,
      tenderUnitMinorMax: decisionLimits.priceMinorMax,
    },
  );
});
