/**
 * The working of an assessment as rows that a student and an examiner can read and work out again:
 * the chain, every rule with its conditions, the winner and why, each charge with its arithmetic.
 */
import { toDecimal } from "../money/money.ts";
import type { CurrencyCode } from "../money/currency.ts";
import { divideHalfUpBig, type Rational } from "../number/rational.ts";
import type { AssessedCharge, Assessment, Payer } from "./assess-consignment.ts";
import { roundedOf, withExact, type DutyGroup, type PricedCharge } from "./charge.ts";
import type { Text } from "./dated.ts";
import type { Finding } from "./facts.ts";
import type { Certainty, Rate, RuleKind } from "./rule-set.ts";

export type TraceRow =
  | { readonly step: "chain"; readonly chain: readonly string[] }
  | {
      readonly step: "rule";
      readonly rule: string;
      readonly kind: RuleKind;
      readonly certainty: Certainty;
      readonly priority: number;
      readonly holds: boolean;
      readonly findings: readonly Finding[];
    }
  | {
      readonly step: "winner";
      readonly rule: string;
      readonly beats: string | null;
      readonly by: "priority" | "distance" | null;
    }
  | {
      readonly step: "charge";
      readonly rule: string;
      readonly code: string;
      readonly name: Text;
      readonly payer: Payer;
      readonly minor: number;
      /** "(54.00 goods + 6.00 freight + 6.00 duty) × 23 % = 15.18" */
      readonly formula: string;
      readonly charge: AssessedCharge;
    }
  | { readonly step: "landed"; readonly minor: number; readonly formula: string };

export function traceOf(assessment: Assessment): readonly TraceRow[] {
  const { selection, charges, chain, consignment } = assessment;
  const { currency } = consignment;
  const { winner, runnerUp } = selection;
  return [
    { step: "chain", chain },
    ...selection.considered.map(({ rule, findings, holds }): TraceRow => ({
      step: "rule",
      rule: rule.id,
      kind: rule.kind,
      certainty: rule.certainty,
      priority: rule.priority,
      holds,
      findings,
    })),
    {
      step: "winner",
      rule: winner.id,
      beats: runnerUp?.rule.id ?? null,
      by: runnerUp?.lostBy ?? null,
    },
    ...charges.map((charge): TraceRow => ({
      step: "charge",
      rule: charge.rule,
      code: charge.code,
      name: charge.name,
      payer: charge.payer,
      minor: Number(charge.minor),
      formula: formulaOf(charge, currency),
      charge,
    })),
    { step: "landed", minor: assessment.landedMinor, formula: landedFormula(assessment) },
  ];
}

/** The charge worked out again from nothing but its own row. */
export function recompute(charge: PricedCharge, stepMinor: number): bigint {
  const options = charge.options.map((option) => ({
    ...option,
    ...withExact(option),
    minor: recompute(option, stepMinor),
  }));
  return roundedOf(withExact({ ...charge, options }), stepMinor);
}

/** The arithmetic of one charge as people write it. */
export function formulaOf(charge: PricedCharge, currency: CurrencyCode): string {
  const result = decimal(charge.minor, currency);
  return `${workingOf(charge, currency)} = ${result}`;
}

function workingOf(charge: PricedCharge, currency: CurrencyCode): string {
  switch (charge.type) {
    case "table":
      return charge.groups.map((group) => groupWorking(group, currency)).join(" + ");
    case "max-of":
      return `max(${charge.options.map((one) => workingOf(one, currency)).join(", ")})`;
    case "per-item":
    case "per-parcel":
    case "per-kg":
      return `${countText(charge.count!)} × ${amountText(charge.amount!, currency)}`;
    default:
      return rateWorking(charge, currency);
  }
}

function rateWorking(charge: PricedCharge, currency: CurrencyCode): string {
  const base = sumText(charge.parts, currency);
  const percent = percentText(charge.rate!);
  const factor = charge.factorBp === 10_000 ? "" : ` × ${percentText({ bp: charge.factorBp })}`;
  if (charge.type === "inclusive") return `${base} × ${percent} / (1 − ${percent})${factor}`;
  if (charge.amount === null) return `${base} × ${percent}${factor}`;
  return `max(0, ${base} × ${percent} − ${amountText(charge.amount, currency)})`;
}

function groupWorking(group: DutyGroup, currency: CurrencyCode): string {
  const percent = percentText({ bp: group.bp });
  return `${sumText(group.parts, currency)} × ${percent} [${group.hs} ${group.origin}]`;
}

function sumText(parts: PricedCharge["parts"], currency: CurrencyCode): string {
  const terms = parts
    .filter((part) => part.amount.numerator !== 0n || parts.length === 1)
    .map((part) => `${amountText(part.amount, currency)} ${part.of}`);
  if (terms.length === 0) return "0";
  return terms.length === 1 ? terms[0]! : `(${terms.join(" + ")})`;
}

function landedFormula(assessment: Assessment): string {
  const { currency } = assessment.consignment;
  const terms = [
    `${decimal(BigInt(assessment.goodsMinor), currency)} goods`,
    `${decimal(BigInt(assessment.freightMinor), currency)} freight`,
    `${decimal(BigInt(assessment.insuranceMinor), currency)} insurance`,
    ...assessment.charges.map((charge) => `${decimal(charge.minor, currency)} ${charge.code}`),
  ].filter((term) => !/^0(\.0+)? /.test(term));
  const sum = terms.length === 0 ? "0" : terms.join(" + ");
  return `${sum} = ${decimal(BigInt(assessment.landedMinor), currency)}`;
}

function percentText(rate: Rate): string {
  const ppm = "bp" in rate ? rate.bp * 100 : rate.ppm;
  const rest = (ppm % 10_000).toString().padStart(4, "0").replace(/0+$/, "");
  const whole = Math.floor(ppm / 10_000);
  return rest === "" ? `${whole} %` : `${whole}.${rest} %`;
}

function decimal(minor: bigint, currency: CurrencyCode): string {
  return toDecimal({ minor, currency });
}

/** Minor units; a fraction of one (a converted amount) is shown with four more digits. */
function amountText(amount: Rational, currency: CurrencyCode): string {
  if (amount.denominator === 1n) return decimal(amount.numerator, currency);
  const fine = divideHalfUpBig(amount.numerator * 10_000n, amount.denominator);
  const text = decimal(fine / 10_000n, currency);
  const rest = (fine % 10_000n).toString().padStart(4, "0").replace(/0+$/, "");
  if (rest === "") return text;
  return text.includes(".") ? text + rest : `${text}.${rest}`;
}

/** A count, exact to three digits: pieces are whole, kilograms have grams. */
function countText(value: Rational): string {
  if (value.denominator === 1n) return value.numerator.toString();
  const thousandths = divideHalfUpBig(value.numerator * 1000n, value.denominator);
  const rest = (thousandths % 1000n).toString().padStart(3, "0").replace(/0+$/, "");
  return rest === "" ? `${thousandths / 1000n}` : `${thousandths / 1000n}.${rest}`;
}
