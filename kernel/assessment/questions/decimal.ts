/** Decimals as people write them, compared exactly: 0.8 lies within a tenth of 0.7. */

import type { Rational } from "../../number/rational.ts";

/** Digits and exponents beyond this are no answer to a question. */
const charsMax = 60;
const exponentMax = 40;

const written = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/;

/**
 * The number that a text says, or null where it says none. Widths, spaces around it, thousands
 * divided by commas and a power of ten are understood; a decimal comma is not, for 1,234 would be
 * two numbers.
 */
export function readDecimal(text: string): Rational | null {
  if (text.length > charsMax) return null;
  const plain = text
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/^[\u2212\u2013]/, "-");
  const [, sign, whole = "", part = "", exponent = "0"] = written.exec(plain) ?? [];
  if (sign === undefined || whole + part === "") return null;
  const power = Number(exponent) - part.length;
  if (Math.abs(Number(exponent)) > exponentMax) return null;
  const digits = BigInt(whole.replaceAll(",", "") + part) * (sign === "-" ? -1n : 1n);
  return power >= 0
    ? { numerator: digits * tenTo(power), denominator: 1n }
    : { numerator: digits, denominator: tenTo(-power) };
}

function tenTo(power: number): bigint {
  return BigInt(`1${"0".repeat(power)}`);
}
