/** Checks a sealed bid in a tender. It costs nothing now; cash must reach if all of them win. */
import { cashOf } from "../books/bookkeeping.ts";
import { maker, suppliersOf } from "../sourcing/suppliers.ts";
import { quotePurchase, termsOf } from "../sourcing/supplier-terms.ts";
import { depositOf, promisedElsewhere } from "../sourcing/tender-bids.ts";
import { tenderOf, type Tender } from "../sourcing/tenders.ts";
import type { Ruling, Warning } from "./decision.ts";
import {
  accepted,
  isWithin,
  offerRow,
  refused,
  warning,
  type DecisionContext,
} from "./decision-context.ts";
import type { TenderDecision } from "./sourcing-decision.ts";

export function checkTender(
  context: DecisionContext,
  store: number,
  decision: TenderDecision,
): Ruling {
  const { world, seasonDay } = context;
  if (!world.source.scenario.modules.tenders) return refused("module-off", { module: "tenders" });
  const tender = tenderOf(context, decision.tender);
  if (tender === null || tender.postedOn > seasonDay) {
    return refused("no-such-tender", { tender: decision.tender });
  }
  if (seasonDay > tender.closesOn) return refused("tender-closed", { day: tender.closesOn });
  const { sku } = world.source.products[tender.product]!;
  if (decision.units === 0) return accepted({ ...decision, sku });
  if (offerRow(context, store, sku) < 0) return refused("not-selected", { sku });
  const { unitMinor, units } = decision;
  const { mostUnits, lowMinor, highMinor } = tender;
  if (!isWithin(units, 1, mostUnits)) return refused("tender-units", { units, most: mostUnits });
  if (!isWithin(unitMinor, lowMinor, highMinor)) {
    return refused("tender-price", { lowMinor, highMinor });
  }
  return checkCash(context, store, { ...decision, sku }, tender);
}

function checkCash(
  context: DecisionContext,
  store: number,
  decision: TenderDecision,
  { number, product }: Tender,
): Ruling {
  const { unitMinor, units } = decision;
  const costMinor = unitMinor * units;
  const needed = depositOf(context, store, product, costMinor);
  const cash = cashOf(context.book, store) - promisedElsewhere(context, store, number);
  if (cash < needed) return refused("cash-short", { cash, needed });
  if (!context.warns) return accepted(decision);
  const warnings: Warning[] = [];
  if (cash < costMinor) warnings.push(warning("balance-not-covered", { cash, cost: costMinor }));
  const terms = termsOf(context, store, product)!;
  // What a tender sells is plainly made, however the store has it made else.
  const plain = { ...terms, supplier: suppliersOf(context, product)[maker]! };
  const byOrder = quotePurchase(context, product, plain, units, {}).costMinor;
  if (units >= terms.supplier.moq && costMinor >= byOrder) {
    warnings.push(warning("tender-dear", { costMinor, listMinor: byOrder }));
  }
  return accepted(decision, 0, warnings);
}
