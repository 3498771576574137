/** What a store decides about its inbox. Leaving an offer unanswered is no decision. */
export type TemptationDecision = {
  readonly kind: "accept-offer";
  /** Number of the offer in the store's inbox. */
  readonly offer: number;
  /** The own offer and the listing it is for, where its kind asks for one. */
  readonly sku?: string | undefined;
  readonly market?: string | undefined;
  /** Its kind, given when the decision was accepted: for who reads the log. */
  readonly what?: string | undefined;
};
