/**
 * Whom each crowd buys from, and in which order (practice.md 9, published deal rules; how the
 * hesitant choose is to be verified).
 */
import type { Parameters } from "../parameters/parameters.ts";
import { earlier, type Crowd, type Seller } from "./seller.ts";

type Rule = {
  readonly wants: (p: Parameters, seller: Seller) => boolean;
  /** Below 0 where the first is preferred. */
  readonly prefers: (a: Seller, b: Seller) => number;
};

const rules: Readonly<Record<Crowd, Rule>> = {
  /** The highest media influence among B-shops of no ill repute that send soon enough. */
  brand: {
    wants: (p, one) =>
      one.isBrandShop &&
      one.influence > 0 &&
      one.reputation >= 0 &&
      one.promiseDays <= p["sandbox.brand.days"],
    prefers: (a, b) => b.influence - a.influence,
  },
  /** The lowest deal price. */
  lowPrice: { wants: () => true, prefers: (a, b) => a.dealPriceMinor - b.dealPriceMinor },
  /** The highest composite index. */
  composite: { wants: () => true, prefers: (a, b) => b.indexMilli - a.indexMilli },
  /** The deepest promotion. */
  hesitant: {
    wants: (_, one) => one.promotionBp > 0,
    prefers: (a, b) => b.promotionBp - a.promotionBp,
  },
};

/** Those a crowd buys from, first choice first; equal ones by earlier submission. */
export function orderOfCrowd<T>(
  p: Parameters,
  crowd: Crowd,
  entered: readonly T[],
  sellerOf: (one: T) => Seller,
): readonly T[] {
  const { wants, prefers } = rules[crowd];
  return entered
    .filter((one) => wants(p, sellerOf(one)))
    .toSorted((a, b) => {
      const [x, y] = [sellerOf(a), sellerOf(b)];
      return prefers(x, y) || earlier(x, y);
    });
}
