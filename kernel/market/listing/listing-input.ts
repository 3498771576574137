/** What the scoring of a listing looks at, and what it remarks. */
import type { Facts, ListingText } from "../decisions/decision.ts";
import type { Category, MarketProduct } from "../world/scenario.ts";

export type ListingInput = {
  /** The enterprise's record: the truth about the product. */
  readonly product: MarketProduct;
  readonly category: Category;
  /** Language of the market, ISO 639-1. */
  readonly language: string;
  readonly listing: ListingText;
};

/** A remark for the listing's editor: what would raise or lowers the scores. Codes `listing/…`. */
export type Hint = { readonly code: string; readonly facts: Facts };
