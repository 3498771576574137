/**
 * The score of a store: absolute, against bots that opened with it (market.md 12). Each measure x
 * becomes 1 / (1 + e^-((x - mid) / w)) with mid and w such that bots of skill .25 score .25 and
 * masters .75. A measure in which masters are not ahead says nothing: it is left out of its part.
 * Parts without measures, and those whose module is not played, are left out and the other weights
 * scaled.
 */
import { account, storeAccounts } from "../../ledger/account.ts";
import { exp } from "../../number/exp.ts";
import { log } from "../../number/log.ts";
import { balanceOf } from "../books/book.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import { equityOf } from "../books/payouts.ts";
import { forwardsValue } from "../finance/forwards.ts";
import { ownersAdded } from "../finance/owners.ts";
import { owesEmergency } from "../finance/loans.ts";
import { storeKind } from "../state/store-kind.ts";
import { recordMark } from "../temptations/integrity-record.ts";

/** What the parts are measured by. */
export const scoreMeasures = [
  "profit",
  "rating",
  "onTime",
  "disputes",
  "answered",
  "fill",
  "turns",
] as const;
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
  readonly operationsMilli: number;
  /** -1 until its own deliveries weigh as much as those that a newcomer is given at par. */
  readonly customerMilli: number;
  /** The integrity record, absolute: nobody is ahead of a clean one. -1 without temptations. */
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

/** Least lead of masters by which a measure tells stores apart. */
const leadMin: Measures = {
  profit: 0.0005,
  rating: 0.05,
  onTime: 0.02,
  disputes: 0.001,
  answered: 0.05,
  fill: 0.02,
  turns: 0.1,
};

/** Units that a newcomer is given at the rate of disputes that nobody can help. */
const priorEnded = 30;

/** The measures of a store since it entered. Money is in shares of its capital. */
export function measuresOf(context: DecisionContext, store: number): Measures {
  const { state } = context;
  const days = Math.max(1, state.day[0]! - state.enteredOn[store]!);
  const reviews = state.storeReviews[store]!;
  const gain = state.storeStars[store]! - state.storeExpectedStarsMilli[store]! / 1000;
  const delivered = state.deliveredUnits[store]!;
  const wanted = state.wantedUnits[store]!;
  return {
    profit: growthOf(context, store) / days,
    rating: gain / (reviews + priorReviews),
    onTime:
      (state.onTimeUnits[store]! + priorOnTime * priorDeliveries) / (delivered + priorDeliveries),
    disputes: 0 - disputesOf(context, store),
    answered: answersOf(context, store),
    fill: wanted > 0 ? (stockedOf(context, store) * state.soldUnits[store]!) / wanted : 0,
    turns: logTurns(context, store),
  };
}

/** Least part of its capital that a store counts with: a logarithm needs some. */
const capitalLeast = 0.05;

/**
 * Logarithm of what profit made of the capital. Profit multiplies itself, and the mean of a level's
 * plain profits would be that of its one giant.
 */
function growthOf(context: DecisionContext, store: number): number {
  const grown = 1 + economicProfit(context, store) / capitalOf(context);
  return log(Math.max(capitalLeast, grown));
}

/** Share of the days of listed offers that had goods: who is sold out is not even wanted. */
function stockedOf({ state }: DecisionContext, store: number): number {
  const listed = state.listedDays[store]!;
  return listed > 0 ? state.stockedDays[store]! / listed : 1;
}

/** Disputes by units that met their end, since entry. */
function disputesOf({ state, world }: DecisionContext, store: number): number {
  const base = world.parameters["dispute.base"] * priorEnded;
  return (state.disputeUnits[store]! + base) / (state.endedUnits[store]! + priorEnded);
}

/** Mean of +1 for each question answered within a day, 0 within two, -1 for the others. */
function answersOf({ state }: DecisionContext, store: number): number {
  const asked = state.questionCount[store]!;
  return asked > 0 ? state.answerSum[store]! / asked : 0;
}

const capitalOf = ({ world }: DecisionContext) => world.source.scenario.openingCashMinor;

/**
 * Profit since entry less what the capital costs, books' currency, at what the store is worth.
 */
export function economicProfit(context: DecisionContext, store: number): number {
  const { state, world } = context;
  // Equity below nothing is the lenders' money, which costs interest: it brings the owners none.
  const equitySum = Math.max(0, state.equitySumMinor[store]!);
  const capitalCost = (world.parameters["score.capitalCost"] / 365) * equitySum;
  return worthOf(context, store) - capitalOf(context) - capitalCost;
}

/**
 * Equity as every scoring counts it, books' currency. At the end of the season goods count at a
 * share of their cost, as they would if sold off; until then what they lose grows by the day, for
 * goods of the first day can still be sold. Open forwards count at what they are worth. Of the
 * steward's help and penalties only penalties count; what owners added does not, and what they were
 * paid does.
 */
export function worthOf(context: DecisionContext, store: number): number {
  const { state, world } = context;
  const goods =
    balanceOf(state, store, account.inventory, world.base) +
    balanceOf(state, store, account.transit, world.base) +
    balanceOf(state, store, account.deposits, world.base);
  const lostShare = (1 - world.parameters["score.inventoryShare"]) * playedShare(context);
  const forwards = forwardsValue(context, store);
  const given = state.helpMinor[store]! + ownersAdded(context, store);
  return equityOf(context, store) + forwards - lostShare * goods - given;
}

/** How much of the season is over, 0 to 1. */
function playedShare({ state, world }: DecisionContext): number {
  const { burnInDays, days } = world.source.scenario;
  return Math.max(0, Math.min(1, (state.day[0]! - burnInDays) / Math.max(1, days)));
}

/**
 * Logarithm of the turns a year: cost of goods sold over mean inventory, at least one. Who was sold
 * out for most of a season has turns beyond all measure, and a mean of plain ones would be his.
 */
function logTurns({ state, world }: DecisionContext, store: number): number {
  const sum = state.inventorySumMinor[store]!;
  const width = state.sizes.currencies;
  const cost = state.balance[(store * storeAccounts + account.costOfGoods) * width + world.base]!;
  return sum > 0 ? log(Math.max(1, (365 * cost) / sum)) : 0;
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
  const sums = Object.fromEntries(scoreMeasures.map((name) => [name, 0])) as Record<
    ScoreMeasure,
    number
  >;
  let stores = 0;
  for (let store = 0; store < state.sizes.stores; store++) {
    if (state.storeKind[store] !== storeKind.bot || state.botLevel[store] !== level) continue;
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
  if (par === null || state.storeKind[store] === storeKind.absent) return noScore;
  const measures = measuresOf(context, store);
  const isShown = shownBy(context, store);
  const part = (...names: readonly ScoreMeasure[]) =>
    meanMark(
      names.map((name) =>
        isShown[name] ? markOf(measures[name], par[name], leadMin[name]) : null,
      ),
    );
  const profit = part("profit");
  const hasCustomers = state.deliveredUnits[store]! >= priorDeliveries;
  const customer = hasCustomers ? part("rating", "onTime", "disputes", "answered") : null;
  const operations = part("fill", "onTime", "turns");
  const compliance = recordMark(context, store);
  const { profitBp, customerBp, operationsBp, processBp } = world.source.scenario.score;
  const score = weighted([
    { mark: profit, weight: profitBp },
    { mark: customer, weight: customerBp },
    { mark: operations, weight: operationsBp },
    { mark: compliance, weight: processBp },
  ]);
  return {
    scoreMilli: milli(capped(context, store, score)),
    profitMilli: milli(profit),
    customerMilli: milli(customer),
    operationsMilli: milli(operations),
    processMilli: milli(compliance),
  };
}

/** Who lives on an emergency loan is not marked above a cap, whatever he earned before. */
function capped(context: DecisionContext, store: number, score: Mark): Mark {
  if (score === null || !owesEmergency(context, store)) return score;
  return Math.min(score, context.world.parameters["emergency.scoreCap"]);
}

/** Whether the store has shown anything yet: nobody is punctual who has delivered nothing. */
function shownBy(
  { state, world }: DecisionContext,
  store: number,
): Readonly<Record<ScoreMeasure, boolean>> {
  const { returns, service } = world.source.scenario.modules;
  return {
    profit: true,
    rating: state.storeReviews[store]! > 0,
    onTime: state.deliveredUnits[store]! > 0,
    disputes: returns && state.endedUnits[store]! > 0,
    answered: service && state.questionCount[store]! > 0,
    fill: state.wantedUnits[store]! > 0,
    turns: state.inventorySumMinor[store]! > 0,
  };
}

/** A mark of 0 to 1, or null where there is not enough to say. */
type Mark = number | null;

const milli = (mark: Mark): number => (mark === null ? -1 : Math.floor(1000 * mark + 0.5));

function meanMark(marks: readonly Mark[]): Mark {
  return weighted(marks.map((mark) => ({ mark, weight: 1 })));
}

/** The mean of what is known; unknown marks leave their weight to the others. */
function weighted(parts: readonly { readonly mark: Mark; readonly weight: number }[]): Mark {
  let sum = 0;
  let weights = 0;
  for (const { mark, weight } of parts) {
    if (mark === null) continue;
    sum += weight * mark;
    weights += weight;
  }
  return weights > 0 ? sum / weights : null;
}

const LN_3 = 1.0986122886681098;

/** Where a measure stands between beginners and masters: .25 like those, .75 like these. */
export function markOf(
  x: number,
  par: { readonly low: number; readonly high: number },
  leastLead: number,
): Mark {
  const lead = par.high - par.low;
  // Written so that a line that is no number says nothing either.
  if (!(lead >= leastLead)) return null;
  const mid = (par.low + par.high) / 2;
  return 1 / (1 + exp((-(x - mid) * 2 * LN_3) / lead));
}
