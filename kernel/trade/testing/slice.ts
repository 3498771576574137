/** A season's slice of an invented world: one market in a union, one carrier with three legs. */
import type { TradeProduct } from "../answers.ts";
import type { Carrier, ServiceOffer } from "../rate-card.ts";
import type { Rule, TradeSlice } from "../rule-set.ts";
import { cardRow, carrier, serviceOffer, surcharge } from "./cards.ts";
import { charge, rule, ruleSet } from "./generated.ts";

export const firstDay = 0;
export const lastDay = 100;

/** A cotton shirt, a lamp with its cell, a chair. */
export const products: readonly TradeProduct[] = [
  {
    hs10: "6109100000",
    origin: "cn",
    weightG: 200,
    sizeMm: [250, 200, 30],
    battery: "none",
    attributes: ["textile"],
  },
  {
    hs10: "8517620000",
    origin: "cn",
    weightG: 300,
    sizeMm: [100, 100, 80],
    battery: "PI967",
    attributes: ["radio", "battery:PI967"],
    evidence: ["un38.3-summary"],
  },
  {
    hs10: "9401710000",
    origin: "cn",
    weightG: 6_000,
    sizeMm: [900, 500, 400],
    battery: "none",
    attributes: [],
  },
];

const all = ["goods", "freight", "insurance"];

const consumerTo150: Rule["when"] = [
  { fact: "buyer", is: "eq", value: "consumer" },
  { fact: "intrinsic", is: "lte", value: { minor: 15_000, currency: "EUR" } },
];

/** Consumers pay no duty to EUR 150, from day 50 EUR 3 an item; above it duty and VAT. */
export const unionRules: readonly Rule[] = [
  rule("UU.lv", {
    jurisdiction: "UU",
    to: 50,
    priority: 20,
    when: consumerTo150,
    flags: ["low-value-relief", "ioss-optional", "marketplace-collects"],
    documents: ["cn23"],
    charges: [
      charge("duty", { type: "ad-valorem", rate: { bp: 0 }, base: ["goods"] }),
      charge("vat", { type: "ad-valorem", rate: { param: "vat" }, base: all }),
    ],
  }),
  rule("UU.item", {
    jurisdiction: "UU",
    from: 50,
    priority: 20,
    when: consumerTo150,
    flags: ["ioss-optional", "marketplace-collects"],
    documents: ["cn23"],
    charges: [
      charge("duty", {
        type: "per-item",
        amount: { minor: 300, currency: "EUR" },
        count: "distinct-hs6",
      }),
      charge("vat", { type: "ad-valorem", rate: { param: "vat" }, base: [...all, "duty"] }),
    ],
  }),
  rule("UU.std", {
    jurisdiction: "UU",
    flags: ["standard-duty", "no-ioss"],
    documents: ["h1"],
    charges: [
      charge("duty", { type: "table", table: "AA.MFN", base: all }),
      charge("vat", { type: "ad-valorem", rate: { param: "vat" }, base: [...all, "duty"] }),
    ],
  }),
  rule("AA.domestic", {
    kind: "domestic",
    flags: ["vat-at-sale", "marketplace-collects", "sold-from-stock"],
    charges: [
      charge("vat", { type: "ad-valorem", rate: { param: "vat" }, base: ["goods", "freight"] }),
    ],
  }),
];

const legs = {
  parcel: { card: "PAR", channel: "postal", mode: "post", dutyTerms: "DAP" },
  "first-leg": { card: "SEA", channel: "freight", mode: "sea", dutyTerms: "DDP" },
  "last-mile": { card: "LM", channel: "domestic", mode: "road", dutyTerms: "DDP" },
} as const;

export const services: readonly ServiceOffer[] = (
  ["parcel", "first-leg", "last-mile"] as const
).map((leg) => serviceOffer({ id: leg, leg, product: leg, markets: ["aa"], ...legs[leg] }));

export const post: Carrier = carrier({
  rows: services.map((service) =>
    cardRow({
      card: service.card,
      product: service.product,
      dest: "AA",
      dutyTerms: [service.dutyTerms],
      weightToG: service.leg === "first-leg" ? 10_000_000 : 2_000,
      sideMaxMm: service.leg === "first-leg" ? 1_000 : 600,
      sizeMaxMm: service.leg === "first-leg" ? 3_000 : 900,
      weightMaxG: service.leg === "first-leg" ? 22_500 : 2_000,
    }),
  ),
  surcharges: [
    surcharge({ card: "PAR", basis: "fixed", amountMicro: 1_000_000, from: 70, to: 80 }),
  ],
});

export function tradeSlice(rules: readonly Rule[] = unionRules): TradeSlice {
  const set = ruleSet(rules);
  return {
    ...set,
    format: "trade-slice/1",
    from: firstDay,
    to: lastDay,
    markets: ["aa"],
    carriers: [post],
    services,
    compliance: [
      {
        flag: "radio",
        name: { zh: "无线电", en: "Radio" },
        jurisdiction: "UU",
        from: 0,
        to: null,
        trigger: { hsPrefix: [], attributes: ["radio"] },
        evidence: ["declaration-of-conformity", "test-report"],
        certainty: "certain",
        sources: [{ title: "a source", ref: "here", checkedOn: "2026-11-24" }],
      },
    ],
  };
}
