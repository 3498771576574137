/**
 * Suppliers of a product beside its maker: how far they differ from it, what a deposit and a
 * relation are worth, and what a purchase costs that is called off.
 */
import { chosen } from "./parameter-row.ts";

export const sourcingParameters = [
  // What makers of made-up products ask for quickness is dealt anew every season.
  chosen("maker.quickLeast", 0.04, "log of the unit cost, a day sooner", 0, 0.2),
  chosen("maker.quickMost", 0.12, "log of the unit cost, a day sooner", 0, 0.2),
  // One workshop is cheap, slow and less careful, the other one quick, dear and takes small lots.
  chosen("workshop.cheapCostLow", 0.82, "times the maker's unit cost", 0.5, 1),
  chosen("workshop.cheapCostHigh", 0.94, "times the maker's unit cost", 0.5, 1),
  chosen("workshop.cheapMoqLow", 1.5, "times the maker's minimum", 1, 10),
  chosen("workshop.cheapMoqHigh", 3, "times the maker's minimum", 1, 10),
  chosen("workshop.cheapLeadLow", 1.1, "times the maker's lead time", 1, 5),
  chosen("workshop.cheapLeadHigh", 1.7, "times the maker's lead time", 1, 5),
  chosen("workshop.cheapDefectLow", 1.5, "times the maker's defect rate", 1, 10),
  chosen("workshop.cheapDefectHigh", 4, "times the maker's defect rate", 1, 10),
  chosen("workshop.quickCostLow", 1.03, "times the maker's unit cost", 1, 2),
  chosen("workshop.quickCostHigh", 1.15, "times the maker's unit cost", 1, 2),
  chosen("workshop.quickMoqLow", 0.3, "times the maker's minimum", 0.05, 1),
  chosen("workshop.quickMoqHigh", 0.6, "times the maker's minimum", 0.05, 1),
  chosen("workshop.quickLeadLow", 0.35, "times the maker's lead time", 0.1, 1),
  chosen("workshop.quickLeadHigh", 0.65, "times the maker's lead time", 0.1, 1),
  chosen("workshop.quickDefectLow", 0.5, "times the maker's defect rate", 0.1, 2),
  chosen("workshop.quickDefectHigh", 1.2, "times the maker's defect rate", 0.1, 2),
  chosen("workshop.defectMost", 0.08, "of units", 0, 0.5),
  chosen("workshop.lotsADay", 15, "minimum lots that one store may order a day", 1, 1000),
  chosen("supply.makerLotsADay", 100, "minimum lots that one store may order a day", 1, 10_000),
  chosen("supply.makerUnitsADay", 2000, "units a day at least, of the maker", 1, 100_000),
  chosen("supply.prepayBp", 200, "basis points off for paying all of it at once", 0, 2000),
  chosen("supply.madeShare", 0.6, "of the lead time until goods leave the supplier", 0, 1),
  chosen("supply.cancelBp", 1000, "basis points of the cost, when called off", 0, 10_000),

  // What a supplier thinks of a store: half by payments in time, half by units bought.
  chosen("relation.payments", 4, "payments in time for half of that part", 1, 100),
  chosen("relation.lots", 20, "minimum lots bought for half of that part", 1, 1000),
  chosen(
    "relation.lateMilli",
    150,
    "thousandths lost by a late payment or a cancellation",
    0,
    1000,
  ),
  chosen(
    "relation.accountMilli",
    250,
    "thousandths from which a workshop waits for money",
    0,
    1000,
  ),

  // Talks: the chance that a supplier gives way, and what it gives.
  chosen("talk.base", 0.1, "chance with a stranger", 0, 1),
  chosen("talk.relation", 0.5, "chance that a full relation adds", 0, 1),
  chosen("talk.volume", 0.25, "chance that a large open order adds", 0, 1),
  chosen("talk.volumeLots", 5, "minimum lots on order for half of that", 0.1, 100),
  chosen("talk.round", 0.08, "chance lost by each earlier round of the week", 0, 1),
  chosen("talk.granted", 0.1, "chance lost by each step granted before", 0, 1),
  chosen("talk.least", 0.02, "chance at least", 0, 1),
  chosen("talk.most", 0.9, "chance at most", 0, 1),
  chosen("talk.roundsAWeek", 3, "rounds a week with one supplier of a product", 1, 50),
  chosen("talk.priceStepBp", 100, "basis points off the price, a step", 1, 2000),
  chosen("talk.priceSteps", 6, "steps at most", 0, 50),
  chosen("talk.termsStepBp", 500, "basis points off the deposit, a step", 1, 5000),
  chosen("talk.termsSteps", 5, "steps at most", 0, 50),
  chosen("talk.leadStepBp", 1000, "basis points off the lead time, a step", 1, 5000),
  chosen("talk.leadSteps", 3, "steps at most", 0, 50),

  // Samples that a panel tries, and goods looked at one by one.
  chosen("sample.units", 20, "units", 1, 1000),
  chosen("sample.panel", 10, "testers", 1, 100),
  chosen("sample.price", 1.5, "times the price of a unit", 1, 10),
  chosen("sample.courierUsd", 25, "USD a sample", 0, 1000),
  chosen("inspection.dayUsd", 15, "USD an inspection", 0, 10_000),
  chosen("inspection.unitUsd", 0.05, "USD a unit looked at", 0, 100),
] as const;
