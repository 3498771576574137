import type { UnitEconomics } from "@echelon/contract/practice/decision.ts";
import { exchanged } from "@echelon/kernel/market/books/book.ts";
import type { DecisionContext } from "@echelon/kernel/market/decisions/decision-context.ts";
import { unitBreakdown, type UnitOffer } from "@echelon/kernel/market/books/economics.ts";
import { ratioBp } from "@echelon/kernel/money/basis-points.ts";

/**
 * What one unit earns and every part that leads there, in minor units of the market's currency;
 * null where the law or the service forbids it. The parts are those that the day's dispatch posts;
 * goods and shipping are exchanged one by one, so that what is shown adds up.
 */
export function unitEconomics(context: DecisionContext, unit: UnitOffer): UnitEconomics | null {
  const { world, book, trade } = context;
  const { product, market, service, priceMinor, feeMinor } = unit;
  const facts = world.source.products[product];
  const marketId = world.marketIds[market];
  if (service < 0 || facts === undefined || marketId === undefined) return null;
  const parts = unitBreakdown(context, unit);
  const assessed = trade.assess(
    { product, market: marketId, service, amendment: amendmentOf(context, facts.category, market) },
    { goodsMinor: priceMinor, freightMinor: feeMinor, quantity: 1, weightG: facts.weightG },
  );
  if (parts === null || !assessed.ok) return null;
  const { commissionMinor, atSaleMinor, atDoorMinor, sellerMinor } = parts;
  const currency = world.currencyOfMarket[market]!;
  const local = (minor: number) => exchanged(book, minor, world.base, currency);
  const gross = priceMinor + feeMinor;
  const goodsMinor = local(parts.goodsMinor);
  const shippingMinor = local(parts.shippingMinor);
  const marginMinor = gross - commissionMinor - goodsMinor - shippingMinor - sellerMinor;
  return {
    currency: world.currencies[currency]!,
    priceMinor,
    feeMinor,
    taxAtSaleMinor: atSaleMinor,
    dueAtDoorMinor: atDoorMinor,
    landedMinor: gross + atSaleMinor + atDoorMinor,
    commissionMinor,
    goodsMinor,
    shippingMinor,
    sellerDutyMinor: sellerMinor,
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
