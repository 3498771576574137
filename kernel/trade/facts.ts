/**
 * A consignment, and what may be asked about it.
 *
 * All its amounts are in one currency: the importing country's for a declaration, the order's for a
 * quote. A fact that is not known fulfils no condition.
 */
import type { Day } from "../calendar/day.ts";
import type { RateTable } from "../money/convert.ts";
import type { CurrencyCode } from "../money/currency.ts";
import { compareRational, rational, type Rational } from "../number/rational.ts";
import { convertExactly } from "./customs-rate.ts";
import { parseHsCode, type HsCode } from "./hs-code.ts";
import type { DutyTerms, ServiceChannel } from "./rate-card.ts";
import { ok, refuse, type Outcome } from "./refusal.ts";
import type { Amount, Condition, Rate } from "./rule-set.ts";

export const amountMinorMax = 10_000_000_000_000;
export const linesPerOrderMax = 100;

/** `domestic`: sold from a stock that has been imported before. The figures are Chinese modes. */
export type Channel = ServiceChannel | "9610" | "1210" | "1239";

/** A duty rate that the enterprise entered for its product; it goes before the teaching table. */
export type ProductDutyRate = {
  readonly table: string;
  readonly bp: number;
  readonly source: string;
  readonly checkedOn: string;
};

export type ConsignmentLine = {
  /** As declared: 6 to 10 digits. */
  readonly hs: HsCode;
  /** ISO 3166-1 alpha-2 in capitals. */
  readonly origin: string;
  /** Price of all units of the line after open discounts, without tax, freight and insurance. */
  readonly goodsMinor: number;
  readonly quantity: number;
  /** All units of the line. */
  readonly weightG: number;
  readonly idGroup?: string;
  readonly dutyRates?: readonly ProductDutyRate[];
};

export type Consignment = {
  /** Country code in capitals. */
  readonly destination: string;
  readonly region?: string;
  readonly day: Day;
  readonly buyer: "consumer" | "business";
  readonly channel: Channel;
  readonly currency: CurrencyCode;
  readonly lines: readonly ConsignmentLine[];
  readonly freightMinor: number;
  readonly insuranceMinor: number;
  readonly dutyTerms: DutyTerms;
  /** Taxed at the sale by an import scheme whose number travels with the parcel. */
  readonly ioss?: boolean;
  /** Whether the duty is part of what the buyer pays; true when not said. */
  readonly dutyRecharged?: boolean;
  readonly prc?: boolean;
  /** The buyer's total of the year, this order included. */
  readonly annualTotalMinor?: number;
  /** Rates of the consignment itself, before the country's dated rows. */
  readonly rates?: Readonly<Partial<Record<"vat" | "ct" | "icms", Rate>>>;
};

/** What a condition found, for the trace: the actual value, and whether the condition holds. */
export type Finding = {
  readonly condition: Condition;
  /** Null when the fact is unknown. */
  readonly actual: string | number | boolean | null;
  readonly holds: boolean;
};

/** Refuses what no rule could be asked about. */
export function checkConsignment(consignment: Consignment): Outcome<true> {
  const { lines, freightMinor, insuranceMinor } = consignment;
  const amounts = [freightMinor, insuranceMinor, ...lines.map((line) => line.goodsMinor)];
  if (consignment.annualTotalMinor !== undefined) amounts.push(consignment.annualTotalMinor);
  for (const minor of amounts) {
    if (!(minor >= 0)) return refuse("trade/amount-negative", { minor });
    if (!Number.isSafeInteger(minor) || minor > amountMinorMax) {
      return refuse("trade/amount-too-large", { minor, minorMax: amountMinorMax });
    }
  }
  if (lines.length === 0 || lines.length > linesPerOrderMax) {
    return refuse("trade/quantity-not-positive", {
      lines: lines.length,
      linesMax: linesPerOrderMax,
    });
  }
  for (const line of lines) {
    const hs = parseHsCode(line.hs);
    if (!hs.ok) return hs;
    if (!isPositive(line.quantity) || !isPositive(line.weightG)) {
      const { quantity, weightG } = line;
      return refuse("trade/quantity-not-positive", { hs: line.hs, quantity, weightG });
    }
  }
  return ok(true);
}

function isPositive(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0 && value <= amountMinorMax;
}

export function goodsOf(lines: readonly ConsignmentLine[]): bigint {
  return lines.reduce((sum, line) => sum + BigInt(line.goodsMinor), 0n);
}

/** Goods, freight and insurance. */
export function cifOf(consignment: Consignment): bigint {
  const { lines, freightMinor, insuranceMinor } = consignment;
  return goodsOf(lines) + BigInt(freightMinor) + BigInt(insuranceMinor);
}

/** The dearest unit. A line that does not divide evenly has one unit at the rounded-up price. */
export function maxItemValue(lines: readonly ConsignmentLine[]): bigint {
  let most = 0n;
  for (const line of lines) {
    const quantity = BigInt(line.quantity);
    const unit = (BigInt(line.goodsMinor) + quantity - 1n) / quantity;
    if (unit > most) most = unit;
  }
  return most;
}

/** Units of all lines. */
export function itemCount(lines: readonly ConsignmentLine[]): number {
  return lines.reduce((sum, line) => sum + line.quantity, 0);
}

/** Whether a condition on a line holds for one line. Other facts: see `findingOf`. */
export function holdsForLine(condition: Condition, line: ConsignmentLine): boolean {
  const values = textsOf(condition.value);
  const isMet =
    condition.fact === "hsPrefix"
      ? values.some((prefix) => line.hs.startsWith(prefix))
      : values.includes((condition.fact === "origin" ? line.origin : line.idGroup) ?? "");
  if (condition.fact === "idGroup" && line.idGroup === undefined) return false;
  return condition.is === "ne" || condition.is === "not-in" ? !isMet : isMet;
}

/** The texts a condition names; none where it names something else. */
function textsOf(wanted: Condition["value"]): readonly string[] {
  if (typeof wanted === "string") return [wanted];
  return Array.isArray(wanted) ? (wanted as readonly string[]) : [];
}

/**
 * Tests one condition. The caller has made sure that the rates of its currencies are there.
 * A condition on lines holds when it holds for every line.
 */
export function findingOf(
  condition: Condition,
  consignment: Consignment,
  rates: RateTable,
): Finding {
  const { lines } = consignment;
  switch (condition.fact) {
    case "origin":
    case "hsPrefix":
    case "idGroup": {
      const holds = lines.every((line) => holdsForLine(condition, line));
      return { condition, actual: shownLines(condition, lines), holds };
    }
    case "itemCount": {
      const count = itemCount(lines);
      const wanted = rational(BigInt(condition.value as number));
      return { condition, actual: count, holds: holdsBetween(condition, BigInt(count), wanted) };
    }
    case "intrinsic":
    case "value":
    case "fob":
      return amountFinding(condition, goodsOf(lines), consignment, rates);
    case "cif":
    case "orderValue":
      return amountFinding(condition, cifOf(consignment), consignment, rates);
    case "maxItemValue":
      return amountFinding(condition, maxItemValue(lines), consignment, rates);
    case "annualTotal": {
      const total = consignment.annualTotalMinor;
      if (total === undefined) return { condition, actual: null, holds: false };
      return amountFinding(condition, BigInt(total), consignment, rates);
    }
    default:
      return plainFinding(condition, consignment);
  }
}

function amountFinding(
  condition: Condition,
  actual: bigint,
  consignment: Consignment,
  rates: RateTable,
): Finding {
  const threshold = convertExactly(condition.value as Amount, consignment.currency, rates);
  const holds = threshold !== null && holdsBetween(condition, actual, threshold);
  return { condition, actual: Number(actual), holds };
}

/** Exact: the threshold keeps its fraction of a minor unit. */
function holdsBetween(condition: Condition, actual: bigint, threshold: Rational): boolean {
  const order = compareRational(rational(actual), threshold);
  switch (condition.is) {
    case "eq":
      return order === 0;
    case "ne":
      return order !== 0;
    case "lt":
      return order < 0;
    case "lte":
      return order <= 0;
    case "gt":
      return order > 0;
    case "gte":
      return order >= 0;
    default:
      return false;
  }
}

function plainFinding(condition: Condition, consignment: Consignment): Finding {
  const actual = plainFact(condition, consignment);
  if (actual === undefined) return { condition, actual: null, holds: false };
  const wanted = condition.value;
  const isMet = Array.isArray(wanted)
    ? (wanted as readonly string[]).includes(String(actual))
    : wanted === actual;
  const holds = condition.is === "ne" || condition.is === "not-in" ? !isMet : isMet;
  return { condition, actual, holds };
}

function plainFact(condition: Condition, consignment: Consignment): string | boolean | undefined {
  switch (condition.fact) {
    case "buyer":
      return consignment.buyer;
    case "channel":
      return consignment.channel;
    case "region":
      return consignment.region;
    case "ioss":
      return consignment.ioss;
    case "prc":
      return consignment.prc;
    case "dutyRecharged":
      return consignment.dutyRecharged ?? true;
    default:
      return undefined;
  }
}

function shownLines(condition: Condition, lines: readonly ConsignmentLine[]): string {
  const values = lines.map((line) =>
    condition.fact === "hsPrefix"
      ? line.hs
      : condition.fact === "origin"
        ? line.origin
        : line.idGroup,
  );
  return [...new Set(values)].join(" ");
}
