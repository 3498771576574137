/**
 * Bundles (market.md E20, our choice): two to five listings of a store in one market, sold together
 * for less. Who buys one of them may take the others with it, one piece of each for each piece
 * bought: a set. How many do follows from what a set saves, measured by what the others cost, from
 * how well they go together, and from what the others are worth: a saving off a price that nobody
 * pays is none. The page of a listing and who buys it stay as they are.
 */
import { allocateMinor } from "../../money/allocate.ts";
import { discountedPrice } from "../books/economics.ts";
import { exp } from "../../number/exp.ts";
import { log } from "../../number/log.ts";
import type { Parameters } from "../parameters/parameters.ts";
import type { PiecePrice } from "./plan.ts";

/**
 * A listing of a bundle: what a piece costs before the set's discount, what a buyer pays who takes
 * it alone, with whatever other promotions give, what kind of goods it is, what such goods cost at
 * other stores (0 where nobody else sells them), and how much its buyers weigh price (E3).
 */
export type BundlePiece = PiecePrice & {
  readonly aloneMinor: number;
  readonly category: number;
  readonly goingMinor: number;
  readonly priceWeight: number;
};

/** A listing of a bundle as it is sold in a set. */
export type SetPiece = PiecePrice & {
  /** Share of its own buyers who take the others too. */
  readonly takeShare: number;
};

/** A bundle of one day. */
export type DayBundle = {
  /** Row of the offer · markets + market of each of its listings. */
  readonly listings: readonly number[];
  /** Rows of its promotions in the state's table, one a listing. */
  readonly rows: readonly number[];
  readonly depthBp: number;
  /** What such goods cost elsewhere today, one a listing: `goingPrice`. */
  readonly going: readonly number[];
  /** What its pieces are in each slice so far, one a listing; null where it is not sold. */
  readonly offers: (readonly SetPiece[] | null)[];
};

/**
 * The prices of a set's pieces. The discount is dealt out in proportion to prices by largest
 * remainder, so the pieces add up to the set's price to the minor unit; so is the set's fee, which
 * is at most 1.5 times the dearest fee of a piece, as in the contests' rules.
 *
 * @param pieces  at least two, prices of 0 and above
 */
export function setPrices(
  pieces: readonly PiecePrice[],
  depthBp: number,
  p: Parameters,
): readonly PiecePrice[] {
  const goods = pieces.map(({ goodsMinor }) => goodsMinor);
  const fees = pieces.map(({ feeMinor }) => feeMinor);
  const off = sumOf(goods) - discountedPrice(sumOf(goods), depthBp);
  // A deep cut may leave nothing of small prices, and nothing is not dealt out.
  const goodsOff = sumOf(goods) === 0 ? goods : allocateMinor(off, goods);
  const most = Math.floor(p["promotion.bundleFreight"] * Math.max(...fees));
  const fee = Math.min(sumOf(fees), most);
  const feeShares = sumOf(fees) === 0 ? fees : allocateMinor(fee, fees);
  return goods.map((minor, at) => ({
    goodsMinor: minor - goodsOff[at]!,
    feeMinor: feeShares[at]!,
  }));
}

/**
 * The set's pieces with the share of each listing's buyers who take it: nobody does where the
 * pieces cost no more alone, and the fewer the dearer the others are beside such goods elsewhere.
 * Who came to spend little does not take along what costs a multiple of it.
 */
export function setOffer(
  pieces: readonly BundlePiece[],
  depthBp: number,
  p: Parameters,
): readonly SetPiece[] {
  const prices = setPrices(pieces, depthBp, p);
  const paid = paidFor(prices);
  const saved = Math.max(0, aloneFor(pieces) - paid);
  return prices.map((price, at) => {
    const others = pieces.filter((_, other) => other !== at);
    // What is saved, of what the others would cost who has chosen this one already.
    const gain = Math.min(1, saved / Math.max(1, aloneFor(others)));
    const alike = others.filter(({ category }) => category === pieces[at]!.category).length;
    const affinity = (others.length - alike + alike * p["promotion.bundleAlike"]) / others.length;
    const share = (p["promotion.bundleLift"] * affinity * gain) / others.length;
    const { aloneMinor } = pieces[at]!;
    const reach = (p["promotion.bundleReach"] * aloneMinor) / Math.max(1, paid - aloneMinor);
    const most = Math.min(p["promotion.bundleMost"], share);
    // A set is as welcome as the dearest of what comes along.
    const welcome = Math.min(...others.map((other) => welcomeOf(other, aloneMinor, p)));
    return { ...price, takeShare: most * welcome * Math.min(1, reach) };
  });
}

/**
 * How welcome goods are at their own price, beside what such goods cost elsewhere: the price term
 * of E3 for the mean shopper, and 1 up to the going price. Where nobody else sells such goods
 * they are weighed by what the buyer came to spend.
 */
function welcomeOf(
  { aloneMinor, goingMinor, priceWeight }: BundlePiece,
  choseMinor: number,
  p: Parameters,
): number {
  const going = goingMinor > 0 ? goingMinor : choseMinor;
  const ratio = log(Math.max(1, aloneMinor) / Math.max(1, going));
  if (ratio <= 0) return 1;
  const beyond = Math.max(0, ratio - p["price.beyondFrom"]);
  return exp(0 - p["bot.elasticity"] * priceWeight * ratio - p["price.beyond"] * beyond * beyond);
}

/**
 * Sets that are left for who has chosen one piece: by the bundle's cap, and by the others.
 *
 * @param sold  under the cap so far
 * @param left  pieces of a listing that its stock and its own promotions' caps leave
 */
export function setsLeft(
  { listings }: DayBundle,
  piece: number,
  capUnits: number,
  sold: number,
  left: (listing: number) => number,
): number {
  const most = capUnits === 0 ? Infinity : Math.max(0, capUnits - sold);
  return listings.reduce(
    (least, listing, at) => (at === piece ? least : Math.min(least, left(listing))),
    most,
  );
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);

const aloneFor = (pieces: readonly BundlePiece[]) =>
  pieces.reduce((sum, { aloneMinor }) => sum + aloneMinor, 0);

const paidFor = (pieces: readonly PiecePrice[]) =>
  pieces.reduce((sum, { goodsMinor, feeMinor }) => sum + goodsMinor + feeMinor, 0);
