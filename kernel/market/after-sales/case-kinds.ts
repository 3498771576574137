/**
 * Cases: what buyers bring back, dispute or charge back after a parcel met its end, and what a
 * store may answer. Numbers are stored: append, never renumber.
 */

/** Why a case was opened; its place here is its number. The first part is its kind. */
export const caseReasons = [
  "return-mind",
  "return-described",
  "return-defective",
  "return-late",
  "dispute-lost",
  "dispute-late",
  "dispute-quality",
  "chargeback",
] as const;
export type CaseReason = (typeof caseReasons)[number];

export const reason = Object.freeze(
  Object.fromEntries(caseReasons.map((name, number) => [name, number])) as Record<
    CaseReason,
    number
  >,
);

export type CaseKind = "return" | "dispute" | "chargeback";

export function kindOf(number: number): CaseKind {
  if (number < reason["dispute-lost"]) return "return";
  return number < reason.chargeback ? "dispute" : "chargeback";
}

/** Answers to a return: where the goods go. 0 is no answer yet, or "ask me" as a standing one. */
export const returnAnswers = ["ask", "resell", "home", "scrap", "leave"] as const;
export type ReturnAnswer = (typeof returnAnswers)[number];

/** Answers to a dispute. */
export const disputeAnswers = ["ask", "refund", "replace", "contest"] as const;
export type DisputeAnswer = (typeof disputeAnswers)[number];

/** What happened to units of a case, in reports. */
export const caseEvents = [
  "opened",
  /** The money went back, and the goods to a warehouse, home, to waste or to nobody. */
  "resold",
  "sent-home",
  "scrapped",
  "left",
  /** A dispute that the store settled, won, lost, or did not answer. */
  "refunded",
  "replaced",
  "won",
  "lost",
  "unanswered",
  "charged-back",
] as const;
export type CaseEvent = (typeof caseEvents)[number];

export const caseEvent = Object.freeze(
  Object.fromEntries(caseEvents.map((name, number) => [name, number])) as Record<CaseEvent, number>,
);

/** What a case is about; a store's decisions name it so, and no decision changes the name. */
export type CaseAddress = {
  /** Place of the offer within its store. */
  readonly place: number;
  readonly market: number;
  readonly service: number;
  /** Engine days. */
  readonly orderedOn: number;
  readonly endedOn: number;
  readonly reason: number;
};

/** The number of a case within its store, below 2^44: a name, not a count. */
export function caseNumber(of: CaseAddress): number {
  const where = (of.place * 32 + of.market) * 1024 + of.service;
  return ((where * 512 + of.orderedOn) * 512 + of.endedOn) * 8 + of.reason;
}

export const caseNumberMax = 2 ** 44;
