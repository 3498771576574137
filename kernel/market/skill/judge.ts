/**
 * What scores of several seasons say about skill (market.md 14): validity, reliability, decisions
 * and fairness, and whether the gates are met.
 */
import type { Key } from "../../random/philox.ts";
import { icc21 } from "../../number/intraclass.ts";
import { meanColumn, sameQuarter, splitReliability } from "./agreement.ts";
import { bootstrapInterval, type Interval } from "./bootstrap.ts";
import { meanOf, meanPairwise, spearman, spearmanBrown } from "../../number/correlation.ts";
import { labelT, slopeT } from "./fairness.ts";
import { areMeansRising, jonckheere } from "./trend.ts";

/** A list of the same stores a season. */
export type SkillTable = {
  /** Skill of each store in quarters. */
  readonly levels: readonly number[];
  readonly seeds: readonly number[];
  /** Score of each store by season. */
  readonly scores: readonly (readonly number[])[];
  /** What the score is made of, each by season and store. */
  readonly parts: Readonly<Record<string, readonly (readonly number[])[]>>;
  /** Numbers that are no skill and should explain nothing. */
  readonly numbers: Readonly<Record<string, readonly number[]>>;
  /** Labels that are no skill, as small whole numbers. */
  readonly labels: Readonly<Record<string, readonly number[]>>;
};

export type SeasonValidity = Interval & {
  readonly seed: number;
  /** Rank correlation of skill and score; `low` and `high` are its 95 % interval over stores. */
  readonly spearman: number;
  readonly jonckheereZ: number;
  readonly levelMeans: readonly number[];
  readonly isRising: boolean;
};

export type Check = {
  readonly name: string;
  readonly value: number;
  /** Met at this value or, with `isMost`, at or below it. */
  readonly limit: number;
  readonly isMost?: boolean;
  readonly isMet: boolean;
};

export type SkillReport = {
  readonly stores: number;
  readonly seasons: readonly SeasonValidity[];
  readonly retest: number;
  readonly icc: number;
  /** Reliability of the mean of three seasons, predicted and, with six or more, as measured. */
  readonly threePredicted: number;
  readonly threeMeasured: number | null;
  readonly sameQuarter: number;
  /** Rank correlation of skill with the mean over all seasons. */
  readonly spearmanOfMean: number;
  readonly parts: readonly {
    readonly name: string;
    readonly spearman: number;
    readonly retest: number;
  }[];
  readonly fairness: readonly { readonly name: string; readonly t: number }[];
  readonly gates: readonly Check[];
  readonly goals: readonly Check[];
};

const replicas = 3;

/** @param rounds  samples of each interval */
export function judgeSkill(table: SkillTable, key: Key, rounds = 400): SkillReport {
  const { scores } = table;
  const seasons = table.seeds.map((seed, at) => validityOf(table, seed, scores[at]!, key, rounds));
  const retest = meanPairwise(scores);
  const mean = meanColumn(
    scores,
    scores.map((_, at) => at),
  );
  const reliability = {
    retest,
    icc: icc21(scores),
    threePredicted: spearmanBrown(retest, replicas),
    threeMeasured: splitReliability(scores, replicas),
    sameQuarter: sameQuarter(scores),
    spearmanOfMean: spearman(table.levels, mean),
  };
  const fairness = fairnessOf(table, mean);
  return {
    stores: table.levels.length,
    seasons,
    ...reliability,
    parts: partsOf(table),
    fairness,
    ...checksOf(seasons, reliability, fairness),
  };
}

function validityOf(
  { levels }: SkillTable,
  seed: number,
  scores: readonly number[],
  key: Key,
  rounds: number,
): SeasonValidity {
  const groups = groupsOf(levels, scores);
  const figure = (places: readonly number[]) =>
    spearman(
      places.map((at) => levels[at]!),
      places.map((at) => scores[at]!),
    );
  return {
    seed,
    spearman: spearman(levels, scores),
    ...bootstrapInterval(levels.length, figure, rounds, { k0: key.k0, k1: key.k1 ^ seed }),
    jonckheereZ: jonckheere(groups),
    levelMeans: groups.map((group) => meanOf(group)),
    isRising: areMeansRising(groups),
  };
}

function groupsOf(levels: readonly number[], values: readonly number[]): number[][] {
  const known = [...new Set(levels)].toSorted((a, b) => a - b);
  return known.map((level) => values.filter((_, at) => levels[at] === level));
}

const partsOf = ({ levels, parts }: SkillTable): SkillReport["parts"] =>
  Object.entries(parts).map(([name, columns]) => ({
    name,
    spearman: meanOf(columns.map((column) => spearman(levels, column))),
    retest: meanPairwise(columns),
  }));

/** Of the mean over all seasons, in which a lasting favor stands out of the luck. */
const fairnessOf = (
  { levels, numbers, labels }: SkillTable,
  mean: readonly number[],
): SkillReport["fairness"] => [
  ...Object.entries(numbers).map(([name, column]) => ({ name, t: slopeT(levels, mean, column) })),
  ...Object.entries(labels).map(([name, column]) => ({ name, t: labelT(levels, mean, column) })),
];

type Reliability = Pick<SkillReport, "retest" | "threePredicted" | "threeMeasured" | "sameQuarter">;

function checksOf(
  seasons: readonly SeasonValidity[],
  reliability: Reliability,
  fairness: SkillReport["fairness"],
): Pick<SkillReport, "gates" | "goals"> {
  const lowest = seasons.reduce((least, one) => Math.min(least, one.spearman), 1);
  const rising = seasons.filter(({ isRising }) => isRising).length / seasons.length;
  const three = reliability.threeMeasured ?? reliability.threePredicted;
  const mostT = fairness.reduce((most, { t }) => Math.max(most, Math.abs(t)), 0);
  return {
    gates: [
      atLeast("spearman", lowest, 0.8),
      atLeast("three-replicas", three, 0.85),
      atLeast("same-quarter", reliability.sameQuarter, 0.5),
      atLeast("levels-rising", rising, 0.95),
      atMost("fairness-t", mostT, 3),
    ],
    goals: [
      atLeast("spearman", lowest, 0.85),
      atLeast("retest", reliability.retest, 0.78),
      atLeast("three-replicas", three, 0.92),
    ],
  };
}

export const atLeast = (name: string, value: number, limit: number): Check => ({
  name,
  value,
  limit,
  isMet: value >= limit,
});

export const atMost = (name: string, value: number, limit: number): Check => ({
  name,
  value,
  limit,
  isMost: true,
  isMet: value <= limit,
});
