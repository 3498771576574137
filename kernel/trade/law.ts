/** The rules, rates and tables that hold in one country on one day. */
import type { Day } from "../calendar/day.ts";
import type { RateTable } from "../money/convert.ts";
import { convertExactly } from "./customs-rate.ts";
import { isInForce } from "./dated.ts";
import type { Consignment } from "./facts.ts";
import { ok, refuse, type Outcome } from "./refusal.ts";
import {
  chainOf,
  type Amount,
  type Certainty,
  type Charge,
  type Country,
  type DutyTable,
  type Rate,
  type RateParameter,
  type Rule,
  type RuleSet,
  type VatRow,
} from "./rule-set.ts";

/** A rule and the place of its jurisdiction in the chain of the destination; 0 is the nearest. */
export type PlacedRule = { readonly rule: Rule; readonly place: number };

export type Law = {
  readonly hash: string;
  readonly day: Day;
  readonly country: Country;
  readonly chain: readonly string[];
  /** By place, then id: the order in which fees add up. */
  readonly rules: readonly PlacedRule[];
  readonly vat: readonly VatRow[];
  readonly tables: ReadonlyMap<string, DutyTable>;
};

/** What a rate parameter stands for in a consignment, and how well it is known. */
export type KnownRate = { readonly rate: Rate; readonly certainty: Certainty };

/** @param destination  country code in capitals */
export function lawOf(ruleSet: RuleSet, destination: string, day: Day): Outcome<Law> {
  const country = ruleSet.countries.find((one) => one.code === destination);
  if (country === undefined) return refuse("trade/country-unknown", { country: destination });
  const chain = chainOf(country);
  const rules: PlacedRule[] = [];
  for (const rule of ruleSet.rules) {
    const place = chain.indexOf(rule.jurisdiction);
    if (place >= 0 && rule.kind !== "export" && isInForce(rule, day)) rules.push({ rule, place });
  }
  rules.sort((a, b) => a.place - b.place || compareText(a.rule.id, b.rule.id));
  const tables = ruleSet.dutyTables.filter((table) => isInForce(table, day));
  return ok({
    hash: ruleSet.hash,
    day,
    country,
    chain,
    rules,
    vat: ruleSet.vat.filter((row) => row.jurisdiction === country.code && isInForce(row, day)),
    tables: new Map(tables.map((table) => [table.table, table])),
  });
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The consignment's own rate, else the row of its region, else the row of the country. */
export function knownRate(
  parameter: RateParameter,
  law: Law,
  consignment: Pick<Consignment, "rates" | "region">,
): KnownRate | null {
  const own = consignment.rates?.[parameter.param];
  if (own !== undefined) return { rate: own, certainty: "certain" };
  if (parameter.param !== "vat") return null;
  const { region } = consignment;
  const row =
    law.vat.find((one) => region !== undefined && one.region === region) ??
    law.vat.find((one) => one.region === undefined);
  return row === undefined ? null : { rate: row.rate, certainty: row.certainty };
}

/**
 * Refuses unless every rate that any rule of the day may ask for is there: exchange rates of its
 * amounts, VAT, duty tables. Asked before the rules are looked at, so the answer does not depend on
 * the order of conditions.
 */
export function checkRates(
  law: Law,
  consignment: Pick<Consignment, "rates" | "region" | "currency">,
  rates: RateTable,
): Outcome<true> {
  for (const { rule } of law.rules) {
    for (const condition of rule.when) {
      const missing = missingIn(condition.value, law, consignment, rates);
      if (missing !== null) return refuse("trade/rate-missing", { rule: rule.id, ...missing });
    }
    for (const charge of rule.charges) {
      const missing = missingInCharge(charge, law, consignment, rates);
      if (missing !== null) return refuse("trade/rate-missing", { rule: rule.id, ...missing });
    }
  }
  return ok(true);
}

type Missing = { readonly currency?: string; readonly param?: string; readonly table?: string };

function missingInCharge(
  charge: Charge,
  law: Law,
  consignment: Pick<Consignment, "rates" | "region" | "currency">,
  rates: RateTable,
): Missing | null {
  const missing = (value: unknown) => missingIn(value, law, consignment, rates);
  for (const condition of charge.when ?? []) {
    const found = missing(condition.value);
    if (found !== null) return found;
  }
  switch (charge.type) {
    case "max-of":
      for (const option of charge.options) {
        const found = missingInCharge(option, law, consignment, rates);
        if (found !== null) return found;
      }
      return null;
    case "table":
      return law.tables.has(charge.table) ? null : { table: charge.table };
    case "ad-valorem":
    case "inclusive":
      return missing(charge.rate);
    case "ad-valorem-less":
      return missing(charge.rate) ?? missing(charge.less);
    default:
      return missing(charge.amount);
  }
}

function missingIn(
  value: unknown,
  law: Law,
  consignment: Pick<Consignment, "rates" | "region" | "currency">,
  rates: RateTable,
): Missing | null {
  if (isAmount(value)) {
    const isThere = convertExactly(value, consignment.currency, rates) !== null;
    return isThere ? null : { currency: value.currency };
  }
  if (isParameter(value)) {
    return knownRate(value, law, consignment) === null ? { param: value.param } : null;
  }
  return null;
}

export function isAmount(value: unknown): value is Amount {
  return typeof value === "object" && value !== null && "currency" in value;
}

export function isParameter(value: unknown): value is RateParameter {
  return typeof value === "object" && value !== null && "param" in value;
}
