/**
 * How bots treat buyers after the sale, by skill: the worst answer hardly anyone, those below the
 * middle fight every dispute, the others pay back at once and let returned goods be sold again.
 */
import { ofCents } from "../books/dollars.ts";
import { account } from "../../ledger/account.ts";
import { balanceOf } from "../books/book.ts";
import type { AfterSalesDecision, StoreDecision } from "../decisions/decision.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";

type Policy = Extract<AfterSalesDecision, { readonly kind: "set-answer-policy" }>;
type Decide = (context: DecisionContext, store: number, decision: StoreDecision) => void;

/** By skill in quarters. */
const policies: readonly Omit<Policy, "kind">[] = [
  { disputes: "ask", returns: "ask", handAnswers: 4 },
  { disputes: "contest", returns: "scrap", handAnswers: 10 },
  { disputes: "refund", returns: "leave", handAnswers: 18 },
  { disputes: "refund", returns: "resell", handAnswers: 26 },
  { disputes: "refund", returns: "resell", handAnswers: 30 },
];

/** The standing answers of a bot, set once. */
export function adoptAnswers(context: DecisionContext, store: number, decide: Decide): void {
  const { state, world } = context;
  const { returns, service } = world.source.scenario.modules;
  if (!returns && !service) return;
  const policy = policies[state.botLevel[store]!]!;
  decide(context, store, { kind: "set-answer-policy", ...policy });
}

/** Skill from which on a bot hires, and the months of pay that must be in its till. */
const hiresFrom = 3;
const monthsKept = 6;

/** The skilled hire when questions stay open, and let people go who have nothing to do. */
export function reviseService(context: DecisionContext, store: number, decide: Decide): void {
  const { state, world } = context;
  if (!world.source.scenario.modules.service || state.botLevel[store]! < hiresFrom) return;
  const p = world.parameters;
  const perHead = p["service.perHead"];
  const waiting = state.waitingQuestions[store]!;
  const cents = Math.floor(100 * monthsKept * p["service.wageMonthUsd"]);
  const needed = ofCents(context, cents);
  const cash = balanceOf(state, store, account.cash, world.base);
  if (waiting > perHead / 4 && cash > needed) {
    decide(context, store, { kind: "hire-staff", role: "service", heads: 1 });
    return;
  }
  const mayRelease = state.staff[store]! > 0 && state.staffLeaving[store] === 0;
  const isIdle = mayRelease && waiting === 0 && state.answered[store]! > 0.9 && cash < needed / 3;
  if (isIdle) decide(context, store, { kind: "release-staff", role: "service", heads: 1 });
}
