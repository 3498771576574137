/**
 * The part of a season that never changes: what its source says, compiled once into arrays. Two
 * threads that compile the same source have the same world.
 */
import { fromIso, type Day } from "../../calendar/day.ts";
import type { SeasonCalendar } from "../../calendar/season-calendar.ts";
import { storeAccounts } from "../../ledger/account.ts";
import { rateOne, type RateTable } from "../../money/convert.ts";
import { isCurrencyCode, type CurrencyCode } from "../../money/currency.ts";
import { clamp } from "../../number/clamp.ts";
import { exp } from "../../number/exp.ts";
import { hex, mixInt32, newHash } from "../../number/fnv.ts";
import { log } from "../../number/log.ts";
import { lognormalOfMeanOne, normal } from "../../random/normal.ts";
import type { Key } from "../../random/philox.ts";
import { address, purpose } from "../../random/purpose.ts";
import { compileTrade, type TradeAnswers, type TradeProduct } from "../../trade/answers.ts";
import { standard1 } from "../../trade/fault.ts";
import type { BatteryClass } from "../../trade/parcel.ts";
import {
  depthNames,
  segmentNames,
  sliceNames,
  weekdayNames,
} from "../parameters/parameter-lists.ts";
import { parameterList, parametersOf, type Parameters } from "../parameters/parameters.ts";
import type { MarketProduct, WorldSource } from "./scenario.ts";
import type { Sizes } from "../state/state.ts";
import { categoryPull, tastedParameters, tastesKey } from "./tastes.ts";
import { offersMax } from "./world-limits.ts";
import type { WorldFault } from "./world-fault.ts";
import { worldFaults } from "./world-faults.ts";

/** What each segment of shoppers weighs, by segment. */
export type Segments = {
  readonly price: Float64Array;
  readonly fit: Float64Array;
  readonly review: Float64Array;
  /** A day of delivery. */
  readonly delivery: Float64Array;
};

export type World = {
  readonly source: WorldSource;
  /** Names the source: equal sources, equal digests. */
  readonly digest: string;
  readonly sizes: Sizes;
  readonly parameters: Parameters;
  readonly calendar: SeasonCalendar;
  readonly marketIds: readonly string[];
  readonly categoryIds: readonly string[];
  /** Language of a market's searches, ISO 639-1. */
  readonly marketLanguages: readonly string[];
  readonly currencies: readonly CurrencyCode[];
  /** Index of the books' currency. */
  readonly base: number;
  readonly startRateE8: Float64Array;
  /** Index of the currency of each market. */
  readonly currencyOfMarket: Int32Array;
  /** Annual volatility of each currency, basis points. */
  readonly volatilityBp: Int32Array;
  /** Index of a market by its country, and of a service of the trade slice by its id. */
  readonly marketOf: ReadonlyMap<string, number>;
  readonly serviceOf: ReadonlyMap<string, number>;
  /** Index into the source's products, by SKU. */
  readonly skuOf: ReadonlyMap<string, number>;
  /** Mean visits of a day by shelf, before calendar and shocks. */
  readonly visits: Float64Array;
  readonly segments: Segments;
  /** Share of each segment in each market's visits: market · segments + segment. */
  readonly segmentShare: Float64Array;
  /** By category: how much its shoppers weigh price. */
  readonly priceWeight: Float64Array;
  /** Least bid by market · categories + category, ticks. */
  readonly reserveTicks: Int32Array;
  readonly sliceShares: Float64Array;
  readonly weekdayFactors: Float64Array;
  readonly depthSlots: Int32Array;
  readonly depthShares: Float64Array;
  /** Bonus in ranking by tier. */
  readonly tierBonus: Float64Array;
  /** By service of the trade slice: 1 where it ships from the market's overseas warehouse. */
  readonly isLastMile: Uint8Array;
  readonly tradeProducts: readonly TradeProduct[];
  /** Trade's answers by the first day of their period; made when first asked for. */
  readonly answers: Map<Day, TradeAnswers>;
};

export type WorldOutcome =
  | { readonly ok: true; readonly value: World }
  | { readonly ok: false; readonly faults: readonly WorldFault[] };

/** Compiles a source; refuses it with every fault that was found. */
export function compileWorld(source: WorldSource): WorldOutcome {
  const faults = worldFaults(source);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: built(source) };
}

function built(source: WorldSource): World {
  const { scenario, categories, tiers, trade } = source;
  const parameters = tastedParameters(source, parametersOf(scenario.parameters).parameters);
  const sizes = sizesOf(source);
  const countries = scenario.markets.map(({ country }) =>
    trade.countries.find(({ id }) => id === country)!,
  );
  const currencies = currenciesOf(source);
  const quoted = (code: string) => source.exchange.find(({ currency }) => currency === code);
  const key = tastesKey(source);
  return {
    source,
    digest: digestOf(source),
    sizes,
    parameters,
    calendar: { startsOn: fromIso(scenario.startDate), days: scenario.days },
    marketIds: countries.map(({ id }) => id),
    categoryIds: categories.map(({ id }) => id),
    marketLanguages: countries.map(({ languages }) => languages[0]!),
    currencies,
    base: currencies.indexOf(scenario.booksCurrency as CurrencyCode),
    startRateE8: Float64Array.from(currencies, (code) => quoted(code)?.rateE8 ?? rateOne),
    volatilityBp: Int32Array.from(currencies, (code) => quoted(code)?.volatilityBp ?? 0),
    marketOf: new Map(countries.map(({ id }, index) => [id, index])),
    serviceOf: new Map(trade.services.map(({ id }, index) => [id, index])),
    currencyOfMarket: Int32Array.from(countries, (one) => currencies.indexOf(one.currency)),
    skuOf: new Map(source.products.map(({ sku }, index) => [sku, index])),
    visits: visitsOf(source, parameters, sizes),
    segments: segmentsOf(parameters),
    segmentShare: segmentShares(parameters, sizes, key),
    priceWeight: Float64Array.from(categories, (_, category) =>
      priceWeightOf(parameters, category, key),
    ),
    reserveTicks: new Int32Array(sizes.markets * sizes.categories).fill(
      parameters["auction.reserveTicks"],
    ),
    sliceShares: parameterList(parameters, "traffic.slice", sliceNames),
    weekdayFactors: parameterList(parameters, "traffic.weekday", weekdayNames),
    depthSlots: Int32Array.from(parameterList(parameters, "depth.slots", depthNames)),
    depthShares: parameterList(parameters, "depth.share", depthNames),
    tierBonus: Float64Array.from(tiers, ({ rankBonusMilli }) => rankBonusMilli / 1000),
    isLastMile: Uint8Array.from(trade.services, ({ leg }) => (leg === "last-mile" ? 1 : 0)),
    tradeProducts: source.products.map(tradeProductOf),
    answers: new Map(),
  };
}

/** Room for every array. A store may replace its offers, so there is half as much room again. */
function sizesOf({ scenario, categories, exchange }: WorldSource): Sizes {
  const markets = scenario.markets.length;
  const queries = categories.reduce((most, one) => Math.max(most, one.queries.length), 0);
  const perStore = Math.ceil(scenario.offersPerStore * 1.5);
  const known = exchange.some(({ currency }) => currency === scenario.booksCurrency);
  return {
    stores: scenario.storesMax,
    offers: Math.min(offersMax, scenario.storesMax * perStore),
    markets,
    categories: categories.length,
    queries,
    shelves: markets * categories.length * queries,
    segments: segmentNames.length,
    currencies: exchange.length + (known ? 0 : 1),
    accounts: storeAccounts,
  };
}

function currenciesOf({ scenario, exchange }: WorldSource): readonly CurrencyCode[] {
  const codes = exchange.map(({ currency }) => currency).filter(isCurrencyCode);
  const base = scenario.booksCurrency as CurrencyCode;
  return codes.includes(base) ? codes : [base, ...codes];
}

/** L_m of E1: visits × share of the market × pull and Zipf over categories × share of the query. */
function visitsOf(source: WorldSource, parameters: Parameters, sizes: Sizes): Float64Array {
  const { scenario, categories } = source;
  const weights = categoryPull(source, parameters).map(
    (pull, rank) => pull * exp(-parameters["traffic.zipf"] * log(1 + rank)),
  );
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const visits = new Float64Array(sizes.shelves);
  scenario.markets.forEach(({ visitShareBp }, market) => {
    const ofMarket = (scenario.visitsPerDay * visitShareBp) / 10_000;
    categories.forEach(({ queries }, category) => {
      const ofCategory = (ofMarket * weights[category]!) / total;
      const first = (market * sizes.categories + category) * sizes.queries;
      queries.forEach((query, q) => {
        visits[first + q] = (ofCategory * query.visitShareBp) / 10_000;
      });
    });
  });
  return visits;
}

function segmentsOf(parameters: Parameters): Segments {
  return {
    price: parameterList(parameters, "segment.price", segmentNames),
    fit: parameterList(parameters, "segment.fit", segmentNames),
    review: parameterList(parameters, "segment.review", segmentNames),
    delivery: parameterList(parameters, "segment.delivery", segmentNames),
  };
}

/** Each market has its own mix: shares × lognormal, normalized. */
function segmentShares(parameters: Parameters, sizes: Sizes, key: Key): Float64Array {
  const shares = parameterList(parameters, "segment.share", segmentNames);
  const mix = new Float64Array(sizes.markets * sizes.segments);
  const at = address(purpose.segmentMix);
  for (let market = 0; market < sizes.markets; market++) {
    const first = market * sizes.segments;
    let sum = 0;
    for (let segment = 0; segment < sizes.segments; segment++) {
      const factor = lognormalOfMeanOne(parameters["segment.mixSd"], market, segment, 0, at, key);
      mix[first + segment] = shares[segment]! * factor;
      sum += mix[first + segment]!;
    }
    for (let segment = 0; segment < sizes.segments; segment++) mix[first + segment]! /= sum;
  }
  return mix;
}

/**
 * How much a category's shoppers weigh price, cut at some deviations: further out an elasticity
 * would come near one, and the dearest price be the best.
 */
function priceWeightOf(parameters: Parameters, category: number, key: Key): number {
  const furthest = parameters["category.priceWeightFurthest"];
  const drawn = normal(category, 0, 0, address(purpose.categoryWeight), key);
  const n = clamp(drawn, -furthest, furthest);
  return exp(parameters["category.priceWeightSd"] * n + parameters["category.priceWeightMean"]);
}

function digestOf(source: WorldSource): string {
  const text = JSON.stringify(source);
  const hash = newHash();
  for (let i = 0; i < text.length; i++) mixInt32(hash, text.charCodeAt(i));
  return hex(hash);
}

function tradeProductOf(product: MarketProduct): TradeProduct {
  const { hs10, origin, weightG, sizeMm, battery } = product;
  return {
    hs10,
    origin,
    weightG,
    sizeMm,
    battery: (battery ?? "none") as BatteryClass,
    attributes: [],
  };
}

/** Calendar day of an engine day; the burn-in lies before the season's first day. */
export function calendarDayOf(world: World, engineDay: number): Day {
  return world.calendar.startsOn + engineDay - world.source.scenario.burnInDays;
}

/**
 * Trade's answers for an engine day. Customs rates are those of the season's start throughout, so
 * answers change only where a rule, rate or card does. Products and services are numbered as in the
 * source; the same object comes back for every day of a period.
 */
export function tradeOn(world: World, engineDay: number): TradeAnswers {
  const day = calendarDayOf(world, engineDay);
  for (const [from, known] of world.answers) {
    if (from <= day && (known.until === null || day < known.until)) return known;
  }
  const { scenario, exchange, trade } = world.source;
  const rates: RateTable = {
    base: scenario.booksCurrency as CurrencyCode,
    rateE8: Object.fromEntries(exchange.map(({ currency, rateE8 }) => [currency, rateE8])),
  };
  const answers = compileTrade(trade, world.tradeProducts, day, rates, {
    consequences: standard1,
    accidentsMilli: world.parameters["fulfillment.accidentsMilli"],
  });
  world.answers.set(day, answers);
  return answers;
}
