/**
 * The shapes of dated trade rules: what the files of `atlas/countries` and `atlas/carriers` become
 * once read. Plain JSON throughout, so that a season can freeze the slice it runs under.
 *
 * Absolute amounts carry their currency, days count from 1970-01-01, `from` is inclusive and `to`
 * exclusive.
 */
import type { Day } from "../calendar/day.ts";
import type { CurrencyCode } from "../money/currency.ts";
import type { Text } from "./dated.ts";
import type { Carrier, ServiceOffer } from "./rate-card.ts";

/** Money as a file holds it: minor units as a safe integer, because JSON has no bigint. */
export type Amount = { readonly minor: number; readonly currency: CurrencyCode };

/**
 * How well a rule is known. `certain`: rule text or several agreeing sources. `probable`: one good
 * secondary source. `believed`: not checked. `scenario`: made for teaching, or its state unknown.
 */
export const certainties = ["certain", "probable", "believed", "scenario"] as const;
export type Certainty = (typeof certainties)[number];

/** A rate is basis points, or parts per million where the law is finer; never both. */
export type Rate = { readonly bp: number } | { readonly ppm: number };

/** A rate of the consignment itself (province, state), else the country's dated row. */
export type RateParameter = { readonly param: "vat" | "ct" | "icms" };

export const facts = [
  "buyer",
  "channel",
  "intrinsic",
  "value",
  "fob",
  "cif",
  "maxItemValue",
  "itemCount",
  "orderValue",
  "annualTotal",
  "origin",
  "hsPrefix",
  "idGroup",
  "ioss",
  "dutyRecharged",
  "prc",
  "region",
] as const;
export type Fact = (typeof facts)[number];

/** Facts of a line: in a rule they hold for every line, in a charge they choose the lines. */
export const lineFacts: readonly Fact[] = ["origin", "hsPrefix", "idGroup"];
/** Facts that are amounts of the consignment; their conditions carry a currency. */
export const amountFacts: readonly Fact[] = [
  "intrinsic",
  "value",
  "fob",
  "cif",
  "maxItemValue",
  "orderValue",
  "annualTotal",
];

export const comparisons = ["eq", "ne", "lt", "lte", "gt", "gte", "in", "not-in"] as const;
export type Comparison = (typeof comparisons)[number];

export type Condition = {
  readonly fact: Fact;
  readonly is: Comparison;
  readonly value: Amount | number | string | boolean | readonly string[];
};

/** `goods`, `freight`, `insurance`, an earlier charge's code, or its code with `_full`. */
export type Base = string;

type ChargeForm =
  | {
      readonly type: "ad-valorem";
      readonly rate: Rate | RateParameter;
      readonly base: readonly Base[];
      readonly factorBp?: number;
    }
  | {
      readonly type: "ad-valorem-less";
      readonly rate: Rate | RateParameter;
      readonly less: Amount;
      readonly base: readonly Base[];
    }
  | {
      readonly type: "inclusive";
      readonly rate: Rate | RateParameter;
      readonly base: readonly Base[];
      readonly factorBp?: number;
    }
  | {
      readonly type: "per-item";
      readonly amount: Amount;
      readonly count: "distinct-hs6" | "distinct-hs10" | "units";
    }
  | { readonly type: "per-parcel"; readonly amount: Amount }
  | { readonly type: "per-kg"; readonly amount: Amount }
  | { readonly type: "table"; readonly table: string; readonly base: readonly Base[] }
  | { readonly type: "max-of"; readonly options: readonly Charge[] };

export type Charge = {
  readonly code: string;
  readonly name: Text;
  readonly when?: readonly Condition[];
} & ChargeForm;

/** What a rule tells the rest of the house beside its charges. */
export const flags = [
  "low-value-relief",
  "vat-at-sale",
  "marketplace-collects",
  "ioss-optional",
  "no-ioss",
  "standard-duty",
  "duty-per-hs6-line",
  "national-fee",
  "handling-fee-unknown",
  "section-321",
  "no-de-minimis",
  "ace-entry",
  "postal-qualified-party",
  "postal-informal-entry-or-ace",
  "preference-needs-origin-proof",
  "state-sales-tax-not-modelled",
  "sold-from-stock",
] as const;
export type Flag = (typeof flags)[number];

export const documentKinds = [
  "commercial-invoice",
  "cn22",
  "cn23",
  "h7",
  "h1",
  "import-declaration",
  "ace-entry",
  "eori",
  "certificate-of-origin",
  "declaration-of-conformity",
  "technical-file",
  "test-report",
  "childrens-product-certificate",
  "un38.3-summary",
  "msds",
  "responsible-person",
  "epr-number",
  "cosmetic-notification",
] as const;
export type DocumentKind = (typeof documentKinds)[number];

export type Source = {
  readonly title: string;
  readonly ref: string;
  /** ISO date on which the source was read; null when it was not. */
  readonly checkedOn: string | null;
};

export const ruleKinds = ["import", "domestic", "fee", "export", "prohibition"] as const;
/** `domestic` taxes goods sold from a stock that has already been imported. */
export type RuleKind = (typeof ruleKinds)[number];

export type Rule = {
  /** Never reused, never edited after release: superseded. */
  readonly id: string;
  readonly jurisdiction: string;
  readonly kind: RuleKind;
  readonly from: Day;
  readonly to: Day | null;
  readonly certainty: Certainty;
  readonly supersedes?: string;
  readonly priority: number;
  readonly when: readonly Condition[];
  readonly charges: readonly Charge[];
  readonly collectedBy?: Text;
  readonly documents: readonly DocumentKind[];
  readonly flags: readonly Flag[];
  readonly note?: Text;
  readonly sources: readonly Source[];
  /** Who re-reads it, and until when it counts as fresh. */
  readonly owner: string;
  readonly recheckBy: Day;
};

/** One dated rate of a country, or of one of its regions. */
export type VatRow = {
  readonly jurisdiction: string;
  readonly from: Day;
  readonly to: Day | null;
  readonly category: "standard";
  readonly region?: string;
  readonly rate: Rate;
  readonly certainty: Certainty;
  readonly sources: readonly Source[];
};

/** Duty rates by HS prefix, basis points; the longest prefix wins. */
export type DutyTable = {
  readonly table: string;
  readonly name: Text;
  readonly kind: "official" | "teaching";
  readonly from: Day;
  readonly to: Day | null;
  readonly default: number;
  readonly prefixes: Readonly<Record<string, number>>;
  readonly sources: readonly Source[];
};

/** What a market asks of a product before it may be sold there. */
export type ComplianceRow = {
  readonly flag: string;
  readonly name: Text;
  readonly jurisdiction: string;
  readonly from: Day;
  readonly to: Day | null;
  readonly trigger: {
    readonly hsPrefix: readonly string[];
    readonly attributes: readonly string[];
  };
  readonly evidence: readonly DocumentKind[];
  readonly certainty: Certainty;
  readonly sources: readonly Source[];
};

export const customsRateRegimes = [
  "daily",
  "weekly",
  "monthly-third-wednesday",
  "monthly-penultimate-wednesday",
] as const;
/** On which day the customs exchange rate of a declaration day was fixed. */
export type CustomsRateRegime = (typeof customsRateRegimes)[number];

/** A place that synthetic addresses are drawn from. */
export type City = {
  readonly name: Text;
  /** As it is written on a parcel. */
  readonly local: string;
  readonly region: string;
  /** Share of the country's parcels, parts per thousand; the cities of a country sum to 1,000. */
  readonly weight: number;
  /** `#` stands for a digit, `@` for one of ABEGHJLNPRSTX, all else for itself. */
  readonly postcodes: readonly string[];
};

/** The days within which a consumer may send back what was bought at a distance, by law. */
export type Withdrawal = {
  readonly days: number;
  readonly certainty: Certainty;
  readonly source: Source;
};

export type CountryRole = "market" | "union" | "origin";

/** One folder of `atlas/countries`, without its rules. */
export type Country = {
  /** Folder name: ISO 3166-1 alpha-2 in lower case, or `eu`. */
  readonly id: string;
  /** The same in capitals, as rules write it. */
  readonly code: string;
  readonly role: CountryRole;
  readonly names: Text;
  /** Union whose rules hold beside its own, as a code. */
  readonly union: string | null;
  readonly currency: CurrencyCode;
  /** Charges are rounded to multiples of this many minor units. */
  readonly roundingStepMinor: number;
  readonly valueBasis: "FOB" | "CIF";
  readonly customsRate: {
    readonly regime: CustomsRateRegime;
    readonly certainty: Certainty;
    readonly note: Text;
  };
  /** Left out where the law gives no such right, or the union's holds. */
  readonly withdrawal?: Withdrawal | undefined;
  readonly languages: readonly string[];
  readonly regions: readonly { readonly code: string; readonly name: Text }[];
  readonly postcode: { readonly pattern: string; readonly example: string } | null;
  readonly cities: readonly City[];
};

/** Everything that answers a question about trade: rules, rates and the countries they are of. */
export type RuleSet = {
  /** SHA-256 of its canonical JSON, hexadecimal. */
  readonly hash: string;
  readonly countries: readonly Country[];
  readonly rules: readonly Rule[];
  readonly vat: readonly VatRow[];
  readonly dutyTables: readonly DutyTable[];
  readonly compliance: readonly ComplianceRow[];
};

/** The part of the atlas that one season runs under, stored with the season. */
export type TradeSlice = RuleSet & {
  readonly format: "trade-slice/1";
  /** Days it can answer for. */
  readonly from: Day;
  readonly to: Day;
  /** Market folders it can answer for, lower case. */
  readonly markets: readonly string[];
  readonly carriers: readonly Carrier[];
  /** What a store may choose from. A service's place in this list is its number in the season. */
  readonly services: readonly ServiceOffer[];
};

/** Jurisdictions whose rules hold in a country, nearest first. */
export function chainOf(country: Country): readonly string[] {
  return country.union === null ? [country.code] : [country.code, country.union];
}

/** The less certain of two. */
export function lessCertain(a: Certainty, b: Certainty): Certainty {
  return certainties.indexOf(a) >= certainties.indexOf(b) ? a : b;
}
