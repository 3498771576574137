/** What every platform profile of the atlas must fulfil before a season may run under it. */
import { isInForce } from "@echelon/kernel/trade/dated.ts";
import { commissionBp } from "../../platforms/platform-folder.ts";
import type { PlatformProfile } from "../../platforms/platform-shape.ts";
import type { Span } from "./country-suite.ts";

export function platformComplaints(
  profile: PlatformProfile,
  categories: readonly string[],
  span: Span,
): readonly string[] {
  const complaints: string[] = [];
  const dated = [
    ...profile.fees,
    ...profile.serviceLevels,
    ...profile.metrics,
    ...profile.points,
    ...profile.actions,
  ];
  for (const row of dated) {
    if (row.to !== null && row.to <= row.from) complaints.push("a row ends before it begins");
    if (!isInForce(row, span.from)) complaints.push("a row does not hold when the span begins");
    const isChecked = row.sources.some((source) => source.checkedOn !== null);
    if ((row.certainty === "certain" || row.certainty === "probable") && !isChecked) {
      complaints.push("a row is sure of what nobody read");
    }
  }
  return [
    ...complaints,
    ...feeComplaints(profile, categories, span),
    ...metricComplaints(profile),
    ...tierComplaints(profile),
    ...actionComplaints(profile),
  ];
}

/** One commission for every category on every day, between nothing and the whole price. */
function feeComplaints(
  profile: PlatformProfile,
  categories: readonly string[],
  span: Span,
): readonly string[] {
  const complaints: string[] = [];
  for (const category of categories) {
    for (let day = span.from; day < span.to; day++) {
      const rate = commissionBp(profile, category, day);
      if (rate === null) complaints.push(`no commission for ${category} on day ${day}`);
      if (rate === null) break;
      if (rate < 0 || rate > 10_000) complaints.push(`${category}: commission ${rate}`);
    }
    const named = profile.fees.filter(
      (fee) => fee.id === "commission" && fee.categories.includes(category),
    );
    if (named.length > 1) complaints.push(`${category} has two commissions`);
  }
  for (const fee of profile.fees) {
    for (const category of fee.categories) {
      if (!categories.includes(category)) complaints.push(`${fee.id}: no category ${category}`);
    }
  }
  return complaints;
}

/** Metrics can be computed, and health is made of metrics with weights that sum to one. */
function metricComplaints(profile: PlatformProfile): readonly string[] {
  const complaints: string[] = [];
  const ids = profile.metrics.map((metric) => metric.id);
  if (new Set(ids).size !== ids.length) complaints.push("a metric is there twice");
  for (const metric of profile.metrics) {
    if (metric.numerator === metric.denominator) {
      complaints.push(`${metric.id}: a count over itself is no metric`);
    }
  }
  let weight = 0;
  for (const part of profile.health) {
    weight += part.weightBp;
    const metric = profile.metrics.find((one) => one.id === part.metric);
    if (metric === undefined) complaints.push(`health: no metric ${part.metric}`);
    else if ((metric.is === "at-most") !== (part.zeroAtBp !== undefined)) {
      complaints.push(`health: ${part.metric} does not say when nothing is left`);
    }
  }
  if (weight !== 10_000) complaints.push(`health: weights sum to ${weight}`);
  return complaints;
}

/** Tiers fall to one that takes everybody, and payment never gets faster on the way down. */
function tierComplaints(profile: PlatformProfile): readonly string[] {
  const complaints: string[] = [];
  for (const [index, tier] of profile.tiers.entries()) {
    const next = profile.tiers[index + 1];
    if (next === undefined) {
      if (tier.healthMinBp !== 0) complaints.push("the last tier does not take everybody");
    } else if (next.healthMinBp >= tier.healthMinBp || next.payoutDays < tier.payoutDays) {
      complaints.push(`tier ${next.id} is not below tier ${tier.id}`);
    }
  }
  return complaints;
}

/** Every action can happen: its metrics exist and can be beyond its limits. */
function actionComplaints(profile: PlatformProfile): readonly string[] {
  const complaints: string[] = [];
  for (const action of profile.actions) {
    const { metrics, beyondBp } = action.when;
    if (metrics.length !== beyondBp.length)
      complaints.push(`${action.id}: limits and metrics differ`);
    for (const [index, id] of metrics.entries()) {
      const metric = profile.metrics.find((one) => one.id === id);
      if (metric === undefined) complaints.push(`${action.id}: no metric ${id}`);
      else if (metric.is === "at-most" && (beyondBp[index] ?? 0) >= 10_000) {
        complaints.push(`${action.id}: ${id} is never beyond its limit`);
      }
    }
    const takesValue = action.does !== "warn" && action.does !== "withhold-payout";
    if (takesValue !== action.value > 0) complaints.push(`${action.id}: value ${action.value}`);
  }
  return complaints;
}
