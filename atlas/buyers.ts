/** The door to what buyers are called and what they write. */
export { buyerName, type BuyerNames, loadBuyerNames } from "./names/names.ts";
export {
  loadReviews,
  type ReviewSentence,
  type ReviewTheme,
  sentencesOf,
} from "./reviews/reviews.ts";
