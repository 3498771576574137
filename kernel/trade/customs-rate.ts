/** Exchange at the border: which day's rate a declaration uses, and exact conversion with it. */
import { addMonths, civilOf, nthWeekday, weekday, type Day } from "../calendar/day.ts";
import type { RateTable } from "../money/convert.ts";
import { minorPerMajor, type CurrencyCode } from "../money/currency.ts";
import { rational, type Rational } from "../number/rational.ts";
import type { Amount, CustomsRateRegime } from "./rule-set.ts";

const wednesday = 2;
const friday = 4;

/**
 * The day whose market rate customs uses on a declaration day: the day itself, the Friday of the
 * week before, or a Wednesday of the month before (China the third, the Union the last but one).
 */
export function customsRateDay(regime: CustomsRateRegime, day: Day): Day {
  if (regime === "daily") return day;
  if (regime === "weekly") return day - weekday(day) - 7 + friday;
  const { year, month } = civilOf(addMonths(day - civilOf(day).dayOfMonth + 1, -1));
  if (regime === "monthly-third-wednesday") return nthWeekday(year, month, wednesday, 3);
  const fifth = nthWeekday(year, month, wednesday, 5);
  return nthWeekday(year, month, wednesday, civilOf(fifth).month === month ? 4 : 3);
}

/**
 * An amount in another currency as an exact number of its minor units, or null when a rate is
 * missing. Thresholds are compared with the exact figure, never with a rounded one.
 */
export function convertExactly(
  amount: Amount,
  to: CurrencyCode,
  rates: RateTable,
): Rational | null {
  const minor = BigInt(amount.minor);
  if (amount.currency === to) return rational(minor);
  const from = rateOf(rates, amount.currency);
  const into = rateOf(rates, to);
  if (from === null || into === null) return null;
  return rational(
    minor * BigInt(from) * BigInt(minorPerMajor(to)),
    BigInt(into) * BigInt(minorPerMajor(amount.currency)),
  );
}

function rateOf(rates: RateTable, currency: CurrencyCode): number | null {
  if (currency === rates.base) return 100_000_000;
  const rate = rates.rateE8[currency];
  return rate === undefined || rate <= 0 ? null : rate;
}
