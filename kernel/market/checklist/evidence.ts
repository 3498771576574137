/**
 * What a checklist is judged by: the decisions of one store that stand, and what its closed days
 * show. The order of rows never matters; decisions go by their numbers.
 */
import type { StoreDecision } from "../decisions/decision.ts";

export type DecidedEntry = {
  readonly number: number;
  /** Season day on which it acted. */
  readonly day: number;
  readonly decision: StoreDecision;
};

/** A day of the store's advertising: units sold by a click that was paid for, and their price. */
export type AdDay = {
  readonly day: number;
  readonly units: number;
  /** Minor units of the books' currency. */
  readonly revenueMinor: number;
};

/** A closed day of the store; money in minor units of the books' currency. */
export type StoreDay = {
  readonly day: number;
  readonly orders: number;
  /** Spent on advertising. */
  readonly adsMinor: number;
  readonly cashMinor: number;
  readonly ratingMilli: number;
  readonly reviews: number;
  readonly onTimeBp: number;
  readonly listingsLive: number;
  readonly listingsSoldOut: number;
};

/** Units that reached their buyers on a day. */
export type DeliveredDay = { readonly day: number; readonly units: number };

/** Questions of a day that were answered within a day, later, and never. */
export type QuestionDay = {
  readonly day: number;
  readonly answered: number;
  readonly late: number;
  readonly lapsed: number;
};

/**
 * What was sent out of one listing on a day, minor units of the books' currency: what buyers paid
 * for it, and what was left after commission, goods, shipping and duty.
 */
export type SentDay = {
  readonly day: number;
  /** Number of the offer: store · 256 + place. */
  readonly offer: number;
  readonly market: number;
  readonly paidMinor: number;
  readonly marginMinor: number;
};

/** Units of one listing sold on a day. */
export type SoldDay = {
  readonly day: number;
  readonly offer: number;
  readonly market: number;
  readonly units: number;
};

/** What happened to units of a case; numbers of `caseReasons` and `caseEvents`. */
export type CaseDay = {
  readonly day: number;
  readonly reason: number;
  readonly event: number;
  readonly units: number;
};

/** The verdict on an experiment. */
export type VerdictDay = {
  readonly day: number;
  /** Number of the entry that started it. */
  readonly number: number;
  readonly isRight: boolean;
};

/** What brought visitors from outside the market on a day; `source` is one of `salesSources`. */
export type OutsideDay = {
  readonly day: number;
  readonly market: number;
  readonly source: number;
  readonly orders: number;
};

/** A notice about the store; `kind` is one of `noticeKinds`. */
export type NoticeDay = {
  readonly day: number;
  readonly kind: number;
  readonly subject: number;
  readonly market: number;
  readonly value: number;
};

export type StoreEvidence = {
  readonly store: number;
  readonly entries: readonly DecidedEntry[];
  readonly days: readonly StoreDay[];
  readonly delivered: readonly DeliveredDay[];
  readonly questions: readonly QuestionDay[];
  readonly ads: readonly AdDay[];
  readonly sold: readonly SoldDay[];
  readonly sent: readonly SentDay[];
  readonly cases: readonly CaseDay[];
  readonly verdicts: readonly VerdictDay[];
  readonly outside: readonly OutsideDay[];
  readonly notices: readonly NoticeDay[];
};

export const noEvidence = (store: number): StoreEvidence => ({
  store,
  entries: [],
  days: [],
  delivered: [],
  questions: [],
  ads: [],
  sold: [],
  sent: [],
  cases: [],
  verdicts: [],
  outside: [],
  notices: [],
});
