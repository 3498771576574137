/** Paths of need: what was forecast, with surprises like those of the past. */
import { exp } from "../../number/exp.ts";
import type { Key } from "../../random/philox.ts";
import { address, purpose } from "../../random/purpose.ts";
import { uniformBelow } from "../../random/uniform.ts";

const quartersInHalfYear = 2;

export interface PathsWish {
  /** By skill and half-year: the forecast, as far as it goes; at least one half-year. */
  readonly point: Float64Array;
  readonly pointHalfYears: number;
  /** How many half-years a path has; what lies beyond the forecast grows on. */
  readonly halfYears: number;
  /** Growth of a half-year, in logs, towards which every skill's growth goes. */
  readonly longGrowth: number;
  /** By past quarter: how far the whole region surprised, in logs. */
  readonly common: Float64Array;
  /** By skill and past quarter: how far a skill surprised beyond that. */
  readonly own: Float64Array;
  /** Quarters that stay together, so that surprises keep their company. */
  readonly blockQuarters: number;
  readonly paths: number;
  readonly key: Key;
}

/** What is kept of a skill's growth from one half-year to the next. */
const growthKept = 0.93;

/**
 * By path, skill and half-year: need. Surprises are drawn in blocks of quarters, the region's and
 * all skills' from the same quarters, and add up, so the future grows less certain with time. Each
 * series of surprises is set to the mean 0 first: a forecast's bias is no surprise.
 *
 * @throws RangeError where there are fewer past quarters than a block has
 */
export function bootstrapPaths(wish: PathsWish): Float64Array {
  const { paths, halfYears, pointHalfYears, common, own, point } = wish;
  const skills = point.length / pointHalfYears;
  const quarters = common.length;
  if (quarters < wish.blockQuarters) {
    throw new RangeError(`${quarters} quarters are fewer than a block of ${wish.blockQuarters}`);
  }
  const region = centered(common);
  const trends = Array.from({ length: skills }, (_, skill) => trendOf(wish, skill));
  const surprises = Array.from({ length: skills }, (_, skill) =>
    centered(own.subarray(skill * quarters, (skill + 1) * quarters)),
  );
  const need = new Float64Array(paths * skills * halfYears);
  for (let path = 0; path < paths; path += 1) {
    const past = pastQuarters(wish, path);
    for (let skill = 0; skill < skills; skill += 1) {
      let sum = 0;
      for (let halfYear = 0; halfYear < halfYears; halfYear += 1) {
        let factor = 0;
        for (let part = 0; part < quartersInHalfYear; part += 1) {
          const quarter = past[halfYear * quartersInHalfYear + part]!;
          sum += region[quarter]! + surprises[skill]![quarter]!;
          factor += exp(sum) / quartersInHalfYear;
        }
        const at = (path * skills + skill) * halfYears + halfYear;
        need[at] = trends[skill]![halfYear]! * factor;
      }
    }
  }
  return need;
}

function centered(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

/** A skill's forecast, and beyond it growth that goes from its last one to the long one. */
function trendOf({ point, pointHalfYears, halfYears, longGrowth }: PathsWish, skill: number) {
  const known = point.subarray(skill * pointHalfYears, (skill + 1) * pointHalfYears);
  const trend = new Float64Array(halfYears);
  let growth = known.length > 1 ? known.at(-1)! / known.at(-2)! : exp(longGrowth);
  for (let halfYear = 0; halfYear < halfYears; halfYear += 1) {
    if (halfYear < known.length) {
      trend[halfYear] = known[halfYear]!;
      continue;
    }
    // For growth near 1 a mean of factors is a mean of logs.
    growth = growthKept * growth + (1 - growthKept) * exp(longGrowth);
    trend[halfYear] = trend[halfYear - 1]! * growth;
  }
  return trend;
}

/** Which past quarter each quarter of a path repeats. */
function pastQuarters(wish: PathsWish, path: number): Int32Array {
  const { halfYears, blockQuarters, common, key } = wish;
  const starts = common.length - blockQuarters + 1;
  let start = 0;
  return Int32Array.from({ length: halfYears * quartersInHalfYear }, (_, quarter) => {
    const within = quarter % blockQuarters;
    if (within === 0) {
      start = uniformBelow(starts, path, quarter, 0, address(purpose.pathBlock), key);
    }
    return start + within;
  });
}
