/**
 * The compatible sandbox (practice.md 9). What its contests published is told from what was chosen
 * here because the original formula was not found; none was read at its source yet, so no row
 * claims to be verified.
 */
import { chosen, from } from "./parameter-row.ts";

const wuhu = "published: Wuhu contest rules 2019, at second hand";
const deal = "published: sandbox deal rules, at second hand";
const noFormula = "original formula not found; our choice, to be verified";

export const sandboxParameters = [
  // Title keywords (SEO).
  from(wuhu, "sandbox.seo.weight", 0.4, "of relevance × match", 0, 10),
  from(wuhu, "sandbox.seo.performance", 0.06, "of product performance", 0, 10),
  from(wuhu, "sandbox.keywords", 7, "title keywords a product", 1, 20),
  from(noFormula, "sandbox.match.exact", 1, "times the relevance", 0, 1),
  from(noFormula, "sandbox.match.high", 0.6, "times the relevance", 0, 1),
  from(noFormula, "sandbox.match.partial", 0.3, "times the relevance", 0, 1),
  chosen("sandbox.match.exactFrom", 250, "of 255 of a search found in the listing", 1, 255),
  chosen("sandbox.match.highFrom", 150, "of 255 of a search found in the listing", 1, 255),
  from(noFormula, "sandbox.relevance.first", 100, "points, the broadest search", 1, 100),
  from(noFormula, "sandbox.relevance.step", 4, "points less a search", 0, 50),
  from(noFormula, "sandbox.performance.half", 4, "units a day for 50 of 100 points", 0.1, 1000),

  // Paid keywords (SEM).
  from(
    "published: charge of paid keywords, at second hand",
    "sandbox.sem.tick",
    100,
    "ticks",
    0,
    10_000,
  ),
  from(noFormula, "sandbox.sem.qualityLeast", 1, "points of quality", 0.001, 100),
  from(noFormula, "sandbox.sem.looks", 0.3, "of clicks without order", 0, 1),

  // The cut, by city, product and keyword.
  from(deal, "sandbox.cut.seo", 0.4, "of sellers by SEO score, rounded up", 0, 1),
  from(deal, "sandbox.cut.sem", 0.3, "of advertisers by bid × quality, rounded up", 0, 1),

  // What searches bring.
  from(noFormula, "sandbox.click.rate", 0.07, "clicks an impression", 0.001, 1),
  from(
    noFormula,
    "sandbox.click.step",
    0.01,
    "clicks an impression, more a narrower search",
    0,
    0.1,
  ),
  from(noFormula, "sandbox.conversion.rate", 0.06, "orders a click", 0, 1),
  from(
    noFormula,
    "sandbox.conversion.step",
    0.01,
    "orders a click, more a narrower search",
    0,
    0.1,
  ),

  // What may be asked.
  from(noFormula, "sandbox.price.markup", 2.4, "times goods and freight", 1, 10),
  from(noFormula, "sandbox.price.band", 0.2, "above the market price", 0, 2),

  // Who takes part in which crowd.
  from(noFormula, "sandbox.brand.tier", 1, "worst tier of a B-shop, the best is 0", 0, 9),
  from(noFormula, "sandbox.brand.days", 20, "days promised at most", 1, 120),

  // Income tax.
  from(
    "published: sandbox rules, at second hand; losses of 5 years first",
    "sandbox.tax.rate",
    0.25,
    "of profit",
    0,
    1,
  ),
  from(noFormula, "sandbox.tax.days", 6, "days a year: two periods of three", 1, 400),

  // The composite index, points of 100 each.
  from(noFormula, "sandbox.index.performance", 0.3, "", 0, 1),
  from(noFormula, "sandbox.index.visual", 0.2, "", 0, 1),
  from(noFormula, "sandbox.index.reputation", 0.2, "", 0, 1),
  from(noFormula, "sandbox.index.service", 0.15, "", 0, 1),
  from(noFormula, "sandbox.index.delivery", 0.15, "", 0, 1),
  from(noFormula, "sandbox.reputation.half", 40, "points for 50 of 100", 1, 10_000),
] as const;
