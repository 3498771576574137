/** Why a text is no GTIN; `lost-zeros` means that it is one once leading zeros are put back. */
export type GtinProblem = "not-digits" | "wrong-length" | "wrong-check-digit" | "lost-zeros";

const lengths: ReadonlySet<number> = new Set([8, 12, 13, 14]);

/**
 * Checks a GTIN-8, -12, -13 or -14: digits from the right, without the last, weigh 3, 1, 3, 1 …;
 * the last makes the sum a multiple of ten (GS1 General Specifications, 7.9).
 *
 * A spreadsheet that kept the number as a number lost its leading zeros: 9 to 11 digits that pass
 * as twelve are told apart, so that they are offered and never padded silently.
 */
export function gtinProblem(text: string): GtinProblem | null {
  if (!/^\d+$/.test(text)) return "not-digits";
  if (lengths.has(text.length)) return hasCheckDigit(text) ? null : "wrong-check-digit";
  const isShort = text.length >= 9 && text.length <= 11;
  return isShort && hasCheckDigit(text) ? "lost-zeros" : "wrong-length";
}

function hasCheckDigit(digits: string): boolean {
  const sum = [...digits]
    .reverse()
    .reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0);
  return sum % 10 === 0;
}
