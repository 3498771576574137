/**
 * The price less its discount, minor units; half a unit goes to the buyer, as the engine rounds.
 */
export function discounted(priceMinor: number, depthBp: number): number {
  return priceMinor - Math.floor((priceMinor * depthBp + 5_000) / 10_000);
}
