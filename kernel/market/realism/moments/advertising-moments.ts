/** What advertising brings and costs (market.md section 13). */
import type { State } from "../../state/state.ts";
import { counted, type Measured, type Moment } from "../moment.ts";
import type { Subject } from "../subject.ts";
import { dealSets, logRatio, meanOf, sumOver } from "../treated-sets.ts";

const trialDays = 7;
const deal = 2;
const sethuraman = "Sethuraman, Tellis, Briesch 2011: .12 short; Henningsen et al. 2011: .09";
const sellers = "published figures of tools for sellers, weak";

/** Bids and budgets of a tenth of the stores at a time, times a factor. */
function spend(state: State, stores: readonly number[], factor: number): void {
  const { campaigns, adEntries } = state.tables;
  const isTreated = new Set(stores);
  const ofTreated = (campaign: number) => isTreated.has(campaigns.columns.store[campaign]!);
  for (let row = 0; row < campaigns.rows; row++) {
    if (ofTreated(row)) scale(campaigns.columns.dailyBudgetTicks, row, factor);
  }
  for (let row = 0; row < adEntries.rows; row++) {
    if (ofTreated(adEntries.columns.campaign[row]!)) scale(adEntries.columns.bidTicks, row, factor);
  }
}

function scale(column: Int32Array, row: number, factor: number): void {
  column[row] = Math.floor(column[row]! * factor + 0.5);
}

/** Stores that advertise: those that spent in the clone that nobody touched. */
function advertisers({ laboratory }: Subject): readonly (readonly number[])[] {
  const { season, untreated } = laboratory();
  const { adTicksOfStore } = untreated(trialDays);
  const stores = [...adTicksOfStore.keys()].filter((store) => adTicksOfStore[store]! > 0);
  const sets = dealSets(stores.length, 10, deal, season.seed);
  return sets.map((set) => set.map((index) => stores[index]!));
}

const elasticity =
  (factor: number) =>
  (subject: Subject): Measured => {
    const { trial, untreated } = subject.laboratory();
    const before = untreated(trialDays);
    return meanOf(
      advertisers(subject).map((set) => {
        const after = trial(trialDays, (state) => spend(state, set, factor));
        const logOf = (column: "unitsOfStore" | "adTicksOfStore") =>
          logRatio(sumOver(after[column], set), sumOver(before[column], set));
        return logOf("unitsOfStore") / logOf("adTicksOfStore");
      }),
    );
  };

/** Per cent of their sales that advertisers lose when their ads go off. */
function salesLost(subject: Subject): Measured {
  const { trial, untreated } = subject.laboratory();
  const before = untreated(trialDays);
  return meanOf(
    advertisers(subject).map((set) => {
      const after = trial(trialDays, (state) => spend(state, set, 0));
      return 100 * (1 - sumOver(after.unitsOfStore, set) / sumOver(before.unitsOfStore, set));
    }),
  );
}

/** Spending on advertising as per cent of what sponsored places sold. */
function acos({ observation }: Subject): Measured {
  const { adsMinor, adRevenueMinor } = observation();
  return counted((100 * adsMinor) / adRevenueMinor);
}

/** Spending on advertising as per cent of all sales. */
function tacos({ observation }: Subject): Measured {
  const { adsMinor, revenueMinor } = observation();
  return counted((100 * adsMinor) / revenueMinor);
}

const verified = false;

export const advertisingMoments: readonly Moment[] = [
  {
    name: "ads.elasticity.up",
    unit: "",
    lo: 0.05,
    hi: 0.22,
    isHard: true,
    source: sethuraman,
    verified,
    measure: elasticity(1.3),
  },
  {
    name: "ads.elasticity.down",
    unit: "",
    lo: 0.05,
    hi: 0.22,
    isHard: false,
    source: sethuraman,
    verified,
    measure: elasticity(0.7),
  },
  {
    name: "ads.salesLostWhenOff",
    unit: "%",
    lo: 5,
    hi: 30,
    isHard: false,
    source: "our choice",
    verified,
    measure: salesLost,
  },
  {
    name: "ads.acos",
    unit: "%",
    lo: 15,
    hi: 40,
    isHard: false,
    source: sellers,
    verified,
    measure: acos,
  },
  {
    name: "ads.tacos",
    unit: "%",
    lo: 4,
    hi: 12,
    isHard: false,
    source: sellers,
    verified,
    measure: tacos,
  },
];
