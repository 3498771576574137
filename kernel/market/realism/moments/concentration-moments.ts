/** How sales are spread over offers (market.md section 13). */
import { log } from "../../../number/log.ts";
import { counted, type Measured, type Moment } from "../moment.ts";
import type { Observation } from "../observation.ts";
import type { Subject } from "../subject.ts";

const brynjolfsson = "Brynjolfsson et al.: slope -.871, steeper in the tail (2010)";

/** Units of the offers that sold, most first. */
function ranking({ unitsOfOffer }: Observation): Float64Array {
  const selling = Float64Array.from([...unitsOfOffer.values()].filter((units) => units > 0));
  return selling.sort().reverse();
}

/** Slope of ln units on ln rank by least squares, ranks `first` to `last` as far as offers sell. */
function slope(units: Float64Array, first: number, last: number): number {
  const end = Math.min(last, units.length);
  let [n, x1, y1, xx, xy] = [0, 0, 0, 0, 0];
  for (let rank = first; rank <= end; rank++) {
    const x = log(rank);
    const y = log(units[rank - 1]!);
    n++;
    x1 += x;
    y1 += y;
    xx += x * x;
    xy += x * y;
  }
  return (n * xy - x1 * y1) / (n * xx - x1 * x1);
}

function headSlope({ observation }: Subject): Measured {
  return counted(slope(ranking(observation()), 10, 1000));
}

/** By how much the slope of ranks 100 to 10,000 is steeper than that of ranks 10 to 1,000. */
function tailSteeper({ observation }: Subject): Measured {
  const units = ranking(observation());
  return counted(slope(units, 10, 1000) - slope(units, 100, 10_000));
}

/** Per cent of all units that the fifth of the offers that sells most sells. */
function topFifth({ observation }: Subject): Measured {
  const units = ranking(observation());
  const best = units.subarray(0, Math.floor(observation().offers / 5));
  const sum = (column: Float64Array) => column.reduce((total, one) => total + one, 0);
  return counted((100 * sum(best)) / sum(units));
}

const verified = false;

export const concentrationMoments: readonly Moment[] = [
  {
    name: "concentration.rankSlope",
    unit: "",
    lo: -1.1,
    hi: -0.6,
    isHard: true,
    source: brynjolfsson,
    verified,
    measure: headSlope,
  },
  {
    name: "concentration.tailSteeper",
    unit: "",
    lo: 0.01,
    hi: 2,
    isHard: false,
    source: brynjolfsson,
    verified,
    measure: tailSteeper,
  },
  {
    name: "concentration.topFifth",
    unit: "%",
    lo: 70,
    hi: 90,
    isHard: false,
    source: "our choice",
    verified,
    measure: topFifth,
  },
];
