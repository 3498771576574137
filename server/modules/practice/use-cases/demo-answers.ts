/** How a student of the demonstration treats buyers who ask, complain and send back. */
import type { DecisionWish } from "@echelon/contract/practice/decision.ts";
import { account } from "@echelon/kernel/ledger/account.ts";
import { balanceOf, exchanged } from "@echelon/kernel/market/books/book.ts";
import { currencyNumber } from "@echelon/kernel/market/world/lookups.ts";
import type { DemoAnswers } from "./demo-students.ts";
import type { Desk } from "./open-desk.ts";

/** Sets the standing answers, where the season has questions and cases. */
export function setAnswers(desk: Desk, answers: DemoAnswers): DecisionWish[] {
  const { returns, service } = desk.world.source.scenario.modules;
  if (!returns && !service) return [];
  const { disputes, handAnswers } = answers;
  return [{ kind: "set-answer-policy", disputes, returns: answers.returns, handAnswers }];
}

/** Months of pay that must be in the till before somebody is hired. */
const monthsKept = 6;

/** Hires where a quarter of a head's day stays open overnight, as a skilled bot does. */
export function hireHelp(desk: Desk, answers: DemoAnswers): DecisionWish[] {
  const { preview, number, world, context } = desk;
  if (!answers.hires || !world.source.scenario.modules.service) return [];
  const p = world.parameters;
  const isBusy = preview.state.waitingQuestions[number]! > p["service.perHead"] / 4;
  const cents = Math.floor(100 * monthsKept * p["service.wageMonthUsd"]);
  const needed = exchanged(context.book, cents, currencyNumber(world, "USD"), world.base);
  const cash = balanceOf(preview.state, number, account.cash, world.base);
  return isBusy && cash > needed ? [{ kind: "hire-staff", role: "service", heads: 1 }] : [];
}
