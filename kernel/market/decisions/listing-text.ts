/** A listing's words and what they scored, as decisions carry them. */
/** Price and content of one listing as the log keeps them. */
export type ListingText = {
  readonly title: string;
  readonly keywords: readonly string[];
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Pictures bought for the SKU: 0 the enterprise's own, 1 clean, 2 full set, 3 set with video. */
  readonly photoLevel: 0 | 1 | 2 | 3;
};

/** The scores of a listing's text, thousandths; `relevance` is one of 0..255 for each query. */
export type ListingScores = {
  readonly contentMilli: number;
  readonly claimMilli: number;
  readonly relevance: readonly number[];
};
