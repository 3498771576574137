/** Fulfilment, after-sales, reputation, supply, exchange, bots: what follows from an order. */
import { chosen, from } from "./parameter-row.ts";

const surveys = "published parcel surveys, at second hand";
const elasticity = "Bijmolt, van Heerde, Pieters 2005: mean own-price elasticity -2.62";

export const storeParameters = [
  // E9 fulfilment.
  from(surveys, "fulfillment.novemberLoss", 1.4, "times", 1, 5),
  chosen("fulfillment.accidentsMilli", 1000, "thousandths", 0, 10_000),

  // E10 satisfaction and reviews.
  chosen("satisfaction.fit", 0.6, "", 0, 3),
  chosen("satisfaction.mean", 0.55, "", -2, 2),
  chosen("satisfaction.claim", 0.35, "", 0, 3),
  chosen("satisfaction.lateDay", 0.04, "a day", 0, 1),
  chosen("satisfaction.service", 0.1, "", 0, 1),
  chosen("satisfaction.defect", 1.2, "", 0, 5),
  chosen("satisfaction.spread", 2.6, "", 0, 10),
  chosen("star.five", 0.5, "", -3, 3),
  chosen("star.four", -0.2, "", -3, 3),
  chosen("star.three", -0.8, "", -3, 3),
  chosen("star.two", -1.25, "", -3, 3),
  from("1 to 10 % of buyers, blogs", "review.share", 0.06, "of units", 0, 0.5),
  chosen("review.extremes", 1.2, "", 0, 5),
  chosen("review.delayLeast", 1, "days", 0, 30),
  chosen("review.delayMost", 10, "days", 1, 60),

  // E12 reputation.
  chosen("health.onTime", 0.4, "", 0, 1),
  chosen("health.disputes", 0.3, "", 0, 1),
  chosen("health.disputesScale", 0.03, "of units", 0.001, 1),
  chosen("health.tracking", 0.1, "", 0, 1),
  chosen("health.days", 30, "days", 1, 120),

  // E13 supply.
  chosen("supply.priceBreak", 0.04, "a doubling", 0, 0.5),
  chosen("supply.leadShape", 5, "", 1, 20),
  chosen("storage.weekUsd", 0.02, "USD a unit and week", 0, 10),
  chosen("storage.after90", 2, "times", 1, 10),
  chosen("storage.after180", 4, "times", 1, 20),
  chosen("overdraft.yearly", 0.12, "a year", 0, 1),

  // E14 exchange.
  chosen("exchange.diffusion", 0.906, "of the volatility", 0, 1),
  chosen("exchange.jumps", 0.5, "a year", 0, 10),
  chosen("exchange.jumpSd", 0.6, "of the volatility", 0, 5),

  // E16 bots.
  from(elasticity, "bot.elasticity", 2.62, "", 1.1, 6),
  chosen("bot.capital", 3, "times the opening cash, of those who are there before", 1, 20),
  chosen("bot.costPull", 0.25, "power of what a category's goods cost, for sellers", 0, 1),
  chosen("bot.priceNoise", 0.5, "log", 0, 2),
  chosen("bot.priceBias", 0.12, "log", -1, 1),
  chosen("bot.contentMean", -0.5, "", -1, 1),
  chosen("bot.contentSkill", 1.1, "", 0, 2),
  chosen("bot.contentSd", 0.25, "", 0, 1),
  chosen("bot.conversion", 0.05, "purchases a click", 0, 1),
  chosen("bot.bidShare", 0.8, "of break-even", 0, 2),
  chosen("bot.bidNoise", 0.8, "log", 0, 2),
  chosen("bot.bidDown", 0.85, "times a week, at most, while the budget does not last", 0.1, 1),
  chosen("bot.bidUp", 1.3, "times a week, at most, once the budget lasts", 1, 5),
  chosen("bot.budgetShare", 0.12, "of sales, of the skilled", 0, 1),
  chosen("bot.blindBid", 0.01, "of the price", 0, 0.2),
  chosen("bot.randomAds", 0.3, "of offers", 0, 1),
  chosen("bot.revise", 0.2, "a week", 0, 1),
  chosen("bot.reviseSkill", 0.8, "a week", 0, 1),

  // E18 score.
  chosen("score.capitalCost", 0.12, "a year", 0, 1),
  chosen("score.inventoryShare", 0.6, "of cost", 0, 1),
] as const;
