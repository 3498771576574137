/** Where buyers come from who did not search the market for a product (market.md E19). */

/** Numbers stand in rows of sales and in documents: append, never renumber. */
export const salesSources = [
  "search",
  "brand",
  "post",
  "influencer",
  "display",
  "livestream",
  "mail",
  "media",
  /** A paid place among what the name of another store shows. */
  "rival",
] as const;

export type SalesSource = (typeof salesSources)[number];

export const sourceCount = salesSources.length;

export const sourceOf = (name: SalesSource): number => salesSources.indexOf(name);

/** Channels whose reach is bought by the amount spent. */
export const spentChannels = ["post", "display", "livestream"] as const;
export type SpentChannel = (typeof spentChannels)[number];

/** Channels that show something to people who then may click. */
export type ShownChannel = SpentChannel | "influencer" | "media";

export const isSpent = (channel: SalesSource): channel is SpentChannel =>
  (spentChannels as readonly string[]).includes(channel);
