/**
 * An invented trade slice for worlds that need no files: tests and benches. Countries carry real
 * codes so that currencies and languages are known; rates and cards are made up.
 */
import type { CurrencyCode } from "../../money/currency.ts";
import type { CardRow, Carrier, ServiceOffer } from "../../trade/rate-card.ts";
import type { Charge, Country, Rule, TradeSlice } from "../../trade/rule-set.ts";

export type ExampleMarket = {
  readonly country: string;
  readonly currency: CurrencyCode;
  readonly language: string;
  readonly vatBp: number;
  /** Taken by the marketplace at the sale, or due at the door. */
  readonly isTaxedAtSale: boolean;
  readonly directDays: number;
};

const market = (
  country: string,
  currency: CurrencyCode,
  language: string,
  vatBp: number,
  isTaxedAtSale: boolean,
  directDays: number,
): ExampleMarket => ({ country, currency, language, vatBp, isTaxedAtSale, directDays });

/** Ten stand-in markets; a world takes the first few. */
export const exampleMarkets: readonly ExampleMarket[] = [
  market("us", "USD", "en", 0, false, 12),
  market("de", "EUR", "de", 1900, true, 12),
  market("jp", "JPY", "ja", 1000, false, 9),
  market("gb", "GBP", "en", 2000, true, 11),
  market("fr", "EUR", "fr", 2000, true, 12),
  market("es", "EUR", "es", 2100, true, 13),
  market("br", "BRL", "es", 1700, true, 24),
  market("kr", "KRW", "ko", 1000, false, 7),
  market("au", "AUD", "en", 1000, true, 12),
  market("pl", "PLN", "pl", 2300, true, 14),
];

const text = (en: string) => ({ zh: en, en });
const sources = [{ title: "invented", ref: "example-trade.ts", checkedOn: null }];
const dated = { from: 0, to: null, certainty: "scenario", sources } as const;

/** Services of a market, in the order of the slice: `serviceOf` names them. */
export const exampleServices = ["post", "line", "sea", "air", "last-mile"] as const;

/** Number of a service to a market of the example slice. */
export function serviceOf(place: number, service: (typeof exampleServices)[number]): number {
  return place * exampleServices.length + exampleServices.indexOf(service);
}

export function exampleTrade(markets: readonly ExampleMarket[]): TradeSlice {
  const services = markets.flatMap(servicesOf);
  return {
    format: "trade-slice/1",
    hash: "0".repeat(64),
    from: 0,
    to: 60_000,
    markets: markets.map(({ country }) => country),
    countries: markets.map(countryOf),
    rules: markets.flatMap(rulesOf),
    vat: markets.map(({ country, vatBp }) => ({
      ...dated,
      jurisdiction: country.toUpperCase(),
      category: "standard",
      rate: { bp: vatBp },
    })),
    dutyTables: [
      {
        table: "example",
        name: text("Duty"),
        kind: "teaching",
        from: 0,
        to: null,
        default: 300,
        prefixes: { "61": 1200, "85": 0 },
        sources,
      },
    ],
    compliance: [],
    carriers: [carrierOf(markets, services)],
    services,
  };
}

function countryOf({ country, currency, language }: ExampleMarket): Country {
  return {
    id: country,
    code: country.toUpperCase(),
    role: "market",
    names: text(country),
    union: null,
    currency,
    roundingStepMinor: 1,
    valueBasis: "CIF",
    customsRate: { regime: "daily", certainty: "scenario", note: text("invented") },
    languages: [language],
    regions: [],
    postcode: null,
    cities: [
      {
        name: text("City"),
        local: "City",
        region: "",
        weight: 1000,
        postcodes: ["#####"],
      },
    ],
  };
}

function rulesOf({ country, isTaxedAtSale }: ExampleMarket): readonly Rule[] {
  const jurisdiction = country.toUpperCase();
  const duty: Charge = {
    code: "duty",
    name: text("Duty"),
    type: "table",
    table: "example",
    base: ["goods", "freight"],
  };
  const vat = (base: readonly string[]): Charge => ({
    code: "vat",
    name: text("VAT"),
    type: "ad-valorem",
    rate: { param: "vat" },
    base,
  });
  const rule = { jurisdiction, ...dated, priority: 1, when: [], documents: [], owner: "example" };
  return [
    {
      ...rule,
      id: `${country}-import`,
      kind: "import",
      charges: [duty, vat(["goods", "freight", "duty"])],
      flags: isTaxedAtSale ? ["vat-at-sale", "marketplace-collects"] : [],
      recheckBy: 60_000,
    },
    {
      ...rule,
      id: `${country}-domestic`,
      kind: "domestic",
      charges: [vat(["goods", "freight"])],
      flags: ["vat-at-sale"],
      recheckBy: 60_000,
    },
  ];
}

function servicesOf({ country }: ExampleMarket): readonly ServiceOffer[] {
  const offer = (
    product: (typeof exampleServices)[number],
    leg: ServiceOffer["leg"],
    mode: ServiceOffer["mode"],
    channel: ServiceOffer["channel"],
    dutyTerms: ServiceOffer["dutyTerms"],
  ): ServiceOffer => ({
    id: `${country}-${product}`,
    carrier: "example",
    card: "example",
    product,
    names: text(product),
    leg,
    mode,
    channel,
    dutyTerms,
    currency: "CNY",
    markets: [country],
  });
  return [
    offer("post", "parcel", "post", "postal", "DAP"),
    offer("line", "parcel", "air", "line", "DDP"),
    offer("sea", "first-leg", "sea", "freight", "DDP"),
    offer("air", "first-leg", "air", "freight", "DDP"),
    offer("last-mile", "last-mile", "road", "domestic", "DDP"),
  ];
}

function carrierOf(markets: readonly ExampleMarket[], services: readonly ServiceOffer[]): Carrier {
  return {
    id: "example",
    names: text("Example carrier"),
    label: text("Invented"),
    services: services.map(({ carrier: _, currency: __, markets: ___, ...rest }) => rest),
    rows: markets.flatMap(rowsOf),
    surcharges: [],
    zones: [],
    remote: [],
    events: {},
  };
}

function rowsOf({ country, directDays }: ExampleMarket): readonly CardRow[] {
  const row = (
    product: (typeof exampleServices)[number],
    baseFeeMicro: number,
    stepFeeMicro: number,
    medianDays: number,
    dutyTerms: CardRow["dutyTerms"],
  ): CardRow => ({
    card: "example",
    product,
    origin: "CN",
    dest: country.toUpperCase(),
    zone: "",
    currency: "CNY",
    from: 0,
    to: null,
    weightFromG: 0,
    weightToG: 30_000_000,
    baseFeeMicro,
    stepFromG: 0,
    stepG: 10,
    stepFeeMicro,
    registrationFeeMicro: 0,
    weightMinG: 10,
    divisor: 0,
    volumeTrigger: "never",
    sideMaxMm: 0,
    sizeRule: null,
    sizeMaxMm: 0,
    weightMaxG: 30_000_000,
    battery: "all",
    transitDays: [Math.ceil(medianDays * 0.7), medianDays, Math.ceil(medianDays * 1.6)],
    lossPpm: 6_000,
    tracked: "full",
    dutyTerms,
  });
  return [
    row("post", 15_000_000, 500_000, directDays, ["DAP"]),
    row("line", 22_000_000, 650_000, Math.ceil(directDays * 0.75), ["DDP"]),
    row("sea", 300_000_000, 60_000, 30, ["DDP"]),
    row("air", 200_000_000, 350_000, 8, ["DDP"]),
    row("last-mile", 20_000_000, 100_000, 4, ["DDP"]),
  ];
}
