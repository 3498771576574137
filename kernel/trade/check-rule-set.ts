/** What must be true of a set of rules before anything is assessed under it. */
import { isInForce, overlap } from "./dated.ts";
import { isAmount, isParameter } from "./law.ts";
import {
  amountFacts,
  lineFacts,
  type Charge,
  type Condition,
  type DutyTable,
  type Rule,
  type RuleSet,
  type VatRow,
} from "./rule-set.ts";

export const rulesPerSetMax = 5_000;
export const chargesPerRuleMax = 20;
export const conditionsPerRuleMax = 20;

export type RuleFault = {
  /** Rule id, table name or "vat DE". */
  readonly of: string;
  readonly fault:
    | "too-many-rules"
    | "too-many-charges"
    | "too-many-conditions"
    | "id-twice"
    | "dates-reversed"
    | "source-missing"
    | "certainty-unchecked"
    | "jurisdiction-unknown"
    | "superseded-unknown"
    | "code-twice"
    | "base-unknown"
    | "base-twice"
    | "base-not-divisible"
    | "table-unknown"
    | "rate-out-of-range"
    | "amount-negative"
    | "condition-ill-typed"
    | "rows-overlap"
    | "row-missing"
    | "prefix-malformed";
  readonly detail: string;
};

type Report = (of: string, fault: RuleFault["fault"], detail?: string) => void;

export function ruleSetFaults(ruleSet: RuleSet): readonly RuleFault[] {
  const faults: RuleFault[] = [];
  const report: Report = (of, fault, detail = "") => faults.push({ of, fault, detail });
  if (ruleSet.rules.length > rulesPerSetMax) report("", "too-many-rules");
  const ids = new Set<string>();
  const jurisdictions = new Set(ruleSet.countries.map((country) => country.code));
  for (const rule of ruleSet.rules) {
    if (ids.has(rule.id)) report(rule.id, "id-twice");
    ids.add(rule.id);
    if (!jurisdictions.has(rule.jurisdiction)) {
      report(rule.id, "jurisdiction-unknown", rule.jurisdiction);
    }
    checkRule(rule, ruleSet, report);
  }
  for (const rule of ruleSet.rules) {
    if (rule.supersedes !== undefined && !ids.has(rule.supersedes)) {
      report(rule.id, "superseded-unknown", rule.supersedes);
    }
  }
  checkTables(ruleSet.dutyTables, report);
  checkVat(ruleSet, report);
  return faults;
}

function checkRule(rule: Rule, ruleSet: RuleSet, report: Report): void {
  if (rule.to !== null && rule.to <= rule.from) report(rule.id, "dates-reversed");
  if (rule.sources.length === 0) report(rule.id, "source-missing");
  const isChecked = rule.sources.some((source) => source.checkedOn !== null);
  const claimsCheck = rule.certainty === "certain" || rule.certainty === "probable";
  if (claimsCheck && !isChecked) report(rule.id, "certainty-unchecked", rule.certainty);
  if (rule.charges.length > chargesPerRuleMax) report(rule.id, "too-many-charges");
  if (rule.when.length > conditionsPerRuleMax) report(rule.id, "too-many-conditions");
  for (const condition of rule.when) checkCondition(rule.id, condition, report);
  const codes = new Set<string>();
  for (const charge of rule.charges) {
    if (codes.has(charge.code)) report(rule.id, "code-twice", charge.code);
    checkCharge(rule, charge, codes, ruleSet, report);
    codes.add(charge.code);
  }
}

function checkCharge(
  rule: Rule,
  charge: Charge,
  earlier: ReadonlySet<string>,
  ruleSet: RuleSet,
  report: Report,
): void {
  const conditions = charge.when ?? [];
  for (const condition of conditions) checkCondition(rule.id, condition, report);
  if (charge.type === "max-of") {
    for (const option of charge.options) checkCharge(rule, option, earlier, ruleSet, report);
    return;
  }
  if ("amount" in charge && charge.amount.minor < 0) {
    report(rule.id, "amount-negative", charge.code);
  }
  if ("less" in charge && charge.less.minor < 0) report(rule.id, "amount-negative", charge.code);
  if ("rate" in charge) checkRate(rule, charge, report);
  if ("base" in charge) {
    const isRestricted = conditions.some((condition) => lineFacts.includes(condition.fact));
    checkBase(rule, charge, earlier, isRestricted, report);
  }
  if (charge.type === "table") checkTableIsThere(rule, charge.table, ruleSet, report);
}

function checkRate(
  rule: Rule,
  charge: Extract<Charge, { type: "ad-valorem" | "ad-valorem-less" | "inclusive" }>,
  report: Report,
): void {
  if (isParameter(charge.rate)) return;
  const ppm = "bp" in charge.rate ? charge.rate.bp * 100 : charge.rate.ppm;
  const ppmMax = charge.type === "inclusive" ? 999_999 : 100_000_000;
  if (!(ppm >= 0 && ppm <= ppmMax)) report(rule.id, "rate-out-of-range", charge.code);
}

function checkBase(
  rule: Rule,
  charge: Extract<Charge, { readonly base: readonly string[] }>,
  earlier: ReadonlySet<string>,
  isRestricted: boolean,
  report: Report,
): void {
  const parts = ["goods", "freight", "insurance"];
  if (new Set(charge.base).size !== charge.base.length) report(rule.id, "base-twice", charge.code);
  for (const of of charge.base) {
    if (parts.includes(of)) continue;
    if (!earlier.has(of.replace(/_full$/, ""))) report(rule.id, "base-unknown", of);
    // An earlier charge cannot be divided among lines or duty groups.
    if (isRestricted || charge.type === "table") report(rule.id, "base-not-divisible", of);
  }
}

function checkTableIsThere(rule: Rule, name: string, ruleSet: RuleSet, report: Report): void {
  const rows = ruleSet.dutyTables.filter((table) => table.table === name);
  const isThere =
    rows.some((table) => isInForce(table, rule.from)) &&
    rows.some((table) => table.to === null || (rule.to !== null && rule.to <= table.to));
  if (!isThere) report(rule.id, "table-unknown", name);
}

function checkCondition(of: string, condition: Condition, report: Report): void {
  const { fact, is, value } = condition;
  const isList = Array.isArray(value);
  const takesList = is === "in" || is === "not-in";
  const takesOrder = is === "lt" || is === "lte" || is === "gt" || is === "gte";
  const kind = isList ? "list" : isAmount(value) ? "amount" : typeof value;
  const wanted = amountFacts.includes(fact)
    ? "amount"
    : fact === "itemCount"
      ? "number"
      : fact === "ioss" || fact === "dutyRecharged" || fact === "prc"
        ? "boolean"
        : takesList
          ? "list"
          : "string";
  const hasOrder = wanted === "amount" || wanted === "number";
  const isWellTyped = kind === wanted && (!takesOrder || hasOrder) && (!takesList || isList);
  if (!isWellTyped) report(of, "condition-ill-typed", `${fact} ${is}`);
  if (isAmount(value) && value.minor < 0) report(of, "amount-negative", fact);
}

function checkTables(tables: readonly DutyTable[], report: Report): void {
  for (const [index, table] of tables.entries()) {
    if (table.to !== null && table.to <= table.from) report(table.table, "dates-reversed");
    if (table.sources.length === 0) report(table.table, "source-missing");
    const rates = [table.default, ...Object.values(table.prefixes)];
    if (rates.some((bp) => bp < 0 || bp > 100_000)) report(table.table, "rate-out-of-range");
    for (const prefix of Object.keys(table.prefixes)) {
      if (!/^\d{2,10}$/.test(prefix)) report(table.table, "prefix-malformed", prefix);
    }
    const rivals = tables.slice(index + 1).filter((other) => other.table === table.table);
    if (rivals.some((rival) => overlap(table, rival))) report(table.table, "rows-overlap");
  }
}

/** One row a region and day; the rows of a country as a whole leave no day out. */
function checkVat(ruleSet: RuleSet, report: Report): void {
  for (const [index, row] of ruleSet.vat.entries()) {
    const of = `vat ${row.jurisdiction} ${row.region ?? ""}`.trim();
    if (row.to !== null && row.to <= row.from) report(of, "dates-reversed");
    if (row.sources.length === 0) report(of, "source-missing");
    const rivals = ruleSet.vat.slice(index + 1).filter((other) => isSameKey(row, other));
    if (rivals.some((rival) => overlap(row, rival))) report(of, "rows-overlap");
  }
  for (const country of ruleSet.countries.filter((one) => one.role === "market")) {
    const rows = ruleSet.vat
      .filter((row) => row.jurisdiction === country.code && row.region === undefined)
      .sort((a, b) => a.from - b.from);
    if (rows.length === 0) report(`vat ${country.code}`, "row-missing");
    for (const [index, row] of rows.entries()) {
      const next = rows[index + 1];
      if (next !== undefined && row.to !== next.from) report(`vat ${country.code}`, "row-missing");
    }
  }
}

function isSameKey(a: VatRow, b: VatRow): boolean {
  return a.jurisdiction === b.jurisdiction && a.region === b.region && a.category === b.category;
}
