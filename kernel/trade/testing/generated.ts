/** Generated rule sets and consignments of an invented country `AA` in an invented union `UU`. */
import fc from "fast-check";
import type { RateTable } from "../../money/convert.ts";
import type { Consignment, ConsignmentLine } from "../facts.ts";
import type { Amount, Charge, Condition, Country, Rate, Rule, RuleSet } from "../rule-set.ts";

export const today = 10;

/** Rates that leave converted thresholds with fractions of a minor unit. */
export const rates: RateTable = {
  base: "EUR",
  rateE8: { USD: 91_237_451, JPY: 613_329, KRW: 65_871, CNY: 12_700_003 },
};

const text = { zh: "甲", en: "A" };
const sources = [{ title: "a source", ref: "here", checkedOn: "2026-11-24" }];

export function country(code: string, roundingStepMinor = 1): Country {
  return {
    id: code.toLowerCase(),
    code,
    role: code === "UU" ? "union" : "market",
    names: text,
    union: code === "UU" ? null : "UU",
    currency: "EUR",
    roundingStepMinor,
    valueBasis: "CIF",
    customsRate: { regime: "daily", certainty: "certain", note: text },
    languages: [],
    regions: [],
    postcode: null,
    cities: [],
  };
}

/** A rule of `AA` for every consignment; fields are overridden by what is given. */
export function rule(id: string, fields: Partial<Rule> = {}): Rule {
  return {
    id,
    jurisdiction: "AA",
    kind: "import",
    from: 0,
    to: null,
    certainty: "certain",
    priority: 1,
    when: [],
    charges: [],
    documents: [],
    flags: [],
    sources,
    owner: "tests",
    recheckBy: 100,
    ...fields,
  };
}

export function ruleSet(rules: readonly Rule[], roundingStepMinor = 1): RuleSet {
  const dated = { from: 0, to: null, sources };
  return {
    hash: "0".repeat(64),
    countries: [country("AA", roundingStepMinor), country("UU", roundingStepMinor)],
    rules,
    vat: [
      {
        ...dated,
        jurisdiction: "AA",
        category: "standard",
        rate: { bp: 2300 },
        certainty: "probable",
      },
      {
        ...dated,
        jurisdiction: "AA",
        category: "standard",
        region: "QQ",
        rate: { ppm: 149_750 },
        certainty: "certain",
      },
    ],
    dutyTables: [
      {
        ...dated,
        table: "AA.MFN",
        name: text,
        kind: "teaching",
        default: 400,
        prefixes: { "61": 1200, "610910": 1650, "8517": 0, "42": 333 },
      },
    ],
    compliance: [],
  };
}

/** A charge without its code and name. */
export type Form = Charge extends infer One
  ? One extends Charge
    ? Omit<One, "code" | "name">
    : never
  : never;

/** A charge named after its code. */
export function charge(code: string, form: Form): Charge {
  return { code, name: { zh: code, en: code }, ...form } as Charge;
}

const currencies = ["EUR", "USD", "JPY", "KRW"] as const;

export const amounts: fc.Arbitrary<Amount> = fc.record({
  minor: fc.integer({ min: 0, max: 60_000 }),
  currency: fc.constantFrom(...currencies),
});

export const plainRates: fc.Arbitrary<Rate> = fc.oneof(
  fc.record({ bp: fc.integer({ min: 0, max: 9_000 }) }),
  fc.record({ ppm: fc.integer({ min: 0, max: 900_000 }) }),
);

const orders = ["lt", "lte", "gt", "gte", "eq", "ne"] as const;

/** Conditions of every kind; `lines` leaves out those that choose lines. */
export const conditions: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    fact: fc.constantFrom(
      "intrinsic" as const,
      "value" as const,
      "fob" as const,
      "cif" as const,
      "maxItemValue" as const,
      "orderValue" as const,
      "annualTotal" as const,
    ),
    is: fc.constantFrom(...orders),
    value: amounts,
  }),
  fc.record({
    fact: fc.constant("itemCount" as const),
    is: fc.constantFrom(...orders),
    value: fc.integer({ min: 1, max: 6 }),
  }),
  fc.record({
    fact: fc.constant("buyer" as const),
    is: fc.constantFrom("eq" as const, "ne" as const),
    value: fc.constantFrom("consumer", "business"),
  }),
  fc.record({
    fact: fc.constant("channel" as const),
    is: fc.constantFrom("in" as const, "not-in" as const),
    value: fc.subarray(["postal", "line", "express"], { minLength: 1 }),
  }),
  fc.record({
    fact: fc.constant("origin" as const),
    is: fc.constantFrom("in" as const, "not-in" as const),
    value: fc.subarray(["CN", "US", "VN"], { minLength: 1 }),
  }),
  fc.record({
    fact: fc.constant("hsPrefix" as const),
    is: fc.constantFrom("in" as const, "not-in" as const),
    value: fc.subarray(["61", "610910", "42", "8517"], { minLength: 1 }),
  }),
  fc.record({
    fact: fc.constantFrom("ioss" as const, "dutyRecharged" as const, "prc" as const),
    is: fc.constant("eq" as const),
    value: fc.boolean(),
  }),
  fc.record({
    fact: fc.constant("region" as const),
    is: fc.constant("eq" as const),
    value: fc.constant("QQ"),
  }),
);

const parts = ["goods", "freight", "insurance"];

/** One charge that may build on the codes before it. */
export function charges(code: string, earlier: readonly string[]): fc.Arbitrary<Charge> {
  const full = earlier.map((one) => `${one}_full`);
  const base = fc.subarray([...parts, ...earlier, ...full], { minLength: 1 });
  const rate = fc.oneof(plainRates, fc.constant({ param: "vat" as const }));
  const factor = fc.option(fc.integer({ min: 0, max: 10_000 }), { nil: undefined });
  const rated = (type: "ad-valorem" | "inclusive") =>
    fc
      .record({ type: fc.constant(type), rate, base, factorBp: factor })
      .map(({ factorBp, ...form }) => (factorBp === undefined ? form : { ...form, factorBp }));
  const simple = fc.oneof(
    rated("ad-valorem"),
    rated("inclusive"),
    fc.record({ type: fc.constant("ad-valorem-less" as const), rate, less: amounts, base }),
    fc.record({
      type: fc.constant("per-item" as const),
      amount: amounts,
      count: fc.constantFrom("distinct-hs6" as const, "distinct-hs10" as const, "units" as const),
    }),
    fc.record({ type: fc.constant("per-parcel" as const), amount: amounts }),
    fc.record({ type: fc.constant("per-kg" as const), amount: amounts }),
    fc.record({
      type: fc.constant("table" as const),
      table: fc.constant("AA.MFN"),
      base: fc.subarray(parts, { minLength: 1 }),
    }),
  );
  const named = simple.map((form) => charge(code, form));
  const nested = fc
    .array(named, { minLength: 2, maxLength: 3 })
    .map((options) => charge(code, { type: "max-of", options }));
  const any = fc.oneof({ weight: 6, arbitrary: named }, { weight: 1, arbitrary: nested });
  return fc.oneof(
    { weight: 4, arbitrary: any },
    {
      weight: 1,
      arbitrary: fc
        .tuple(any, fc.array(conditions, { minLength: 1, maxLength: 2 }))
        .map(([one, when]): Charge => ({ ...one, when })),
    },
  );
}

/** Up to four charges, each of which may build on those before it. */
export const chargeLists: fc.Arbitrary<readonly Charge[]> = fc
  .tuple(
    charges("a", []),
    charges("b", ["a"]),
    charges("c", ["a", "b"]),
    charges("d", ["a", "b", "c"]),
    fc.integer({ min: 0, max: 4 }),
  )
  .map(([a, b, c, d, count]) => [a, b, c, d].slice(0, count));

const kinds = fc.oneof(
  { weight: 10, arbitrary: fc.constant("import" as const) },
  { weight: 3, arbitrary: fc.constant("fee" as const) },
  { weight: 1, arbitrary: fc.constant("domestic" as const) },
  { weight: 1, arbitrary: fc.constant("prohibition" as const) },
);

export const rules: fc.Arbitrary<readonly Rule[]> = fc
  .array(
    fc.record({
      jurisdiction: fc.constantFrom("AA", "UU"),
      kind: kinds,
      from: fc.constantFrom(0, 0, today, today + 1),
      days: fc.constantFrom(null, null, 5, 30),
      certainty: fc.constantFrom(
        "certain" as const,
        "probable" as const,
        "believed" as const,
        "scenario" as const,
      ),
      priority: fc.integer({ min: 0, max: 3 }),
      when: fc.array(conditions, { maxLength: 3 }),
      charges: chargeLists,
      flags: fc.subarray(["vat-at-sale" as const, "ioss-optional" as const]),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((list) =>
    list.map(({ days, ...fields }, index) =>
      rule(`R${index}`, { ...fields, to: days === null ? null : fields.from + days }),
    ),
  );

export const ruleSets: fc.Arbitrary<RuleSet> = fc
  .tuple(rules, fc.constantFrom(1, 1, 10, 100))
  .map(([list, step]) => ruleSet(list, step));

/** Lines whose total is a whole number of equal units, as a price list gives them. */
export const lines: fc.Arbitrary<ConsignmentLine> = fc
  .record({
    hs: fc.constantFrom("610910", "6109901000", "420221", "8517620000", "950300"),
    origin: fc.constantFrom("CN", "US", "VN"),
    unitMinor: fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 0, max: 60_000 }) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 2_000_000_000_000 }) },
    ),
    quantity: fc.integer({ min: 1, max: 5 }),
    unitG: fc.integer({ min: 1, max: 3_000 }),
  })
  .map(({ unitMinor, unitG, ...line }) => ({
    ...line,
    goodsMinor: unitMinor * line.quantity,
    weightG: unitG * line.quantity,
  }));

export const consignments: fc.Arbitrary<Consignment> = fc
  .record(
    {
      destination: fc.constant("AA"),
      region: fc.constant("QQ"),
      day: fc.constant(today),
      buyer: fc.constantFrom("consumer" as const, "business" as const),
      channel: fc.constantFrom(
        "postal" as const,
        "line" as const,
        "express" as const,
        "domestic" as const,
      ),
      currency: fc.constantFrom(...currencies),
      lines: fc.array(lines, { minLength: 1, maxLength: 4 }),
      freightMinor: fc.integer({ min: 0, max: 20_000 }),
      insuranceMinor: fc.integer({ min: 0, max: 2_000 }),
      dutyTerms: fc.constantFrom("DAP" as const, "DDP" as const, "at-sale" as const),
      ioss: fc.boolean(),
      dutyRecharged: fc.boolean(),
      annualTotalMinor: fc.integer({ min: 0, max: 100_000 }),
    },
    {
      requiredKeys: [
        "destination",
        "day",
        "buyer",
        "channel",
        "currency",
        "lines",
        "freightMinor",
        "insuranceMinor",
        "dutyTerms",
      ],
    },
  )
  .map((fields) => fields as Consignment);

/** One line of 100.00 goods and 10.00 freight in EUR; fields are overridden by what is given. */
export function parcel(fields: Partial<Consignment> = {}): Consignment {
  return {
    destination: "AA",
    day: today,
    buyer: "consumer",
    channel: "postal",
    currency: "EUR",
    lines: [{ hs: "610910", origin: "CN", goodsMinor: 10_000, quantity: 1, weightG: 500 }],
    freightMinor: 1_000,
    insuranceMinor: 0,
    dutyTerms: "DAP",
    ...fields,
  };
}
