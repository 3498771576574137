/** Returns, disputes, chargebacks, questions and sanctions (market.md E10 to E12). */
import { chosen, from } from "./parameter-row.ts";

const returnsAtHome = "US online returns 20.4 % (NRF 2024), by category at second hand";
const cards = "card networks watch from .65 to .9 %, at second hand";

export const afterSalesParameters = [
  // E10 returns: the base of a category at an honest, satisfying product sent from next door.
  from(returnsAtHome, "return.base.apparel", 0.3, "of units", 0, 1),
  from(returnsAtHome, "return.base.electronics", 0.12, "of units", 0, 1),
  from(returnsAtHome, "return.base.home", 0.08, "of units", 0, 1),
  from(returnsAtHome, "return.base.beauty", 0.08, "of units", 0, 1),
  from(returnsAtHome, "return.base.other", 0.1, "of units", 0, 1),
  from("cross-border low value 3 to 8 %, at second hand", "return.direct", 0.4, "times", 0, 1),
  chosen("return.satisfaction", 0.4, "a point of satisfaction", 0, 3),
  chosen("return.claim", 0.4, "a point of claim, beside what it takes from satisfaction", 0, 3),
  chosen("return.most", 0.6, "of units", 0, 1),
  chosen("return.leaveLift", 0.25, "more, where goods may be kept", 0, 3),
  chosen("return.delayLeast", 2, "days after delivery", 0, 30),
  chosen("return.delayMost", 12, "days after delivery", 1, 60),
  chosen("return.answerDays", 3, "days, then the buyer keeps the goods", 1, 30),
  chosen("return.resaleable", 0.85, "of units without a fault", 0, 1),
  chosen("return.labelUsd", 3.5, "USD a unit, to a warehouse in the market", 0, 100),
  chosen("return.homeFactor", 1.2, "of the parcel's price out", 0, 10),
  chosen("return.scrapUsd", 0.5, "USD a unit", 0, 100),

  // E10 disputes and chargebacks.
  chosen("dispute.base", 0.004, "of units", 0, 1),
  chosen("dispute.lost", 0.25, "of lost units", 0, 1),
  chosen("dispute.late", 0.03, "of late units", 0, 1),
  chosen("dispute.claim", 0.04, "of units, a point of claim", 0, 1),
  chosen("dispute.lateDays", 10, "days beyond the promise", 0, 120),
  chosen("dispute.answered", 0.5, "fewer where buyers are answered within a day", 0, 1),
  chosen("dispute.delayLeast", 1, "days after delivery", 0, 30),
  chosen("dispute.delayMost", 10, "days after delivery", 1, 60),
  chosen("dispute.answerDays", 5, "days, then it is lost", 1, 30),
  chosen("dispute.win.lost", 0.05, "of contested units", 0, 1),
  chosen("dispute.win.late", 0.35, "of contested units", 0, 1),
  chosen("dispute.win.quality", 0.45, "of contested units", 0, 1),
  chosen("dispute.chargeback", 0.3, "of lost disputes", 0, 1),
  from("chargebacks .3 to .9 %, at second hand", "chargeback.base", 0.004, "of units", 0, 1),
  chosen("chargeback.feeUsd", 15, "USD a chargeback", 0, 200),

  // E11 service.
  chosen("question.click", 0.03, "a click", 0, 1),
  chosen("question.late", 0.05, "a late parcel", 0, 5),
  chosen("service.perHead", 40, "questions a head and day", 1, 500),
  chosen("service.wageMonthUsd", 900, "USD a head and month of 30 days", 0, 20_000),
  chosen("service.noticeDays", 7, "days", 0, 60),
  chosen("service.days", 30, "days of memory", 1, 120),

  // E12 reputation.
  chosen("health.answered", 0.2, "", 0, 1),
  chosen("health.priorUnits", 30, "units of a store nobody knows", 0, 1000),
  chosen("sanction.disputes", 0.02, "of units in 30 days", 0, 1),
  from(cards, "sanction.chargebacks", 0.009, "of units in 30 days", 0, 1),
  chosen("sanction.casesMin", 3, "cases in memory", 0.5, 100),
  chosen("sanction.stepDays", 14, "days", 1, 120),
  chosen("sanction.suspendedDays", 7, "days", 1, 60),
  chosen("rank.sanction", 0.5, "", 0, 5),
] as const;
