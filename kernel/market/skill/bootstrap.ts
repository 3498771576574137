/** Intervals by drawing stores again and again, with addressed chance. */
import type { Key } from "../../random/philox.ts";
import { address, purpose } from "../../random/purpose.ts";
import { uniformBelow } from "../../random/uniform.ts";

export type Interval = { readonly low: number; readonly high: number };

/**
 * The percentile interval of a figure over `rounds` samples of the same size with replacement
 * (Efron 1979): the middle 95 % of what the samples give.
 *
 * @param count   how many stores there are
 * @param figure  of the stores at some places, some of them twice
 */
export function bootstrapInterval(
  count: number,
  figure: (places: readonly number[]) => number,
  rounds: number,
  key: Key,
): Interval {
  const found = new Float64Array(rounds);
  for (let round = 0; round < rounds; round++) {
    const places = Array.from({ length: count }, (_, at) =>
      uniformBelow(count, round, 0, 0, address(purpose.bootstrap, at), key),
    );
    found[round] = figure(places);
  }
  found.sort();
  const at = (share: number) => found[Math.min(rounds - 1, Math.floor(share * rounds))]!;
  return { low: at(0.025), high: at(0.975) };
}
