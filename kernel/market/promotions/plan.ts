/**
 * What a listing's promotions make of its price (market.md E20): what a shopper sees of one piece,
 * what an order of so many pieces pays for each, and how many pieces an order has.
 *
 * An order's discount is shared alike by its pieces, each rounded down to the minor unit, so nobody
 * pays more than was promised, and a piece that comes back has one price.
 */
import { exp } from "../../number/exp.ts";
import { discountedPrice } from "../books/economics.ts";
import type { Parameters } from "../parameters/parameters.ts";
import { actingOrder, promotionKinds, type PromotionTerms } from "./promotion-kinds.ts";

/** Of one piece, minor units of the market's currency. */
export type PiecePrice = { readonly goodsMinor: number; readonly feeMinor: number };

export type Plan = {
  /** Without any promotion. */
  readonly full: PiecePrice;
  readonly terms: readonly PromotionTerms[];
  /** Bit of each kind at work, by its place in `promotionKinds`. */
  readonly kinds: number;
  /** What the page says of one piece: of a coupon, what it comes to on average. */
  readonly shown: PiecePrice;
  /** Share of buyers who clip a coupon; 0 where there is none. */
  readonly clipShare: number;
  /** Mean number of pieces beyond the first of an order. */
  readonly extraUnits: number;
  readonly hasBadge: boolean;
};

/** Orders of more pieces are looked at as if they had so many. */
const piecesLooked = 6;

/**
 * @param terms  of the promotions at work, in any order
 */
export function planOf(full: PiecePrice, terms: readonly PromotionTerms[], p: Parameters): Plan {
  const acts = ({ kind }: PromotionTerms) => actingOrder.indexOf(kind);
  const place = ({ kind }: PromotionTerms) => promotionKinds.indexOf(kind);
  const ordered = terms.toSorted((a, b) => acts(a) - acts(b));
  const hasCoupon = ordered.some(({ kind }) => kind === "coupon");
  const clipShare = hasCoupon ? p["promotion.couponShare"] : 0;
  const bare = { full, terms: ordered, clipShare };
  const one = meanPiece(bare, 1);
  return {
    ...bare,
    kinds: ordered.reduce((bits, each) => bits | (1 << place(each)), 0),
    shown: {
      goodsMinor: Math.floor(one.goodsMinor + 0.5),
      feeMinor: Math.floor(one.feeMinor + 0.5),
    },
    extraUnits: extraUnitsOf(bare, p),
    hasBadge: ordered.some(({ kind }) => kind === "flash-sale"),
  };
}

type Bare = Pick<Plan, "full" | "terms" | "clipShare">;

/** Whether a kind lowers the price of everybody who comes, and so that of a piece in a set. */
export const lowersAll = (kind: PromotionTerms["kind"]) =>
  kind === "price-cut" || kind === "flash-sale" || kind === "group-buy";

/** What a piece costs in a set: as promotions leave the price of everybody who comes. */
export const pieceOfSet = ({ full, terms }: Bare): PiecePrice =>
  pieceOf({ full, terms: terms.filter(({ kind }) => lowersAll(kind)), clipShare: 0 }, 1, false);

/** What a piece costs who buys it alone and clips no coupon: goods and fee. */
export function aloneMinorOf(plan: Bare): number {
  const { goodsMinor, feeMinor } = pieceOf(plan, 1, false);
  return goodsMinor + feeMinor;
}

/** What each piece of an order of so many costs its buyer. */
export function pieceOf({ full, terms }: Bare, pieces: number, isClipped: boolean): PiecePrice {
  let { goodsMinor, feeMinor } = full;
  for (const { kind, depthBp, pieces: from, overMinor, offMinor } of terms) {
    const less = discountedPrice(goodsMinor, depthBp);
    if (lowersAll(kind) || (kind === "coupon" && isClipped)) goodsMinor = less;
    else if (kind === "multi-piece" && pieces >= from) goodsMinor = less;
    else if (kind === "nth-piece") {
      const cheap = Math.floor(pieces / from);
      goodsMinor = Math.floor(((pieces - cheap) * goodsMinor + cheap * less) / pieces);
    } else if (kind === "full-reduction" && pieces * goodsMinor >= overMinor) {
      goodsMinor = Math.max(0, Math.floor((pieces * goodsMinor - offMinor) / pieces));
    } else if (kind === "free-shipping" && pieces * goodsMinor >= overMinor) feeMinor = 0;
  }
  return { goodsMinor, feeMinor };
}

/** The same, averaged over who clips and who does not; not rounded. */
function meanPiece(plan: Bare, pieces: number): PiecePrice {
  const plain = pieceOf(plan, pieces, false);
  if (plan.clipShare === 0) return plain;
  const clipped = pieceOf(plan, pieces, true);
  const mean = (a: number, b: number) => a + plan.clipShare * (b - a);
  return {
    goodsMinor: mean(plain.goodsMinor, clipped.goodsMinor),
    feeMinor: mean(plain.feeMinor, clipped.feeMinor),
  };
}

/**
 * The usual number and, for what a further piece saves, so many more (our choice). A saving that
 * asks for several more pieces draws the fewer the more it asks for.
 */
function extraUnitsOf(plan: Bare, p: Parameters): number {
  const usual = p["order.extraUnits"];
  const paid = (pieces: number) => {
    const { goodsMinor, feeMinor } = meanPiece(plan, pieces);
    return goodsMinor + feeMinor;
  };
  const alone = Math.max(1, paid(1));
  let gain = 0;
  for (let pieces = 2; pieces <= piecesLooked; pieces++) {
    gain = Math.max(gain, (1 - paid(pieces) / alone) / (pieces - 1));
  }
  const more = usual + p["promotion.piecesLift"] * gain;
  return Math.max(usual, Math.min(p["promotion.piecesMost"], more));
}

/** A part of a plan's orders: how many pieces each has, what a piece costs, what share they are. */
export type ExpectedOrders = PiecePrice & {
  readonly pieces: number;
  readonly share: number;
  readonly isClipped: boolean;
};

/** The orders that a plan brings, by pieces and coupon; their shares sum to 1. */
export function expectedOrders(plan: Plan): readonly ExpectedOrders[] {
  const parts: ExpectedOrders[] = [];
  const coupon = plan.clipShare > 0 ? [false, true] : [false];
  let left = 1;
  let share = exp(-plan.extraUnits);
  for (let pieces = 1; pieces <= piecesTold; pieces++) {
    const own = pieces === piecesTold ? left : share;
    for (const isClipped of coupon) {
      const part = isClipped ? plan.clipShare : 1 - plan.clipShare;
      parts.push({ pieces, isClipped, share: own * part, ...pieceOf(plan, pieces, isClipped) });
    }
    left -= share;
    share *= plan.extraUnits / pieces;
  }
  return parts;
}

/** Orders of more pieces count as ones of so many: at 1.5 extra units one in 20,000. */
const piecesTold = 9;

/** What a unit brings on average over the orders of a plan: goods and fee, not rounded. */
export function meanUnit(plan: Plan): PiecePrice & { units: number } {
  let [units, goodsMinor, feeMinor] = [0, 0, 0];
  for (const part of expectedOrders(plan)) {
    units += part.share * part.pieces;
    goodsMinor += part.share * part.pieces * part.goodsMinor;
    feeMinor += part.share * part.pieces * part.feeMinor;
  }
  return { units, goodsMinor: goodsMinor / units, feeMinor: feeMinor / units };
}
