/** The tables of a day about suppliers; see `tables.ts`. */

/** What happened between a store and a supplier of one of its products. */
export const sourcingEventShape = {
  store: "i32",
  offer: "i32",
  /** Number among the product's suppliers. */
  supplier: "i32",
  /** Index into `sourcingEvents`. */
  event: "i32",
  /** Number of the purchase; -1 when it is about none. */
  purchase: "i32",
  /** Season days of the purchase and of its promised arrival. */
  orderedOn: "i32",
  promisedOn: "i32",
  units: "i32",
  /** Units that were looked at one by one, and those of them that were defective. */
  looked: "i32",
  found: "i32",
  /** Money it was about, minor units of the books. */
  amountMinor: "f64",
  /** A figure and its standard error, as the event says: thousandths. */
  valueMilli: "i32",
  errorMilli: "i32",
  /** Index into `asks` of what was asked for in talks, 0 none; and what was granted. */
  ask: "i32",
  grantedBp: "i32",
} as const;

/** A bid in a tender that closed on the day, the highest first. */
export const tenderBidShape = {
  tender: "i32",
  /** -1 for buyers beside the season's stores. */
  store: "i32",
  /** Number of the own offer; -1 for other buyers. */
  offer: "i32",
  /** Minor units of the books. */
  unitMinor: "i32",
  units: "i32",
  wonUnits: "i32",
  /** 1 where cash did not reach for what was paid at once, so that the bid fell out. */
  isUnpaid: "i32",
  /** The least price that would have had all its units; -1 where none within the band would. */
  neededMinor: "i32",
} as const;
