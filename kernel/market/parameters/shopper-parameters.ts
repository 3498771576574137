/** Traffic, segments, utility, ranking, advertising, the page, choice: what shoppers do. */
import { chosen, from } from "./parameter-row.ts";

const elasticity = "fitted to Bijmolt, van Heerde, Pieters 2005: mean own-price elasticity -2.62";
const reviews = "fitted to You, Vadakkepatt, Joshi 2015: volume .236, valence .417";
const variance = "sign by Babić Rosario et al. 2016, doi 10.1509/jmr.14.0380; size our choice";
const delivery = "fitted to Fisher, Gallino, Xu: +1.5 % sales a day saved";
const shippingFee = "fitted to Lewis, Singh, Fay 2006: fees weigh more than price";
const cascade = "form by Craswell et al. 2008, doi 10.1145/1341531.1341545; shares our choice";
const auction = "form by Edelman, Ostrovsky, Schwarz 2007; Thompson, Leyton-Brown 2013";
const carts = "fitted to 70 % abandonment (Baymard, at second hand)";
const weekdays = "shape of published web shop statistics, at second hand";
const blackFriday = "band 2.5 to 3.5 from published multiples of a November day";

export const shopperParameters = [
  // E1 traffic.
  chosen("traffic.zipf", 0.7, "", 0, 2),
  chosen("traffic.slice.0", 0.12, "share of a day", 0, 1),
  chosen("traffic.slice.1", 0.26, "share of a day", 0, 1),
  chosen("traffic.slice.2", 0.28, "share of a day", 0, 1),
  chosen("traffic.slice.3", 0.34, "share of a day", 0, 1),
  from(weekdays, "traffic.weekday.0", 1.06, "of the mean", 0.1, 3),
  from(weekdays, "traffic.weekday.1", 1.05, "of the mean", 0.1, 3),
  from(weekdays, "traffic.weekday.2", 1.03, "of the mean", 0.1, 3),
  from(weekdays, "traffic.weekday.3", 1.01, "of the mean", 0.1, 3),
  from(weekdays, "traffic.weekday.4", 0.96, "of the mean", 0.1, 3),
  from(weekdays, "traffic.weekday.5", 0.92, "of the mean", 0.1, 3),
  from(weekdays, "traffic.weekday.6", 0.97, "of the mean", 0.1, 3),
  chosen("traffic.shockMemory", 0.8, "", 0, 0.99),
  chosen("traffic.shockSd", 0.15, "log", 0, 1),
  from(blackFriday, "traffic.peak.blackFriday", 2.8, "of the day", 1, 6),
  from("band 3 to 6, at second hand", "traffic.peak.singlesDay", 3.5, "of the day", 1, 10),
  chosen("traffic.peak.doubleTwelve", 1.6, "of the day", 1, 6),
  chosen("traffic.peak.midYear", 1.4, "of the day", 1, 6),

  // E2 segments.
  chosen("segment.share.bargain", 0.16, "share", 0, 1),
  chosen("segment.share.thrifty", 0.15, "share", 0, 1),
  chosen("segment.share.reviewReader", 0.14, "share", 0, 1),
  chosen("segment.share.balanced", 0.13, "share", 0, 1),
  chosen("segment.share.careful", 0.12, "share", 0, 1),
  chosen("segment.share.hurried", 0.11, "share", 0, 1),
  chosen("segment.share.quality", 0.1, "share", 0, 1),
  chosen("segment.share.premium", 0.09, "share", 0, 1),
  from(elasticity, "segment.price.bargain", 4.2, "", 0.1, 8),
  from(elasticity, "segment.price.thrifty", 3.6, "", 0.1, 8),
  from(elasticity, "segment.price.reviewReader", 3.1, "", 0.1, 8),
  from(elasticity, "segment.price.balanced", 2.7, "", 0.1, 8),
  from(elasticity, "segment.price.careful", 2.4, "", 0.1, 8),
  from(elasticity, "segment.price.hurried", 2.1, "", 0.1, 8),
  from(elasticity, "segment.price.quality", 1.8, "", 0.1, 8),
  from(elasticity, "segment.price.premium", 1.4, "", 0.1, 8),
  chosen("segment.fit.bargain", 0.7, "", 0, 3),
  chosen("segment.fit.thrifty", 0.8, "", 0, 3),
  chosen("segment.fit.reviewReader", 0.9, "", 0, 3),
  chosen("segment.fit.balanced", 1, "", 0, 3),
  chosen("segment.fit.careful", 1.1, "", 0, 3),
  chosen("segment.fit.hurried", 1.2, "", 0, 3),
  chosen("segment.fit.quality", 1.3, "", 0, 3),
  chosen("segment.fit.premium", 1.5, "", 0, 3),
  from(reviews, "segment.review.bargain", 0.8, "", 0, 3),
  from(reviews, "segment.review.thrifty", 1, "", 0, 3),
  from(reviews, "segment.review.reviewReader", 1.3, "", 0, 3),
  from(reviews, "segment.review.balanced", 0.9, "", 0, 3),
  from(reviews, "segment.review.careful", 1.2, "", 0, 3),
  from(reviews, "segment.review.hurried", 0.7, "", 0, 3),
  from(reviews, "segment.review.quality", 1.1, "", 0, 3),
  from(reviews, "segment.review.premium", 1, "", 0, 3),
  from(delivery, "segment.delivery.bargain", 0.004, "a day", 0, 0.2),
  from(delivery, "segment.delivery.thrifty", 0.006, "a day", 0, 0.2),
  from(delivery, "segment.delivery.reviewReader", 0.007, "a day", 0, 0.2),
  from(delivery, "segment.delivery.balanced", 0.012, "a day", 0, 0.2),
  from(delivery, "segment.delivery.careful", 0.01, "a day", 0, 0.2),
  from(delivery, "segment.delivery.hurried", 0.024, "a day", 0, 0.2),
  from(delivery, "segment.delivery.quality", 0.015, "a day", 0, 0.2),
  from(delivery, "segment.delivery.premium", 0.028, "a day", 0, 0.2),
  chosen("segment.mixSd", 0.25, "log", 0, 1),
  chosen("category.priceWeightSd", 0.28, "log", 0, 1),
  chosen("category.priceWeightFurthest", 1.5, "standard deviations at most", 0, 4),
  chosen("category.priceWeightMean", -0.06, "log", -1, 1),

  // E3 utility.
  chosen("utility.content", 0.45, "", 0, 2),
  from(reviews, "utility.stars", 0.2, "a star", 0, 1),
  chosen("utility.starsCenter", 4.2, "stars", 1, 5),
  from(reviews, "utility.reviews", 0.22, "a log review", 0, 1),
  from(variance, "utility.starVariance", 0.05, "a squared star", 0, 1),
  chosen("utility.reviewCenter", 0.45, "", 0, 2),
  chosen("utility.service", 0.06, "", 0, 1),
  chosen("utility.priorStars", 4, "stars", 1, 5),
  chosen("utility.priorReviews", 8, "reviews", 1, 100),
  from(shippingFee, "price.fee", 1.5, "of the fee", 0, 5),
  chosen("price.door", 0.5, "of tax due at the door", 0, 1),
  chosen("price.logRatioMax", 3, "log", 1, 5),
  chosen("price.beyondFrom", 0.7, "log", 0, 5),
  chosen("price.beyond", 3, "a squared log", 0, 20),
  chosen("fit.sd", 0.75, "", 0, 2),
  chosen("fit.mean", -0.1, "", -2, 2),

  // E4 ranking.
  chosen("rank.relevance", 2, "", 0, 10),
  chosen("rank.velocity", 0.4, "", 0, 5),
  chosen("rank.content", 0.4, "", 0, 5),
  chosen("rank.stars", 0.11, "a star", 0, 5),
  chosen("rank.price", 0.2, "", 0, 2),
  chosen("rank.delivery", 0.004, "a day", 0, 0.2),
  chosen("rank.fresh", 0.9, "", 0, 5),
  chosen("rank.freshDays", 21, "days", 1, 200),
  chosen("rank.penalty", 0.15, "", 0, 2),
  chosen("rank.noise", 0.8, "Gumbel scale", 0, 3),
  chosen("velocity.keep", 0.95, "a day", 0, 0.999),
  chosen("velocity.scale", 6, "", 0, 100),

  // E5 sponsored auction and pacing.
  from(auction, "auction.relevanceFloor", 0.3, "", 0, 2),
  from(auction, "auction.qualityScale", 20, "", 1, 1000),
  chosen("auction.reserveTicks", 200, "ticks of 0.0001 USD", 1, 100_000),
  chosen("pacing.gain", 0.5, "", 0, 2),
  chosen("pacing.least", 0.05, "", 0.001, 1),

  // E6 examination: how far shoppers read.
  from(cascade, "depth.slots.0", 2, "slots", 1, 108),
  from(cascade, "depth.slots.1", 5, "slots", 1, 108),
  from(cascade, "depth.slots.2", 9, "slots", 1, 108),
  from(cascade, "depth.slots.3", 20, "slots", 1, 108),
  from(cascade, "depth.slots.4", 54, "slots", 1, 108),
  from(cascade, "depth.share.0", 0.3, "share", 0, 1),
  from(cascade, "depth.share.1", 0.25, "share", 0, 1),
  from(cascade, "depth.share.2", 0.21, "share", 0, 1),
  from(cascade, "depth.share.3", 0.1, "share", 0, 1),
  from(cascade, "depth.share.4", 0.14, "share", 0, 1),

  // E7 choice, carts, orders.
  chosen("choice.nest", 0.6, "", 0.05, 1),
  chosen("click.base", 0.058, "", 0.001, 0.5),
  chosen("click.content", 0.5, "", 0, 2),
  chosen("click.review", 0.3, "", 0, 2),
  chosen("click.price", 0.6, "", 0, 3),
  chosen("click.logRatioMax", 1.5, "log", 0, 3),
  from(carts, "checkout.hiddenCost", 0.35, "of its share of the price", 0, 1),
  chosen("checkout.hiddenCostMax", 0.5, "", 0, 1),
  from(carts, "checkout.slow", 0.1, "", 0, 1),
  chosen("checkout.slowDays", 3, "days", 0, 60),
  from(carts, "cart.share", 0.12, "of clicks without purchase", 0, 1),
  chosen("order.extraUnits", 0.12, "units", 0, 5),
  from("2 to 5 % a search visit, published", "outside.purchases", 0.035, "a visit", 0.001, 0.5),
  chosen("outside.logLow", -6, "log", -20, 0),
  chosen("outside.logHigh", 12, "log", 1, 30),
  chosen("outside.steps", 30, "halvings", 5, 60),

  // E8 stock inside the day.
  chosen("demand.reEntry", 0, "share of lost orders", 0, 1),
] as const;
