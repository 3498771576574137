import { minorPerMajor } from "@echelon/kernel/money/currency.ts";
import type { Format } from "../../text/format.ts";

/** How a decision's number is typed: its sign, and how many of its units one typed unit is. */
export type Unit = { readonly sign: string; readonly per: number; readonly digits: number };

/** Advertising money: 10,000 ticks are 1 USD. */
const ticksPerDollar = 10_000;

/**
 * The unit in which people type a decision's field.
 *
 * @param currency  of the listing's market; "" where the decision has none
 */
export function unitOf(field: string, currency: string): Unit {
  if (field.endsWith("Minor") && currency !== "") {
    const per = minorPerMajor(currency as Parameters<typeof minorPerMajor>[0]);
    return { sign: currency, per, digits: per === 1 ? 0 : 2 };
  }
  if (field.endsWith("Ticks")) return { sign: "USD", per: ticksPerDollar, digits: 2 };
  if (field.endsWith("Bp")) return { sign: "%", per: 100, digits: 2 };
  return { sign: "", per: 1, digits: 0 };
}

/** The number with its sign, as people read it. */
export const printed = (value: number, unit: Unit, number: Format["number"]): string =>
  `${number(typedOf(value, unit), unit.digits)} ${unit.sign}`.trim();

export const typedOf = (value: number, { per }: Unit): number => value / per;
export const valueOf = (typed: number, { per }: Unit): number => Math.round(typed * per);
