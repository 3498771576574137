/**
 * The score of a store: absolute, against bots that opened with it (market.md 12). Each measure x
 * becomes 1 / (1 + e^-((x - mid) / w)) with mid and w such that bots of skill .25 score .25 and
 * masters .75. Parts whose module is not played are left out and the other weights scaled.
 */
import { account, storeAccounts } from "../ledger/account.ts";
import { exp } from "../number/exp.ts";
import { balanceOf } from "./book.ts";
import type { DecisionContext } from "./decision-context.ts";
import { equityOf } from "./payouts.ts";

/** What the parts are measured by. */
export const scoreMeasures = ["profit", "rating", "onTime", "fill", "turns"] as const;
export type ScoreMeasure = (typeof scoreMeasures)[number];
export type Measures = Readonly<Record<ScoreMeasure, number>>;

/**
 * The par line: means of those who opened on day 1, of skill .25 and of masters; null without them.
 */
export type Par = Readonly<Record<ScoreMeasure, { readonly low: number; readonly high: number }>>;

export type StoreScore = {
  /** Thousandths; -1 where there is not enough to say. */
  readonly scoreMilli: number;
  readonly profitMilli: number;
  readonly customerMilli: number;
  readonly operationsMilli: number;
  /** Documents, filings and evidence are not part of this season: never enough to say. */
  readonly processMilli: number;
};

export const noScore: StoreScore = {
  scoreMilli: -1,
  profitMilli: -1,
  customerMilli: -1,
  operationsMilli: -1,
  processMilli: -1,
};

const lowLevel = 1;
const highLevel = 4;
/** Reviews and deliveries that a newcomer is given at par before his own. */
const priorReviews = 8;
const priorDeliveries = 10;
const priorOnTime = 0.95;

/** Narrowest distance between the two bots by which a measure still tells stores apart. */
const widthMin: Measures = { profit: 0.0005, rating: 0.05, onTime: 0.02, fill: 0.02, turns: 0.5 };

/** The measures of a store since it entered. Money is in shares of its capital. */
export function measuresOf(context: DecisionContext, store: number): Measures {
  const { state } = context;
  const days = Math.max(1, state.day[0]! - state.enteredOn[store]!);
  const reviews = state.storeReviews[store]!;
  const gain = state.storeStars[store]! - state.storeExpectedStarsMilli[store]! / 1000;
  const delivered = state.deliveredUnits[store]!;
  const wanted = state.wantedUnits[store]!;
  return {
    profit: economicProfit(context, store) / capitalOf(context) / days,
    rating: gain / (reviews + priorReviews),
    onTime:
      (state.onTimeUnits[store]! + priorOnTime * priorDeliveries) / (delivered + priorDeliveries),
    fill: wanted > 0 ? state.soldUnits[store]! / wanted : 0,
    turns: turnsAYear(context, store),
  };
}

const capitalOf = ({ world }: DecisionContext) => world.source.scenario.openingCashMinor;

/**
 * Profit since entry less what the capital costs, books' currency. Goods count at a share of their
 * cost, as they would if sold off. Of the steward's help and penalties only penalties count.
 */
export function economicProfit(context: DecisionContext, store: number): number {
  const { state, world } = context;
  const p = world.parameters;
  const goods =
    balanceOf(state, store, account.inventory, world.base) +
    balanceOf(state, store, account.transit, world.base) +
    balanceOf(state, store, account.deposits, world.base);
  const liquid = equityOf(context, store) - (1 - p["score.inventoryShare"]) * goods;
  const capitalCost = (p["score.capitalCost"] / 365) * state.equitySumMinor[store]!;
  return liquid - capitalOf(context) - state.helpMinor[store]! - capitalCost;
}

/** Cost of goods sold over mean inventory, a year. */
function turnsAYear({ state, world }: DecisionContext, store: number): number {
  const sum = state.inventorySumMinor[store]!;
  const width = state.sizes.currencies;
  const cost = state.balance[(store * storeAccounts + account.costOfGoods) * width + world.base]!;
  return sum > 0 ? (365 * cost) / sum : 0;
}

/** The par line of today. */
export function parOf(context: DecisionContext): Par | null {
  const low = meanOf(context, lowLevel);
  const high = meanOf(context, highLevel);
  if (low === null || high === null) return null;
  const rows = scoreMeasures.map((name) => [name, { low: low[name], high: high[name] }]);
  return Object.fromEntries(rows) as Par;
}

/** Mean measures of the bots of a level that opened with the season. */
function meanOf(context: DecisionContext, level: number): Measures | null {
  const { state, world } = context;
  const firstDay = world.source.scenario.burnInDays;
  const sums = { profit: 0, rating: 0, onTime: 0, fill: 0, turns: 0 };
  let stores = 0;
  for (let store = 0; store < state.sizes.stores; store++) {
    if (state.storeKind[store] !== 1 || state.botLevel[store] !== level) continue;
    if (state.enteredOn[store]! < firstDay) continue;
    const measures = measuresOf(context, store);
    for (const name of scoreMeasures) sums[name] += measures[name];
    stores++;
  }
  if (stores === 0) return null;
  for (const name of scoreMeasures) sums[name] /= stores;
  return sums;
}

/** Scores a store against the par line. */
export function scoreStore(context: DecisionContext, store: number, par: Par | null): StoreScore {
  const { state, world } = context;
  if (par === null || state.storeKind[store] === 0) return noScore;
  const measures = measuresOf(context, store);
  const mark = (name: ScoreMeasure) => markOf(measures[name], par[name], widthMin[name]);
  const profit = mark("profit");
  const customer = (mark("rating") + mark("onTime")) / 2;
  const operations = (mark("fill") + mark("onTime") + mark("turns")) / 3;
  const { profitBp, customerBp, operationsBp } = world.source.scenario.score;
  const weight = profitBp + customerBp + operationsBp;
  const score =
    weight > 0
      ? (profitBp * profit + customerBp * customer + operationsBp * operations) / weight
      : 0;
  return {
    scoreMilli: Math.floor(1000 * score + 0.5),
    profitMilli: Math.floor(1000 * profit + 0.5),
    customerMilli: Math.floor(1000 * customer + 0.5),
    operationsMilli: Math.floor(1000 * operations + 0.5),
    processMilli: -1,
  };
}

const LN_3 = 1.0986122886681098;

function markOf(
  x: number,
  par: { readonly low: number; readonly high: number },
  least: number,
): number {
  const mid = (par.low + par.high) / 2;
  const width = Math.max(par.high - par.low, least) / (2 * LN_3);
  return 1 / (1 + exp(-(x - mid) / width));
}
