/** Kinds of decisions of which one number can be thought different, and that number's field. */
export const changeableField = {
  "set-price": "priceMinor",
  "publish-listing": "priceMinor",
  "place-purchase": "units",
  "move-stock": "units",
  "set-bid": "bidTicks",
  "bid-on-name": "bidTicks",
  "open-campaign": "dailyBudgetTicks",
  "edit-campaign": "dailyBudgetTicks",
  "run-promotion": "depthBp",
} as const;
export type ChangeableKind = keyof typeof changeableField;
