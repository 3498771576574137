/** The tables of a day about what comes after the sale; see `tables.ts`. */

/** What happened to units of a return, dispute or chargeback. */
export const caseEventShape = {
  store: "i32",
  offer: "i32",
  market: "i32",
  service: "i32",
  /** Season days of the order and of the parcel's end: they name the units it is about. */
  orderedOn: "i32",
  endedOn: "i32",
  /** Index into `caseReasons`. */
  reason: "i32",
  /** Index into `caseEvents`. */
  event: "i32",
  units: "i32",
  /** What the buyers got back, without tax, minor units of the market's currency. */
  backMinor: "f64",
  lot: "i32",
} as const;

/** Service and standing of a store; each day, where buyers ask or dispute. */
export const serviceDayShape = {
  store: "i32",
  asked: "i32",
  answered: "i32",
  late: "i32",
  lapsed: "i32",
  waiting: "i32",
  staff: "i32",
  byHand: "i32",
  /** 30-day average, -10,000 to 10,000. */
  answeredBp: "i32",
} as const;
