/**
 * A made-up region's real need, which no planner sees before its time, and what a planner who sees
 * only the past expects of it.
 */
import { exp } from "../../number/exp.ts";
import { log } from "../../number/log.ts";
import { normal } from "../../random/normal.ts";
import type { Key } from "../../random/philox.ts";
import { address, purpose } from "../../random/purpose.ts";
import { madeRegion, type RegionSize } from "../synthetic/made-region.ts";
import { cellsOf, type SeatProblem } from "../seat-plan/problem.ts";

/** Half-years that lie behind a world's first one and are known. */
export const knownHalfYears = 8;

export interface PolicyWorld {
  readonly seed: number;
  readonly region: SeatProblem;
  readonly halfYears: number;
  /** By cell and half-year, with as many beyond the end as a plan looks ahead. */
  readonly need: Float64Array;
  readonly needHalfYears: number;
}

const growth = [0.012, 0.022, 0.032];
/** Half-years for which a regime of growth lasts. */
const regimeHalfYears = 6;
const regimeSpread = 0.03;

/** Need with spurts and slumps of the whole region and of each family. */
export function policyWorld(size: RegionSize, halfYears: number): PolicyWorld {
  const region = madeRegion({ ...size, scenarios: 1 });
  const needHalfYears = halfYears + size.stockHalfYears + 1;
  const cells = cellsOf(region);
  const skills = region.families * region.echelons.length;
  const key: Key = { k0: size.seed, k1: purpose.foreseenNeed };
  const draw = (of: number, halfYear: number, what: number) =>
    normal(of, halfYear, what, address(purpose.madeNeed), key);
  const need = new Float64Array(cells * needHalfYears);
  const families = new Float64Array(region.families);
  const levels = new Float64Array(skills);
  const own = new Float64Array(cells);
  let regime = 0;
  for (let halfYear = 0; halfYear < needHalfYears; halfYear += 1) {
    if (halfYear % regimeHalfYears === 0) regime = regimeSpread * draw(0, halfYear, 0);
    for (let family = 0; family < region.families; family += 1) {
      families[family] = 0.85 * families[family]! + 0.012 * draw(family, halfYear, 1);
    }
    for (let skill = 0; skill < skills; skill += 1) {
      const echelon = skill % region.echelons.length;
      const family = (skill - echelon) / region.echelons.length;
      levels[skill]! += growth[echelon]! + regime + families[family]!;
    }
    for (let cell = 0; cell < cells; cell += 1) {
      own[cell] = 0.9 * own[cell]! + 0.02 * draw(cell, halfYear, 2);
      const first = region.demand[cell * region.stockHalfYears]!;
      need[cell * needHalfYears + halfYear] = first * exp(levels[cell % skills]! + own[cell]!);
    }
  }
  return { seed: size.seed, region, halfYears, need, needHalfYears };
}

/** What is known of a cell's need at the start of a half-year, the latest last. */
export function knownNeed(world: PolicyWorld, cell: number, now: number): number[] {
  const at = (halfYear: number) => world.need[cell * world.needHalfYears + halfYear]!;
  const flat = Array.from({ length: knownHalfYears }, (_, past) => {
    return at(0) * exp(-0.015 * (knownHalfYears - past));
  });
  return [...flat, ...Array.from({ length: Math.max(1, now) }, (_, halfYear) => at(halfYear))];
}

/** By scenario, cell and half-year from `now`: paths of a damped trend with common surprises. */
export function foreseenNeed(world: PolicyWorld, now: number, scenarios: number): Float64Array {
  const { region, seed } = world;
  const { stockHalfYears } = region;
  const cells = cellsOf(region);
  const skills = region.families * region.echelons.length;
  const known = Array.from({ length: cells }, (_, cell) => knownNeed(world, cell, now));
  const trends = known.map(trendOf);
  const common = new Float64Array(skills);
  for (const [cell, trend] of trends.entries()) common[cell % skills]! += trend / region.cities;
  const key: Key = { k0: seed, k1: purpose.foreseenNeed };
  const draw = (path: number, of: number) =>
    normal(path, of, now, address(purpose.foreseenNeed), key);
  const paths = new Float64Array(scenarios * cells * stockHalfYears);
  for (let path = 0; path < scenarios; path += 1) {
    for (let cell = 0; cell < cells; cell += 1) {
      const skill = cell % skills;
      const surprise = 0.018 * draw(path, 0) + 0.01 * draw(path, skill + 1);
      let level = log(known[cell]!.at(-1)!);
      let trend = 0.7 * common[skill]! + 0.3 * trends[cell]!;
      for (let halfYear = 0; halfYear < stockHalfYears; halfYear += 1) {
        trend = 0.93 * trend + 0.07 * 0.02;
        level += trend + surprise;
        paths[(path * cells + cell) * stockHalfYears + halfYear] = exp(level);
      }
    }
  }
  return paths;
}

const trendHalfYears = 8;

/** The mean growth of the last half-years, in logs. */
function trendOf(known: readonly number[]): number {
  const last = known.slice(-trendHalfYears - 1);
  return log(last.at(-1)! / last[0]!) / (last.length - 1);
}

/** By cell and half-year from `now`: what really comes. */
export function comingNeed(world: PolicyWorld, now: number): Float64Array {
  const { stockHalfYears } = world.region;
  return Float64Array.from({ length: cellsOf(world.region) * stockHalfYears }, (_, at) => {
    const halfYear = at % stockHalfYears;
    const cell = (at - halfYear) / stockHalfYears;
    return world.need[cell * world.needHalfYears + now + halfYear]!;
  });
}
