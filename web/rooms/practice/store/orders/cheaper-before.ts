type Place = {
  readonly isBought: boolean;
  readonly priceMinor: number;
  readonly feeMinor: number;
};

const asked = ({ priceMinor, feeMinor }: Place) => priceMinor + feeMinor;

/** How many offers that the buyer met before the bought one asked for less, shipping counted. */
export function cheaperBefore(places: readonly Place[]): number {
  const at = places.findIndex(({ isBought }) => isBought);
  const own = places[at];
  if (own === undefined) return 0;
  return places.slice(0, at).filter((one) => asked(one) < asked(own)).length;
}
