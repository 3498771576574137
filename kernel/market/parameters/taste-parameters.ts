/**
 * What a season's shoppers like better or worse than the scenario says: how far the hidden numbers
 * of one world may lie from those of another, so that no fixed recipe wins everywhere.
 */
import { chosen } from "./parameter-row.ts";

export const tasteParameters = [
  chosen("taste.trafficSd", 0.35, "log, a category's visits", 0, 1),
  chosen("taste.priceSd", 0.06, "log, how much price weighs", 0, 0.2),
  chosen("taste.contentSd", 0.2, "log, how much pictures and words weigh", 0, 0.5),
  chosen("taste.reviewsSd", 0.2, "log, how much reviews weigh", 0, 0.5),
  chosen("taste.deliverySd", 0.25, "log, how much a day of delivery weighs", 0, 0.5),
  chosen("taste.rankingSd", 0.2, "log, each weight of the ranking", 0, 0.5),
  chosen("taste.reserveSd", 0.25, "log, the least bid", 0, 0.5),
  chosen("taste.furthest", 2, "standard deviations at most", 0, 3),
] as const;
