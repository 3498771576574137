/**
 * The landed price of one product in one market, ready to run: a ladder of rules with integer
 * thresholds, and for each a short list of charges. `compile-landed.ts` makes it.
 *
 * Running it allocates nothing. Where an amount is too large for exact arithmetic on doubles, or a
 * rule needs what the program cannot say, the interpreter answers instead, with the same figures.
 */
import type { RateTable } from "../money/convert.ts";
import { assessUnder, type Assessment } from "./assess-consignment.ts";
import { amountMinorMax, type Consignment } from "./facts.ts";
import type { Law } from "./law.ts";
import type { Outcome, TradeRefusal } from "./refusal.ts";
import type { Rule } from "./rule-set.ts";

/** One order of one product. Integers; money in the currency of the program. */
export type LandedInput = {
  goodsMinor: number;
  freightMinor: number;
  quantity: number;
  /** All units. */
  weightG: number;
};

/** What `landed` writes. */
export type LandedSplit = {
  atSaleMinor: number;
  atDoorMinor: number;
  sellerMinor: number;
  /** VAT within `sellerMinor`, which an importer may recover. */
  sellerVatMinor: number;
  /** Index into `program.ladder` of the rule that taxed it. */
  rung: number;
};

/** Inclusive bounds of the four figures that a rule may ask about. */
export type Bounds = {
  readonly goodsLow: number;
  readonly goodsHigh: number;
  readonly cifLow: number;
  readonly cifHigh: number;
  readonly itemLow: number;
  readonly itemHigh: number;
  readonly countLow: number;
  readonly countHigh: number;
};

/**
 * One charge: ⌊(2 (x · multiplier − less) + half) / divisor⌋ · step, which is x · rate − deduction
 * rounded half up to the step; at least 0. x is the base, the quantity, the weight or one.
 */
export type ChargeOp = {
  readonly bounds: Bounds | null;
  readonly source: "base" | "quantity" | "weight" | "one" | "max";
  readonly hasGoods: boolean;
  readonly hasFreight: boolean;
  /** Earlier charges of the same rule in its base. */
  readonly earlier: readonly number[];
  readonly multiplier: number;
  readonly less: number;
  readonly half: number;
  readonly divisor: number;
  /** Above this x doubles are not exact; -1 where they never are. */
  readonly xMax: number;
  readonly options: readonly ChargeOp[];
  readonly payer: "buyer-at-sale" | "buyer-at-door" | "seller";
  readonly isVat: boolean;
};

export type Rung = {
  readonly rule: Rule;
  readonly place: number;
  readonly bounds: Bounds;
  readonly charges: readonly ChargeOp[];
  readonly collector: Assessment["collector"];
};

export type LandedProgram = {
  /** What refuses every input, or null. */
  readonly refusal: TradeRefusal | null;
  readonly stepMinor: number;
  readonly prohibitions: readonly Rung[];
  /** In the order in which rules win. */
  readonly ladder: readonly Rung[];
  readonly fees: readonly Rung[];
  /** Every answer comes from the interpreter: a rule needs what a program cannot say. */
  readonly isInterpreted: boolean;
  /** Amounts of the charges of one rule, overwritten by every run. */
  readonly scratch: Float64Array;
  readonly law: Law | null;
  readonly rates: RateTable;
  readonly template: Omit<Consignment, "lines" | "freightMinor" | "insuranceMinor">;
  readonly line: Omit<Consignment["lines"][number], "goodsMinor" | "quantity" | "weightG">;
};

export function newLandedSplit(): LandedSplit {
  return { atSaleMinor: 0, atDoorMinor: 0, sellerMinor: 0, sellerVatMinor: 0, rung: -1 };
}

/**
 * Writes who pays what on an order, by the formulas of `charge.ts`.
 *
 * @returns false where the order is refused; `assessInput` tells why
 */
export function landed(program: LandedProgram, input: LandedInput, out: LandedSplit): boolean {
  if (program.refusal !== null || !isValid(input)) return false;
  out.atSaleMinor = out.atDoorMinor = out.sellerMinor = out.sellerVatMinor = 0;
  out.rung = -1;
  if (program.isInterpreted) return interpret(program, input, out);
  for (const prohibition of program.prohibitions) {
    if (isWithin(prohibition.bounds, input)) return false;
  }
  const rung = rungOf(program, input);
  if (rung < 0) return false;
  out.rung = rung;
  if (!runCharges(program, program.ladder[rung]!.charges, input, out)) {
    return interpret(program, input, out);
  }
  for (const fee of program.fees) {
    if (!isWithin(fee.bounds, input)) continue;
    if (!runCharges(program, fee.charges, input, out)) return interpret(program, input, out);
  }
  return true;
}

/** The same order through the interpreter, with its trace or its refusal. */
export function assessInput(program: LandedProgram, input: LandedInput): Outcome<Assessment> {
  if (program.law === null) return { ok: false, refusal: program.refusal! };
  const { goodsMinor, freightMinor, quantity, weightG } = input;
  const line = { ...program.line, goodsMinor, quantity, weightG };
  const consignment = { ...program.template, lines: [line], freightMinor, insuranceMinor: 0 };
  return assessUnder(program.law, consignment, program.rates);
}

function isValid(input: LandedInput): boolean {
  return (
    isCount(input.goodsMinor) &&
    isCount(input.freightMinor) &&
    isCount(input.quantity) &&
    isCount(input.weightG) &&
    input.quantity > 0 &&
    input.weightG > 0
  );
}

function isCount(value: number): boolean {
  return value >= 0 && value <= amountMinorMax && Number.isInteger(value);
}

function isWithin(bounds: Bounds, input: LandedInput): boolean {
  const goods = input.goodsMinor;
  const cif = goods + input.freightMinor;
  const count = input.quantity;
  if (goods < bounds.goodsLow || goods > bounds.goodsHigh) return false;
  if (cif < bounds.cifLow || cif > bounds.cifHigh) return false;
  if (count < bounds.countLow || count > bounds.countHigh) return false;
  // The dearest unit, rounded up; the quotient of integers below 2^53 / 2 is exact enough for it.
  const item = count === 1 ? goods : Math.ceil(goods / count);
  return item >= bounds.itemLow && item <= bounds.itemHigh;
}

/** The first rung that holds, or -1 where none does or two of equal rank do. */
function rungOf(program: LandedProgram, input: LandedInput): number {
  const { ladder } = program;
  for (let index = 0; index < ladder.length; index++) {
    const rung = ladder[index]!;
    if (!isWithin(rung.bounds, input)) continue;
    for (let next = index + 1; next < ladder.length; next++) {
      const rival = ladder[next]!;
      if (rival.rule.priority !== rung.rule.priority || rival.place !== rung.place) break;
      if (isWithin(rival.bounds, input)) return -1;
    }
    return index;
  }
  return -1;
}

/** False where doubles would not be exact. */
function runCharges(
  program: LandedProgram,
  charges: readonly ChargeOp[],
  input: LandedInput,
  out: LandedSplit,
): boolean {
  const { scratch, stepMinor } = program;
  for (let index = 0; index < charges.length; index++) {
    const charge = charges[index]!;
    const minor = amountOf(charge, input, scratch, stepMinor);
    if (minor < 0) return false;
    scratch[index] = minor;
    if (charge.payer === "buyer-at-sale") out.atSaleMinor += minor;
    else if (charge.payer === "buyer-at-door") out.atDoorMinor += minor;
    else {
      out.sellerMinor += minor;
      if (charge.isVat) out.sellerVatMinor += minor;
    }
  }
  return true;
}

/** The rounded charge, or -1 where doubles would not be exact. */
function amountOf(
  charge: ChargeOp,
  input: LandedInput,
  scratch: Float64Array,
  stepMinor: number,
): number {
  if (charge.bounds !== null && !isWithin(charge.bounds, input)) return 0;
  if (charge.source === "max") return maxOf(charge, input, scratch, stepMinor);
  const x = argumentOf(charge, input, scratch);
  if (x > charge.xMax) return -1;
  const due = x * charge.multiplier - charge.less;
  if (due <= 0) return 0;
  return Math.floor((due + charge.half) / charge.divisor) * stepMinor;
}

function maxOf(
  charge: ChargeOp,
  input: LandedInput,
  scratch: Float64Array,
  stepMinor: number,
): number {
  let most = 0;
  for (const option of charge.options) {
    const minor = amountOf(option, input, scratch, stepMinor);
    if (minor < 0) return -1;
    // Rounding keeps order, so the dearest option rounded is the dearest of the rounded.
    if (minor > most) most = minor;
  }
  return most;
}

function argumentOf(charge: ChargeOp, input: LandedInput, scratch: Float64Array): number {
  if (charge.source === "quantity") return input.quantity;
  if (charge.source === "weight") return input.weightG;
  if (charge.source === "one") return 1;
  let base =
    (charge.hasGoods ? input.goodsMinor : 0) + (charge.hasFreight ? input.freightMinor : 0);
  for (const index of charge.earlier) base += scratch[index]!;
  return base;
}

function interpret(program: LandedProgram, input: LandedInput, out: LandedSplit): boolean {
  const assessed = assessInput(program, input);
  if (!assessed.ok) return false;
  const { byPayer, sellerVatMinor, selection } = assessed.value;
  out.atSaleMinor = byPayer["buyer-at-sale"];
  out.atDoorMinor = byPayer["buyer-at-door"];
  out.sellerMinor = byPayer.seller;
  out.sellerVatMinor = sellerVatMinor;
  out.rung = program.ladder.findIndex((rung) => rung.rule === selection.winner);
  return true;
}
