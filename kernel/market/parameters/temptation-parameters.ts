/** Offers behind the platform's back, how they are found, and what follows (practice.md 14). */
import { chosen } from "./parameter-row.ts";

export const temptationParameters = [
  // The inbox.
  chosen("inbox.weekly", 0.9, "chance of an offer in a week", 0, 1),
  chosen("inbox.firstDay", 5, "day of the store", 1, 60),
  chosen("inbox.standsDays", 3, "days", 1, 14),
  chosen("inbox.priceSpread", 0.2, "of the price, either way", 0, 0.9),

  // What an offer brings and costs.
  chosen("bought.reviews", 20, "reviews of five stars", 1, 200),
  chosen("bought.reviewUsd", 12, "USD a review", 0, 100),
  chosen("scans.days", 7, "days", 1, 60),
  chosen("scans.usd", 60, "USD", 0, 2000),
  chosen("pictures.contentMilli", 200, "thousandths of content", 0, 1000),
  chosen("pictures.usd", 40, "USD", 0, 2000),
  chosen("data.orderUsd", 0.5, "USD an order so far", 0, 20),

  // How it is found.
  chosen("found.reviewsDaily", 0.03, "a day", 0, 1),
  chosen("found.reviewsOdd", 6, "times more, where all reviews are bought", 0, 30),
  chosen("found.reviewsDays", 30, "days", 1, 120),
  chosen("found.scan", 0.2, "of parcels that were not as said", 0, 1),
  chosen("found.picturesDaily", 0.01, "a day", 0, 1),
  chosen("audit.everyDays", 14, "days, one audit in each", 2, 120),
  chosen("audit.dataDays", 3, "days after the sale", 0, 60),

  // What follows.
  chosen("demerit.reviews", 4, "points", 0, 12),
  chosen("demerit.scans", 1, "points a day of findings", 0, 12),
  chosen("demerit.scansMost", 4, "points of one week of scans", 0, 12),
  chosen("demerit.pictures", 4, "points", 0, 12),
  chosen("demerit.data", 6, "points", 0, 12),
  chosen("demerit.most", 12, "points, then the record is worth nothing", 1, 100),
  chosen("penalty.rankDays", 14, "days of lower rank", 0, 120),
  chosen("penalty.reviewUsd", 40, "USD a review found", 0, 500),
  chosen("penalty.picturesUsd", 800, "USD, the owner's claim", 0, 20_000),
  chosen("penalty.dataTimes", 5, "times what the sale brought", 0, 50),
  chosen("penalty.dataLeastUsd", 300, "USD", 0, 20_000),
  chosen("penalty.recordDays", 30, "days on which the record is worth nothing", 0, 200),
] as const;
