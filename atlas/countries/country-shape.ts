/** The shapes of the files of a country. What they become are the types of `kernel/trade`. */
import type {
  Charge,
  ComplianceRow,
  Country,
  DutyTable,
  Rule,
  VatRow,
} from "@echelon/kernel/trade/rule-set.ts";
import { z } from "zod";
import {
  Amount,
  Certainty,
  Currency,
  DayText,
  DocumentName,
  FactName,
  FlagName,
  Source,
  Text,
} from "../vocabulary.ts";

const BasisPoints = z.int().min(0).max(1_000_000);
const Rate = z.union([
  z.strictObject({ bp: BasisPoints }),
  z.strictObject({ ppm: z.int().min(0).max(100_000_000) }),
]);
const RateOrParameter = z.union([Rate, z.strictObject({ param: z.enum(["vat", "ct", "icms"]) })]);
const Base = z.array(z.string().min(1)).min(1).max(20);
const Sources = z.array(Source).min(1);
const Jurisdiction = z.string().regex(/^[A-Z]{2}$/);
const dated = { from: DayText, to: DayText.nullable() };

const Condition = z.strictObject({
  fact: FactName,
  is: z.enum(["eq", "ne", "lt", "lte", "gt", "gte", "in", "not-in"]),
  value: z.union([Amount, z.number(), z.string(), z.boolean(), z.array(z.string()).min(1)]),
});

const named = {
  code: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: Text,
  when: z.array(Condition).max(20).exactOptional(),
};

const ChargeShape: z.ZodType<Charge> = z.lazy(() =>
  z.discriminatedUnion("type", [
    z.strictObject({
      ...named,
      type: z.literal("ad-valorem"),
      rate: RateOrParameter,
      base: Base,
      factorBp: BasisPoints.exactOptional(),
    }),
    z.strictObject({
      ...named,
      type: z.literal("ad-valorem-less"),
      rate: RateOrParameter,
      less: Amount,
      base: Base,
    }),
    z.strictObject({
      ...named,
      type: z.literal("inclusive"),
      rate: RateOrParameter,
      base: Base,
      factorBp: BasisPoints.exactOptional(),
    }),
    z.strictObject({
      ...named,
      type: z.literal("per-item"),
      amount: Amount,
      count: z.enum(["distinct-hs6", "distinct-hs10", "units"]),
    }),
    z.strictObject({ ...named, type: z.literal("per-parcel"), amount: Amount }),
    z.strictObject({ ...named, type: z.literal("per-kg"), amount: Amount }),
    z.strictObject({ ...named, type: z.literal("table"), table: z.string(), base: Base }),
    z.strictObject({
      ...named,
      type: z.literal("max-of"),
      options: z.array(ChargeShape).min(2).max(20),
    }),
  ]),
);

const RuleShape: z.ZodType<Omit<Rule, "jurisdiction">> = z.strictObject({
  id: z.string().regex(/^[A-Z]{2}[A-Za-z0-9.-]*$/),
  kind: z.enum(["import", "domestic", "fee", "export", "prohibition"]),
  ...dated,
  certainty: Certainty,
  supersedes: z.string().exactOptional(),
  priority: z.int().min(0).max(1000),
  when: z.array(Condition).max(20),
  charges: z.array(ChargeShape).max(20),
  collectedBy: Text.exactOptional(),
  documents: z.array(DocumentName),
  flags: z.array(FlagName),
  note: Text.exactOptional(),
  sources: Sources,
  owner: z.string().min(1),
  recheckBy: DayText,
});

export const RulesFile = z.strictObject({
  schema: z.literal("trade-rules/2"),
  jurisdiction: Jurisdiction,
  rules: z.array(RuleShape),
});

const VatRowShape: z.ZodType<Omit<VatRow, "jurisdiction">> = z.strictObject({
  ...dated,
  category: z.literal("standard"),
  region: z.string().min(1).exactOptional(),
  rate: Rate,
  certainty: Certainty,
  sources: Sources,
});

export const VatFile = z.strictObject({
  schema: z.literal("trade-vat/1"),
  jurisdiction: Jurisdiction,
  rows: z.array(VatRowShape),
});

const DutyTableShape: z.ZodType<DutyTable> = z.strictObject({
  table: z.string().min(1),
  name: Text,
  kind: z.enum(["official", "teaching"]),
  ...dated,
  default: BasisPoints,
  prefixes: z.record(z.string().regex(/^\d{2,10}$/), BasisPoints),
  sources: Sources,
});

export const DutyFile = z.strictObject({
  schema: z.literal("trade-duty/1"),
  /** What every screen that shows these rates must say. */
  label: Text,
  tables: z.array(DutyTableShape),
});

const ComplianceShape: z.ZodType<Omit<ComplianceRow, "jurisdiction">> = z.strictObject({
  flag: z.string().regex(/^[a-z0-9][a-z0-9.-]*$/),
  name: Text,
  ...dated,
  trigger: z.strictObject({
    hsPrefix: z.array(z.string().regex(/^\d{2,10}$/)),
    attributes: z.array(z.string().min(1)),
  }),
  evidence: z.array(DocumentName).min(1),
  certainty: Certainty,
  sources: Sources,
});

export const ComplianceFile = z.strictObject({
  schema: z.literal("trade-compliance/1"),
  jurisdiction: Jurisdiction,
  rows: z.array(ComplianceShape),
});

const City = z.strictObject({
  name: Text,
  local: z.string().min(1),
  region: z.string().min(1),
  weight: z.int().min(1).max(1000),
  postcodes: z.array(z.string().min(1)).min(1).max(12),
});

export const CountryFile: z.ZodType<Omit<Country, "id" | "code">> = z
  .strictObject({
    role: z.enum(["market", "union", "origin"]),
    names: Text,
    union: Jurisdiction.nullable(),
    currency: Currency,
    roundingStepMinor: z.int().min(1).max(1000),
    valueBasis: z.enum(["FOB", "CIF"]),
    customsRate: z.strictObject({
      regime: z.enum([
        "daily",
        "weekly",
        "monthly-third-wednesday",
        "monthly-penultimate-wednesday",
      ]),
      certainty: Certainty,
      note: Text,
    }),
    withdrawal: z
      .strictObject({ days: z.int().min(1).max(60), certainty: Certainty, source: Source })
      .optional(),
    languages: z.array(z.string().regex(/^[a-z]{2}$/)),
    regions: z.array(z.strictObject({ code: z.string().min(1), name: Text })),
    postcode: z.strictObject({ pattern: z.string(), example: z.string() }).nullable(),
    cities: z.array(City),
  })
  .refine(
    ({ role, cities }) => {
      const sum = cities.reduce((weight, city) => weight + city.weight, 0);
      return role === "union" ? cities.length === 0 : sum === 1000;
    },
    { error: "the weights of the cities of a country sum to 1,000; a union has none" },
  )
  .refine(
    ({ regions, cities }) =>
      cities.every((city) => regions.some((region) => region.code === city.region)),
    { error: "every city lies in a region of the list" },
  );
