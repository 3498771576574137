/** What a posting says it pays, in the ways that people write it. */
import { plainText } from "./plain.ts";

export const payPeriods = ["month", "year", "day", "hour", "week"] as const;
export type PayPeriod = (typeof payPeriods)[number];

/** Pay a month, whole fen, whatever period it was said for. */
export interface Pay {
  readonly minMinor: number;
  readonly maxMinor: number;
  /** As it was said. */
  readonly per: PayPeriod;
  /** Months paid in a year; null where it was not said. */
  readonly payMonths: number | null;
}

/**
 * `none`: nothing was promised (`面议`, by piece, 0 to 0). `unread`: something was said that is no
 * salary anybody could mean.
 */
export type PayReading =
  | { readonly kind: "pay"; readonly pay: Pay }
  | { readonly kind: "none" }
  | { readonly kind: "unread" };

const amount = String.raw`(\d{1,9})(?:\.(\d{1,4}))?(千|万|k|w)?`;
const periodWord = "月|年|天|日|周|小?时|次|件|单|month|mo|year|yr|day|week|hour|hr";
const period = String.raw`(?:元|rmb|cny|¥)?(?:[/每](${periodWord}))?`;
const months = String.raw`(?:[·*x×](\d{1,2})薪?)?`;
const spread = new RegExp(`^¥?${amount}元?[-~至]¥?${amount}${period}${months}$`);
const single = new RegExp(`^¥?${amount}(?:以上|以下|起|\\+)?${period}${months}$`);
const nothing = /^(薪资|薪酬|工资|待遇)?(面议|面谈|可议|另议|negotiable|tbd)?$/;

const fenByUnit: Readonly<Record<string, number>> = { 千: 100_000, k: 100_000 };
const tenThousand = 1_000_000;
const yuan = 100;

const periods: ReadonlyMap<string, PayPeriod> = new Map([
  ["月", "month"],
  ["month", "month"],
  ["mo", "month"],
  ["年", "year"],
  ["year", "year"],
  ["yr", "year"],
  ["天", "day"],
  ["日", "day"],
  ["day", "day"],
  ["周", "week"],
  ["week", "week"],
  ["时", "hour"],
  ["小时", "hour"],
  ["hour", "hour"],
  ["hr", "hour"],
]);

/** A month has 21.75 paid days of 8 hours, a year 52 weeks (the rule of the labor ministry). */
const monthly: Readonly<Record<PayPeriod, readonly [times: number, over: number]>> = {
  month: [1, 1],
  year: [1, 12],
  day: [2_175, 100],
  week: [52, 12],
  hour: [174, 1],
};

/** Below and above this nobody is paid by the month, in fen. */
export const monthlyPayMin = 10_000;
export const monthlyPayMax = 200_000_000;

/** Reads what a cell says of pay. Widths, spaces and thousands separators do not matter. */
export function readPay(said: string): PayReading {
  const text = plainText(said)
    .replace(/[\s,，]/g, "")
    .replace(/[—–－～]/g, "-");
  if (nothing.test(text)) return { kind: "none" };
  const range = spread.exec(text);
  const one = range === null ? single.exec(text) : null;
  if (range === null && one === null) return { kind: "unread" };
  const [low, high, rest] =
    range === null
      ? [one!.slice(1, 4), one!.slice(1, 4), one!.slice(4)]
      : [range.slice(1, 4), range.slice(4, 7), range.slice(7)];
  const [per = "月", paid] = rest;
  const named = periods.get(per);
  // By piece, by visit: what a month brings is not said.
  if (named === undefined) return { kind: "none" };
  const unit = low[2] ?? high[2];
  return bounded(fenOf(low, unit), fenOf(high, high[2]), named, paid);
}

type Digits = readonly (string | undefined)[];

/** Whole fen of a figure in its unit; the figures have at most four decimals. */
function fenOf([whole = "0", decimals = ""]: Digits, unit: string | undefined): number {
  const scale = unit === undefined ? yuan : (fenByUnit[unit] ?? tenThousand);
  const tenThousandths = Number(`${whole}${decimals.padEnd(4, "0")}`);
  return Math.floor((tenThousandths * scale) / 10_000 + 0.5);
}

function bounded(low: number, high: number, per: PayPeriod, paid: string | undefined): PayReading {
  if (low === 0 && high === 0) return { kind: "none" };
  const [times, over] = monthly[per];
  const aMonth = (fen: number) => Math.floor((fen * times) / over + 0.5);
  const [minMinor, maxMinor] = [aMonth(low), aMonth(high)];
  const payMonths = paid === undefined ? null : Number(paid);
  const isMeant =
    minMinor >= monthlyPayMin &&
    maxMinor <= monthlyPayMax &&
    minMinor <= maxMinor &&
    (payMonths === null || (payMonths >= 12 && payMonths <= 24));
  if (!isMeant) return { kind: "unread" };
  return { kind: "pay", pay: { minMinor, maxMinor, per, payMonths } };
}
