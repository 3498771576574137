/**
 * The cells of one product row, each read by what it should be. What cannot be read is reported by
 * row and column and left out; nothing is guessed silently.
 */
import type { ImportProblem, ImportProblemCode } from "@echelon/contract/exchange/imports.ts";
import { importFaults } from "@echelon/contract/exchange/imports.ts";
import type { Battery } from "@echelon/contract/exchange/shapes.ts";
import { isCurrencyCode } from "@echelon/kernel/money/currency.ts";
import { parseHsCode } from "@echelon/kernel/trade/hs-code.ts";
import { gtinProblem } from "@echelon/contract/exchange/gtin.ts";
import { kindAt, type Row } from "./table.ts";

export interface ProductCells<Key extends string> {
  readonly row: number;
  /** Empty when the column is not there. */
  text(key: Key, charsMax: number): string;
  decimal(key: Key): string | null;
  integer(key: Key, min: number, max: number): number | null;
  flag(key: Key): boolean | null;
  /** The value that the cell's word stands for; an unknown word is a problem. */
  word<Value>(key: Key, words: ReadonlyMap<string, Value>, code?: ImportProblemCode): Value | null;
  gtin(key: Key): string | null;
  hs(key: Key): string | null;
  country(key: Key): string | null;
  currency(key: Key): string | null;
  picture(key: Key): string | null;
  has(key: Key): boolean;
  problem(code: ImportProblemCode, key: Key, facts?: ImportProblem["facts"]): void;
}

const faults: ReadonlySet<string> = new Set(importFaults);

export function productCells<Key extends string>(
  row: Row,
  columns: ReadonlyMap<Key, number>,
  headings: readonly string[],
  report: (problem: ImportProblem) => void,
): ProductCells<Key> {
  const at = (key: Key): number => columns.get(key) ?? -1;
  const raw = (key: Key): string => row.cells[at(key)] ?? "";
  const problem: ProductCells<Key>["problem"] = (code, key, facts = {}) =>
    report({
      code,
      level: faults.has(code) ? "red" : "amber",
      row: row.number,
      column: (headings[at(key)] ?? "").slice(0, 100),
      value: raw(key).slice(0, 100),
      facts,
    });
  /** A cell whose formula has no value, or an error in it, says nothing and must be mended. */
  const cell = (key: Key): string => {
    const kind = at(key) < 0 ? "t" : kindAt(row, at(key));
    if (kind !== "x" && kind !== "e") return raw(key);
    problem("exchange/csv-cell-formula", key);
    return "";
  };
  /** What a cell says; null when it is empty, and also when it says nothing that is understood. */
  function read<Value>(
    key: Key,
    parse: (text: string) => Value | null,
    code: ImportProblemCode,
  ): Value | null {
    const text = cell(key).normalize("NFKC").trim();
    const value = text === "" ? null : parse(text);
    if (value === null && text !== "") problem(code, key);
    return value;
  }
  const word: ProductCells<Key>["word"] = (key, words, code = "exchange/csv-word-unknown") =>
    read(key, (text) => words.get(plainWord(text)) ?? null, code);
  return {
    row: row.number,
    text(key, charsMax) {
      const text = cell(key);
      if (text.length <= charsMax) return text;
      problem("exchange/csv-text-too-long", key, { charsMax });
      return text.slice(0, charsMax);
    },
    decimal: (key) => read(key, parseDecimal, "exchange/csv-price-not-a-number"),
    integer: (key, min, max) =>
      readInteger(cell(key), min, max, (code) => problem(code, key, { min, max })),
    flag: (key) => word(key, flagWords),
    word,
    gtin: (key) => readGtin(cell(key), (code) => problem(code, key)),
    hs: (key) => read(key, hsCode, "exchange/csv-hs-malformed"),
    country: (key) => read(key, countryCode, "exchange/csv-country-unknown"),
    currency: (key) => read(key, currencyCode, "exchange/csv-currency-unknown"),
    picture: (key) => read(key, pictureAddress, "exchange/csv-picture-address"),
    has: (key) => raw(key) !== "",
    problem,
  };
}

function hsCode(text: string): string | null {
  const parsed = parseHsCode(text);
  return parsed.ok ? parsed.value : null;
}

function currencyCode(text: string): string | null {
  const plain = text.toUpperCase();
  const code = currencyWords.get(plain) ?? plain;
  return isCurrencyCode(code) ? code : null;
}

/** A word as it is compared. */
function plainWord(text: string): string {
  return text.normalize("NFKC").trim().toLowerCase();
}

const flagWords: ReadonlyMap<string, boolean> = new Map([
  ...["true", "yes", "y", "1", "是", "有"].map((word) => [word, true] as const),
  ...["false", "no", "n", "0", "否", "无"].map((word) => [word, false] as const),
]);

export const batteryWords: ReadonlyMap<string, Battery> = new Map([
  ...["none", "no", "false", "无", "无电池", "不含电池", "否", "干电池", "dry cell"].map(
    (word) => [word, "none"] as const,
  ),
  ...["pi965", "un3480", "锂电池", "单独锂电池", "lithium"].map((word) => [word, "PI965"] as const),
  ...["pi966", "与设备同装", "packed with equipment"].map((word) => [word, "PI966"] as const),
  ...["pi967", "un3481", "内置锂电池", "装在设备内", "in equipment", "built-in"].map(
    (word) => [word, "PI967"] as const,
  ),
]);

const currencyWords: ReadonlyMap<string, string> = new Map([
  ["RMB", "CNY"],
  ["人民币", "CNY"],
  ["元", "CNY"],
  ["美元", "USD"],
  ["欧元", "EUR"],
  ["英镑", "GBP"],
  ["日元", "JPY"],
]);

const decimalCharsMax = 20;

/**
 * A price as a decimal with a point; null when it is none.
 *
 * A currency sign before or behind is taken off. A comma is a thousands mark where three digits
 * follow each, else a decimal comma.
 */
function parseDecimal(text: string): string | null {
  const bare = text.normalize("NFKC").replace(/^[¥￥$€£\s]+|[\s元]+$/g, "");
  if (bare.length > decimalCharsMax) return null;
  const plain = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare)
    ? bare.replaceAll(",", "")
    : bare.replace(/^(\d+),(\d{1,2})$/, "$1.$2");
  return /^(0|[1-9]\d{0,11})(\.\d{1,6})?$/.test(plain) ? plain : null;
}

/** Whole, with or without thousands marks; a fraction is rounded: some weigh in tenths of grams. */
function readInteger(
  text: string,
  min: number,
  max: number,
  problem: (code: ImportProblemCode) => void,
): number | null {
  if (text === "") return null;
  const bare = text
    .normalize("NFKC")
    .replace(/^(\d{1,3})((?:,\d{3})+)$/, (all) => all.replaceAll(",", ""));
  const value = /^-?\d{1,15}(\.\d+)?$/.test(bare) ? Math.round(Number(bare)) : Number.NaN;
  if (Number.isNaN(value)) problem("exchange/csv-number-malformed");
  else if (value < min || value > max) problem("exchange/csv-out-of-range");
  else return value;
  return null;
}

function readGtin(text: string, problem: (code: ImportProblemCode) => void): string | null {
  const digits = text.normalize("NFKC").replace(/[\s-]/g, "");
  if (digits === "") return null;
  const fault = gtinProblem(digits);
  if (fault === "lost-zeros") {
    problem("exchange/csv-gtin-padded");
    return digits.padStart(digits.length <= 12 ? 12 : 13, "0");
  }
  if (fault !== null) problem("exchange/csv-bad-gtin");
  return fault === null ? digits : null;
}

const chinese = new Intl.DisplayNames(["zh"], { type: "region", fallback: "none" });
const english = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });

/** A country by its code or its name in either language, as ISO 3166-1 alpha-2 in lower case. */
function countryCode(text: string): string | null {
  if (/^[A-Za-z]{2}$/.test(text)) {
    return english.of(text.toUpperCase()) === undefined ? null : text.toLowerCase();
  }
  const wanted = text.toLowerCase();
  return countryNames().get(wanted) ?? null;
}

let names: ReadonlyMap<string, string> | undefined;

/** Made at the first use: 26 × 26 possible codes, of which some 250 have names. */
function countryNames(): ReadonlyMap<string, string> {
  if (names !== undefined) return names;
  const found = new Map<string, string>();
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    for (const name of [chinese.of(code), english.of(code)]) {
      if (name !== undefined) found.set(name.toLowerCase(), code.toLowerCase());
    }
  }
  names = found;
  return found;
}

/** An address that a shop could fetch, or a path as some exports have it; never a script. */
function pictureAddress(text: string): string | null {
  if (text.length > 2_000) return null;
  return /^https?:\/\/\S+$/i.test(text) || /^[\w./%-]+\.\w{2,5}$/.test(text) ? text : null;
}
