/**
 * A season in full swing without its history: stores, offers, listings and campaigns drawn at once.
 * Tests and benches of the phases start from it; a real season starts from `open-season.ts`.
 */
import { exp } from "../../number/exp.ts";
import { normal } from "../../random/normal.ts";
import type { Key } from "../../random/philox.ts";
import { uniform } from "../../random/uniform.ts";
import { setMatchMask } from "../shelf/ad-index.ts";
import { serviceOf } from "./example-trade.ts";
import { newState, type Allocate, type State } from "../state/state.ts";
import { addRow } from "../state/tables.ts";
import type { World } from "../world/world.ts";
import { storeKind } from "../state/store-kind.ts";

export type ExampleStateOptions = {
  /** Units in every home pool. */
  readonly stock?: number;
  /** Stores that are people's, from the first on. */
  readonly people?: number;
  /** Share of offers that are advertised. */
  readonly advertised?: number;
  /** Daily budget of a campaign, ticks: the least and the most. */
  readonly budgetTicks?: readonly [least: number, most: number];
  /** Logarithm of the outside option everywhere. */
  readonly logOutside?: number;
  /** Places that a store's offers take first, and how often it sells from local warehouses. */
  readonly localShare?: number;
};

/** Draws of the example have a key and purposes of their own. */
type Draw = {
  readonly uniform: (entity: number, unit: number, of: number) => number;
  readonly normal: (entity: number, unit: number, of: number) => number;
};

/** Every store with all its offers, each listed in every market. */
export function exampleState(
  world: World,
  key: Key,
  allocate: Allocate = (bytes) => new ArrayBuffer(bytes),
  options: ExampleStateOptions = {},
): State {
  const state = newState(world.sizes, allocate);
  const draw: Draw = {
    uniform: (entity, unit, of) => uniform(entity, unit, 0, 0x4000_0000 + of, key),
    normal: (entity, unit, of) => normal(entity, unit, 0, 0x4000_0000 + of, key),
  };
  const { storesMax, offersPerStore } = world.source.scenario;
  state.logOutside.fill(options.logOutside ?? 4);
  for (let store = 0; store < storesMax; store++) {
    state.storeKind[store] = store < (options.people ?? 0) ? storeKind.people : storeKind.bot;
    state.botLevel[store] = store < (options.people ?? 0) ? -1 : store % 5;
    state.tier[store] = 1;
    state.offersOfStore[store] = offersPerStore;
    state.onTime[store] = 1;
    state.tracking[store] = 1;
    state.fillRate[store] = 1;
    openCampaign(world, state, draw, store, options);
    for (let place = 0; place < offersPerStore; place++) {
      addOffer(world, state, draw, store, place, options);
    }
  }
  return state;
}

/** Each store sells in two categories, half of its offers in each. */
function addOffer(
  world: World,
  state: State,
  draw: Draw,
  store: number,
  place: number,
  options: ExampleStateOptions,
): void {
  const { products, scenario } = world.source;
  const { categories, markets } = world.sizes;
  const row = state.offerCount[0]!++;
  const isSecond = place >= scenario.offersPerStore / 2;
  const category = (store * 2 + (isSecond ? 1 : 0)) % categories;
  const inCategory = products.filter((product) => product.category === category);
  const product = inCategory[Math.floor(draw.uniform(store, place, 1) * inCategory.length)]!;
  const fit = 0.75 * draw.normal(row, 0, 2) - 0.1;
  state.storeOf[row] = store;
  state.offerNumber[row] = store * 256 + place;
  state.skuOf[row] = products.indexOf(product);
  state.categoryOf[row] = category;
  state.bornOn[row] = -Math.floor(300 * draw.uniform(row, 0, 3));
  state.fit[row] = fit;
  rate(state, draw, row, fit);
  state.stock[row * (markets + 1)] = options.stock ?? 2000;
  for (let market = 0; market < markets; market++) {
    addListing(world, state, draw, row, market, options);
  }
  if (draw.uniform(row, 0, 9) < (options.advertised ?? 0.25)) addEntry(world, state, draw, row);
}

/** Reviews as a store of some age has them. */
function rate(state: State, draw: Draw, row: number, fit: number): void {
  const reviews = Math.floor(exp(1.3 * draw.normal(row, 0, 4) + 2.2));
  const mean = Math.max(1, Math.min(5, 4.25 + 0.22 * fit + 0.15 * draw.normal(row, 0, 5)));
  const stars = Math.floor(reviews * mean);
  state.reviewCount[row] = reviews;
  state.starSum[row] = stars;
  state.starSquareSum[row] = Math.floor(reviews * (mean * mean + 1.2));
}

function addListing(
  world: World,
  state: State,
  draw: Draw,
  row: number,
  market: number,
  options: ExampleStateOptions,
): void {
  const { markets, queries } = world.sizes;
  const { products, scenario, exchange } = world.source;
  const at = row * markets + market;
  const product = products[state.skuOf[row]!]!;
  const cny = exchange.find(({ currency }) => currency === product.costCurrency)!.rateE8;
  const local = world.startRateE8[world.currencyOfMarket[market]!]!;
  const isYenLike = local < 10_000_000;
  const unit = (product.unitCostMinor * cny) / local / (isYenLike ? 100 : 1);
  const markup = exp(0.35 * draw.normal(row, 0, 6)) * (1.9 + 0.5 * draw.uniform(row, 0, 7));
  const isLocal = draw.uniform(row, market, 8) < (options.localShare ?? 0);
  state.listing[at] = 1;
  state.service[at] = serviceOf(market, isLocal ? "last-mile" : "post");
  state.promiseDays[at] = isLocal ? 5 : 14;
  if (isLocal) state.stock[row * (markets + 1) + 1 + market] = options.stock ?? 2000;
  state.priceMinor[at] = Math.max(1, Math.floor(unit * markup + 0.5));
  const content = Math.floor(350 * (draw.normal(row, 1, 10) + draw.normal(row, 2, 10)));
  state.contentMilli[at] = Math.max(-1000, Math.min(1000, content));
  state.velocity[at] =
    (0.15 * state.reviewCount[row]! * scenario.markets[market]!.visitShareBp) / 10_000;
  for (let query = 0; query < queries; query++) {
    state.relevance[at * queries + query] = Math.floor(256 * draw.uniform(row, 16 + query, 11));
  }
}

function openCampaign(
  world: World,
  state: State,
  draw: Draw,
  store: number,
  options: ExampleStateOptions,
): void {
  const [least, most] = options.budgetTicks ?? [150_000, 750_000];
  const row = addRow(state.tables.campaigns);
  const { columns } = state.tables.campaigns;
  columns.store[row] = store;
  columns.campaign[row] = 0;
  columns.isOn[row] = 1;
  columns.dailyBudgetTicks[row] = Math.floor(least + (most - least) * draw.uniform(store, 0, 12));
  columns.spentTicks[row] = 0;
  columns.markets[row] = allBits(world.sizes.markets);
  columns.pacing[row] = 1;
  state.campaignsOfStore[store] = 1;
}

/** One automatic entry: every query of the category, in every market. */
function addEntry(world: World, state: State, draw: Draw, row: number): void {
  const entry = addRow(state.tables.adEntries);
  const { columns } = state.tables.adEntries;
  const product = world.source.products[state.skuOf[row]!]!;
  columns.campaign[entry] = state.storeOf[row]!;
  columns.entry[entry] = state.offerNumber[row]! & 255;
  columns.offer[entry] = row;
  columns.match[entry] = 3;
  columns.keyword[entry] = 0;
  const dollars = product.unitCostMinor * 0.0014 * 2.2;
  columns.bidTicks[entry] = Math.floor(dollars * 400 * (0.12 + 0.38 * draw.uniform(row, 0, 13)));
  for (let market = 0; market < world.sizes.markets; market++) {
    setMatchMask(columns, entry, market, allBits(world.sizes.queries));
  }
}

/** So many low bits, all set; 32 of them are -1. */
function allBits(count: number): number {
  return count === 32 ? -1 : (1 << count) - 1;
}
