import type { ListingRow } from "@echelon/contract/practice/products.ts";
import type { PromotionPreview, PromotionTerms } from "@echelon/contract/practice/promotions.ts";
import type { DecisionContext } from "@echelon/kernel/market/decisions/decision-context.ts";
import {
  bundleAsked,
  planAsked,
  promotionsOf,
  type RunPromotion,
} from "@echelon/kernel/market/decisions/check-promotion.ts";
import {
  expectedOrders,
  pieceOf,
  type PiecePrice,
} from "@echelon/kernel/market/promotions/plan.ts";
import { daysCharged } from "@echelon/kernel/market/promotions/list-price.ts";
import { currencyOf } from "@echelon/kernel/market/world/lookups.ts";
import type { Desk } from "./open-desk.ts";
import { unitEconomics } from "./unit-economics.ts";

type At = Pick<Desk, "preview" | "context" | "row">;

const slicesOf = (mask: number) => [0, 1, 2, 3].filter((slice) => ((mask >> slice) & 1) === 1);

/** Promotions of a listing that run or are to come, in the order in which they act. */
export function promotionsAt(
  { preview, row: season }: At,
  row: number,
  market: number,
): PromotionTerms[] {
  const { world, state } = preview;
  return promotionsOf(state, row, market)
    .filter(({ to }) => to >= season.day)
    .map(({ terms, from, to, capUnits, others }) => ({
      ...terms,
      others: others.map((one) => world.source.products[state.skuOf[one]!]!.sku),
      from,
      to,
      slices: slicesOf(terms.slices),
      capUnits,
    }));
}

/** The list price beside a listing's price; null where the season has none. */
export function listPriceAt(
  { preview: { world, state }, row }: At,
  listing: number,
): ListingRow["listPrice"] {
  if (!world.source.scenario.modules.promotions) return null;
  const minor = state.listMinor[listing]!;
  return {
    minor,
    daysAsked: minor === 0 ? 0 : daysCharged(world, state, listing, minor, row.day),
    daysNeeded: world.parameters["listPrice.chargedDays"],
  };
}

/** What the listing's page says of one piece on the open day, flash sales left out. */
export function shownPrice({ context, row: season }: At, row: number, market: number): PiecePrice {
  const days = { from: season.day, to: season.day };
  return planAsked(context, { row, market }, days, null, (terms) => terms.slices === 0).shown;
}

/** Orders of so many pieces are shown. */
const piecesShown = 3;

/**
 * What a promotion would make of a listing, beside those that run with it: what orders pay, and
 * what is left of a unit.
 */
export function previewPromotion(
  desk: Pick<Desk, "number" | "products">,
  context: DecisionContext,
  at: { readonly row: number; readonly market: number },
  wish: RunPromotion,
): PromotionPreview {
  const { state, world } = context;
  const cell = at.row * state.sizes.markets + at.market;
  const plan = planAsked(context, at, wish, wish);
  const isClipped = plan.clipShare > 0;
  const marginOf = ({ goodsMinor: priceMinor, feeMinor }: PiecePrice) =>
    unitEconomics(context, {
      store: desk.number,
      product: state.skuOf[at.row]!,
      market: at.market,
      service: state.service[cell]!,
      priceMinor,
      feeMinor,
    })?.marginMinor ?? null;
  const mean = expectedOrders(plan).reduce((sum, one) => sum + one.share * one.pieces, 0);
  return {
    currency: currencyOf(world, at.market),
    pieces: Array.from({ length: piecesShown }, (_, index) => {
      const pieces = index + 1;
      const piece = pieceOf(plan, pieces, isClipped);
      return {
        pieces,
        paidMinor: pieces * (piece.goodsMinor + piece.feeMinor),
        fullMinor: pieces * (plan.full.goodsMinor + plan.full.feeMinor),
        marginMinor: marginOf(piece),
        fullMarginMinor: marginOf(plan.full),
      };
    }),
    shareBp: isClipped ? Math.round(plan.clipShare * 10_000) : 10_000,
    piecesMilli: Math.round(1_000 * mean),
    fullPiecesMilli: Math.round(1_000 * (1 + world.parameters["order.extraUnits"])),
    bundle: wish.promotion === "bundle" ? bundleOf(desk, context, at, wish) : [],
  };
}

/** A wished bundle's products, alone and in a set. */
function bundleOf(
  { number, products }: Pick<Desk, "number" | "products">,
  context: DecisionContext,
  at: { readonly row: number; readonly market: number },
  wish: RunPromotion,
): PromotionPreview["bundle"] {
  const { state } = context;
  const marginOf = (row: number, { goodsMinor: priceMinor, feeMinor }: PiecePrice) =>
    unitEconomics(context, {
      store: number,
      product: state.skuOf[row]!,
      market: at.market,
      service: state.service[row * state.sizes.markets + at.market]!,
      priceMinor,
      feeMinor,
    })?.marginMinor ?? null;
  return bundleAsked(context, number, at, wish).map((one) => {
    const { sku, detail } = products[state.skuOf[one.row]!]!;
    return {
      sku,
      name: detail.name,
      aloneMinor: one.alone.goodsMinor + one.alone.feeMinor,
      inSetMinor: one.inSet.goodsMinor + one.inSet.feeMinor,
      aloneMarginMinor: marginOf(one.row, one.alone),
      inSetMarginMinor: marginOf(one.row, one.inSet),
      takeBp: Math.round(one.inSet.takeShare * 10_000),
    };
  });
}
