/**
 * Rule sets changed by a scenario's shocks. The change is to the rules, so that interpreter,
 * program and trace all show it; a real rule is never edited, a copy of the set is.
 */
import type { Charge, Country, Rule, RuleSet } from "./rule-set.ts";

/** What a scenario changes in the law of one market. */
export type Amendment = {
  /** Added to every import, reliefs included: a new duty, basis points of the customs value. */
  readonly tariffStepBp: number;
  /** Low-value reliefs no longer hold. */
  readonly isReliefRemoved: boolean;
};

export const noAmendment: Amendment = { tariffStepBp: 0, isReliefRemoved: false };

const stepCode = "tariff-step";

/** The set as amended in one market; the same object where nothing changes. */
export function amended(ruleSet: RuleSet, market: Country, amendment: Amendment): RuleSet {
  if (amendment.tariffStepBp === 0 && !amendment.isReliefRemoved) return ruleSet;
  const chain = [market.code, market.union];
  const rules = ruleSet.rules.flatMap((rule) => {
    if (rule.kind !== "import" || !chain.includes(rule.jurisdiction)) return [rule];
    if (amendment.isReliefRemoved && rule.flags.includes("low-value-relief")) return [];
    return [amendment.tariffStepBp === 0 ? rule : withStep(rule, market, amendment.tariffStepBp)];
  });
  return { ...ruleSet, rules };
}

/**
 * The new duty stands before the first tax that builds on duties, and joins that tax's base, as any
 * duty there would.
 */
function withStep(rule: Rule, market: Country, bp: number): Rule {
  const base = market.valueBasis === "FOB" ? ["goods"] : ["goods", "freight", "insurance"];
  const step: Charge = {
    code: stepCode,
    name: { zh: "加征关税（情景）", en: "Additional duty (scenario)" },
    type: "ad-valorem",
    rate: { bp },
    base,
  };
  const codes = rule.charges.map((charge) => charge.code);
  const isBuilt = (charge: Charge) =>
    "base" in charge && charge.base.some((of) => codes.includes(of.replace(/_full$/, "")));
  const charges = rule.charges.map((charge): Charge => {
    return "base" in charge && isBuilt(charge)
      ? { ...charge, base: [...charge.base, stepCode] }
      : charge;
  });
  const first = rule.charges.findIndex(isBuilt);
  const place = first < 0 ? charges.length : first;
  return { ...rule, certainty: "scenario", charges: charges.toSpliced(place, 0, step) };
}
