/** Sealed bids in tenders that have not closed. A losing one costs nothing: here none is paid. */
import type { DecisionContext } from "../decisions/decision-context.ts";
import { offerRow } from "../decisions/decision-context.ts";
import type { TenderDecision } from "../decisions/sourcing-decision.ts";
import type { State } from "../state/state.ts";
import { addRow, keepRows } from "../state/tables.ts";
import { termsOf } from "./supplier-terms.ts";
import { tenderOf } from "./tenders.ts";

export type TenderBid = {
  readonly store: number;
  readonly number: number;
  readonly tender: number;
  /** Row of the own offer. */
  readonly offer: number;
  readonly unitMinor: number;
  readonly units: number;
  readonly acceptedAt: number;
};

/** The part of a price that a store pays at once, as it does its maker in any purchase; half up. */
export function depositOf(
  context: DecisionContext,
  store: number,
  product: number,
  costMinor: number,
): number {
  const { depositBp } = termsOf(context, store, product)!;
  return Math.floor((costMinor * depositBp + 5000) / 10_000);
}

/** Notes a bid in the place of the store's former one; no units take that one back. */
export function bidTender(
  context: DecisionContext,
  store: number,
  number: number,
  { tender, unitMinor, units, acceptedAt }: TenderDecision,
): void {
  const { tenderBids } = context.state.tables;
  const { columns } = tenderBids;
  keepRows(tenderBids, (at) => columns.store[at] !== store || columns.tender[at] !== tender);
  if (units === 0) return;
  const { product } = tenderOf(context, tender)!;
  const offer = offerRow(context, store, context.world.source.products[product]!.sku);
  const row = addRow(tenderBids);
  const bid: TenderBid = { store, number, tender, offer, unitMinor, units, acceptedAt };
  for (const name of Object.keys(bid) as (keyof TenderBid)[]) {
    tenderBids.columns[name][row] = bid[name];
  }
}

/** Takes back what was bid for the product of an offer that is given up. */
export function takeBackBids({ tables: { tenderBids } }: State, offer: number): void {
  keepRows(tenderBids, (at) => tenderBids.columns.offer[at] !== offer);
}

/** Bids that stand and are wanted, in the order of writing. */
export function bidsThat(
  { tables: { tenderBids } }: State,
  isWanted: (store: number, tender: number) => boolean,
): readonly TenderBid[] {
  const { columns, rows } = tenderBids;
  const names = Object.keys(columns) as (keyof TenderBid)[];
  const bids: TenderBid[] = [];
  for (let row = 0; row < rows; row++) {
    if (!isWanted(columns.store[row]!, columns.tender[row]!)) continue;
    const bid = Object.fromEntries(names.map((name) => [name, columns[name][row]!]));
    bids.push(bid as TenderBid);
  }
  return bids;
}

/** What a store would pay at once if it won all that it bids for in other tenders. */
export function promisedElsewhere(context: DecisionContext, store: number, tender: number): number {
  return bidsThat(context.state, (of, lot) => of === store && lot !== tender).reduce((sum, bid) => {
    const product = context.state.skuOf[bid.offer]!;
    return sum + depositOf(context, store, product, bid.unitMinor * bid.units);
  }, 0);
}
