/** The closed set of what a checklist can ask for, and in what each figure counts. */
import * as ofDays from "./measures-of-days.ts";
import * as ofDecisions from "./measures-of-decisions.ts";
import * as ofListings from "./measures-of-listings.ts";
import * as ofRisk from "./measures-of-risk.ts";
import type { Asked, Seen } from "./seen.ts";
import type { Subject } from "./subject.ts";

export type Measure = (subject: Subject, asked: Asked) => Seen;

/** What a figure is: a number of things, basis points, thousandths of a star, or of one time. */
export type FigureUnit = "count" | "share" | "stars" | "times";

/** What the figure of a row is; null where the row says all there is. */
export type RowUnit = "count" | "share" | "stars" | "money" | "days" | null;

type Known = { readonly unit: FigureUnit; readonly row: RowUnit; readonly see: Measure };
const counts = (see: Measure, row: RowUnit = null): Known => ({ unit: "count", row, see });
const shares = (see: Measure, row: RowUnit): Known => ({ unit: "share", row, see });

export const taskMeasures = {
  "standing-answers": counts(ofDecisions.standingAnswers, "count"),
  "terms-markets": counts(ofDecisions.termsMarkets, "days"),
  "reports-bought": counts(ofDecisions.reportsBought),
  "reorder-rules": counts(ofDecisions.reorderRules, "count"),
  "stocked-markets": counts(ofDecisions.stockedMarkets, "count"),
  promotions: counts(ofDecisions.promotions, "share"),
  "complete-listings": counts(ofListings.completeListings),
  "complete-markets": counts(ofListings.completeMarkets),
  "matched-listings": counts(ofListings.matchedListings, "share"),
  "pictured-listings": counts(ofListings.picturedListings, "count"),
  "shipping-markets": counts(ofListings.shippingMarkets),
  "better-prices": counts(ofListings.betterPrices, "money"),
  "products-sold": counts(ofListings.productsSold, "count"),
  "profitable-listings": counts(ofListings.profitableListings, "share"),
  "right-verdicts": counts(ofDays.rightVerdicts),
  orders: counts(ofDays.orders, "count"),
  "outside-markets": counts(ofDays.outsideMarkets),
  "outside-orders": counts(ofDays.outsideOrders, "count"),
  "on-time": shares(ofDays.onTime, "share"),
  "stocked-listings": shares(ofDays.stockedListings, "count"),
  "answered-in-time": shares(ofDays.answeredInTime, "count"),
  "disputes-answered": shares(ofDays.disputesAnswered, "count"),
  rating: { unit: "stars", row: "stars", see: ofDays.rating },
  "ad-return": { unit: "times", row: "money", see: ofDays.adReturn },
} as const satisfies Readonly<Record<string, Known>>;
export type TaskMeasure = keyof typeof taskMeasures;

/** What costs points: each row once. */
export const deductionMeasures = {
  findings: { row: null, see: ofRisk.findings },
  sanctions: { row: null, see: ofRisk.sanctions },
  "loss-listings": { row: "share", see: ofRisk.lossListings },
  "overdraft-days": { row: "money", see: ofRisk.overdraftDays },
} as const satisfies Readonly<Record<string, Pick<Known, "row" | "see">>>;
export type DeductionMeasure = keyof typeof deductionMeasures;
