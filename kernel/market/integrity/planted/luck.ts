/** Chance of planted seasons, addressed by what it is for: another case moves no other's. */
import { uniform } from "../../../random/uniform.ts";

export type Luck = {
  /** In [0, 1). */
  share(...address: readonly number[]): number;
  /** In [0, bound). */
  below(bound: number, ...address: readonly number[]): number;
  between(low: number, high: number, ...address: readonly number[]): number;
  pick<T>(from: readonly T[], ...address: readonly number[]): T;
  /** As many different ones as asked, in an order of their own. */
  some<T>(from: readonly T[], count: number, ...address: readonly number[]): readonly T[];
};

export function luckOf(seed: number): Luck {
  const share = (...[a = 0, b = 0, c = 0, d = 0]: readonly number[]): number =>
    uniform(a, b, c, d, { k0: seed, k1: 0x9a1 });
  const below = (bound: number, ...address: readonly number[]) =>
    Math.floor(share(...address) * bound);
  return {
    share,
    below,
    between: (low, high, ...address) => low + share(...address) * (high - low),
    pick: (from, ...address) => from[below(from.length, ...address)]!,
    some: (from, count, a = 0, b = 0) =>
      from
        .map((one, at) => ({ one, at: share(a, b, at, 77) }))
        .sort((x, y) => x.at - y.at)
        .slice(0, count)
        .map(({ one }) => one),
  };
}
