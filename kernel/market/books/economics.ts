/**
 * What one unit costs and brings in a market: the figures behind warnings, projections and bots. In
 * the books' currency unless said.
 */
import type { LandedInput, LandedProgram, LandedSplit } from "../../trade/landed-program.ts";
import { landed, newLandedSplit } from "../../trade/landed-program.ts";
import { exchanged } from "./book.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import { decisionLimits } from "../decisions/decision-limits.ts";
import { chosenMake, costTimes, plainMake } from "../sourcing/product-tiers.ts";
import { laneOf } from "../parcels/lanes.ts";
import { currencyNumber } from "../world/lookups.ts";

/**
 * Cost of buying units of a product from its supplier today: some per cent less for each doubling
 * above the minimum quantity (E13).
 */
export function purchaseCost(context: DecisionContext, product: number, units: number): number {
  return ladderCost(context, product, context.world.source.products[product]!, units);
}

/**
 * The same for whoever supplies the product.
 *
 * @param offBp  what is taken off the ladder's price, basis points
 */
export function ladderCost(
  { world, book }: Pick<DecisionContext, "world" | "book">,
  product: number,
  { unitCostMinor, moq }: { readonly unitCostMinor: number; readonly moq: number },
  units: number,
  offBp = 0,
): number {
  const { costCurrency } = world.source.products[product]!;
  const perDoubling = 1 - world.parameters["supply.priceBreak"];
  let factor = 1 - offBp / 10_000;
  for (let least = 2 * Math.max(1, moq); units >= least && least < unitsMax; least *= 2) {
    factor *= perDoubling;
  }
  const total = Math.floor(units * unitCostMinor * factor + 0.5);
  return exchanged(book, total, currencyNumber(world, costCurrency), world.base);
}

const unitsMax = decisionLimits.unitsPerPurchaseMax;

/** Price of shipping one unit with a service to a market, or null where it refuses the parcel. */
export function unitShipping(
  context: DecisionContext,
  product: number,
  market: number,
  service: number,
): number | null {
  const { trade, world, book } = context;
  const lane = laneOf(world, trade, product, market, service);
  return lane === null ? null : exchanged(book, lane.costMinor, lane.currency, world.base);
}

/** Cost of one unit when the minimum quantity is bought, rounded down. */
export function unitCost(context: DecisionContext, product: number): number {
  const moq = Math.max(1, context.world.source.products[product]!.moq);
  return Math.floor(purchaseCost(context, product, moq) / moq);
}

/** The same as a store has the product made. */
function storeUnitCost(context: DecisionContext, store: number, product: number): number {
  const make = chosenMake(context, store, product);
  if (make === plainMake) return unitCost(context, product);
  return Math.floor(unitCost(context, product) * costTimes(context.world.parameters, make) + 0.5);
}

/** Commission on the price, basis points: category, tier of the store, policy of the day. */
export function commissionBp(
  context: Pick<DecisionContext, "world" | "state" | "effects">,
  store: number,
  market: number,
  category: number,
): number {
  const { world, state, effects } = context;
  const tier = world.source.tiers[state.tier[store]!]!;
  const cell = market * state.sizes.categories + category;
  const bp =
    world.source.categories[category]!.commissionBp +
    tier.commissionBp +
    effects.commissionBp[cell]!;
  return Math.max(0, Math.min(9000, bp));
}

/**
 * What the platform keeps of one unit, half up: a share of the price, not of the shipping fee.
 * Minor units of the market's currency.
 */
export function commissionOn(priceMinor: number, bp: number): number {
  return Math.floor((priceMinor * bp + 5000) / 10_000);
}

/** A price less a promotion's depth, half up; minor units. */
export function discountedPrice(priceMinor: number, depthBp: number): number {
  return Math.floor((priceMinor * (10_000 - depthBp) + 5_000) / 10_000);
}

const split: LandedSplit = newLandedSplit();
const input: LandedInput = { goodsMinor: 0, freightMinor: 0, quantity: 1, weightG: 0 };

/**
 * Taxes and duties of one unit, in the market's currency; null where the law forbids the sale. The
 * answer is overwritten by the next call.
 */
export function landedUnit(
  context: DecisionContext,
  product: number,
  market: number,
  service: number,
  priceMinor: number,
  feeMinor: number,
): LandedSplit | null {
  const program = programOf(context, product, market, service);
  if (program === null) return null;
  input.goodsMinor = priceMinor;
  input.freightMinor = feeMinor;
  input.weightG = context.world.source.products[product]!.weightG;
  return landed(program, input, split) ? split : null;
}

/** The program of a lane under the shocks of the day; null where the service does not go. */
function programOf(
  { trade, world, effects, state }: DecisionContext,
  product: number,
  market: number,
  service: number,
): LandedProgram | null {
  const { category } = world.source.products[product]!;
  const cell = market * state.sizes.categories + category;
  const tariffStepBp = effects.tariffStepBp[cell]!;
  const isReliefRemoved = effects.isReliefRemoved[cell] === 1;
  if (tariffStepBp === 0 && !isReliefRemoved) {
    return laneOf(world, trade, product, market, service)?.program ?? null;
  }
  const amendment = { tariffStepBp, isReliefRemoved };
  return trade.landedProgram({ product, market: world.marketIds[market]!, service, amendment });
}

/** One unit of a product, offered in a market by a service at a price. */
export type UnitOffer = {
  readonly store: number;
  readonly product: number;
  readonly market: number;
  readonly service: number;
  /** Minor units of the market's currency. */
  readonly priceMinor: number;
  readonly feeMinor: number;
};

/** Where the money of one unit goes, as the day's dispatch will post it. */
export type UnitBreakdown = {
  /** In the market's currency: what the platform keeps, and what the law takes from whom. */
  readonly commissionMinor: number;
  readonly atSaleMinor: number;
  readonly atDoorMinor: number;
  readonly sellerMinor: number;
  /** In the books' currency. Goods cost what the minimum quantity costs today. */
  readonly goodsMinor: number;
  readonly shippingMinor: number;
  /** Price and fee less commission, duty paid by the seller, goods and shipping. */
  readonly marginMinor: number;
};

/** The parts of one unit's price; null where it cannot be sold or shipped. */
export function unitBreakdown(context: DecisionContext, unit: UnitOffer): UnitBreakdown | null {
  const { world, book } = context;
  const { store, product, market, service, priceMinor, feeMinor } = unit;
  if (service < 0) return null;
  const shippingMinor = unitShipping(context, product, market, service);
  const taxes = landedUnit(context, product, market, service, priceMinor, feeMinor);
  if (shippingMinor === null || taxes === null) return null;
  const { atSaleMinor, atDoorMinor, sellerMinor } = taxes;
  const { category } = world.source.products[product]!;
  const bp = commissionBp(context, store, market, category);
  const commissionMinor = commissionOn(priceMinor, bp);
  const net = priceMinor + feeMinor - commissionMinor - sellerMinor;
  const income = exchanged(book, net, world.currencyOfMarket[market]!, world.base);
  const goodsMinor = storeUnitCost(context, store, product);
  return {
    commissionMinor,
    atSaleMinor,
    atDoorMinor,
    sellerMinor,
    goodsMinor,
    shippingMinor,
    marginMinor: income - goodsMinor - shippingMinor,
  };
}

/** What a unit of a listing leaves at a price; null where it cannot be sold or shipped. */
export function unitMargin(
  context: DecisionContext,
  store: number,
  row: number,
  market: number,
  priceMinor: number,
): number | null {
  const { state } = context;
  const cell = row * state.sizes.markets + market;
  const service = state.service[cell]!;
  const product = state.skuOf[row]!;
  const feeMinor = state.feeMinor[cell]!;
  const unit = { store, product, market, service, priceMinor, feeMinor };
  return unitBreakdown(context, unit)?.marginMinor ?? null;
}
