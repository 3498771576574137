/**
 * Compiles the law of a day for one kind of order, so that a landed price costs a few comparisons
 * and multiplications. Everything that does not depend on price, freight, number and weight is
 * settled here. Compiled equals interpreted, to the unit, for every input.
 */
import type { RateTable } from "../money/convert.ts";
import { multiplyRational, rational, type Rational } from "../number/rational.ts";
import { collectorOf, payerOf } from "./assess-consignment.ts";
import { fraction, groupRate } from "./charge.ts";
import { convertExactly } from "./customs-rate.ts";
import { checkConsignment, findingOf, type Consignment, type ConsignmentLine } from "./facts.ts";
import type { Bounds, ChargeOp, LandedProgram, Rung } from "./landed-program.ts";
import { checkRates, isParameter, knownRate, type Law, type PlacedRule } from "./law.ts";
import type { Outcome, TradeRefusal } from "./refusal.ts";
import type { Amount, Charge, Condition, Rate, RateParameter } from "./rule-set.ts";
import { byChain, byPrecedence, isMainKind } from "./select-rule.ts";

/** An order of one product without its price, freight, number and weight. */
export type LandedQuery = Omit<
  Consignment,
  "day" | "lines" | "freightMinor" | "insuranceMinor" | "annualTotalMinor"
> &
  Pick<ConsignmentLine, "hs" | "origin" | "idGroup" | "dutyRates">;

/** Conditions on these are settled at run time. */
const boundOf = {
  intrinsic: "goods",
  value: "goods",
  fob: "goods",
  cif: "cif",
  orderValue: "cif",
  maxItemValue: "item",
  itemCount: "count",
} as const;
type Figure = (typeof boundOf)[keyof typeof boundOf];

/** 2^52: sums below it are exact in doubles, with room to spare. */
const exactMax = 4_503_599_627_370_496;
const unbounded = 9_007_199_254_740_991;

type Setting = {
  readonly law: Law;
  readonly rates: RateTable;
  /** The query as a consignment of one piece, for conditions that are settled now. */
  readonly sample: Consignment;
  /** Set when a rule asks what bounds cannot say. */
  needsInterpreter: boolean;
};

/** @param law  of the day and destination; a refusal of it refuses every order */
export function compileLanded(
  law: Outcome<Law>,
  query: LandedQuery,
  rates: RateTable,
): LandedProgram {
  const { hs: _, origin: __, idGroup: ___, dutyRates: ____, ...rest } = query;
  const line = lineOf(query);
  const day = law.ok ? law.value.day : 0;
  const blank: LandedProgram = {
    refusal: null,
    stepMinor: 1,
    prohibitions: [],
    ladder: [],
    fees: [],
    isInterpreted: false,
    scratch: new Float64Array(0),
    law: null,
    rates,
    template: { ...rest, day },
    line,
  };
  if (!law.ok) return { ...blank, refusal: law.refusal };
  const pieces = [{ ...line, goodsMinor: 0, quantity: 1, weightG: 1 }];
  const sample = { ...rest, day, lines: pieces, freightMinor: 0, insuranceMinor: 0 };
  const setting: Setting = { law: law.value, rates, sample, needsInterpreter: false };
  const program = { ...blank, law: law.value, stepMinor: law.value.country.roundingStepMinor };
  const refusal = refusalOf(setting);
  return refusal === null ? withRules(program, setting) : { ...program, refusal };
}

/** A program of the same class of lines, told which line it is run for. */
export function withLine(program: LandedProgram, query: LandedQuery): LandedProgram {
  return { ...program, line: lineOf(query) };
}

function lineOf({ hs, origin, idGroup, dutyRates }: LandedQuery): LandedProgram["line"] {
  return {
    hs,
    origin,
    ...(idGroup === undefined ? {} : { idGroup }),
    ...(dutyRates === undefined ? {} : { dutyRates }),
  };
}

function refusalOf({ law, rates, sample }: Setting): TradeRefusal | null {
  const checked = checkConsignment(sample);
  if (!checked.ok) return checked.refusal;
  const known = checkRates(law, sample, rates);
  return known.ok ? null : known.refusal;
}

function withRules(program: LandedProgram, setting: Setting): LandedProgram {
  const { rules } = setting.law;
  const isDomestic = setting.sample.channel === "domestic";
  const main = isDomestic ? "domestic" : "import";
  const compiled = (placed: readonly PlacedRule[]) =>
    placed.map((one) => rungOf(setting, one)).filter((rung) => rung !== null);
  const prohibitions = compiled(rules.filter(({ rule }) => rule.kind === "prohibition"));
  const candidates = rules.filter(({ rule }) => isMainKind(rule.kind) && rule.kind === main);
  const ladder = compiled(candidates.toSorted(byPrecedence));
  const fees = isDomestic
    ? []
    : compiled(rules.filter(({ rule }) => rule.kind === "fee").toSorted(byChain));
  const chargesMost = [...ladder, ...fees].reduce(
    (most, rung) => Math.max(most, rung.charges.length),
    0,
  );
  return {
    ...program,
    prohibitions,
    ladder,
    fees,
    isInterpreted: setting.needsInterpreter,
    scratch: new Float64Array(chargesMost),
  };
}

/** Null where a condition that is settled now does not hold. */
function rungOf(setting: Setting, { rule, place }: PlacedRule): Rung | null {
  const bounds = boundsOf(setting, rule.when);
  if (bounds === null) return null;
  const codes = new Map<string, number>();
  const charges: ChargeOp[] = [];
  for (const charge of rule.charges) {
    const payer = payerOf({ isVat: isVat(charge) }, rule, setting.sample);
    const op = opOf(setting, charge, codes, payer);
    if (op === null) continue;
    codes.set(charge.code, charges.length);
    charges.push(op);
  }
  return { rule, place, bounds, charges, collector: collectorOf(rule, charges) };
}

function boundsOf(setting: Setting, conditions: readonly Condition[]): Bounds | null {
  const bounds = {
    goodsLow: 0,
    goodsHigh: unbounded,
    cifLow: 0,
    cifHigh: unbounded,
    itemLow: 0,
    itemHigh: unbounded,
    countLow: 0,
    countHigh: unbounded,
  };
  for (const condition of conditions) {
    if (!(condition.fact in boundOf)) {
      if (!findingOf(condition, setting.sample, setting.rates).holds) return null;
      continue;
    }
    const figure: Figure = boundOf[condition.fact as keyof typeof boundOf];
    const range = rangeOf(setting, condition);
    bounds[`${figure}Low`] = Math.max(bounds[`${figure}Low`], range.low);
    bounds[`${figure}High`] = Math.min(bounds[`${figure}High`], range.high);
  }
  return bounds;
}

/** The integers that fulfil a condition: x ≤ T is x ≤ ⌊T⌋, x < T is x ≤ ⌈T⌉ − 1, and so on. */
function rangeOf(setting: Setting, condition: Condition): { low: number; high: number } {
  const threshold =
    typeof condition.value === "number"
      ? rational(BigInt(condition.value))
      : convertExactly(condition.value as Amount, setting.sample.currency, setting.rates)!;
  const floor = floorOf(threshold);
  const ceiling = threshold.denominator === 1n ? floor : floor + 1;
  switch (condition.is) {
    case "lte":
      return { low: 0, high: floor };
    case "lt":
      return { low: 0, high: ceiling - 1 };
    case "gte":
      return { low: ceiling, high: unbounded };
    case "gt":
      return { low: floor + 1, high: unbounded };
    case "eq":
      return { low: ceiling, high: floor };
    case "ne":
      // Two ranges: rare enough to leave to the interpreter.
      setting.needsInterpreter = true;
      return { low: 0, high: unbounded };
    default:
      return { low: 1, high: 0 };
  }
}

function floorOf({ numerator, denominator }: Rational): number {
  const floor = numerator / denominator;
  return Number(floor < BigInt(unbounded) ? floor : BigInt(unbounded) - 1n);
}

function isVat(charge: Charge): boolean {
  return "rate" in charge && isParameter(charge.rate) && charge.rate.param === "vat";
}

/** Null where the charge never applies to this product. */
function opOf(
  setting: Setting,
  charge: Charge,
  codes: ReadonlyMap<string, number>,
  payer: ChargeOp["payer"],
): ChargeOp | null {
  const bounds = boundsOf(setting, charge.when ?? []);
  if (bounds === null) return null;
  const op: ChargeOp = {
    bounds: (charge.when ?? []).some((one) => one.fact in boundOf) ? bounds : null,
    source: "base",
    hasGoods: false,
    hasFreight: false,
    earlier: [],
    multiplier: 0,
    less: 0,
    half: 0,
    divisor: 1,
    xMax: unbounded,
    options: [],
    payer,
    isVat: isVat(charge),
  };
  switch (charge.type) {
    case "max-of": {
      const options = charge.options
        .map((option) => opOf(setting, option, codes, payer))
        .filter((option) => option !== null);
      return { ...op, source: "max", options };
    }
    case "per-item":
    case "per-parcel":
    case "per-kg":
      return levied(setting, charge, op);
    case "table": {
      const table = setting.law.tables.get(charge.table)!;
      const { bp } = groupRate(table, setting.sample.lines[0]!);
      return rated(setting, { ...op, ...baseOf(setting, charge.base, codes) }, fraction({ bp }));
    }
    default: {
      const based = { ...op, ...baseOf(setting, charge.base, codes) };
      const less = "less" in charge ? converted(setting, charge.less) : rational(0n);
      return rated(setting, based, multiplierOf(setting, charge), less);
    }
  }
}

function baseOf(
  setting: Setting,
  base: readonly string[],
  codes: ReadonlyMap<string, number>,
): Pick<ChargeOp, "hasGoods" | "hasFreight" | "earlier"> {
  // An exact earlier amount is a fraction, which a program does not keep.
  if (base.some((of) => of.endsWith("_full"))) setting.needsInterpreter = true;
  return {
    hasGoods: base.includes("goods"),
    hasFreight: base.includes("freight"),
    earlier: base.map((of) => codes.get(of)).filter((index) => index !== undefined),
  };
}

/** Rate times factor; inside tax is r / (1 − r). */
function multiplierOf(
  setting: Setting,
  charge: Extract<Charge, { type: "ad-valorem" | "ad-valorem-less" | "inclusive" }>,
): Rational {
  const rate = fraction(rateOf(setting, charge.rate));
  const whole =
    charge.type === "inclusive"
      ? rational(rate.numerator, rate.denominator - rate.numerator)
      : rate;
  const factorBp = "factorBp" in charge ? (charge.factorBp ?? 10_000) : 10_000;
  return multiplyRational(whole, fraction({ bp: factorBp }));
}

function rateOf(setting: Setting, rate: Rate | RateParameter): Rate {
  return isParameter(rate) ? knownRate(rate, setting.law, setting.sample)!.rate : rate;
}

function converted(setting: Setting, amount: Amount): Rational {
  return convertExactly(amount, setting.sample.currency, setting.rates)!;
}

function levied(
  setting: Setting,
  charge: Extract<Charge, { type: "per-item" | "per-parcel" | "per-kg" }>,
  op: ChargeOp,
): ChargeOp {
  const amount = converted(setting, charge.amount);
  if (charge.type === "per-kg") {
    const perGram = rational(amount.numerator, amount.denominator * 1000n);
    return rated(setting, { ...op, source: "weight" }, perGram);
  }
  const isUnits = charge.type === "per-item" && charge.count === "units";
  return rated(setting, { ...op, source: isUnits ? "quantity" : "one" }, amount);
}

/** The integers of ⌊(2 (x · rate − less) + step) / (2 step)⌋ over their common denominator. */
function rated(
  setting: Setting,
  op: ChargeOp,
  rate: Rational,
  less: Rational = rational(0n),
): ChargeOp {
  const step = BigInt(setting.law.country.roundingStepMinor);
  const scale = rate.denominator * less.denominator;
  const multiplier = Number(2n * rate.numerator * less.denominator);
  const deduction = Number(2n * less.numerator * rate.denominator);
  const half = Number(scale * step);
  const divisor = Number(2n * scale * step);
  const isExact = divisor <= exactMax && deduction <= exactMax && multiplier <= exactMax;
  const xMax = multiplier === 0 ? unbounded : Math.floor((exactMax - half) / multiplier);
  return { ...op, multiplier, less: deduction, half, divisor, xMax: isExact ? xMax : -1 };
}
