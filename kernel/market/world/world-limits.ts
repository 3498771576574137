/** The largest world the market takes; every array is sized by these. */
export const storesMax = 6_000;
export const offersMax = 120_000;
export const offersPerStoreMax = 200;
export const marketsMax = 32;
export const categoriesMax = 64;
/** A byte of bits. */
export const queriesMax = 8;
export const shelvesMax = 8_192;
export const servicesMax = 1_024;
export const adEntriesMax = 200_000;
export const campaignsPerStoreMax = 50;
export const daysMax = 400;
export const tiersMax = 16;

/** Slots of a page: organic ones, sponsored ones, and both. */
export const organicSlots = 48;
export const sponsoredSlots = 6;
export const pageSlots = 54;
/** Sponsored offers of a shelf whose facts are kept over the day. */
export const sponsoredKept = 16;
/**
 * Rows of facts of a shelf: the ranked, the sponsored that are kept, and those of one page only.
 */
export const factRows = organicSlots + sponsoredKept + sponsoredSlots;
/** Slices of a day. */
export const slices = 4;

/** Entries a store may ever write into its campaigns, so that all stores' fit into the season's. */
export function adEntriesPerStore(stores: number): number {
  return Math.min(2_000, Math.floor(adEntriesMax / stores));
}
