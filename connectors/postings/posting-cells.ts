/** Single cells of postings: dates, openings, years of experience, education. */
import type { PostingFault, PostingFlag } from "@echelon/contract/planning/posting-limits.ts";
import { educations, openingsMax } from "@echelon/contract/planning/posting-limits.ts";

export type CellReading<Value> =
  | { readonly ok: true; readonly value: Value; readonly flag?: PostingFlag }
  | { readonly ok: false; readonly fault: PostingFault };

const plain = (cell: string): string => cell.normalize("NFKC").trim();

const yearFirst = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ t].*)?$/i;
const together = /^(\d{4})(\d{2})(\d{2})$/;
const yearLast = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?: .*)?$/;
const noYear = /^\d{1,2}[-/.月]\d{1,2}日?$/;

/**
 * A day as `YYYY-MM-DD`; null for an empty cell.
 *
 * With the year last, day and month are told apart only where one of them is above 12. A guess
 * would move a posting into another quarter, so what is left open is refused.
 */
export function readDate(cell: string): CellReading<string | null> {
  const text = plain(cell);
  if (text === "") return { ok: true, value: null };
  const first = yearFirst.exec(text) ?? together.exec(text);
  if (first !== null) return civil(Number(first[1]), Number(first[2]), Number(first[3]));
  const last = yearLast.exec(text);
  if (last === null)
    return { ok: false, fault: noYear.test(text) ? "date-ambiguous" : "date-unreadable" };
  const [a, b, year] = [Number(last[1]), Number(last[2]), Number(last[3])];
  if (a <= 12 && b <= 12 && a !== b) return { ok: false, fault: "date-ambiguous" };
  return a > 12 ? civil(year, b, a) : civil(year, a, b);
}

const yearMin = 1990;
const yearMax = 2100;

function civil(year: number, month: number, day: number): CellReading<string> {
  const iso = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const at = new Date(`${iso}T00:00:00Z`);
  const isDay = !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso);
  if (!isDay || year < yearMin || year > yearMax) return { ok: false, fault: "date-unreadable" };
  return { ok: true, value: iso };
}

const several = /^(若干|多|数|several)/i;
const countMax = 100_000;

/** How many are looked for; an empty cell means one. */
export function readOpenings(cell: string): CellReading<number> {
  const text = plain(cell).replace(/^招?聘?(?=\d)|[人名个]$|,/g, "");
  if (text === "") return { ok: true, value: 1 };
  if (several.test(text)) return { ok: true, value: 1, flag: "openings-assumed" };
  const count = /^\d{1,9}(\.0+)?$/.test(text) ? Number(text) : 0;
  if (count < 1 || count > countMax) return { ok: false, fault: "openings-unreadable" };
  if (count <= openingsMax) return { ok: true, value: count };
  return { ok: true, value: openingsMax, flag: "openings-many" };
}

/** The least years of experience asked for; null where nothing is said that can be read. */
export function readYears(cell: string): number | null {
  const text = plain(cell).toLowerCase();
  if (/不限|无经验|无需|应届|在校|以下|none|entry|no experience|less than/.test(text)) return 0;
  const years = /(\d{1,2})/.exec(text)?.[1];
  return years === undefined ? null : Number(years);
}

const educationWords: readonly [(typeof educations)[number], RegExp][] = [
  ["doctor", /博士|doctor|ph\.?d/],
  ["master", /硕士|研究生|master|mba/],
  ["bachelor", /本科|学士|bachelor/],
  ["diploma", /大专|专科|高职|diploma|college|associate/],
  ["secondary", /高中|中专|中技|职高|技校|初中|secondary|high school/],
  ["none", /不限|无要求|none|any/],
];

/** The least education asked for. */
export function readEducation(cell: string): (typeof educations)[number] {
  const text = plain(cell).toLowerCase();
  return educationWords.find(([, words]) => words.test(text))?.[0] ?? "unsaid";
}
