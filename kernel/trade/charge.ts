/**
 * The charges of a rule, exactly.
 *
 * Each charge is worked out as a fraction and rounded half up to the country's step; a later charge
 * builds on the rounded amount, or on the exact one where its base says `_full`.
 */
import { allocateBig } from "../money/allocate.ts";
import type { RateTable } from "../money/convert.ts";
import {
  addRational,
  compareRational,
  divideHalfUpBig,
  multiplyRational,
  rational,
  subtractRational,
  type Rational,
} from "../number/rational.ts";
import { convertExactly } from "./customs-rate.ts";
import type { Text } from "./dated.ts";
import {
  findingOf,
  goodsOf,
  holdsForLine,
  itemCount,
  type Consignment,
  type ConsignmentLine,
} from "./facts.ts";
import { hsSubheading, longestPrefix } from "./hs-code.ts";
import { compareText, isParameter, knownRate, type Law } from "./law.ts";
import {
  lineFacts,
  type Amount,
  type Base,
  type Charge,
  type DutyTable,
  type Rate,
  type RateParameter,
  type Rule,
} from "./rule-set.ts";

export type RateSource = "official" | "enterprise" | "teaching";

/** One component of a charge's base, in minor units; only a `_full` component has a fraction. */
export type BasePart = { readonly of: Base; readonly amount: Rational };

/** A duty group: the lines of one code and origin. */
export type DutyGroup = {
  readonly hs: string;
  readonly origin: string;
  readonly parts: readonly BasePart[];
  readonly bp: number;
  /** The prefix that gave the rate; null for the table's default or the product's own record. */
  readonly prefix: string | null;
  readonly source: RateSource;
  readonly minor: bigint;
};

/** A charge with everything it was worked out from. */
export type PricedCharge = {
  readonly rule: string;
  readonly code: string;
  readonly name: Text;
  readonly type: Charge["type"];
  readonly isVat: boolean;
  readonly parts: readonly BasePart[];
  readonly rate: Rate | null;
  readonly factorBp: number;
  /** Deducted after the rate, or levied per piece, parcel or kilogram. */
  readonly amount: Rational | null;
  readonly count: Rational | null;
  readonly groups: readonly DutyGroup[];
  /** Of `max-of`: what was compared. */
  readonly options: readonly PricedCharge[];
  /** Before `factorBp`, exact. */
  readonly full: Rational;
  readonly exact: Rational;
  readonly minor: bigint;
};

/** What the charges of one assessment share. */
export type ChargeContext = {
  readonly law: Law;
  readonly consignment: Consignment;
  readonly rates: RateTable;
  readonly priced: PricedCharge[];
};

const zero = rational(0n);
const wholeBp = 10_000n;

/** Works out the charges of a rule in their order and appends them to the context. */
export function priceCharges(context: ChargeContext, rule: Rule): void {
  for (const charge of rule.charges) {
    const priced = priceCharge(context, charge, rule.id);
    if (priced !== null) context.priced.push(priced);
  }
}

/** Half up to a multiple of the country's step. */
export function roundToStep(exact: Rational, stepMinor: number): bigint {
  const step = BigInt(stepMinor);
  return divideHalfUpBig(exact.numerator, exact.denominator * step) * step;
}

/** Null where a condition of the charge leaves it nothing to apply to. */
function priceCharge(context: ChargeContext, charge: Charge, rule: string): PricedCharge | null {
  const { consignment, rates, law } = context;
  let { lines } = consignment;
  for (const condition of charge.when ?? []) {
    if (lineFacts.includes(condition.fact)) {
      lines = lines.filter((line) => holdsForLine(condition, line));
    } else if (!findingOf(condition, consignment, rates).holds) return null;
  }
  if (lines.length === 0) return null;
  const blank: PricedCharge = {
    rule,
    code: charge.code,
    name: charge.name,
    type: charge.type,
    isVat: "rate" in charge && isParameter(charge.rate) && charge.rate.param === "vat",
    parts: [],
    rate: null,
    factorBp: 10_000,
    amount: null,
    count: null,
    groups: [],
    options: [],
    full: zero,
    exact: zero,
    minor: 0n,
  };
  const priced = priceForm(context, charge, lines, blank);
  return { ...priced, minor: roundedOf(priced, law.country.roundingStepMinor) };
}

function priceForm(
  context: ChargeContext,
  charge: Charge,
  lines: readonly ConsignmentLine[],
  blank: PricedCharge,
): PricedCharge {
  switch (charge.type) {
    case "table":
      return withExact({ ...blank, groups: dutyGroups(context, charge, lines) });
    case "max-of": {
      const options = charge.options
        .map((option) => priceCharge(context, option, blank.rule))
        .filter((option) => option !== null);
      return withExact({ ...blank, options });
    }
    case "per-item":
    case "per-parcel":
    case "per-kg": {
      const count = countOf(charge, lines);
      return withExact({ ...blank, amount: converted(context, charge.amount), count });
    }
    default: {
      const parts = charge.base.map((of) => ({ of, amount: baseAmount(context, of, lines) }));
      const rate = rateOf(context, charge.rate);
      const factorBp = "factorBp" in charge ? (charge.factorBp ?? 10_000) : 10_000;
      const amount = "less" in charge ? converted(context, charge.less) : null;
      return withExact({ ...blank, parts, rate, factorBp, amount });
    }
  }
}

/** The formula of each form, from nothing but the row's own figures; the trace uses it too. */
export function withExact(row: PricedCharge): PricedCharge {
  const full = fullOf(row);
  return { ...row, full, exact: multiplyRational(full, rational(BigInt(row.factorBp), wholeBp)) };
}

function fullOf(row: PricedCharge): Rational {
  if (row.type === "table") {
    return row.groups.reduce((sum, group) => addRational(sum, groupExact(group)), zero);
  }
  if (row.type === "max-of") {
    return row.options.reduce(
      (most, one) => (compareRational(one.exact, most) > 0 ? one.exact : most),
      zero,
    );
  }
  if (row.rate === null) return multiplyRational(row.amount ?? zero, row.count ?? zero);
  const base = row.parts.reduce((sum, part) => addRational(sum, part.amount), zero);
  const rate = fraction(row.rate);
  if (row.type === "inclusive") {
    const inside = rational(rate.numerator, rate.denominator - rate.numerator);
    return multiplyRational(base, inside);
  }
  const due = multiplyRational(base, rate);
  if (row.amount === null) return due;
  const left = subtractRational(due, row.amount);
  return left.numerator < 0n ? zero : left;
}

/** What the row rounds to: duty in each of its groups, everything else once. */
export function roundedOf(row: PricedCharge, stepMinor: number): bigint {
  if (row.type === "table") {
    return row.groups.reduce((sum, group) => sum + groupMinor(group, stepMinor), 0n);
  }
  return roundToStep(row.exact, stepMinor);
}

/** Duty of one group from its own parts and rate. */
export function groupMinor(group: DutyGroup, stepMinor: number): bigint {
  return roundToStep(groupExact(group), stepMinor);
}

function groupExact(group: DutyGroup): Rational {
  const base = group.parts.reduce((sum, part) => addRational(sum, part.amount), zero);
  return multiplyRational(base, rational(BigInt(group.bp), wholeBp));
}

/** A rate as a fraction of one. */
export function fraction(rate: Rate): Rational {
  return "bp" in rate ? rational(BigInt(rate.bp), wholeBp) : rational(BigInt(rate.ppm), 1_000_000n);
}

function rateOf(context: ChargeContext, rate: Rate | RateParameter): Rate {
  return isParameter(rate) ? knownRate(rate, context.law, context.consignment)!.rate : rate;
}

function converted(context: ChargeContext, amount: Amount): Rational {
  return convertExactly(amount, context.consignment.currency, context.rates)!;
}

function countOf(
  charge: Extract<Charge, { type: "per-item" | "per-parcel" | "per-kg" }>,
  lines: readonly ConsignmentLine[],
): Rational {
  if (charge.type === "per-parcel") return rational(1n);
  if (charge.type === "per-kg") {
    const weightG = lines.reduce((sum, line) => sum + line.weightG, 0);
    return rational(BigInt(weightG), 1000n);
  }
  if (charge.count === "units") return rational(BigInt(itemCount(lines)));
  const codes = lines.map((line) =>
    charge.count === "distinct-hs6" ? hsSubheading(line.hs) : line.hs,
  );
  return rational(BigInt(new Set(codes).size));
}

function baseAmount(context: ChargeContext, of: Base, lines: readonly ConsignmentLine[]): Rational {
  const { consignment, priced } = context;
  if (of === "goods") return rational(goodsOf(lines));
  if (of === "freight" || of === "insurance") {
    const whole = of === "freight" ? consignment.freightMinor : consignment.insuranceMinor;
    if (lines.length === consignment.lines.length) return rational(BigInt(whole));
    const chosen = new Set(lines.map(groupKey));
    const shares = shareByGroup(consignment.lines, whole);
    let sum = 0n;
    for (const [key, share] of shares) if (chosen.has(key)) sum += share;
    return rational(sum);
  }
  const isFull = of.endsWith("_full");
  const code = isFull ? of.slice(0, -"_full".length) : of;
  const earlier = priced.find((one) => one.code === code);
  if (earlier === undefined) return zero;
  return isFull ? earlier.full : rational(earlier.minor);
}

/** Lines of equal key are one duty group: code as declared, origin, and rate of their own. */
function groupKey(line: ConsignmentLine): string {
  const own = (line.dutyRates ?? []).map((rate) => `${rate.table}=${rate.bp}`).join(" ");
  return `${line.hs} ${line.origin} ${line.idGroup ?? ""} ${own}`;
}

/** Largest remainder in proportion to goods; equal remainders go to the lower code. */
function shareByGroup(
  lines: readonly ConsignmentLine[],
  minor: number,
): ReadonlyMap<string, bigint> {
  const goods = new Map<string, bigint>();
  for (const line of lines) {
    const key = groupKey(line);
    goods.set(key, (goods.get(key) ?? 0n) + BigInt(line.goodsMinor));
  }
  const keys = [...goods.keys()].sort(compareText);
  const isFree = keys.every((key) => goods.get(key) === 0n);
  const weights = keys.map((key) => (isFree ? 1n : goods.get(key)!));
  const shares = allocateBig(BigInt(minor), weights);
  return new Map(keys.map((key, index) => [key, shares[index]!]));
}

function dutyGroups(
  context: ChargeContext,
  charge: Extract<Charge, { type: "table" }>,
  lines: readonly ConsignmentLine[],
): readonly DutyGroup[] {
  const { consignment, law } = context;
  const table = law.tables.get(charge.table)!;
  const freight = shareByGroup(consignment.lines, consignment.freightMinor);
  const insurance = shareByGroup(consignment.lines, consignment.insuranceMinor);
  const groups = new Map<string, ConsignmentLine[]>();
  for (const line of lines) {
    const key = groupKey(line);
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.keys()].sort(compareText).map((key) => {
    const members = groups.get(key)!;
    const amounts: Readonly<Record<Base, bigint>> = {
      goods: goodsOf(members),
      freight: freight.get(key)!,
      insurance: insurance.get(key)!,
    };
    const parts = charge.base.map((of) => ({ of, amount: rational(amounts[of] ?? 0n) }));
    const { hs, origin } = members[0]!;
    const group = { hs, origin, parts, ...groupRate(table, members[0]!), minor: 0n };
    return { ...group, minor: groupMinor(group, law.country.roundingStepMinor) };
  });
}

/** The enterprise's record, else the longest prefix, else the table's default. */
export function groupRate(
  table: DutyTable,
  line: Pick<ConsignmentLine, "hs" | "dutyRates">,
): Pick<DutyGroup, "bp" | "prefix" | "source"> {
  const own = line.dutyRates?.find((rate) => rate.table === table.table);
  if (own !== undefined) return { bp: own.bp, prefix: null, source: "enterprise" };
  const prefix = longestPrefix(table.prefixes, line.hs);
  const bp = prefix === null ? table.default : table.prefixes[prefix]!;
  return { bp, prefix, source: table.kind };
}
