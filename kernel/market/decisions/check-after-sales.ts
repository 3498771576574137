/** Checks of answers to returns and disputes, of standing answers, and of the people in service. */
import {
  caseNumberMax,
  disputeAnswers,
  returnAnswers,
  type CaseKind,
} from "../after-sales/case-kinds.ts";
import { freightOf, hasWarehouse } from "../after-sales/case-goods.ts";
import { rowsOfCase } from "../after-sales/case-table.ts";
import { checkPeople } from "./check-company.ts";
import type { AfterSalesDecision, Ruling } from "./decision.ts";
import { accepted, isWithin, refused, type DecisionContext } from "./decision-context.ts";
import { decisionLimits as limits } from "./decision-limits.ts";

export function checkAfterSales(
  context: DecisionContext,
  store: number,
  decision: AfterSalesDecision,
): Ruling {
  const { returns, service } = context.world.source.scenario.modules;
  switch (decision.kind) {
    case "resolve-dispute":
      return returns ? checkDispute(context, store, decision) : off("returns");
    case "dispose-return":
      return returns ? checkReturn(context, store, decision) : off("returns");
    case "set-answer-policy":
      return returns || service ? checkPolicy(decision) : off("returns");
    case "hire-staff":
    case "release-staff": {
      const { company } = context.world.source.scenario.modules;
      if (decision.role === "service" && !service) return off("service");
      if (decision.role !== "service" && !company) return off("company");
      return checkPeople(context, store, decision);
    }
  }
}

type Of<K extends AfterSalesDecision["kind"]> = Extract<AfterSalesDecision, { readonly kind: K }>;

const off = (module: string) => refused("module-off", { module });
const notAllowed = (field: string, value: string | number) =>
  refused("value-not-allowed", { field, value });

/** Rows of a store's open case, none where there is no such case. */
function rowsOf(context: DecisionContext, store: number, kind: CaseKind, number: number) {
  if (!isWithin(number, 0, caseNumberMax - 1)) return [];
  return rowsOfCase(context.state, store, kind, number);
}

function checkDispute(
  context: DecisionContext,
  store: number,
  decision: Of<"resolve-dispute">,
): Ruling {
  const { state, world } = context;
  const rows = rowsOf(context, store, "dispute", decision.case);
  const first = rows[0];
  if (first === undefined) return refused("no-such-case", { case: decision.case });
  if (disputeAnswers.indexOf(decision.answer) < 1) return notAllowed("answer", decision.answer);
  if (decision.answer !== "replace") return accepted(decision);
  const { columns } = state.tables.cases;
  const units = rows.reduce((sum, at) => sum + columns.units[at]!, 0);
  const isLocal = world.isLastMile[columns.service[first]!] === 1;
  const pool = isLocal ? 1 + columns.market[first]! : 0;
  const onHand = state.stock[columns.offer[first]! * (state.sizes.markets + 1) + pool]!;
  return onHand < units ? refused("stock-short", { onHand, units }) : accepted(decision);
}

function checkReturn(
  context: DecisionContext,
  store: number,
  decision: Of<"dispose-return">,
): Ruling {
  const { columns } = context.state.tables.cases;
  const rows = rowsOf(context, store, "return", decision.case);
  const first = rows[0];
  if (first === undefined) return refused("no-such-case", { case: decision.case });
  const { disposition } = decision;
  if (returnAnswers.indexOf(disposition) < 1) return notAllowed("disposition", disposition);
  const market = columns.market[first]!;
  if (disposition === "resell" && !hasWarehouse(context, market)) {
    return notAllowed("disposition", disposition);
  }
  const pool = disposition === "resell" ? 1 + market : disposition === "home" ? 0 : -1;
  const units = rows.reduce((sum, at) => sum + columns.units[at]!, 0);
  const freight = freightOf(context, first, units, pool, disposition === "scrap");
  return accepted(decision, 0 - freight);
}

function checkPolicy(decision: Of<"set-answer-policy">): Ruling {
  const { disputes, returns, handAnswers } = decision;
  // What is sent again needs stock and a look at each case, so it is no standing answer.
  if (!["ask", "refund", "contest"].includes(disputes)) return notAllowed("disputes", disputes);
  if (!returnAnswers.includes(returns)) return notAllowed("returns", returns);
  return isWithin(handAnswers, 0, limits.handAnswersMax)
    ? accepted(decision)
    : notAllowed("handAnswers", handAnswers);
}
