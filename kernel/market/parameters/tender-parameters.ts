/** Tenders: how often makers sell a lot by sealed bid, how large it is, and what may be bid. */
import { chosen } from "./parameter-row.ts";

export const tenderParameters = [
  chosen("tender.everyDays", 7, "days from one round of tenders to the next", 1, 60),
  chosen("tender.openDays", 7, "days from the posting of a tender to its close", 1, 30),
  chosen("tender.productsShare", 0.1, "of the season's products have a tender in a round", 0, 1),
  chosen("tender.least", 2, "tenders of a round at least", 1, 20),
  chosen("tender.most", 8, "tenders of a round at most", 1, 20),
  chosen("tender.lotsLow", 6, "minimum lots on offer at least", 1, 1000),
  chosen("tender.lotsHigh", 16, "minimum lots on offer at most", 1, 1000),
  chosen("tender.shareMost", 0.4, "of the units on offer that one bidder may take", 0.01, 1),
  chosen("tender.lowFrom", 0.65, "times the list unit cost: lowest end of the least bid", 0.1, 1),
  chosen("tender.lowTo", 0.8, "times the list unit cost: highest end of the least bid", 0.1, 1),
  chosen("tender.high", 1.05, "times the list unit cost: the highest bid", 1, 3),
  chosen("tender.lead", 0.6, "times the maker's lead time: the goods are made", 0, 2),
  chosen("tender.others", 3, "other buyers that bid in a tender", 0, 20),
  chosen("tender.othersLeast", 0.3, "of what one bidder may take that other buyers want", 0, 1),
] as const;
