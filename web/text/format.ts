import { withMinus } from "@echelon/contract/platform/with-minus.ts";
import { isCurrencyCode, minorDigits } from "@echelon/kernel/money/currency.ts";
import { useTranslation } from "react-i18next";
import type { Language } from "./text.ts";

/** Both languages of one name, as the contract carries it. */
export type Both = { zh: string; en: string };

export type Format = {
  language: Language;
  /** The reader's half of a bilingual name. */
  name: (text: Both) => string;
  /** Money from minor units, always with its currency. */
  money: (minor: number, currency: string, options?: { sign?: boolean; short?: boolean }) => string;
  number: (value: number, digits?: number) => string;
  /** Shortened: 12.3k, 1.2万. */
  short: (value: number) => string;
  percent: (bp: number, digits?: number) => string;
  /** Advertising money in US dollars from ticks of 0.0001. */
  ticks: (ticks: number) => string;
  date: (iso: string) => string;
  time: (iso: string) => string;
  dateTime: (iso: string) => string;
};

/** Making a form is a thousand times slower than using it, and tables use one in every row. */
const moneyForms = new Map<string, Intl.NumberFormat>();

function moneyForm(locale: string, currency: string, sign: boolean, short: boolean) {
  const key = `${locale} ${currency} ${sign} ${short}`;
  const known = moneyForms.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    signDisplay: sign ? "exceptZero" : "auto",
    ...(short
      ? {
          notation: "compact",
          maximumFractionDigits: 1,
          minimumFractionDigits: 0,
          useGrouping: true,
        }
      : {}),
  });
  moneyForms.set(key, made);
  return made;
}

/** Digits after the point of a currency; money of an unknown one has two, as most have. */
export function digitsOf(currency: string): number {
  return isCurrencyCode(currency) ? minorDigits(currency) : 2;
}

function formatFor(language: Language): Format {
  const locale = language === "zh" ? "zh-CN" : "en";
  const compact = new Intl.NumberFormat(locale, { notation: "compact", maximumFractionDigits: 1 });
  const day = new Intl.DateTimeFormat(locale, {
    year: "numeric",
    month: "short",
    day: "numeric",
    timeZone: "UTC",
  });
  const clock = new Intl.DateTimeFormat(locale, {
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hour12: false,
  });
  const both = new Intl.DateTimeFormat(locale, {
    month: "short",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hour12: false,
  });
  return {
    language,
    name: (text) => text[language],
    money: (minor, currency, { sign = false, short = false } = {}) =>
      withMinus(moneyForm(locale, currency, sign, short).format(minor / 10 ** digitsOf(currency))),
    number: (value, digits = 0) =>
      withMinus(
        value.toLocaleString(locale, {
          minimumFractionDigits: digits,
          maximumFractionDigits: digits,
        }),
      ),
    short: (value) => withMinus(compact.format(value)),
    percent: (bp, digits = 1) =>
      withMinus(
        (bp / 10_000).toLocaleString(locale, { style: "percent", maximumFractionDigits: digits }),
      ),
    ticks: (ticks) => withMinus(moneyForm(locale, "USD", false, false).format(ticks / 10_000)),
    date: (iso) => day.format(new Date(iso)),
    time: (iso) => clock.format(new Date(iso)),
    dateTime: (iso) => both.format(new Date(iso)),
  };
}

/** The formats of both languages, for code that is not on a screen. */
export const formats: Readonly<Record<Language, Format>> = {
  zh: formatFor("zh"),
  en: formatFor("en"),
};

/** Numbers, money and dates in the reader's form. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  return formats[i18n.language === "zh" ? "zh" : "en"];
}
