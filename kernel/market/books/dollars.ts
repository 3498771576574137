/** Parameters name prices in United States dollars; stores pay in the currency of the books. */
import type { DecisionContext } from "../decisions/decision-context.ts";
import { currencyNumber } from "../world/lookups.ts";
import { exchanged } from "./book.ts";

type Place = Pick<DecisionContext, "world" | "book">;

/** Whole cents of a dollar in minor units of the books, at the day's rate. */
export function ofCents({ book, world }: Place, cents: number): number {
  return exchanged(book, cents, currencyNumber(world, "USD"), world.base);
}

/** An amount in dollars, half up to a cent, in minor units of the books at the day's rate. */
export const ofDollars = (place: Place, dollars: number): number =>
  ofCents(place, Math.floor(100 * dollars + 0.5));

/** Ad money, half up to a cent of a dollar, in minor units of the books: 10,000 ticks are 1 USD. */
export const ofTicks = (place: Place, ticks: number): number =>
  ofCents(place, Math.floor((ticks + 50) / 100));
