/** What a workbook's number formats make of a number, as far as it matters to reading. */

/** Format ids that mean a date or a time without being written out (ECMA-376, part 1, 18.8.30). */
const dateIds = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51,
  52, 53, 54, 55, 56, 57, 58,
]);

const millisPerDay = 86_400_000;
const epoch1900 = Date.UTC(1899, 11, 30);
const epoch1904 = Date.UTC(1904, 0, 1);
const serialMax = 2_958_466;

export type NumberStyle = { readonly isDate: boolean; readonly zeros: number };

export function styleOf(id: number, code: string | undefined): NumberStyle {
  if (code === undefined) return { isDate: dateIds.has(id), zeros: 0 };
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, "").split(";")[0] ?? "";
  const zeros = /^0{2,32}$/.test(bare) ? bare.length : 0;
  return { isDate: /[ymdhs]/i.test(bare) && !/general/i.test(bare), zeros };
}

/**
 * A stored number as a person reads it: all digits, no exponent, at most Excel's 15 significant.
 */
export function numberText(stored: string, zeros: number): string {
  const value = Number(stored);
  if (stored === "" || !Number.isFinite(value)) return stored;
  const digits = decimalText(Number(value.toPrecision(15)));
  return zeros > 0 && /^\d+$/.test(digits) ? digits.padStart(zeros, "0") : digits;
}

function decimalText(value: number): string {
  const text = String(value);
  const parts = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (parts === null) return text;
  const [, sign = "", first = "", rest = "", power = "0"] = parts;
  const digits = first + rest;
  const exponent = Number(power);
  if (exponent < 0) return `${sign}0.${"0".repeat(-exponent - 1)}${digits}`;
  return `${sign}${digits.padEnd(exponent + 1, "0")}`;
}

/** A serial number of days as `YYYY-MM-DD`, with its time where it has one; else null. */
export function dateText(stored: string, is1904: boolean): string | null {
  const serial = Number(stored);
  if (!Number.isFinite(serial) || serial < 1 || serial >= serialMax) return null;
  const millis = Math.round(serial * 86_400) * 1_000;
  const text = new Date((is1904 ? epoch1904 : epoch1900) + millis).toISOString();
  return millis % millisPerDay === 0 ? text.slice(0, 10) : text.slice(0, 19).replace("T", " ");
}
