/** A plain cut of a listing's price, on the days that were planned. */
import { discountedPrice } from "../books/economics.ts";
import type { State } from "../state/state.ts";

/** Depth of the cut that a listing has on a season day, basis points; 0 for none. */
export const cutBp = (
  { discountBp, discountFrom, discountTo }: State,
  listing: number,
  day: number,
) => (day >= discountFrom[listing]! && day <= discountTo[listing]! ? discountBp[listing]! : 0);

/** What a piece is asked for on a season day, minor units of the market's currency. */
export const cutPrice = (state: State, listing: number, day: number) =>
  discountedPrice(state.priceMinor[listing]!, cutBp(state, listing, day));
