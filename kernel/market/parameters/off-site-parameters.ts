/**
 * Brand and off-site promotion (market.md E19). Costs per thousand views and click rates have the
 * size of what agencies quote; none of it was checked, so all of it is shown as our choice.
 */
import { chosen } from "./parameter-row.ts";

const dayOfVisits = "of a market's visits a day";
const usdPerMille = "USD for a thousand views, the first ones";
const ofViews = "of views";
const times = "times the category's outside option";

export const offSiteParameters = [
  // Awareness, and the searches for a store's own name that come of it.
  chosen("brand.halfLifeDays", 30, "days", 1, 400),
  chosen("brand.reachDays", 3, "days of a market's visits", 0.01, 1000),
  chosen("brand.perDelivered", 0.2, "views a delivered unit", 0, 100),
  chosen("brand.visitShare", 0.001, "of a market's visits, at full awareness", 0, 0.02),
  chosen("brand.visitsLeast", 0.05, "searches a day; fewer are none", 0, 100),
  chosen("brand.outside", 0.25, times, 0.01, 10),

  // Paid places on the page that a store's name shows; who searches a name wants that store.
  chosen("name.slots", 2, "places before the store's own offers", 0, 3),
  chosen("name.relevance", 0, "of other stores' offers to the name; of its own it is 1", 0, 1),
  chosen("name.appeal", 0.5, "of other stores' attraction, to who searches the name", 0, 1),
  chosen("name.conversion", 0.07, "of clicks, by which a bid is warned about", 0, 1),

  // What a text must do, and what a store page keeps of those who come.
  chosen("creative.least", 0.2, "of the clicks of a perfect text", 0, 1),
  chosen("landing.floor", 0.3, "", 0, 5),
  chosen("landing.bare", 0.35, "score of a page nobody wrote", 0, 1),

  // A post in social media.
  chosen("post.reachMax", 0.06, dayOfVisits, 0, 10),
  chosen("post.perMilleUsd", 2.5, usdPerMille, 0.01, 1000),
  chosen("post.clickRate", 0.008, ofViews, 0, 1),
  chosen("post.outside", 1.2, times, 0.01, 100),

  // Banners on other sites, booked by the day.
  chosen("display.reachMax", 0.4, dayOfVisits, 0, 10),
  chosen("display.perMilleUsd", 3, usdPerMille, 0.01, 1000),
  chosen("display.clickRate", 0.005, ofViews, 0, 1),
  chosen("display.outside", 1.5, times, 0.01, 100),

  // A host who shows the goods live for an evening.
  chosen("livestream.reachMax", 0.03, dayOfVisits, 0, 10),
  chosen("livestream.perMilleUsd", 16, usdPerMille, 0.01, 1000),
  chosen("livestream.clickRate", 0.06, ofViews, 0, 1),
  chosen("livestream.outside", 0.35, times, 0.01, 100),

  // Named places that are sold by sealed bid.
  chosen("media.clickRate", 0.001, ofViews, 0, 1),
  chosen("media.reach.portal", 0.3, dayOfVisits, 0, 10),
  chosen("media.reach.metro", 0.15, dayOfVisits, 0, 10),
  chosen("media.reach.television", 0.5, dayOfVisits, 0, 10),
  chosen("media.reachSd", 0.25, "of the logarithm of the views", 0, 2),
  chosen("media.perMilleUsd", 1.2, "USD for a thousand views, the least bid", 0.01, 1000),
  chosen("media.outside", 1.5, times, 0.01, 100),

  // Letters to buyers who asked for them.
  chosen("mail.join", 0.3, "of delivered units", 0, 1),
  chosen("mail.responseLeast", 0.01, "of readers, to a bad letter", 0, 1),
  chosen("mail.responseMost", 0.03, "of readers, to a good one", 0, 1),
  chosen("mail.tired", 0.5, "times, for each letter of the seven days before", 0, 1),
  chosen("mail.leaveLeast", 0.002, "of readers, after a good letter", 0, 1),
  chosen("mail.leaveMost", 0.005, "of readers, after a bad one or too many", 0, 1),
  chosen("mail.perMilleUsd", 2, "USD for a thousand letters", 0, 1000),
  chosen("mail.outside", 0.5, times, 0.01, 100),

  // People with followers of their own.
  chosen("influencer.perMarket", 6, "in each market", 0, 12),
  chosen("influencer.reachLeast", 0.01, dayOfVisits, 0.0001, 10),
  chosen("influencer.reachMost", 0.15, dayOfVisits, 0.0001, 10),
  chosen("influencer.perMilleUsd", 7, "USD for a thousand views, on average", 0.01, 1000),
  chosen("influencer.priceSd", 0.35, "of the logarithm of the price", 0, 2),
  chosen("influencer.clickRate", 0.015, ofViews, 0, 1),
  chosen("influencer.fitOther", 0.3, "of the clicks, for goods of other categories", 0, 1),
  chosen("influencer.outside", 0.8, times, 0.01, 100),
] as const;
