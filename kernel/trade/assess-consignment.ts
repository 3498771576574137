/**
 * What is due on a consignment, who pays it, how sure that is, and why.
 *
 * This is the interpreter: every figure can be asked "why?". The market's inner loop uses
 * `compile-landed.ts`, which gives the same figures to the unit.
 */
import type { RateTable } from "../money/convert.ts";
import { priceCharges, type ChargeContext, type PricedCharge, type RateSource } from "./charge.ts";
import { checkConsignment, goodsOf, type Consignment } from "./facts.ts";
import { checkRates, knownRate, lawOf, type Law } from "./law.ts";
import { ok, type Outcome } from "./refusal.ts";
import {
  lessCertain,
  type Certainty,
  type DocumentKind,
  type Flag,
  type Rule,
  type RuleSet,
} from "./rule-set.ts";
import { selectRules, type Selection } from "./select-rule.ts";

export type Payer = "buyer-at-sale" | "buyer-at-door" | "seller";

export type AssessedCharge = PricedCharge & { readonly payer: Payer };

export type Assessment = {
  readonly consignment: Consignment;
  readonly chain: readonly string[];
  readonly selection: Selection;
  readonly charges: readonly AssessedCharge[];
  readonly stepMinor: number;
  readonly goodsMinor: number;
  readonly freightMinor: number;
  readonly insuranceMinor: number;
  /** Goods, freight, insurance and all charges. */
  readonly landedMinor: number;
  /** Charges by who pays them. */
  readonly byPayer: Readonly<Record<Payer, number>>;
  /** VAT within what the seller pays, which may be recoverable. */
  readonly sellerVatMinor: number;
  /** Who remits what is taken at the sale; null when nothing is. */
  readonly collector: "marketplace" | "seller" | null;
  readonly documents: readonly DocumentKind[];
  readonly flags: readonly Flag[];
  /** The lowest of the rules and rates used. */
  readonly certainty: Certainty;
  /** The worst of the duty tables used; null when no table was. */
  readonly rateSource: RateSource | null;
  readonly ruleSetHash: string;
};

export function assessConsignment(
  ruleSet: RuleSet,
  consignment: Consignment,
  rates: RateTable,
): Outcome<Assessment> {
  const law = lawOf(ruleSet, consignment.destination, consignment.day);
  return law.ok ? assessUnder(law.value, consignment, rates) : law;
}

/** The same, when the law of the day has been looked up already. */
export function assessUnder(
  law: Law,
  consignment: Consignment,
  rates: RateTable,
): Outcome<Assessment> {
  const checked = checkConsignment(consignment);
  if (!checked.ok) return checked;
  const known = checkRates(law, consignment, rates);
  if (!known.ok) return known;
  const selected = selectRules(law, consignment, rates);
  if (!selected.ok) return selected;
  const rules = [selected.value.winner, ...selected.value.fees];
  const charges: AssessedCharge[] = [];
  for (const rule of rules) {
    // A fee builds on its own charges only: fees never enter the VAT base.
    const context: ChargeContext = { law, consignment, rates, priced: [] };
    priceCharges(context, rule);
    for (const charge of context.priced) {
      charges.push({ ...charge, payer: payerOf(charge, rule, consignment) });
    }
  }
  return ok(summed(law, consignment, selected.value, rules, charges));
}

/** VAT is taken at the sale where the rule says so or an import scheme is used. */
export function payerOf(
  charge: { readonly isVat: boolean },
  rule: Rule,
  consignment: Pick<Consignment, "ioss" | "dutyTerms">,
): Payer {
  const isScheme = rule.flags.includes("ioss-optional") && consignment.ioss === true;
  if (charge.isVat && (isScheme || rule.flags.includes("vat-at-sale"))) return "buyer-at-sale";
  return consignment.dutyTerms === "DAP" ? "buyer-at-door" : "seller";
}

function summed(
  law: Law,
  consignment: Consignment,
  selection: Selection,
  rules: readonly Rule[],
  charges: readonly AssessedCharge[],
): Assessment {
  const byPayer = { "buyer-at-sale": 0, "buyer-at-door": 0, seller: 0 };
  let sellerVatMinor = 0;
  for (const charge of charges) {
    byPayer[charge.payer] += Number(charge.minor);
    if (charge.payer === "seller" && charge.isVat) sellerVatMinor += Number(charge.minor);
  }
  const goodsMinor = Number(goodsOf(consignment.lines));
  const { freightMinor, insuranceMinor } = consignment;
  const due = byPayer["buyer-at-sale"] + byPayer["buyer-at-door"] + byPayer.seller;
  return {
    consignment,
    chain: law.chain,
    selection,
    charges,
    stepMinor: law.country.roundingStepMinor,
    goodsMinor,
    freightMinor,
    insuranceMinor,
    landedMinor: goodsMinor + freightMinor + insuranceMinor + due,
    byPayer,
    sellerVatMinor,
    collector: collectorOf(selection.winner, charges),
    documents: [...new Set(rules.flatMap((rule) => rule.documents))],
    flags: [...new Set(rules.flatMap((rule) => rule.flags))],
    certainty: certaintyOf(law, consignment, rules, charges),
    rateSource: rateSourceOf(charges),
    ruleSetHash: law.hash,
  };
}

export function collectorOf(
  winner: Rule,
  charges: readonly { readonly payer: Payer }[],
): Assessment["collector"] {
  if (!charges.some((charge) => charge.payer === "buyer-at-sale")) return null;
  return winner.flags.includes("marketplace-collects") ? "marketplace" : "seller";
}

function certaintyOf(
  law: Law,
  consignment: Consignment,
  rules: readonly Rule[],
  charges: readonly AssessedCharge[],
): Certainty {
  let certainty = rules.map((rule) => rule.certainty).reduce(lessCertain);
  if (charges.some((charge) => charge.isVat)) {
    const vat = knownRate({ param: "vat" }, law, consignment);
    if (vat !== null) certainty = lessCertain(certainty, vat.certainty);
  }
  return certainty;
}

const rateSources: readonly RateSource[] = ["official", "enterprise", "teaching"];

function rateSourceOf(charges: readonly PricedCharge[]): RateSource | null {
  const used = charges.flatMap((charge) => [
    ...charge.groups.map((group) => group.source),
    ...charge.options.flatMap((option) => option.groups.map((group) => group.source)),
  ]);
  const worst = used.reduce((most, one) => Math.max(most, rateSources.indexOf(one)), -1);
  return rateSources[worst] ?? null;
}
