/**
 * What can make a day of a store differ from another one (market.md section 10), in the order in
 * which the parts are swapped, and which part of a season's memory each of them is. A column that
 * is added to the state must be given its place here: the compiler asks for it.
 */
import type { stateColumns } from "../state/state.ts";

/** In published order: the world first, then rivals, then what the store did, then the lottery. */
export const factors = [
  /** Visits: season, weekday, demand shocks, events. */
  "season",
  /** Rates of exchange. */
  "exchange",
  /** Law, tariffs, commission by policy. */
  "policy",
  /** Everything of all other stores. */
  "rivals",
  /** Own units on hand, what they cost and how they are made. */
  "stock",
  /** Own price, shipping fee and promotions. */
  "price",
  /** Own listings: words, attributes, pictures, what is on sale where. */
  "content",
  /** Own services, promised days, answers, tier. */
  "delivery",
  /** Own reviews. */
  "reviews",
  /** Own campaigns and bids, on the market and off it; how well the store is known. */
  "ads",
  /** Own recent sales and newness, by which listings rank. */
  "rank",
  /** The day's lottery of places. */
  "lottery",
] as const;

export type Factor = (typeof factors)[number];

/**
 * Of a store's own rows: the factor they belong to. Rows of other stores are all rivals.
 * `identity` never changes once written; `unread` does not act on a day's sales; `blended` is
 * prepared by blend-days.ts itself.
 */
export type ColumnRole = Factor | "identity" | "unread" | "blended";

export const columnRoles: Readonly<Record<keyof typeof stateColumns, ColumnRole>> = {
  day: "blended",
  offerCount: "identity",
  documentCount: "unread",
  storeKind: "identity",
  botLevel: "unread",
  enteredOn: "identity",
  offersOfStore: "identity",
  campaignsOfStore: "identity",
  lastDecisionOn: "unread",
  onTime: "delivery",
  lostShare: "delivery",
  answered: "delivery",
  tracking: "delivery",
  fillRate: "unread",
  tier: "delivery",
  storeStars: "unread",
  storeReviews: "unread",
  storeExpectedStarsMilli: "unread",
  daysDecided: "unread",
  soldUnits: "unread",
  wantedUnits: "unread",
  listedDays: "unread",
  stockedDays: "unread",
  deliveredUnits: "unread",
  onTimeUnits: "unread",
  inventorySumMinor: "unread",
  equitySumMinor: "unread",
  helpMinor: "unread",
  storeOf: "identity",
  offerNumber: "identity",
  skuOf: "identity",
  categoryOf: "identity",
  bornOn: "blended",
  isDropped: "content",
  photoLevel: "content",
  // It changes with the tier of the goods that lie there.
  fit: "stock",
  reviewCount: "reviews",
  starSum: "reviews",
  starSquareSum: "reviews",
  reorderPoint: "unread",
  reorderUpTo: "unread",
  reorderSupplier: "unread",
  reorderDepositBp: "unread",
  reorderOnAccount: "unread",
  // Defects act through the reviews of later days.
  defectShiftPpm: "unread",
  chosenMake: "unread",
  tierShiftMilli: "unread",
  brandShareMilli: "stock",
  soldWeek: "unread",
  soldTotal: "unread",
  stockedShare: "unread",
  stock: "stock",
  inbound: "unread",
  listing: "content",
  service: "delivery",
  promiseDays: "delivery",
  priceMinor: "price",
  feeMinor: "price",
  listMinor: "price",
  listSetOn: "unread",
  returnDays: "delivery",
  warrantyMonths: "delivery",
  returnPayer: "delivery",
  insuredBp: "unread",
  discountBp: "blended",
  discountFrom: "blended",
  discountTo: "blended",
  contentMilli: "content",
  claimMilli: "content",
  relevance: "content",
  velocity: "rank",
  logRate: "exchange",
  logShock: "unread",
  logOutside: "season",
  disputePolicy: "unread",
  returnPolicy: "unread",
  handAnswers: "unread",
  staff: "unread",
  staffLeaving: "unread",
  staffLeavesOn: "unread",
  officeCity: "unread",
  officeIsLuxury: "unread",
  officeRentOn: "unread",
  operators: "unread",
  operatorsLeaving: "unread",
  operatorsLeaveOn: "unread",
  crewSkill: "unread",
  crewPay: "unread",
  crewTraining: "unread",
  crewTrainedOn: "unread",
  taxedProfitMinor: "unread",
  taxLossMinor: "unread",
  questionDays: "unread",
  waitingQuestions: "unread",
  monthEnded: "unread",
  monthDisputes: "unread",
  monthChargebacks: "unread",
  sanction: "delivery",
  sanctionSince: "unread",
  endedUnits: "unread",
  disputeUnits: "unread",
  questionCount: "unread",
  answerSum: "unread",
  awareness: "ads",
  mailList: "ads",
  landingMilli: "ads",
  convertsAtOnce: "unread",
  brokeDays: "unread",
  carriedPosition: "unread",
  carriedMinor: "unread",
  balance: "unread",
  payoutDue: "unread",
};
