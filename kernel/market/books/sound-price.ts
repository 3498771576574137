/** The price that leaves most, for bots, suggestions and recipes (market.md E16). */
import { ofDollars } from "./dollars.ts";
import { exp } from "../../number/exp.ts";
import { meanOfSpread } from "../after-sales/draw-cases.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import { firstLegOf, quoteFirstLeg } from "../goods/first-leg.ts";
import { exchanged } from "./book.ts";
import { commissionBp, landedUnit, unitCost, unitShipping } from "./economics.ts";

/**
 * The price that would earn most if rivals did not react: landed cost · e / (e - 1) / (1 - fee) /
 * (1 - what comes back), with the mean elasticity e of the season's parameters (E16). The duty that
 * the seller pays is that of the price without it. Books' currency, not rounded; null where it
 * cannot be sold so.
 */
export function soundPrice(
  context: DecisionContext,
  store: number,
  product: number,
  market: number,
  service: number,
): number | null {
  const { world, book } = context;
  const shipping = unitShipping(context, product, market, service);
  const leg = firstLegUnit(context, product, market, service);
  if (shipping === null || leg === null) return null;
  const elasticity = world.parameters["bot.elasticity"];
  const { category } = world.source.products[product]!;
  const fee = commissionBp(context, store, market, category) / 10_000;
  const kept = (1 - fee) * (1 - lostShare(context, product, service));
  const markup = elasticity / (elasticity - 1) / kept;
  const cost = unitCost(context, product) + shipping + leg + chargebackUnit(context);
  const there = world.currencyOfMarket[market]!;
  const rough = exchanged(book, Math.floor(cost * markup), world.base, there);
  const taxes = landedUnit(context, product, market, service, Math.max(1, rough), 0);
  if (taxes === null) return null;
  const duty = exchanged(book, taxes.sellerMinor, there, world.base);
  return (cost + duty) * markup;
}

/** Where more than this comes back no price is sound. */
const lostMost = 0.5;

/**
 * Share of the sales that an ordinary store pays back: returns of a honest product, disputes and
 * chargebacks. What the goods that come back are worth is left out, as sending them back costs as
 * much.
 */
export function lostShare(
  { world }: Pick<DecisionContext, "world">,
  product: number,
  service: number,
): number {
  if (!world.source.scenario.modules.returns) return 0;
  const p = world.parameters;
  const { category } = world.source.products[product]!;
  const { returnClass = "other" } = world.source.categories[category]!;
  const way = world.isLastMile[service] === 1 ? 1 : p["return.direct"];
  const weight = p["return.satisfaction"];
  const base = p["satisfaction.mean"] + p["satisfaction.fit"] * p["fit.mean"];
  const mood = exp(0 - weight * base) * meanOfSpread(weight * p["satisfaction.spread"]);
  const returned = Math.min(p["return.most"], p[`return.base.${returnClass}`] * way * mood);
  return Math.min(lostMost, returned + p["dispute.base"] + p["chargeback.base"]);
}

/** What the fees of chargebacks cost a unit, books' currency. */
export function chargebackUnit(place: Pick<DecisionContext, "world" | "book">): number {
  const { world } = place;
  if (!world.source.scenario.modules.returns) return 0;
  const p = world.parameters;
  return p["chargeback.base"] * ofDollars(place, p["chargeback.feeUsd"]);
}

/** Units of the consignment by which freight and duty of stock abroad are reckoned. */
const consignment = 100;

/** What it costs to bring a unit to the market's warehouse; 0 for what is sent from home. */
function firstLegUnit(
  context: DecisionContext,
  product: number,
  market: number,
  service: number,
): number | null {
  const { world, book } = context;
  if (world.isLastMile[service] !== 1) return 0;
  const leg = firstLegOf(context, market, "sea") ?? firstLegOf(context, market, "air");
  if (leg === null) return 0;
  const quote = quoteFirstLeg(context, product, market, leg, consignment);
  if (quote === null) return null;
  const duty = exchanged(book, quote.dutyMinor, world.currencyOfMarket[market]!, world.base);
  return (quote.freightMinor + duty) / consignment;
}
