/** What a supplier asks of a store for units of a product: price, deposit, days. */
import { leadSaved } from "../company/crews.ts";
import { ladderCost } from "../books/economics.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import { onAccountCost } from "../finance/supplier-credit.ts";
import { supplierFor } from "./product-tiers.ts";
import { relationMilli, relationRow } from "./relation.ts";
import { maker, suppliersOf, type Supplier } from "./suppliers.ts";

export type Terms = {
  readonly supplier: Supplier;
  readonly relationMilli: number;
  /** Granted in talks, basis points off the ladder's price and off the lead time. */
  readonly priceBp: number;
  readonly leadBp: number;
  /** The least share that is paid when a purchase is placed. */
  readonly depositBp: number;
};

/** How a purchase is to be made; what is left out is as the supplier asks. */
export type PurchaseWay = {
  readonly supplier?: number | undefined;
  readonly depositBp?: number | undefined;
  readonly isOnAccount?: boolean | undefined;
};

export type PurchaseQuote = {
  /** Minor units of the books; the deposit is the part of the cost that is paid now. */
  readonly costMinor: number;
  readonly depositMinor: number;
};

/** A supplier's terms for a store, or null where the product has no such supplier. */
export function termsOf(
  context: DecisionContext,
  store: number,
  product: number,
  number: number = maker,
): Terms | null {
  const { state, world } = context;
  const supplier = suppliersOf(context, product)[number];
  if (supplier === undefined) return null;
  const row = relationRow(state, store, product, number);
  const { priceBp, leadBp, depositBp } = state.tables.relations.columns;
  return {
    supplier: supplierFor(context, store, product, supplier),
    relationMilli: relationMilli(context, row),
    priceBp: row < 0 ? 0 : priceBp[row]!,
    leadBp: row < 0 ? 0 : leadBp[row]!,
    depositBp: world.parameters["purchase.depositBp"] - (row < 0 ? 0 : depositBp[row]!),
  };
}

/** Whether a supplier waits for its money: makers for everybody, others for whom they trust. */
export function isTrusted({ world }: Pick<DecisionContext, "world">, terms: Terms): boolean {
  const needed = world.parameters["relation.accountMilli"];
  return terms.supplier.number === maker || terms.relationMilli >= needed;
}

/** What units cost and how much of it is paid now. Who pays more at once than asked pays less. */
export function quotePurchase(
  context: DecisionContext,
  product: number,
  terms: Terms,
  units: number,
  way: PurchaseWay,
): PurchaseQuote {
  const onAccount = way.isOnAccount === true;
  const depositBp = onAccount ? 0 : (way.depositBp ?? terms.depositBp);
  const offBp = terms.priceBp + prepaidBp(context, terms, depositBp);
  const price = ladderCost(context, product, terms.supplier, units, offBp);
  if (onAccount) return { costMinor: onAccountCost(context, price), depositMinor: 0 };
  return { costMinor: price, depositMinor: Math.floor((price * depositBp + 5000) / 10_000) };
}

/** Basis points off the price for a deposit, rounded down: in proportion to what is beyond it. */
function prepaidBp({ world }: DecisionContext, terms: Terms, depositBp: number): number {
  const beyond = depositBp - terms.depositBp;
  const whole = 10_000 - terms.depositBp;
  if (beyond <= 0 || whole <= 0) return 0;
  return Math.floor((world.parameters["supply.prepayBp"] * beyond) / whole);
}

/** Mean days until a supplier delivers to a store: what was granted and its people save days. */
export function meanLeadDays(
  context: Pick<DecisionContext, "world" | "effects" | "state" | "shifts">,
  store: number,
  product: number,
  { supplier, leadBp }: Pick<Terms, "supplier" | "leadBp">,
): number {
  const { world, effects } = context;
  const { category } = world.source.products[product]!;
  const factor = (world.source.scenario.leadTimeBp / 10_000) * (effects.leadBp[category]! / 10_000);
  const saved = (1 - leadBp / 10_000) * (1 - leadSaved(context, store));
  return supplier.leadDays * factor * saved;
}
