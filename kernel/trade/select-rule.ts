/** Which rule taxes a consignment, which fees join it, and why each of the others does not. */
import type { RateTable } from "../money/convert.ts";
import { findingOf, type Consignment, type Finding } from "./facts.ts";
import { compareText, type Law, type PlacedRule } from "./law.ts";
import { ok, refuse, type Outcome, type RefusalFact } from "./refusal.ts";
import type { Rule, RuleKind } from "./rule-set.ts";

/** A rule that was looked at; it holds when every finding holds. */
export type Considered = {
  readonly rule: Rule;
  readonly place: number;
  readonly findings: readonly Finding[];
  readonly holds: boolean;
};

export type Selection = {
  readonly winner: Rule;
  /** The next rule that holds too, and what it lost by. */
  readonly runnerUp: { readonly rule: Rule; readonly lostBy: "priority" | "distance" } | null;
  readonly fees: readonly Rule[];
  /** By falling priority, then distance, then id. */
  readonly considered: readonly Considered[];
};

/**
 * Prohibitions first: any that holds refuses. Then the import rule (for goods already in the
 * country the domestic rule) of the highest priority, among equals of the nearest jurisdiction.
 * Every fee that holds is added, in the order of chain and id.
 */
export function selectRules(
  law: Law,
  consignment: Consignment,
  rates: RateTable,
): Outcome<Selection> {
  const isDomestic = consignment.channel === "domestic";
  const kinds: readonly RuleKind[] = isDomestic
    ? ["prohibition", "domestic"]
    : ["prohibition", "import", "fee"];
  const considered: Considered[] = law.rules
    .filter(({ rule }) => kinds.includes(rule.kind))
    .sort(byPrecedence)
    .map(({ rule, place }) => {
      const findings = rule.when.map((condition) => findingOf(condition, consignment, rates));
      return { rule, place, findings, holds: findings.every((finding) => finding.holds) };
    });
  const prohibition = considered.find((one) => one.rule.kind === "prohibition" && one.holds);
  if (prohibition !== undefined) {
    const { id, flags } = prohibition.rule;
    return refuse("trade/prohibited", { rule: id, flags: [...flags] });
  }
  const candidates = considered.filter(({ rule }) => isMainKind(rule.kind));
  const [first, second] = candidates.filter((one) => one.holds);
  if (first === undefined) return refuseNoRule(consignment, candidates);
  if (second !== undefined && second.rule.priority === first.rule.priority) {
    if (second.place === first.place) {
      return refuse("trade/rules-tie", { rules: [first.rule.id, second.rule.id] });
    }
  }
  const lostBy =
    second !== undefined && second.rule.priority < first.rule.priority ? "priority" : "distance";
  return ok({
    winner: first.rule,
    runnerUp: second === undefined ? null : { rule: second.rule, lostBy },
    fees: considered
      .filter((one) => one.rule.kind === "fee" && one.holds)
      .sort(byChain)
      .map((one) => one.rule),
    considered,
  });
}

export function isMainKind(kind: RuleKind): boolean {
  return kind === "import" || kind === "domestic";
}

/** Highest priority first, then nearest, then id: the order in which rules win. */
export function byPrecedence(a: PlacedRule, b: PlacedRule): number {
  return b.rule.priority - a.rule.priority || byChain(a, b);
}

/** Nearest first, then id: the order in which fees add up. */
export function byChain(a: PlacedRule, b: PlacedRule): number {
  return a.place - b.place || compareText(a.rule.id, b.rule.id);
}

/** For every candidate the first condition that failed or whose fact is unknown. */
function refuseNoRule(consignment: Consignment, candidates: readonly Considered[]) {
  const failures = candidates.map(({ rule, findings }): RefusalFact => {
    const failed = findings.find((finding) => !finding.holds)!;
    const { fact, is, value } = failed.condition;
    return { rule: rule.id, fact, is, value: value as RefusalFact, actual: failed.actual };
  });
  const { destination, day } = consignment;
  return refuse("trade/no-rule", { destination, day, failures });
}
