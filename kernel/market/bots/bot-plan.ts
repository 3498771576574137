/** What a bot of some skill wants for one of its offers (market.md E16). */
import { clamp } from "../../number/clamp.ts";
import { exp } from "../../number/exp.ts";
import { log } from "../../number/log.ts";
import { normal } from "../../random/normal.ts";
import { address, purpose } from "../../random/purpose.ts";
import { uniform } from "../../random/uniform.ts";
import { exchanged } from "../books/book.ts";
import type { ListingScores } from "../decisions/decision.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import { landedUnit, unitCost, unitShipping } from "../books/economics.ts";
import { soundPrice } from "../books/sound-price.ts";
import { unitsEverywhere } from "../goods/pools.ts";
import { laneOf } from "../parcels/lanes.ts";
import { currencyNumber } from "../world/lookups.ts";

/** Skill 0 to 1 of a bot's store. */
export const skillOf = ({ state }: Pick<DecisionContext, "state">, store: number) =>
  state.botLevel[store]! / 4;

/** A standard normal number of an offer for a use and a day. */
function noise(context: DecisionContext, of: number, row: number, index: number): number {
  const { state, engineDay, key } = context;
  return normal(state.offerNumber[row]!, 0, 4 * engineDay, address(of, index), key);
}

/** A uniform number of an offer for a use and a day. */
export function chance(context: DecisionContext, of: number, row: number, index: number): number {
  const { state, engineDay, key } = context;
  return uniform(state.offerNumber[row]!, 1, 4 * engineDay, address(of, index), key);
}

export type BotShipping = { readonly service: number; readonly promiseDays: number };

/** The service and promise of a bot for one of its offers. Null where none goes there. */
export function botShipping(
  context: DecisionContext,
  row: number,
  market: number,
): BotShipping | null {
  const { state } = context;
  return shippingFor(context, state.skuOf[row]!, market, skillOf(context, state.storeOf[row]!));
}

/**
 * The service that skill finds for a product: the cheapest by price and, for the more skilled, by
 * what days cost in sales; the unskilled promise more than the service keeps.
 */
export function shippingFor(
  context: DecisionContext,
  product: number,
  market: number,
  skill: number,
): BotShipping | null {
  const chosen = chosenOnce(context, product, market, skill >= 0.5);
  if (chosen === null) return null;
  const { service, medianDays, lateDays } = chosen;
  const promise = medianDays + (lateDays - medianDays) * clamp(skill + 0.1, 0, 1);
  return { service, promiseDays: Math.max(1, Math.floor(promise)) };
}

type Chosen = { readonly service: number; readonly medianDays: number; readonly lateDays: number };

const kept = new WeakMap<DecisionContext, Map<number, Chosen | null>>();

/**
 * The service of all bots alike: within one context rates and law stand still, so thousands of
 * offers of the same product get the same answer.
 */
function chosenOnce(
  context: DecisionContext,
  product: number,
  market: number,
  mindsDays: boolean,
): Chosen | null {
  let choices = kept.get(context);
  if (choices === undefined) kept.set(context, (choices = new Map()));
  const key = (product * context.state.sizes.markets + market) * 2 + (mindsDays ? 1 : 0);
  const known = choices.get(key);
  if (known !== undefined) return known;
  const chosen = chooseService(context, product, market, mindsDays);
  choices.set(key, chosen);
  return chosen;
}

function chooseService(
  context: DecisionContext,
  product: number,
  market: number,
  mindsDays: boolean,
): Chosen | null {
  const { world, trade } = context;
  const cost = unitCost(context, product);
  let best: Chosen | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const { index } of trade.services(world.marketIds[market]!, "home")) {
    const lane = laneOf(world, trade, product, market, index);
    const shipping = unitShipping(context, product, market, index);
    if (lane === null || shipping === null) continue;
    if (landedUnit(context, product, market, index, 1000, 0) === null) continue;
    // A day of delivery moves sales by about 1.5 %, which is worth half a per cent of the price.
    const dayCost = mindsDays ? 0.01 * (cost + shipping) : 0;
    const price = shipping + dayCost * lane.medianDays;
    if (price >= least) continue;
    least = price;
    best = { service: index, medianDays: lane.medianDays, lateDays: lane.lateDays };
  }
  return best;
}

/** The price of a bot in a market's currency: the sound one with an error that fades with skill. */
export function botPrice(
  context: DecisionContext,
  row: number,
  market: number,
  service: number,
): number | null {
  const { state, world, book } = context;
  const p = world.parameters;
  const store = state.storeOf[row]!;
  const sound = soundPrice(context, store, state.skuOf[row]!, market, service);
  if (sound === null) return null;
  const there = world.currencyOfMarket[market]!;
  const skill = skillOf(context, store);
  const error =
    (1 - skill) *
    (p["bot.priceNoise"] * noise(context, purpose.botPrice, row, 0) - p["bot.priceBias"]);
  const wanted = sound * exp(error) * scarcity(context, row, market, sound);
  return clamp(exchanged(book, Math.floor(wanted + 0.5), world.base, there), 1, 1_000_000_000);
}

/** How far a price may lie from the sound one for the sake of stock: shares of it. */
const cheapest = 0.9;
const dearest = 1.8;

/**
 * By how much the skilled leave the sound price so that stock lasts until there is more: at an
 * elasticity e, a price p sells what is there in the time wanted at p · (wanted / there)^(1/e).
 * They go half of that way a week, and not far below or above. 1 for the others.
 */
function scarcity(context: DecisionContext, row: number, market: number, sound: number): number {
  const { state, world, book } = context;
  const skill = skillOf(context, state.storeOf[row]!);
  const { markets } = state.sizes;
  const cell = row * markets + market;
  if (skill <= 0.4 || state.listing[cell] !== 1) return 1;
  const there = unitsEverywhere(state, row);
  const ratio = clamp(botStock(context, row) / Math.max(1, there), 0.25, 4);
  const asked = exchanged(
    book,
    state.priceMinor[cell]!,
    world.currencyOfMarket[market]!,
    world.base,
  );
  const step = exp(log(ratio) / (2 * world.parameters["bot.elasticity"]));
  const wanted = clamp((asked / sound) * step, cheapest, dearest);
  // The average go half as far as those who know their trade.
  return skill > 0.6 ? wanted : (1 + wanted) / 2;
}

/** Content and relevance grow with skill; the more careless oversell. */
export function botScores(context: DecisionContext, row: number): ListingScores {
  const { state, world } = context;
  const p = world.parameters;
  const skill = skillOf(context, state.storeOf[row]!);
  const n = noise(context, purpose.botContent, row, 0);
  const content = p["bot.contentMean"] + p["bot.contentSkill"] * skill + p["bot.contentSd"] * n;
  const boast = (1 - skill) * Math.max(0, noise(context, purpose.botContent, row, 1));
  const relevance = Array.from({ length: state.sizes.queries }, (_, q) => {
    const own = noise(context, purpose.botContent, row, 2 + q);
    // The first searches of a category are the obvious ones; skill finds the others.
    const found = 0.35 + 0.5 * skill - 0.06 * q * (1 - skill) + 0.18 * own;
    return Math.floor(255 * clamp(found, 0, 1));
  });
  return {
    contentMilli: Math.floor(1000 * clamp(content, -1, 1)),
    claimMilli: Math.floor(300 * clamp(boast, 0, 2)),
    relevance,
  };
}

/**
 * The bid of a bot, ticks; 0 for none. The skilled bid six tenths of break-even for offers that pay
 * and please, the others a blind share of the price for some.
 *
 * @param marginMinor  what a unit leaves in the main market, books' currency
 * @param priceMinor   its price there, books' currency
 */
export function botBid(
  context: DecisionContext,
  row: number,
  marginMinor: number,
  priceMinor: number,
): number {
  const { state, world } = context;
  const p = world.parameters;
  const skill = skillOf(context, state.storeOf[row]!);
  const reviews = state.reviewCount[row]!;
  const pleases = reviews < 5 || state.starSum[row]! > 3.9 * reviews;
  const wants =
    skill > 0.6
      ? marginMinor > 0 && pleases
      : chance(context, purpose.botAd, row, 0) < p["bot.randomAds"];
  return wants ? clickWorth(context, row, marginMinor, priceMinor) : 0;
}

/**
 * What skill thinks that a click on an offer is worth, ticks; arguments as for `botBid`.
 *
 * @param conversion  share of clicks that sell, for those who reckon
 */
export function clickWorth(
  context: DecisionContext,
  row: number,
  marginMinor: number,
  priceMinor: number,
  conversion = context.world.parameters["bot.conversion"],
): number {
  const { state, world, book } = context;
  const p = world.parameters;
  const skill = skillOf(context, state.storeOf[row]!);
  const error = exp(p["bot.bidNoise"] * (1 - skill) * noise(context, purpose.botAd, row, 1));
  const worth =
    skill > 0.4
      ? conversion * Math.max(0, marginMinor) * p["bot.bidShare"]
      : p["bot.blindBid"] * priceMinor;
  const dollar = currencyNumber(world, "USD");
  // A hundredth of a cent is a tick; the worth is carried with two more digits than the currency
  // has.
  const cents = exchanged(book, Math.floor(worth * 100 * error), world.base, dollar);
  return clamp(cents, 0, 100_000);
}

/** Units a bot wants on hand and on the way. */
export function botStock(context: DecisionContext, row: number): number {
  const { state, world } = context;
  const skill = skillOf(context, state.storeOf[row]!);
  if (skill > 0.6) {
    const { leadDays } = world.source.products[state.skuOf[row]!]!;
    const cover = 11 + (leadDays * world.source.scenario.leadTimeBp) / 10_000;
    return Math.floor(dailyRate(context, row) * Math.max(18, cover)) + 6;
  }
  if (skill > 0.4) return Math.floor(dailyRate(context, row) * 12) + 15;
  if (skill > 0.2) return Math.floor((state.soldWeek[row]! / 7) * 12) + 15;
  return Math.floor(40 * chance(context, purpose.botReorder, row, 0));
}

/** Least share of days with goods that says how much an offer sells on such a day. */
const stockedLeast = 0.04;

/**
 * Units a day that an offer sells when it can: the last week's, or its weighted sales over the days
 * on which it had goods.
 */
export function dailyRate({ state, world }: DecisionContext, row: number): number {
  const { markets } = state.sizes;
  let remembered = 0;
  for (let market = 0; market < markets; market++)
    remembered += state.velocity[row * markets + market]!;
  const daily = remembered / world.parameters["velocity.scale"];
  return Math.max(
    state.soldWeek[row]! / 7,
    daily / Math.max(stockedLeast, state.stockedShare[row]!),
  );
}
