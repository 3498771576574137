/**
 * A day that never was: partly one observed day, partly another one. It begins as the earlier day
 * and becomes the later one factor by factor. Offers and campaigns are never forgotten, so the
 * later day's rows hold both; what the earlier day did not have yet is not on sale in it.
 */
import { cutBp } from "../promotions/price-cut.ts";
import { tradeOn, type World } from "../world/world.ts";
import { effectsOfDay, type Seed, type Season } from "../state/season.ts";
import { columnLength, copyState, extent, stateColumns, type State } from "../state/state.ts";
import { addRow } from "../state/tables.ts";
import { alignRows } from "./align-rows.ts";
import { columnRoles, factors, type Factor } from "./factor.ts";
import type { ObservedDay } from "./observe-day.ts";

/** What a swap touched: nothing, money alone, the store's own listings, or everybody's. */
export type Touched = "nothing" | "money" | "own" | "all";

export type Blend = {
  readonly world: World;
  readonly seed: Seed;
  readonly store: number;
  readonly before: ObservedDay;
  readonly after: ObservedDay;
  readonly state: State;
  readonly visits: Float64Array;
  readonly isBroke: Uint8Array;
  /** Days since an offer began. */
  readonly age: Int32Array;
  /** Day by whose law, events and commission the blend trades. */
  lawDay: number;
  /** Day whose lottery of places holds. */
  lotteryDay: number;
  /** Whose rivals are there, with their stock and budgets through the day. */
  rivals: ObservedDay;
  /** Whose units are on hand, at what cost. */
  stock: ObservedDay;
  ads: ObservedDay;
  /** Whose promotions run. */
  prices: ObservedDay;
};

const memory = (bytes: number) => new ArrayBuffer(bytes);
/** A promotion of a blend runs or does not; its dates were looked at already. */
const always = { from: -32_768, to: 32_767 };

/** The earlier day, ready to become the later one. */
export function beginBlend(
  { world, seed }: Pick<Season, "world" | "seed">,
  earlier: ObservedDay,
  after: ObservedDay,
  store: number,
): Blend {
  const before = alignRows(earlier, after);
  const state = copyState(after.state, memory);
  const blend: Blend = {
    world,
    seed,
    store,
    before,
    after,
    state,
    visits: before.visits.slice(),
    isBroke: before.isBroke.slice(),
    age: new Int32Array(state.offerCount[0]!),
    lawDay: before.engineDay,
    lotteryDay: before.engineDay,
    rivals: before,
    stock: before,
    ads: before,
    prices: before,
  };
  for (const name of columnNames) {
    const role = columnRoles[name];
    if (isFactor(role)) state[name].set(before.state[name] as never);
  }
  for (let row = 0; row < blend.age.length; row++) copyOffer(blend, before, row);
  fillAds(blend);
  fillPromotions(blend);
  return blend;
}

const columnNames = Object.keys(columnRoles) as (keyof typeof stateColumns)[];
const isFactor = (role: string): role is Factor => (factors as readonly string[]).includes(role);
const isOwn = ({ state, store }: Blend, row: number) => state.storeOf[row] === store;

/** Makes the factor that of the later day. */
export function swapFactor(blend: Blend, factor: Factor): Touched {
  const { after, state } = blend;
  switch (factor) {
    case "season":
      blend.visits.set(after.visits);
      copyColumns(blend, "season");
      return "own";
    case "exchange":
      return copyColumns(blend, "exchange") ? "money" : "nothing";
    case "policy":
      return swapLaw(blend);
    case "rivals":
      swapRivals(blend);
      return "all";
    case "lottery":
      blend.lotteryDay = after.engineDay;
      return "own";
    case "ads":
      blend.ads = after;
      blend.isBroke[blend.store] = after.isBroke[blend.store]!;
      fillAds(blend);
      return "own";
    case "stock":
      blend.stock = after;
      copyColumns(blend, factor);
      return "own";
    default: {
      let isChanged = copyColumns(blend, factor);
      for (let row = 0; row < state.offerCount[0]!; row++) {
        if (!isOwn(blend, row)) continue;
        if (factor === "rank") isChanged = copyAge(blend, after, row) || isChanged;
        if (factor === "price") isChanged = copyPromotions(blend, after, row) || isChanged;
      }
      if (factor === "price") {
        blend.prices = after;
        isChanged = fillPromotions(blend) || isChanged;
      }
      return isChanged ? "own" : "nothing";
    }
  }
}

/** Copies the store's own rows of a factor's columns; of a column of the world all of it. */
function copyColumns(blend: Blend, factor: Factor): boolean {
  let isChanged = false;
  for (const name of columnNames) {
    if (columnRoles[name] !== factor) continue;
    const rows = rowsOf(blend, name);
    if (rows === null) isChanged = copyRange(blend, name, 0, lengthOf(blend, name)) || isChanged;
    else {
      for (const { from, to } of rows.own) {
        isChanged = copyRange(blend, name, from, to) || isChanged;
      }
    }
  }
  return isChanged;
}

function swapRivals(blend: Blend): void {
  const { after, state } = blend;
  blend.rivals = after;
  for (const name of columnNames) {
    if (!isFactor(columnRoles[name])) continue;
    for (const { from, to } of rowsOf(blend, name)?.others ?? []) copyRange(blend, name, from, to);
  }
  for (let row = 0; row < state.offerCount[0]!; row++) {
    if (!isOwn(blend, row)) copyOffer(blend, after, row);
  }
  const own = blend.isBroke[blend.store]!;
  blend.isBroke.set(after.isBroke);
  blend.isBroke[blend.store] = own;
  fillAds(blend);
  fillPromotions(blend);
}

/** The law of the later day; where it and the day's events are the same, nothing was touched. */
function swapLaw(blend: Blend): Touched {
  const { world, seed, state } = blend;
  const lawOn = (day: number) => {
    state.day[0] = day;
    const { tariffStepBp, isReliefRemoved, commissionBp } = effectsOfDay({ world, seed, state });
    const facts = [tariffStepBp, isReliefRemoved, commissionBp].map((one) => one.join());
    return [tradeOn(world, day).day, ...facts].join("|");
  };
  const [from, to] = [blend.lawDay, blend.after.engineDay];
  blend.lawDay = to;
  return lawOn(from) === lawOn(to) ? "nothing" : "all";
}

type Span = { readonly from: number; readonly to: number };

/** Ranges of a column by whose they are; null where it belongs to no store. */
function rowsOf(
  blend: Blend,
  name: keyof typeof stateColumns,
): { readonly own: readonly Span[]; readonly others: readonly Span[] } | null {
  const { state, store } = blend;
  const [, outermost] = stateColumns[name] as readonly [string, string];
  if (outermost !== "offer" && outermost !== "store") return null;
  const rows = outermost === "offer" ? state.offerCount[0]! : state.sizes.stores;
  const width = lengthOf(blend, name) / extent(state.sizes, outermost);
  const own: Span[] = [];
  const others: Span[] = [];
  for (let row = 0; row < rows; row++) {
    const isMine = outermost === "store" ? row === store : isOwn(blend, row);
    (isMine ? own : others).push({ from: row * width, to: (row + 1) * width });
  }
  return { own, others };
}

const lengthOf = ({ state }: Blend, name: keyof typeof stateColumns) =>
  columnLength(state.sizes, name);

function copyRange(
  { state, after }: Blend,
  name: keyof typeof stateColumns,
  from: number,
  to: number,
): boolean {
  const into = state[name];
  const source = after.state[name];
  let isChanged = false;
  for (let at = from; at < to; at++) {
    if (into[at] === source[at]) continue;
    into[at] = source[at]!;
    isChanged = true;
  }
  return isChanged;
}

/** Age and promotions of an offer as they were on a day. */
function copyOffer(blend: Blend, day: ObservedDay, row: number): void {
  copyAge(blend, day, row);
  copyPromotions(blend, day, row);
}

/** An offer that the earlier day did not know is as new in it as can be. */
function copyAge({ age, after }: Blend, day: ObservedDay, row: number): boolean {
  const days = Math.max(0, day.engineDay - after.state.bornOn[row]!);
  if (age[row] === days) return false;
  age[row] = days;
  return true;
}

function copyPromotions({ world, state }: Blend, day: ObservedDay, row: number): boolean {
  const { markets } = state.sizes;
  const today = day.engineDay - world.source.scenario.burnInDays + 1;
  let isChanged = false;
  for (let at = row * markets; at < (row + 1) * markets; at++) {
    const depth = cutBp(day.state, at, today);
    isChanged ||= state.discountFrom[at] === always.from && state.discountBp[at] !== depth;
    state.discountBp[at] = depth;
    state.discountFrom[at] = always.from;
    state.discountTo[at] = always.to;
  }
  return isChanged;
}

/**
 * Promotions that run: the store's own of one day, all others' of another. Their dates were looked
 * at already. Tells whether the store has any, or had.
 */
function fillPromotions(blend: Blend): boolean {
  const { world, state, store } = blend;
  const { promotions } = state.tables;
  const hadOwn = promotions.columns.store.subarray(0, promotions.rows).includes(store);
  promotions.rows = 0;
  for (const day of new Set([blend.prices, blend.rivals])) {
    const from = day.state.tables.promotions;
    const today = day.engineDay - world.source.scenario.burnInDays + 1;
    for (let row = 0; row < from.rows; row++) {
      const isOwn = from.columns.store[row] === store;
      if ((isOwn ? blend.prices : blend.rivals) !== day) continue;
      if (today < from.columns.from[row]! || today > from.columns.to[row]!) continue;
      const to = addRow(promotions);
      copyRow(from.columns, promotions.columns, row, to);
      promotions.columns.from[to] = always.from;
      promotions.columns.to[to] = always.to;
    }
  }
  return hadOwn || promotions.columns.store.subarray(0, promotions.rows).includes(store);
}

/** Campaigns, bids and negatives: the store's own of one day, all others' of another. */
function fillAds(blend: Blend): void {
  const { state, store } = blend;
  const { campaigns, adEntries, negatives } = state.tables;
  fillOutreach(blend);
  const dayOf = (campaign: number) =>
    campaigns.columns.store[campaign] === store ? blend.ads : blend.rivals;
  for (let row = 0; row < campaigns.rows; row++) {
    const from = dayOf(row).state.tables.campaigns;
    if (row >= from.rows) campaigns.columns.isOn[row] = 0;
    else copyRow(from.columns, campaigns.columns, row, row);
  }
  for (let row = 0; row < adEntries.rows; row++) {
    const from = dayOf(adEntries.columns.campaign[row]!).state.tables.adEntries;
    if (row >= from.rows) adEntries.columns.bidTicks[row] = 0;
    else copyRow(from.columns, adEntries.columns, row, row);
  }
  negatives.rows = 0;
  for (const day of new Set([blend.ads, blend.rivals])) {
    const from = day.state.tables.negatives;
    for (let row = 0; row < from.rows; row++) {
      if (dayOf(from.columns.campaign[row]!) !== day) continue;
      copyRow(from.columns, negatives.columns, row, addRow(negatives));
    }
  }
}

/** What the store had running off the market on the day whose promotion holds. */
function fillOutreach({ state, store, ads }: Blend): void {
  const { outreach } = state.tables;
  const from = ads.state.tables.outreach;
  outreach.rows = 0;
  for (let row = 0; row < from.rows; row++) {
    const { columns } = from;
    if (columns.store[row] !== store) continue;
    if (columns.from[row]! > ads.engineDay || columns.until[row]! < ads.engineDay) continue;
    const into = addRow(outreach);
    copyRow(columns, outreach.columns, row, into);
    // It runs; on which days was looked at already.
    outreach.columns.from[into] = 0;
    outreach.columns.until[into] = always.to;
  }
}

function copyRow<C extends Readonly<Record<string, ArrayLike<unknown>>>>(
  from: C,
  into: C,
  row: number,
  to: number,
): void {
  for (const name of Object.keys(into)) {
    (into[name] as Float64Array)[to] = (from[name] as Float64Array)[row]!;
  }
}
