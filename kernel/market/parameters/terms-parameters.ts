/** Return windows, warranties and insured parcels: what they are worth and what they cost. */
import { chosen } from "./parameter-row.ts";

export const termsParameters = [
  chosen("terms.usualDays", 14, "days in which buyers may send goods back", 1, 90),
  chosen("terms.windowUtility", 0.04, "utility, for four times the usual days", 0, 1),
  chosen("terms.warrantyUtility", 0.03, "utility a year", 0, 1),
  chosen("terms.payerUtility", 0.05, "utility, lost where buyers pay the way back", 0, 1),
  chosen("terms.payerReturns", 0.25, "fewer returns where buyers pay the way back", 0, 1),
  chosen("terms.warrantyMonthly", 0.0015, "of units a month, made good at cost", 0, 0.05),
  chosen("insurance.loading", 1.35, "times what is lost", 1, 5),
  chosen("insurance.base", 0.002, "of the covered value", 0, 0.1),
] as const;
