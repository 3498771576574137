/**
 * A store's people by role: how many, how good, what they are paid, and what they can do. A head of
 * the first level does a head's work; each level above adds a part of it, and costs a part of the
 * wage. Without the company's part of a season everybody is of the first level.
 */
import { ofCents, ofDollars } from "../books/dollars.ts";
import { postWages } from "../books/after-sales-journals.ts";
import type { DecisionContext } from "../decisions/decision-context.ts";
import { roles, type Role, type State } from "../state/state.ts";
import type { World } from "../world/world.ts";
import { hiringPlus, wageBp } from "./office.ts";
import { shiftStrength } from "./shifts.ts";

const columnsOf = (state: State, role: Role) =>
  role === "service"
    ? { heads: state.staff, leaving: state.staffLeaving, leavesOn: state.staffLeavesOn }
    : {
        heads: state.operators,
        leaving: state.operatorsLeaving,
        leavesOn: state.operatorsLeaveOn,
      };

const cellOf = (store: number, role: Role) => store * roles.length + roles.indexOf(role);

/** What is known of a store's people in a role. */
export type Crew = {
  readonly heads: number;
  readonly leaving: number;
  /** Engine day on which they are gone. */
  readonly leavesOn: number;
  readonly training: number;
  readonly trainedOn: number;
  /** Levels above the first, of all of them together. */
  readonly skill: number;
  readonly pay: number;
};

export function crewOf(state: State, store: number, role: Role): Crew {
  const { heads, leaving, leavesOn } = columnsOf(state, role);
  const cell = cellOf(store, role);
  return {
    heads: heads[store]!,
    leaving: leaving[store]!,
    leavesOn: leavesOn[store]!,
    training: state.crewTraining[cell]!,
    trainedOn: state.crewTrainedOn[cell]!,
    skill: state.crewSkill[cell]!,
    pay: state.crewPay[cell]!,
  };
}

/** What it takes to know what a store's people can do today. */
export type AtWork = Pick<DecisionContext, "state" | "world" | "shifts">;

/**
 * Heads of the first level that would do what all can who work today: the people who are paid, and
 * those of the team who take a shift themselves.
 */
export const strengthOf = (context: AtWork, store: number, role: Role): number =>
  paidStrength(context, store, role) + shiftStrength(context, store, role);

/** The same of the people who are paid; who learns does not work. */
export function paidStrength({ state, world }: AtWork, store: number, role: Role): number {
  const { heads, training, skill } = crewOf(state, store, role);
  if (heads === 0) return 0;
  const each = 1 + (world.parameters["crew.levelCapacity"] * skill) / heads;
  return Math.max(0, heads - training) * each;
}

const wageOf = ({ world }: Pick<DecisionContext, "world">, role: Role) =>
  world.parameters[role === "service" ? "service.wageMonthUsd" : "operations.wageMonthUsd"];

/** What heads with so many levels above the first cost in so many days, half up. */
export function payOf(
  context: Pick<DecisionContext, "state" | "world" | "book">,
  store: number,
  role: Role,
  heads: number,
  levels: number,
  days: number,
): number {
  const { world } = context;
  const paid = heads + world.parameters["crew.levelPay"] * levels;
  const place = 1 + wageBp(context, store) / 10_000;
  const cents = Math.floor((paid * wageOf(context, role) * place * 100 * days) / monthDays + 0.5);
  return ofCents(context, cents);
}

/** Wages are paid by the day and told by the month. */
export const monthDays = 30;

/** A month's wages of heads of a level: whoever hires must have them, and is bound to them. */
export const monthWages = (
  context: Pick<DecisionContext, "state" | "world" | "book">,
  store: number,
  role: Role,
  heads: number,
  level: number,
): number => payOf(context, store, role, heads, heads * (level - 1), monthDays);

/** Hires heads of a level; the office's place makes them better than they are paid for. */
export function hire(
  context: DecisionContext,
  store: number,
  role: Role,
  heads: number,
  level: number,
): void {
  const { state, world } = context;
  const most = world.parameters["crew.levelMost"];
  const cell = cellOf(store, role);
  const better = Math.min(most, level + hiringPlus(context, store));
  columnsOf(state, role).heads[store]! += heads;
  state.crewSkill[cell]! += heads * (better - 1);
  state.crewPay[cell]! += heads * (level - 1);
}

export function giveNotice(
  { state, world, engineDay }: DecisionContext,
  store: number,
  role: Role,
  heads: number,
): void {
  const { leaving, leavesOn } = columnsOf(state, role);
  leaving[store]! += heads;
  leavesOn[store] = engineDay + world.parameters["service.noticeDays"];
}

/** Sends heads to learn: they come back a level better, and are paid for it. */
export function train(
  { state, world, engineDay }: DecisionContext,
  store: number,
  role: Role,
  heads: number,
): void {
  const cell = cellOf(store, role);
  state.crewTraining[cell] = heads;
  state.crewTrainedOn[cell] = engineDay + world.parameters["training.days"];
}

/**
 * Pays a day of a role's people, a thirtieth of the month; who leaves is paid to the last day and
 * takes the mean of what all are able to; who has learnt is back.
 */
export function payCrew(context: DecisionContext, store: number, role: Role): void {
  const { state, book, engineDay } = context;
  const { heads, leaving, leavesOn, training, trainedOn, skill, pay } = crewOf(state, store, role);
  if (heads > 0) postWages(book, store, payOf(context, store, role, heads, pay, 1));
  const cell = cellOf(store, role);
  if (training > 0 && trainedOn <= engineDay) {
    const most = (context.world.parameters["crew.levelMost"] - 1) * heads;
    state.crewSkill[cell] = Math.min(most, skill + training);
    state.crewPay[cell] = Math.min(most, pay + training);
    state.crewTraining[cell] = 0;
  }
  if (leaving === 0 || leavesOn > engineDay) return;
  const columns = columnsOf(state, role);
  const stay = Math.max(0, heads - leaving);
  columns.heads[store] = stay;
  columns.leaving[store] = 0;
  const share = heads === 0 ? 0 : stay / heads;
  state.crewSkill[cell] = Math.floor(state.crewSkill[cell]! * share + 0.5);
  state.crewPay[cell] = Math.floor(state.crewPay[cell]! * share + 0.5);
  state.crewTraining[cell] = Math.min(stay, state.crewTraining[cell]!);
}

/** Part of suppliers' days that a store's people in operations save. */
export function leadSaved(context: AtWork, store: number): number {
  return leadSavedBy(context.world, strengthOf(context, store, "operations"));
}

/** The same of so many heads of the first level. */
export function leadSavedBy({ source, parameters: p }: World, strength: number): number {
  if (!source.scenario.modules.company) return 0;
  return (p["operations.leadMost"] * strength) / (strength + p["operations.half"]);
}

/** What it costs to let so many people learn, minor units of the books. */
export const trainingFee = (place: Pick<DecisionContext, "world" | "book">, heads: number) =>
  ofDollars(place, heads * place.world.parameters["training.feeUsd"]);
