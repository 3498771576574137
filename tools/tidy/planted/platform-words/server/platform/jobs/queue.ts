/** One queue for each season. */
export const queue = (seasonId: string) => `q:${seasonId}`;
export const topic = "listing.changed";
export const reason = "the seasoned reader of a skunk's tale";
