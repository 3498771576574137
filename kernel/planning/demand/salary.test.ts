import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import fc from "fast-check";
import { monthlyPayMax, monthlyPayMin, readPay } from "./salary.ts";

const shared = join(import.meta.dirname, "../../../../shared/data/jobs");
const reason = "the real postings are not beside this clone";
const isThere = existsSync(shared);

const monthly = (said: string) => {
  const reading = readPay(said);
  return reading.kind === "pay"
    ? [reading.pay.minMinor / 100, reading.pay.maxMinor / 100]
    : reading.kind;
};

test("pay is read as people write it, and told by the month", () => {
  const said: readonly [string, readonly number[] | string][] = [
    ["1.5万-2.5万", [15_000, 25_000]],
    ["6千-1万·13薪", [6_000, 10_000]],
    ["1-2万/月", [10_000, 20_000]],
    ["10-15万/年", [8_333.33, 12_500]],
    ["150-200元/天", [3_262.5, 4_350]],
    ["600-1200元/周", [2_600, 5_200]],
    ["3千-5千元/月", [3_000, 5_000]],
    ["８千－１．２万", [8_000, 12_000]],
    ["8k-12k", [8_000, 12_000]],
    ["8,000~12,000元/月", [8_000, 12_000]],
    ["20-30元/小时", [3_480, 5_220]],
    ["8000以上", [8_000, 8_000]],
    ["面议", "none"],
    ["", "none"],
    ["Negotiable", "none"],
    ["1元/次", "none"],
    ["0千-0千元/月", "none"],
    ["-5000", "unread"],
    ["9999万-99999万/月", "unread"],
    ["2万-1万", "unread"],
    ["高薪", "unread"],
  ];
  for (const [text, expected] of said) assert.deepEqual(monthly(text), expected, text);
});

test("months paid in a year are kept", () => {
  const reading = readPay("1万-2万·13薪");
  assert.equal(reading.kind === "pay" && reading.pay.payMonths, 13);
  assert.equal(readPay("1万-2万·99薪").kind, "unread");
});

test("every salary of both real files is pay or none", { skip: isThere ? false : reason }, () => {
  const postings = readFileSync(join(shared, "zhaopin-wuhan-media.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => (JSON.parse(line) as { salary: string }).salary);
  const listed = readFileSync(join(shared, "51job-python-salary-locate.csv"), "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split(",")[0]!);
  assert.equal(postings.length, 814);
  assert.equal(listed.length, 650);
  const kinds = (said: readonly string[]) => {
    const count = { pay: 0, none: 0, unread: 0 };
    for (const text of said) count[readPay(text).kind] += 1;
    return count;
  };
  assert.deepEqual(kinds(postings), { pay: 802, none: 12, unread: 0 });
  assert.deepEqual(kinds(listed), { pay: 641, none: 9, unread: 0 });
});

test("whatever is said, pay is whole, in order and within what anybody is paid", () => {
  const piece = fc.constantFrom(
    "1",
    "5",
    "9",
    "0",
    ".",
    "-",
    "万",
    "千",
    "元",
    "/",
    "月",
    "天",
    "年",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      const reading = readPay(pieces.join(""));
      if (reading.kind !== "pay") return true;
      const { minMinor, maxMinor } = reading.pay;
      return (
        Number.isInteger(minMinor) &&
        Number.isInteger(maxMinor) &&
        monthlyPayMin <= minMinor &&
        minMinor <= maxMinor &&
        maxMinor <= monthlyPayMax
      );
    }),
  );
});
