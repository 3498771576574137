/**
 * Moving stock to an overseas warehouse: which service carries it, what it costs, how long it
 * takes.
 */
import type { LandedInput } from "../../trade/landed-program.ts";
import { landed, newLandedSplit } from "../../trade/landed-program.ts";
import type { ServiceQuote } from "../../trade/answers.ts";
import { exchanged } from "../books/book.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import { currencyNumber } from "../world/lookups.ts";

export type FirstLegQuote = {
  /** Books' currency. */
  readonly freightMinor: number;
  /**
   * Duty at the warehouse's border, in the market's currency; its VAT is deferred and recovered.
   */
  readonly dutyMinor: number;
};

/** The first service of the slice that carries stock to a market by air or by sea, or null. */
export function firstLegOf(
  { trade, world }: DecisionContext,
  market: number,
  mode: "air" | "sea",
): ServiceQuote | null {
  const legs = trade.firstLegs(world.marketIds[market]!);
  return legs.find((leg) => leg.service.mode === mode) ?? null;
}

/** Freight and duty of a consignment of stock, declared at its cost; null where it is refused. */
export function quoteFirstLeg(
  context: DecisionContext,
  product: number,
  market: number,
  leg: ServiceQuote,
  units: number,
): FirstLegQuote | null {
  const { trade, world, effects, state, book } = context;
  const id = world.marketIds[market]!;
  const price = trade.serviceCost(leg.index, id, product, units);
  if (!price.ok) return null;
  const currency = currencyNumber(world, price.value.currency);
  const freightMinor = exchanged(book, price.value.minor, currency, world.base);
  const { category, unitCostMinor, costCurrency, weightG } = world.source.products[product]!;
  const cell = market * state.sizes.categories + category;
  const program = trade.landedProgram({
    product,
    market: id,
    service: leg.index,
    amendment: {
      tariffStepBp: effects.tariffStepBp[cell]!,
      isReliefRemoved: effects.isReliefRemoved[cell] === 1,
    },
  });
  const there = world.currencyOfMarket[market]!;
  const goods = currencyNumber(world, costCurrency);
  const input: LandedInput = {
    goodsMinor: exchanged(book, unitCostMinor * units, goods, there),
    freightMinor: exchanged(book, freightMinor, world.base, there),
    quantity: units,
    weightG: weightG * units,
  };
  const split = newLandedSplit();
  if (!landed(program, input, split)) return null;
  const due = split.atSaleMinor + split.atDoorMinor + split.sellerMinor;
  return { freightMinor, dutyMinor: due - split.sellerVatMinor };
}
