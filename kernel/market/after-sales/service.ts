/**
 * Buyers' questions and who answers them (market.md E11). The store's people answer some by hand
 * and its staff the rest.
 */
import { answerDay, type AnsweredDay } from "./answer-day.ts";
import { poisson } from "../../random/poisson.ts";
import { address, purpose } from "../../random/purpose.ts";
import { paidStrength, payCrew, strengthOf } from "../company/crews.ts";
import { headsOnShift } from "../company/shifts.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import type { DayReport } from "../reports/report.ts";
import type { Workspace } from "../state/workspace.ts";
import { storeKind } from "../state/store-kind.ts";

/** Asks, answers and pays, for every store. */
export function serveBuyers(
  context: DecisionContext,
  work: Workspace,
  lateParcels: Int32Array,
  report: DayReport,
): void {
  const { state, world, shifts } = context;
  if (!world.source.scenario.modules.service) return;
  const p = world.parameters;
  const clicks = clicksByMarket(context, work);
  for (let store = 0; store < state.sizes.stores; store++) {
    if (state.storeKind[store] === storeKind.absent) continue;
    const asked = questionsOf(context, store, clicks, lateParcels);
    const answers = (strength: number) => {
      const capacity = state.handAnswers[store]! + Math.floor(p["service.perHead"] * strength);
      return answerDay(asked, state.waitingQuestions[store]!, capacity);
    };
    const day = answers(strengthOf(context, store, "service"));
    if (headsOnShift(shifts, store, "service") > 0) {
      const without = answers(paidStrength(context, store, "service"));
      const more = day.answered + day.late - without.answered - without.late;
      report.notice(store, "shift-answered", -1, -1, more);
    }
    state.waitingQuestions[store] = day.waiting;
    remember(context, store, day);
    report.service(store, asked, day);
    payCrew(context, store, "service");
  }
}

function clicksByMarket({ state }: DecisionContext, work: Workspace): Int32Array {
  const { stores, markets } = state.sizes;
  const clicks = new Int32Array(stores * markets);
  for (let row = 0; row < state.offerCount[0]!; row++) {
    const from = row * markets;
    const to = state.storeOf[row]! * markets;
    for (let market = 0; market < markets; market++) {
      clicks[to + market]! += work.clicks[from + market]!;
    }
  }
  return clicks;
}

function questionsOf(
  { state, world, engineDay, key }: DecisionContext,
  store: number,
  clicks: Int32Array,
  lateParcels: Int32Array,
): number {
  const p = world.parameters;
  const { markets } = state.sizes;
  let asked = 0;
  for (let market = 0; market < markets; market++) {
    const cell = store * markets + market;
    const mean = p["question.click"] * clicks[cell]! + p["question.late"] * lateParcels[cell]!;
    asked += poisson(mean, store, market, 4 * engineDay, address(purpose.question), key);
  }
  return asked;
}

/** A newcomer's first days count as if these neutral ones had been before. */
const neutralDays = 4;

/**
 * Carries a day into the average of +1 within a day, 0 within two, -1 later: over all days of a
 * young store, then over the last 30, older ones weighing less.
 */
function remember({ state, world }: DecisionContext, store: number, day: AnsweredDay): void {
  const ended = day.answered + day.late + day.lapsed;
  if (ended === 0) return;
  const sum = day.answered - day.lapsed;
  const before = state.answered[store]!;
  const days = ++state.questionDays[store]! + neutralDays;
  const memory = Math.min(world.parameters["service.days"], days);
  state.answered[store] = before + (sum / ended - before) / memory;
  state.questionCount[store]! += ended;
  state.answerSum[store]! += sum;
}
