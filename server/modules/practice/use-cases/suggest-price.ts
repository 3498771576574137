import { exchanged } from "@echelon/kernel/market/books/book.ts";
import type { DecisionContext } from "@echelon/kernel/market/decisions/decision-context.ts";
import { soundPrice } from "@echelon/kernel/market/books/sound-price.ts";
import { marketPrices } from "@echelon/kernel/market/sandbox/market-price.ts";
import { isSandbox } from "@echelon/kernel/market/sandbox/matching.ts";

export type Suggested = {
  readonly store: number;
  readonly product: number;
  readonly market: number;
  /** Index of the service that sends it; below 0 where there is none. */
  readonly service: number;
};

/**
 * The price that would earn most if rivals did not react (E16), minor units of the market's
 * currency: what the kernel's bots start from, duty that the seller pays included. 0 where the
 * product cannot be sold so.
 */
export function soundPriceAt(context: DecisionContext, suggested: Suggested): number {
  const { store, product, market, service } = suggested;
  if (service < 0) return 0;
  const price = soundPrice(context, store, product, market, service);
  if (price === null) return 0;
  const { world, book, trade } = context;
  const sound = exchanged(book, Math.round(price), world.base, world.currencyOfMarket[market]!);
  if (!isSandbox(world)) return sound;
  // The sandbox allows none above its market price and band: what it suggests must be accepted.
  const { category } = world.source.products[product]!;
  const cell = market * world.sizes.categories + category;
  return Math.min(sound, marketPrices(world, trade)[cell]!);
}

/** What the editor proposes, minor units of the market's currency, and what it was made of. */
export type Suggestion = {
  readonly suggestedPriceMinor: number;
  readonly soundPriceMinor: number;
  /** Middle of the prices asked there, before tax; null where it has no part in the suggestion. */
  readonly goingPriceMinor: number | null;
};

/**
 * Half way between the sound price and the going one: costs alone ask too little where others get
 * more, and goods of the first days are few. Never below what a unit costs; the sound price where
 * nobody asks one, and in the sandbox, whose market price is made of costs.
 *
 * @param goingMinor  middle of the prices asked in the market for the category
 */
export function suggestPrice(
  context: DecisionContext,
  suggested: Suggested,
  goingMinor: number | undefined,
): Suggestion {
  const sound = soundPriceAt(context, suggested);
  if (goingMinor === undefined || sound === 0 || isSandbox(context.world))
    return { suggestedPriceMinor: sound, soundPriceMinor: sound, goingPriceMinor: null };
  const elasticity = context.world.parameters["bot.elasticity"];
  // The sound price is landed cost · e / (e - 1).
  const costMinor = Math.ceil((sound * (elasticity - 1)) / elasticity);
  const halfway = Math.round((sound + goingMinor) / 2);
  return {
    suggestedPriceMinor: Math.max(costMinor, halfway),
    soundPriceMinor: sound,
    goingPriceMinor: goingMinor,
  };
}
