import type { UnitEconomics } from "@echelon/contract/practice/decision.ts";
import { exchanged } from "@echelon/kernel/market/book.ts";
import type { DecisionContext } from "@echelon/kernel/market/decision-context.ts";
import { commissionBp, purchaseCost, unitShipping } from "@echelon/kernel/market/economics.ts";
import { mulBp, ratioBp } from "@echelon/kernel/money/basis-points.ts";

/** One unit of a product, offered in a market by a service at a price. */
export type Offered = {
  readonly store: number;
  readonly product: number;
  readonly market: number;
  readonly service: number;
  readonly priceMinor: number;
  readonly feeMinor: number;
};

/**
 * What one unit earns and every part that leads there, in minor units of the market's currency;
 * null where the law or the service forbids it.
 */
export function unitEconomics(context: DecisionContext, offered: Offered): UnitEconomics | null {
  const { world, book, trade } = context;
  const { product, market, service, priceMinor, feeMinor } = offered;
  const facts = world.source.products[product];
  const marketId = world.marketIds[market];
  if (service < 0 || facts === undefined || marketId === undefined) return null;
  const shipping = unitShipping(context, product, market, service);
  const assessed = trade.assess(
    { product, market: marketId, service, amendment: amendmentOf(context, facts.category, market) },
    { goodsMinor: priceMinor, freightMinor: feeMinor, quantity: 1, weightG: facts.weightG },
  );
  if (shipping === null || !assessed.ok) return null;
  const split = assessed.value.byPayer;
  const currency = world.currencyOfMarket[market]!;
  const local = (minor: number) => exchanged(book, minor, world.base, currency);
  const gross = priceMinor + feeMinor;
  const commissionMinor = mulBp(
    gross,
    commissionBp(context, offered.store, market, facts.category),
  );
  const goodsMinor = local(
    Math.ceil(purchaseCost(context, product, facts.moq) / Math.max(1, facts.moq)),
  );
  const shippingMinor = local(shipping);
  const marginMinor = gross - commissionMinor - goodsMinor - shippingMinor - split.seller;
  return {
    currency: world.currencies[currency]!,
    priceMinor,
    feeMinor,
    taxAtSaleMinor: split["buyer-at-sale"],
    dueAtDoorMinor: split["buyer-at-door"],
    landedMinor: gross + split["buyer-at-sale"] + split["buyer-at-door"],
    commissionMinor,
    goodsMinor,
    shippingMinor,
    sellerDutyMinor: split.seller,
    marginMinor,
    marginBp: gross === 0 ? 0 : ratioBp(marginMinor, gross),
    breakEvenBidTicks: breakEvenBid(context, marginMinor, currency),
    certainty: assessed.value.certainty,
    rateSource: assessed.value.rateSource,
  };
}

const amendmentOf = ({ effects, state }: DecisionContext, category: number, market: number) => {
  const cell = market * state.sizes.categories + category;
  return {
    tariffStepBp: effects.tariffStepBp[cell]!,
    isReliefRemoved: effects.isReliefRemoved[cell] === 1,
  };
};

/** What a click may cost: the margin times the mean share of clicks that buy (E16). */
function breakEvenBid({ world, book }: DecisionContext, margin: number, currency: number): number {
  const usd = world.currencies.indexOf("USD");
  if (usd < 0 || margin <= 0) return 0;
  const cents = exchanged(book, margin, currency, usd);
  return Math.floor(cents * 100 * world.parameters["bot.conversion"]);
}
