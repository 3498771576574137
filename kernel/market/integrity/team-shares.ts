/**
 * What each member of a team decided, weighed by how much work a kind of decision is (practice.md
 * section 13, our choice).
 */
import type { DecisionKind } from "../decisions/decision.ts";
import type { Question } from "./question.ts";
import { workOf, type WorkEntry } from "./shared-work.ts";

/** 1 a price, a bid, an answer; 3 a listing, a campaign; 5 a plan of goods or money. */
export const weights: Readonly<Record<DecisionKind, number>> = {
  "set-price": 1,
  "set-bid": 1,
  "set-negative": 1,
  "bid-on-name": 1,
  "set-shipping": 1,
  "withdraw-listing": 1,
  "relist-listing": 1,
  "stop-campaign": 1,
  "resume-campaign": 1,
  "drop-product": 1,
  "cancel-purchase": 1,
  "end-promotion": 1,
  "order-sample": 1,
  "order-inspection": 3,
  negotiate: 5,
  "resolve-dispute": 1,
  "dispose-return": 1,
  "set-payout-conversion": 1,
  "accept-offer": 1,
  "select-product": 3,
  "publish-listing": 3,
  "edit-listing": 3,
  "open-campaign": 3,
  "edit-campaign": 3,
  "run-promotion": 3,
  "set-answer-policy": 3,
  "set-after-sales": 3,
  "insure-parcels": 3,
  "convert-currency": 3,
  "hire-staff": 3,
  "train-staff": 3,
  "set-office": 5,
  "rent-warehouse": 5,
  "extend-warehouse": 3,
  "end-rent": 1,
  "publish-post": 3,
  "hold-livestream": 3,
  "buy-display": 3,
  "book-influencer": 3,
  "edit-landing": 3,
  "send-mail": 3,
  "buy-media": 3,
  "bid-tender": 5,
  "choose-tier": 3,
  "release-staff": 3,
  "place-purchase": 5,
  "set-reorder-rule": 5,
  "move-stock": 5,
  "hedge-currency": 5,
  "take-loan": 5,
  "raise-equity": 5,
  "pay-dividend": 5,
  "repay-loan": 5,
  "factor-receivable": 5,
  "watch-rivals": 3,
  "submit-forecast": 3,
  "start-experiment": 5,
  "close-experiment": 3,
  "buy-report": 5,
  "ask-panel": 5,
  "state-strategy": 5,
  "record-response": 3,
  "cover-shift": 1,
  // What somebody says that he learnt is no part of what the team got done.
  "log-training": 0,
};

export type Member = {
  readonly store: number;
  readonly person: string;
  /** First season day on which the person could decide. */
  readonly sinceDay: number;
};

/** Where days close one by one, a round is a week of the season. */
export const weekDays = 7;
/** Rounds over which somebody must have done next to nothing, or nearly all, in each of them. */
const rounds = 2;
const idlePart = 0.1;
const largeShare = 0.7;
/** Of a single round: what a few decisions bring by chance must not hide what lasts. */
const idlePartOfRound = 0.4;
const largeShareOfRound = 0.6;
const largeTeamLeast = 3;
/** A team that did less than this, all told, divides nothing. */
const weightLeast = 12;

/**
 * @param lastDay    the last closed day
 * @param roundDays  days of a round
 */
export function teamShares(
  entries: readonly WorkEntry[],
  members: readonly Member[],
  lastDay: number,
  roundDays = weekDays,
): readonly Question[] {
  const to = lastDay;
  const from = Math.max(1, to - rounds * roundDays + 1);
  if (to - from + 1 < rounds * roundDays) return [];
  const questions: Question[] = [];
  for (const store of [...new Set(members.map((one) => one.store))].sort((a, b) => a - b)) {
    const here = members.filter((one) => one.store === store);
    const everybody = here.map(({ person }) => person);
    const team = here.filter(({ sinceDay }) => sinceDay <= from);
    if (team.length < 2) continue;
    const own = entries.filter((one) => one.store === store && one.day <= to);
    const within = own.filter(({ day }) => day >= from);
    const whole = sharesOf(within, own, team, everybody);
    const halves = [
      within.filter(({ day }) => day < from + roundDays),
      within.filter(({ day }) => day >= from + roundDays),
    ].map((round) => sharesOf(round, own, team, everybody));
    if (whole.all < weightLeast) continue;
    team.forEach(({ person }, at) => {
      const share = whole.shares[at]!;
      const least = Math.min(...halves.map(({ shares }) => shares[at]!));
      const most = Math.max(...halves.map(({ shares }) => shares[at]!));
      const kind = kindOf(share, least, most, team.length);
      if (kind === null) return;
      const shareBp = Math.floor(share * 10_000 + 0.5);
      const facts = { person, members: team.length, shareBp, from, to };
      questions.push({ kind, stores: [store], ...facts });
    });
  }
  return questions;
}

/** Weight of the work of everybody in a team, and the part of each who is asked about. */
function sharesOf(
  entries: readonly WorkEntry[],
  history: readonly WorkEntry[],
  team: readonly Member[],
  everybody: readonly string[],
): { readonly all: number; readonly shares: readonly number[] } {
  const did = workOf(entries, weights, history);
  const work = team.map(({ person }) => did.get(person) ?? 0);
  const all = everybody.reduce((sum, person) => sum + (did.get(person) ?? 0), 0);
  return { all, shares: work.map((one) => (all === 0 ? 1 / team.length : one / all)) };
}

function kindOf(
  share: number,
  leastOfRound: number,
  mostOfRound: number,
  members: number,
): "small-share" | "large-share" | null {
  const isSmall = share < idlePart / members && mostOfRound < idlePartOfRound / members;
  if (isSmall) return "small-share";
  const isLarge = share > largeShare && leastOfRound > largeShareOfRound;
  return isLarge && members >= largeTeamLeast ? "large-share" : null;
}
