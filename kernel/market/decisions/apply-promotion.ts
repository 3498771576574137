/** Carries out what is decided about prices and promotions. */
import { endWith } from "../promotions/day-promotions.ts";
import { promotionKinds } from "../promotions/promotion-kinds.ts";
import { live } from "../shelf/prepare.ts";
import { addRow } from "../state/tables.ts";
import {
  isNothing,
  othersOf,
  promotionRows,
  termsAsked,
  type EndPromotion,
  type RunPromotion,
} from "./check-promotion.ts";
import type { StoreDecision } from "./decision.ts";
import type { DecisionContext } from "./decision-context.ts";

/** @param number  of the log entry: the promotion is known by it within its store */
export function runPromotion(
  context: DecisionContext,
  number: number,
  { row, market }: { readonly row: number; readonly market: number },
  decision: RunPromotion,
): void {
  const { state } = context;
  const terms = termsAsked(decision);
  if (terms.kind === "price-cut") {
    const cell = row * state.sizes.markets + market;
    state.discountBp[cell] = decision.depthBp;
    state.discountFrom[cell] = decision.from;
    state.discountTo[cell] = decision.to;
    return;
  }
  if (isNothing(decision)) return;
  const rows = [row, ...othersOf(context, state.storeOf[row]!, decision)];
  for (const each of rows) writePromotion(state, number, each, market, decision);
}

/** Writes the promotion of one listing; those of a bundle have one number. */
function writePromotion(
  state: DecisionContext["state"],
  number: number,
  row: number,
  market: number,
  decision: RunPromotion,
): void {
  const terms = termsAsked(decision);
  const { promotions } = state.tables;
  const at = addRow(promotions);
  const { columns } = promotions;
  columns.store[at] = state.storeOf[row]!;
  columns.number[at] = number;
  columns.offer[at] = row;
  columns.market[at] = market;
  columns.kind[at] = promotionKinds.indexOf(terms.kind);
  columns.from[at] = decision.from;
  columns.to[at] = decision.to;
  columns.depthBp[at] = terms.depthBp;
  columns.slices[at] = terms.slices;
  columns.pieces[at] = terms.pieces;
  columns.overMinor[at] = terms.overMinor;
  columns.offMinor[at] = terms.offMinor;
  columns.capUnits[at] = decision.capUnits ?? 0;
  columns.soldUnits[at] = 0;
}

/** The promotion is over before the day begins; what it sold stays in the books. */
export function endPromotion(
  { state, seasonDay }: DecisionContext,
  { row, market }: { readonly row: number; readonly market: number },
  { promotion }: EndPromotion,
): void {
  if (promotion === "price-cut") {
    state.discountBp[row * state.sizes.markets + market] = 0;
    return;
  }
  for (const at of promotionRows(state, row, market, promotion)) endWith(state, at, seasonDay - 1);
}

/** The listing is shown from today, and a list price that it kept meanwhile is put up with it. */
export function showListing({ state, seasonDay }: DecisionContext, cell: number): void {
  const putsUp = state.listing[cell] !== live && state.listMinor[cell]! > 0;
  if (putsUp) state.listSetOn[cell] = seasonDay;
  state.listing[cell] = live;
}

/** The price, and the list price beside it where one is said. */
export function setPrice(
  { state, seasonDay }: DecisionContext,
  cell: number,
  { priceMinor, listPriceMinor }: Extract<StoreDecision, { kind: "set-price" }>,
): void {
  state.priceMinor[cell] = priceMinor;
  if (listPriceMinor === undefined || listPriceMinor === state.listMinor[cell]) return;
  state.listMinor[cell] = listPriceMinor;
  state.listSetOn[cell] = seasonDay;
}
