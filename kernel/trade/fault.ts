/**
 * Faults of a declaration, and what each leads to.
 *
 * All figures of `standard-1` are teaching values, our choice: simulation parameters that a
 * scenario may replace, never a customs office's statistics.
 */
import type { Text } from "./dated.ts";
import { hsChapter, hsSubheading } from "./hs-code.ts";
import type { BatteryClass } from "./parcel.ts";
import type { DocumentKind, Flag } from "./rule-set.ts";

export const faultIds = [
  "battery-undeclared",
  "compliance-missing",
  "document-missing",
  "hs-chapter-wrong",
  "hs6-wrong",
  "ioss-missing",
  "ioss-not-allowed",
  "ioss-wrong-holder",
  "ip-infringement",
  "name-vague",
  "origin-wrong",
  "prohibited",
  "value-high",
  "value-low",
] as const;
export type FaultId = (typeof faultIds)[number];

/** What becomes of parcels that were stopped, parts per million; the four sum to 1,000,000. */
export type Disposal = {
  readonly releasedPpm: number;
  readonly returnedPpm: number;
  readonly destroyedPpm: number;
  readonly seizedPpm: number;
};

export type Consequence = {
  /** Where it is found: `gate` before the parcel leaves, `import` at the border, `none` never. */
  readonly stage: "gate" | "import" | "none";
  readonly foundPpm: number;
  readonly holdDays: readonly [least: number, most: number];
  readonly then: Disposal;
  /** Duty and VAT are charged on the truth, with a penalty of this share of what was evaded. */
  readonly penaltyBp: number | null;
  /** Refused at the door because VAT is asked for a second time. */
  readonly refusePpm: number;
  /** Platform points or a strike with the carrier follow. */
  readonly isCounted: boolean;
};

export type ConsequenceSet = {
  readonly id: string;
  readonly label: Text;
  /** Random inspection of a faultless parcel. */
  readonly inspection: {
    readonly exportPpm: number;
    readonly importPpm: number;
    readonly holdDays: readonly [least: number, most: number];
  };
  readonly faults: Readonly<Record<FaultId, Consequence>>;
};

const released: Disposal = {
  releasedPpm: 1_000_000,
  returnedPpm: 0,
  destroyedPpm: 0,
  seizedPpm: 0,
};
const returned: Disposal = {
  releasedPpm: 0,
  returnedPpm: 1_000_000,
  destroyedPpm: 0,
  seizedPpm: 0,
};
const seized: Disposal = { releasedPpm: 0, returnedPpm: 0, destroyedPpm: 0, seizedPpm: 1_000_000 };

const harmless: Consequence = {
  stage: "none",
  foundPpm: 0,
  holdDays: [0, 0],
  then: released,
  penaltyBp: null,
  refusePpm: 0,
  isCounted: false,
};

function atImport(
  foundPpm: number,
  least: number,
  most: number,
  rest: Partial<Consequence> = {},
): Consequence {
  return { ...harmless, stage: "import", foundPpm, holdDays: [least, most], ...rest };
}

/** The default set: `trade.md` section 12.6. */
export const standard1: ConsequenceSet = {
  id: "standard-1",
  label: { zh: "模拟参数", en: "Simulation parameter" },
  inspection: { exportPpm: 3_000, importPpm: 5_000, holdDays: [1, 2] },
  faults: {
    "battery-undeclared": {
      ...harmless,
      stage: "gate",
      foundPpm: 250_000,
      holdDays: [2, 4],
      then: returned,
      isCounted: true,
    },
    "compliance-missing": atImport(100_000, 5, 15, {
      then: { releasedPpm: 0, returnedPpm: 500_000, destroyedPpm: 500_000, seizedPpm: 0 },
    }),
    "document-missing": atImport(120_000, 1, 4),
    "hs-chapter-wrong": atImport(150_000, 2, 6, { penaltyBp: 5_000 }),
    "hs6-wrong": atImport(60_000, 2, 6, { penaltyBp: 5_000 }),
    "ioss-missing": { ...harmless, refusePpm: 300_000 },
    "ioss-not-allowed": atImport(1_000_000, 2, 5),
    "ioss-wrong-holder": harmless,
    "ip-infringement": atImport(80_000, 5, 15, { then: seized, isCounted: true }),
    "name-vague": atImport(80_000, 1, 3),
    "origin-wrong": atImport(40_000, 2, 6, { penaltyBp: 5_000 }),
    prohibited: { ...harmless, stage: "gate", foundPpm: 1_000_000, then: seized, isCounted: true },
    "value-high": harmless,
    "value-low": atImport(50_000, 3, 10, {
      penaltyBp: 10_000,
      then: { releasedPpm: 900_000, returnedPpm: 0, destroyedPpm: 0, seizedPpm: 100_000 },
    }),
  },
};

/** How a store declares one product to one destination. */
export type DeclarationProfile = {
  readonly hs10: string;
  readonly names: Text;
  /** Null declares the price paid. */
  readonly declaredUnitMinor: number | null;
  /** Country code in capitals. */
  readonly origin: string;
  readonly battery: BatteryClass;
  readonly documents: readonly DocumentKind[];
  /** Whose import-scheme number stands on the order, if any. */
  readonly scheme: "none" | "marketplace" | "own";
  /** When the number is sent with the parcel. */
  readonly schemeNumber: "when-allowed" | "always" | "never";
};

/** The truth that a profile is compared with. */
export type ProductTruth = {
  readonly hs10: string;
  readonly origin: string;
  readonly battery: BatteryClass;
  readonly isInfringing: boolean;
  readonly isProhibited: boolean;
  /** Compliance rows that the market asks for and the enterprise has no paper for. */
  readonly complianceMissing: readonly string[];
};

/** The sale, and what the law of the day says about it as declared. */
export type SaleFacts = {
  readonly goodsMinor: number;
  readonly quantity: number;
  readonly documents: readonly DocumentKind[];
  readonly flags: readonly Flag[];
};

export type Fault = { readonly id: FaultId; readonly reason: string };

/** Names that say nothing about the goods; customs asks for a better one. */
const vagueNames: readonly string[] = [
  "礼品",
  "礼物",
  "样品",
  "配件",
  "日用品",
  "gift",
  "gifts",
  "sample",
  "samples",
  "parts",
  "accessories",
  "daily necessities",
];

/** Every fault of a declaration, by id, each with what gave it away. */
export function faultsOf(
  truth: ProductTruth,
  profile: DeclarationProfile,
  sale: SaleFacts,
): readonly Fault[] {
  const faults: Fault[] = [];
  const add = (id: FaultId, reason: string) => faults.push({ id, reason });
  if (truth.battery !== "none" && profile.battery === "none") {
    add("battery-undeclared", truth.battery);
  }
  if (truth.complianceMissing.length > 0) {
    add("compliance-missing", truth.complianceMissing.join(" "));
  }
  const absent = sale.documents.filter((kind) => !profile.documents.includes(kind));
  if (absent.length > 0) add("document-missing", absent.join(" "));
  addClassification(truth, profile, add);
  addScheme(profile, sale, add);
  if (truth.isInfringing) add("ip-infringement", profile.names.en);
  const vague = [profile.names.zh, profile.names.en].find(isVague);
  if (vague !== undefined) add("name-vague", vague);
  if (truth.origin !== profile.origin) add("origin-wrong", `${profile.origin} ${truth.origin}`);
  if (truth.isProhibited) add("prohibited", truth.hs10);
  addValue(profile, sale, add);
  return faults.sort((a, b) => faultIds.indexOf(a.id) - faultIds.indexOf(b.id));
}

type Add = (id: FaultId, reason: string) => void;

function isVague(name: string): boolean {
  return vagueNames.includes(name.trim().toLowerCase());
}

function addClassification(truth: ProductTruth, profile: DeclarationProfile, add: Add): void {
  if (hsSubheading(truth.hs10) === hsSubheading(profile.hs10)) return;
  const isSameChapter = hsChapter(truth.hs10) === hsChapter(profile.hs10);
  add(isSameChapter ? "hs6-wrong" : "hs-chapter-wrong", `${profile.hs10} ${truth.hs10}`);
}

/** VAT under the scheme is taken at the sale whether or not the number travels with the parcel. */
function addScheme(profile: DeclarationProfile, sale: SaleFacts, add: Add): void {
  if (profile.scheme === "none") return;
  const isAllowed = sale.flags.includes("ioss-optional");
  if (isAllowed && profile.schemeNumber === "never") add("ioss-missing", profile.scheme);
  if (isAllowed && profile.scheme === "own") add("ioss-wrong-holder", profile.scheme);
  if (sale.flags.includes("no-ioss") && profile.schemeNumber === "always") {
    add("ioss-not-allowed", profile.scheme);
  }
}

function addValue(profile: DeclarationProfile, sale: SaleFacts, add: Add): void {
  if (profile.declaredUnitMinor === null) return;
  const declared = profile.declaredUnitMinor * sale.quantity;
  if (declared * 10 < sale.goodsMinor * 9) add("value-low", `${declared} ${sale.goodsMinor}`);
  if (declared > sale.goodsMinor) add("value-high", `${declared} ${sale.goodsMinor}`);
}
