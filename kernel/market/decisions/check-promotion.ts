/** Whether a promotion may run on a listing, and whether a sale under it would lose money. */
import { exp } from "../../number/exp.ts";
import { unitBreakdown } from "../books/economics.ts";
import { setOffer, type SetPiece } from "../promotions/bundle-offers.ts";
import {
  aloneMinorOf,
  pieceOf,
  pieceOfSet,
  planOf,
  type PiecePrice,
  type Plan,
} from "../promotions/plan.ts";
import { goingPrice } from "../promotions/going-price.ts";
import { bundleKey, fullPrice, priceCut, termsOf } from "../promotions/day-promotions.ts";
import {
  atOnceMax,
  bundle,
  bundleSizes,
  promotionKinds,
  usesPieces,
  type PromotionTerms,
} from "../promotions/promotion-kinds.ts";
import { slices as slicesOfDay } from "../world/world-limits.ts";
import type { Ruling, StoreDecision, Warning } from "./decision.ts";
import {
  accepted,
  isWithin,
  offerRow,
  refused,
  warning,
  type DecisionContext,
} from "./decision-context.ts";
import { decisionLimits as limits } from "./decision-limits.ts";
import { currencyOf } from "../world/lookups.ts";

export type RunPromotion = Extract<StoreDecision, { kind: "run-promotion" }>;
export type EndPromotion = Extract<StoreDecision, { kind: "end-promotion" }>;
/** Where a decision acts: the offer's row, the market's number, and their cell. */
type Target = { readonly row: number; readonly market: number; readonly cell: number };

/** A decision without a kind is about a price cut. */
export const kindAsked = ({ promotion = "price-cut" }: Pick<RunPromotion, "promotion">) =>
  promotion;

/** The terms that a decision asks for. */
export function termsAsked(decision: RunPromotion): PromotionTerms {
  const kind = kindAsked(decision);
  const { depthBp, slices = [], pieces = 0, overMinor = 0, offMinor = 0, others = [] } = decision;
  const mask = slices.reduce((bits, slice) => bits | (1 << slice), 0);
  const listings = kind === "bundle" ? 1 + others.length : pieces;
  return { kind, depthBp, slices: mask, pieces: listings, overMinor, offMinor };
}

/** Rows of the store's offers that a bundle takes in beside the listing it is decided at. */
export function othersOf(
  context: DecisionContext,
  store: number,
  decision: RunPromotion,
): readonly number[] {
  if (kindAsked(decision) !== "bundle") return [];
  return (decision.others ?? []).map((sku) => offerRow(context, store, sku));
}

/** Whether it takes nothing off: such a promotion is none. */
export const isNothing = ({ promotion, depthBp, offMinor = 0 }: RunPromotion) =>
  promotion === "full-reduction" ? offMinor === 0 : promotion !== "free-shipping" && depthBp === 0;

export function checkPromotion(
  context: DecisionContext,
  store: number,
  target: Target,
  decision: RunPromotion,
): Ruling {
  const { depthBp, from, to, capUnits = 0 } = decision;
  const { seasonDay, world } = context;
  const isCut = kindAsked(decision) === "price-cut";
  if (!isWithin(depthBp, 0, limits.discountBpMax)) {
    return refused("promotion-not-allowed", { depthBp, most: limits.discountBpMax });
  }
  if (!isCut && !world.source.scenario.modules.promotions) {
    return refused("module-off", { module: "promotions" });
  }
  const fault = checkTerms(decision) ?? checkBundle(context, store, target, decision);
  if (fault !== null) return fault;
  if (isNothing(decision)) return accepted(decision);
  if (!isWithin(capUnits, 0, isCut ? 0 : limits.unitsPerPurchaseMax)) {
    return refused("value-not-allowed", { field: "capUnits", units: capUnits });
  }
  const lasts = to - from + 1;
  const areDays = Number.isInteger(from) && Number.isInteger(to);
  if (!areDays || from < seasonDay || lasts < 1 || lasts > limits.promotionDaysMax) {
    return refused("promotion-not-allowed", {
      from,
      to,
      day: seasonDay,
      most: limits.promotionDaysMax,
    });
  }
  const rows = [target.row, ...othersOf(context, store, decision)];
  const overlap = rows
    .map((row) => checkOverlap(context, { ...target, row }, decision))
    .find((ruling) => ruling !== null);
  return overlap ?? accepted(decision, 0, warningsOf(context, store, target, decision));
}

/** What a kind looks at must be there, and make sense. */
function checkTerms(decision: RunPromotion): Ruling | null {
  const promotion = kindAsked(decision);
  const { slices = [], pieces = 0, overMinor = 0, offMinor = 0 } = decision;
  const not = (field: string, value: number) => refused("value-not-allowed", { field, value });
  const isFlash = promotion === "flash-sale";
  if (!isFlash && slices.length > 0) return not("slices", slices.length);
  if (promotion === "price-cut") return null;
  if (!promotionKinds.includes(promotion)) return not("promotion", 0);
  if (usesPieces(promotion) && !isWithin(pieces, 2, limits.promotionPiecesMax)) {
    return not("pieces", pieces);
  }
  if (promotion === "group-buy" && !isWithin(pieces, 2, limits.groupUnitsMax)) {
    return not("pieces", pieces);
  }
  const areSlices = slices.every((slice) => isWithin(slice, 0, slicesOfDay - 1));
  const isPartOfDay = slices.length > 0 && new Set(slices).size < slicesOfDay;
  if (!areSlices || (isFlash && !isPartOfDay)) return not("slices", slices.length);
  const hasSum = promotion === "full-reduction" || promotion === "free-shipping";
  if (hasSum && !isWithin(overMinor, 0, limits.priceMinorMax)) return not("overMinor", overMinor);
  if (promotion !== "full-reduction") return null;
  const most = Math.floor((overMinor * limits.discountBpMax) / 10_000);
  return isWithin(offMinor, 0, most) ? null : not("offMinor", offMinor);
}

/** A bundle is of two to five different listings that the store has on sale in the market. */
function checkBundle(
  context: DecisionContext,
  store: number,
  { market }: Target,
  decision: RunPromotion,
): Ruling | null {
  const { sku, others = [] } = decision;
  const not = (value: number) => refused("value-not-allowed", { field: "others", value });
  if (kindAsked(decision) !== "bundle") return others.length > 0 ? not(others.length) : null;
  const listings = 1 + others.length;
  const { least, most } = bundleSizes;
  const areDifferent = new Set([sku, ...others]).size === listings;
  if (!isWithin(listings, least, most) || !areDifferent) {
    return refused("bundle-not-allowed", { listings, least, most });
  }
  const { state, world } = context;
  for (const other of others) {
    if (!world.skuOf.has(other)) return refused("no-such-product", { sku: other });
    const row = offerRow(context, store, other);
    if (row < 0) return refused("not-selected", { sku: other });
    if (state.listing[row * state.sizes.markets + market] === 0) {
      return refused("not-listed", { sku: other, market: decision.market });
    }
  }
  return null;
}

/** Kinds that do not run beside each other: a group may be void, and a set is not. */
const apart = (a: PromotionTerms["kind"], b: PromotionTerms["kind"]) =>
  a === b || (a === "bundle" && b === "group-buy") || (a === "group-buy" && b === "bundle");

/** Two of different kinds at most on any day. */
function checkOverlap(
  { state }: DecisionContext,
  { row, market }: Pick<Target, "row" | "market">,
  decision: RunPromotion,
): Ruling | null {
  const { from, to } = decision;
  const kind = kindAsked(decision);
  const standing = promotionsOf(state, row, market);
  const beside = standing.filter((one) => one.from <= to && one.to >= from);
  // A listing remembers one price cut: another would put it out before its time.
  const inTheWay =
    standing.find((one) => one.terms.kind === kind && kind === "price-cut" && one.to >= from) ??
    beside.find((one) => apart(one.terms.kind, kind)) ??
    (beside.length < atOnceMax ? undefined : beside.toSorted((a, b) => a.to - b.to)[0]);
  return inTheWay === undefined ? null : refused("promotion-overlap", { to: inTheWay.to });
}

/** Orders of more pieces than these are not looked at. */
const piecesLooked = 6;

/** A promotion of a listing as the state has it. */
export type StandingPromotion = {
  readonly terms: PromotionTerms;
  readonly from: number;
  readonly to: number;
  readonly capUnits: number;
  /** Rows of the other offers of a bundle. */
  readonly others: readonly number[];
};

/** A listing's promotions, also those to come, in the order in which they were decided. */
export function promotionsOf(
  state: DecisionContext["state"],
  row: number,
  market: number,
): readonly StandingPromotion[] {
  const cell = row * state.sizes.markets + market;
  const found: StandingPromotion[] = [];
  const depthBp = state.discountBp[cell]!;
  if (depthBp > 0) {
    const days = { from: state.discountFrom[cell]!, to: state.discountTo[cell]! };
    found.push({ terms: priceCut(depthBp), ...days, capUnits: 0, others: [] });
  }
  const { columns, rows } = state.tables.promotions;
  for (let at = 0; at < rows; at++) {
    if (columns.offer[at] !== row || columns.market[at] !== market) continue;
    const days = { from: columns.from[at]!, to: columns.to[at]! };
    const capUnits = columns.capUnits[at]!;
    found.push({ terms: termsOf(state, at), ...days, capUnits, others: besides(state, at) });
  }
  return found;
}

/** Rows of the other offers of a bundle's row; none of other promotions. */
function besides(state: DecisionContext["state"], row: number): readonly number[] {
  const { columns, rows } = state.tables.promotions;
  if (columns.kind[row] !== bundle) return [];
  const found: number[] = [];
  for (let at = 0; at < rows; at++) {
    if (at !== row && bundleKey(state, at) === bundleKey(state, row))
      found.push(columns.offer[at]!);
  }
  return found;
}

/**
 * What a listing's promotions of some days come to together.
 *
 * @param asked    one that is not decided yet; null for none
 * @param isMeant  which of those that stand are looked at
 */
export function planAsked(
  { state, world }: DecisionContext,
  { row, market }: Pick<Target, "row" | "market">,
  days: { readonly from: number; readonly to: number },
  asked: RunPromotion | null,
  isMeant: (terms: PromotionTerms) => boolean = () => true,
): Plan {
  const standing = promotionsOf(state, row, market)
    .filter(({ from, to, terms }) => from <= days.to && to >= days.from && isMeant(terms))
    .map(({ terms }) => terms);
  const terms = asked === null ? standing : [...standing, termsAsked(asked)];
  return planOf(fullPrice(state, row * state.sizes.markets + market), terms, world.parameters);
}

/**
 * A listing of a bundle that is asked for: what a piece pays alone and in a set, and what such
 * goods cost elsewhere.
 */
export type BundledListing = {
  readonly row: number;
  readonly goingMinor: number;
  readonly alone: PiecePrice;
  readonly inSet: SetPiece;
};

/** What a bundle makes of its listings, beside the promotions that run with it. */
export function bundleAsked(
  context: DecisionContext,
  store: number,
  { row, market }: Pick<Target, "row" | "market">,
  decision: RunPromotion,
): readonly BundledListing[] {
  const { state, world } = context;
  const rows = [row, ...othersOf(context, store, decision)];
  const plans = rows.map((one) => planAsked(context, { row: one, market }, decision, null));
  const pieces = plans.map((plan, at) => {
    const category = state.categoryOf[rows[at]!]!;
    return {
      ...pieceOfSet(plan),
      aloneMinor: aloneMinorOf(plan),
      category,
      goingMinor: goingPrice(context.seen, store, market, category, context.seasonDay),
      priceWeight: world.priceWeight[category]!,
    };
  });
  const offer = setOffer(pieces, decision.depthBp, world.parameters);
  return rows.map((one, at) => ({
    row: one,
    goingMinor: pieces[at]!.goingMinor,
    alone: pieceOf(plans[at]!, 1, false),
    inSet: offer[at]!,
  }));
}

/** Looked at are whole sets: one piece may lose what another brings. */
function bundleWarnings(
  context: DecisionContext,
  store: number,
  target: Target,
  decision: RunPromotion,
): readonly Warning[] {
  const { state, world } = context;
  const { market } = target;
  let left = 0;
  let dear: Warning | null = null;
  for (const one of bundleAsked(context, store, target, decision)) {
    const { row, goingMinor, alone, inSet } = one;
    const asked = alone.goodsMinor + alone.feeMinor;
    // From there on nobody's patience lasts (E3).
    if (goingMinor > 0 && asked > goingMinor * exp(world.parameters["price.beyondFrom"])) {
      const currency = currencyOf(world, market);
      dear ??= warning("set-piece-dear", { askedMinor: asked, goingMinor, currency });
    }
    const service = state.service[row * state.sizes.markets + market]!;
    const unit = { store, product: state.skuOf[row]!, market, service };
    const price = { priceMinor: inSet.goodsMinor, feeMinor: inSet.feeMinor };
    left += unitBreakdown(context, { ...unit, ...price })?.marginMinor ?? 0;
  }
  const found = dear === null ? [] : [dear];
  return left < 0 ? [...found, warning("below-landed-cost", { lossPerUnit: -left })] : found;
}

/** Looked at together with those that will run beside it. */
function warningsOf(
  context: DecisionContext,
  store: number,
  target: Target,
  decision: RunPromotion,
): readonly Warning[] {
  if (!context.warns) return [];
  if (kindAsked(decision) === "bundle") return bundleWarnings(context, store, target, decision);
  const { state } = context;
  const { row, market, cell } = target;
  const plan = planAsked(context, target, decision, decision);
  const { full } = plan;
  const pieces = Array.from({ length: piecesLooked }, (_, i) =>
    pieceOf(plan, i + 1, plan.clipShare > 0),
  );
  const isIdle =
    plan.terms.length === 1 &&
    pieces.every((one) => one.goodsMinor === full.goodsMinor && one.feeMinor === full.feeMinor);
  const found: Warning[] = isIdle ? [warning("promotion-idle", { pieces: piecesLooked })] : [];
  const unit = { store, product: state.skuOf[row]!, market, service: state.service[cell]! };
  const margins = pieces.flatMap(({ goodsMinor: priceMinor, feeMinor }) => {
    const left = unitBreakdown(context, { ...unit, priceMinor, feeMinor });
    return left === null ? [] : [left.marginMinor];
  });
  const worst = Math.min(0, ...margins);
  return worst < 0 ? [...found, warning("below-landed-cost", { lossPerUnit: -worst })] : found;
}

/** Whether there is such a promotion to end. */
export function checkEnd(
  { state, seasonDay }: DecisionContext,
  { row, market, cell }: Target,
  decision: EndPromotion,
): Ruling {
  const runs =
    decision.promotion === "price-cut"
      ? state.discountBp[cell]! > 0 && state.discountTo[cell]! >= seasonDay
      : promotionRows(state, row, market, decision.promotion).length > 0;
  return runs ? accepted(decision) : refused("no-such-promotion", { sku: decision.sku });
}

/** Rows of a listing's promotions of a kind: running, or still to come. */
export function promotionRows(
  { tables }: DecisionContext["state"],
  row: number,
  market: number,
  kind: (typeof promotionKinds)[number],
): number[] {
  const { columns, rows } = tables.promotions;
  const found: number[] = [];
  for (let at = 0; at < rows; at++) {
    const isHere = columns.offer[at] === row && columns.market[at] === market;
    if (isHere && promotionKinds[columns.kind[at]!] === kind) found.push(at);
  }
  return found;
}
