/**
 * Codes of the Harmonized System: 2 digits a chapter, 4 a heading, 6 a subheading, all three
 * international; 8 to 10 digits are national.
 */
import { ok, refuse, type Outcome } from "./refusal.ts";

/** Digits only, 6 to 10 of them, with its leading zeros. */
export type HsCode = string;

/** Chapters of HS 2022: 01 to 97 without 77, which is reserved. */
export const hsChapters: readonly string[] = Array.from({ length: 97 }, (_, index) =>
  String(index + 1).padStart(2, "0"),
).filter((chapter) => chapter !== "77");

const chapterSet: ReadonlySet<string> = new Set(hsChapters);

/**
 * A code as people write it (`6109.10.00`, `6109 10`), as digits.
 *
 * Only the chapter is checked: which subheadings exist depends on the HS version of the day.
 */
export function parseHsCode(text: string): Outcome<HsCode> {
  const digits = text.replaceAll(/[.\s]/g, "");
  if (!/^\d{2,10}$/.test(digits)) return refuse("trade/hs-unknown", { hs: text.slice(0, 20) });
  if (!chapterSet.has(digits.slice(0, 2))) return refuse("trade/hs-unknown", { hs: digits });
  if (digits.length < 6) return refuse("trade/hs-too-short", { hs: digits, digitsMin: 6 });
  return ok(digits);
}

export function hsChapter(hs: HsCode): string {
  return hs.slice(0, 2);
}

export function hsSubheading(hs: HsCode): string {
  return hs.slice(0, 6);
}

/** The longest prefix of the code that the table has a row for, or null. */
export function longestPrefix(
  prefixes: Readonly<Record<string, unknown>>,
  hs: HsCode,
): string | null {
  for (let length = hs.length; length >= 2; length--) {
    const prefix = hs.slice(0, length);
    if (Object.hasOwn(prefixes, prefix)) return prefix;
  }
  return null;
}
