/** Checks of what a store decides about its suppliers, beside buying. */
import { cashOf } from "../books/bookkeeping.ts";
import { cancelRefund, leavesOn, purchaseRow } from "../sourcing/purchases.ts";
import { relationRow } from "../sourcing/relation.ts";
import { inspectionCost, sampleCost } from "../sourcing/samples.ts";
import { suppliersOf } from "../sourcing/suppliers.ts";
import { talkOf } from "../sourcing/talks.ts";
import type { Ruling } from "./decision.ts";
import {
  accepted,
  isWithin,
  offerRow,
  refused,
  warning,
  type DecisionContext,
} from "./decision-context.ts";
import type { SourcingDecision } from "./sourcing-decision.ts";

type Of<K extends SourcingDecision["kind"]> = Extract<SourcingDecision, { readonly kind: K }>;

export function checkSourcing(
  context: DecisionContext,
  store: number,
  decision: SourcingDecision,
): Ruling {
  const { world } = context;
  const { sku } = decision;
  if (!world.source.scenario.modules.sourcing) return refused("module-off", { module: "sourcing" });
  const product = world.skuOf.get(sku);
  if (product === undefined) return refused("no-such-product", { sku });
  const row = offerRow(context, store, sku);
  if (row < 0) return refused("not-selected", { sku });
  if ("supplier" in decision && suppliersOf(context, product)[decision.supplier] === undefined) {
    return refused("no-such-supplier", { supplier: decision.supplier });
  }
  switch (decision.kind) {
    case "cancel-purchase":
      return checkCancel(context, store, row, decision);
    case "negotiate":
      return checkTalk(context, store, product, decision);
    case "order-sample":
      return checkSample(context, store, product, decision);
    case "order-inspection":
      return checkInspection(context, store, row, decision);
  }
}

function checkCancel(
  context: DecisionContext,
  store: number,
  row: number,
  decision: Of<"cancel-purchase">,
): Ruling {
  const { state, book, engineDay } = context;
  const at = purchaseRow(state, row, decision.purchase);
  if (at < 0) return refused("no-such-purchase", { purchase: decision.purchase });
  if (leavesOn(context, at) <= engineDay) return refused("goods-on-way", {});
  const back = cancelRefund(context, at);
  const cash = cashOf(book, store);
  if (cash + back < 0) return refused("cash-short", { cash, needed: -back });
  const pools = state.sizes.markets + 1;
  const units = state.tables.supply.columns.units[at]!;
  const isLast = state.inbound[row * pools]! === units;
  const facts = { onHand: state.stock[row * pools]!, soldWeek: state.soldWeek[row]! };
  const runsOut = isLast && facts.soldWeek > facts.onHand;
  return accepted(decision, back, runsOut ? [warning("nothing-else-coming", facts)] : []);
}

/** Below this chance a round of talks is mostly lost. */
const hopeless = 0.2;

function checkTalk(
  context: DecisionContext,
  store: number,
  product: number,
  decision: Of<"negotiate">,
): Ruling {
  const { supplier, ask } = decision;
  const talk = talkOf(context, store, product, supplier, ask);
  if (talk.isOpen) return refused("talk-open", {});
  const most = context.world.parameters["talk.roundsAWeek"];
  if (talk.rounds >= most) return refused("talk-rounds", { most });
  if (!talk.isLeft) return refused("talk-exhausted", {});
  const chanceBp = Math.floor(10_000 * talk.chance + 0.5);
  return accepted(
    decision,
    0,
    talk.chance < hopeless ? [warning("talk-hopeless", { chanceBp })] : [],
  );
}

function checkSample(
  context: DecisionContext,
  store: number,
  product: number,
  decision: Of<"order-sample">,
): Ruling {
  const { columns } = context.state.tables.relations;
  const row = relationRow(context.state, store, product, decision.supplier);
  if (row >= 0 && columns.isSampled[row] === 1) return refused("sample-ordered", {});
  const needed = sampleCost(context, product, decision.supplier);
  const cash = cashOf(context.book, store);
  if (cash < needed) return refused("cash-short", { cash, needed });
  const looked = row < 0 ? 0 : columns.looked[row]!;
  return accepted(decision, -needed, looked > 0 ? [warning("sampled-before", { looked })] : []);
}

/** An inspection that costs more than this part of the goods is dear, basis points. */
const dearBp = 800;

function checkInspection(
  context: DecisionContext,
  store: number,
  row: number,
  decision: Of<"order-inspection">,
): Ruling {
  const { state, book } = context;
  const { purchase, shareBp } = decision;
  if (!isWithin(shareBp, 1, 10_000)) {
    return refused("value-not-allowed", { field: "share", value: shareBp });
  }
  const at = purchaseRow(state, row, purchase);
  if (at < 0) return refused("no-such-purchase", { purchase });
  const { columns } = state.tables.supply;
  if (columns.inspectBp[at]! > 0) return refused("inspection-ordered", {});
  const needed = inspectionCost(context, columns.units[at]!, shareBp);
  const cash = cashOf(book, store);
  if (cash < needed) return refused("cash-short", { cash, needed });
  const isDear = needed * 10_000 > dearBp * columns.costMinor[at]!;
  const facts = { feeMinor: needed, goodsMinor: columns.costMinor[at]! };
  return accepted(decision, -needed, isDear ? [warning("inspection-dear", facts)] : []);
}
