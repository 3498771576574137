/** What delivery does to sales, and what becomes of parcels (market.md sections 13 and 20). */
import type { State } from "../../state/state.ts";
import { parcelEvents } from "../../state/tables.ts";
import { counted, type Measured, type Moment } from "../moment.ts";
import { unitsEnded } from "../observation.ts";
import type { Subject } from "../subject.ts";
import { dealSets, logRatio, meanOf, sumOver } from "../treated-sets.ts";

const fisher = "Fisher, Gallino, Xu: +1.5 % of sales for each day saved";
const surveys = "parcel surveys, at second hand: .06 % declared, .7 % no scan for 5 days";

const trialDays = 7;
const deal = 3;
/** Days that a listing promises less, where it has as many. */
const saved = 5;

function promiseLess({ sizes, promiseDays }: State, row: number): void {
  for (let market = 0; market < sizes.markets; market++) {
    const at = row * sizes.markets + market;
    promiseDays[at] = Math.max(1, promiseDays[at]! - saved);
  }
}

/** Mean days saved over the set's live listings. */
function daysSaved({ sizes, promiseDays, listing }: State, set: readonly number[]): number {
  let days = 0;
  let live = 0;
  for (const row of set) {
    for (let market = 0; market < sizes.markets; market++) {
      const at = row * sizes.markets + market;
      if (listing[at] !== 1) continue;
      live++;
      days += promiseDays[at]! - Math.max(1, promiseDays[at]! - saved);
    }
  }
  return days / live;
}

/** Per cent more sales for each day of faster delivery. */
function gainADay({ laboratory }: Subject): Measured {
  const { season, trial, untreated } = laboratory();
  const before = untreated(trialDays).units;
  const sets = dealSets(season.state.offerCount[0]!, 20, deal, season.seed);
  return meanOf(
    sets.map((set) => {
      const { units } = trial(trialDays, (state) => set.forEach((row) => promiseLess(state, row)));
      const gained = logRatio(sumOver(units, set), sumOver(before, set));
      return (100 * gained) / daysSaved(season.state, set);
    }),
  );
}

/** Per cent of the parcels whose journey ended in the two weeks that were lost. */
function lost({ observation }: Subject): Measured {
  const seen = observation();
  return counted((100 * seen.parcels[parcelEvents.indexOf("lost")]!) / unitsEnded(seen));
}

export const deliveryMoments: readonly Moment[] = [
  {
    name: "delivery.gainADay",
    unit: "%",
    lo: 1,
    hi: 2,
    isHard: false,
    source: fisher,
    verified: false,
    measure: gainADay,
  },
  {
    name: "delivery.lost",
    unit: "%",
    lo: 0.06,
    hi: 0.8,
    isHard: false,
    source: surveys,
    verified: false,
    measure: lost,
  },
];
