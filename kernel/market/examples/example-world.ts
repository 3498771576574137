/** A season's source without files, for tests and benches: as large or as small as asked. */
import { exampleMarkets, exampleTrade } from "./example-trade.ts";
import type {
  Category,
  MarketProduct,
  ParameterValue,
  Query,
  Scenario,
  Shock,
  WorldSource,
} from "../world/scenario.ts";
import { engineVersion } from "../world/scenario.ts";
import { compileWorld, type World } from "../world/world.ts";

export type ExampleOptions = {
  readonly markets?: number;
  readonly categories?: number;
  readonly queries?: number;
  readonly stores?: number;
  readonly bots?: number;
  readonly offersPerStore?: number;
  readonly visitsPerDay?: number;
  readonly productsPerCategory?: number;
  readonly days?: number;
  readonly burnInDays?: number;
  readonly shocks?: readonly Shock[];
  readonly modules?: Partial<Scenario["modules"]>;
  readonly parameters?: readonly ParameterValue[];
  readonly matching?: "market" | "sandbox";
};

const text = (en: string) => ({ zh: en, en });
const attributeValues = ["steel", "cotton", "glass"] as const;

/** Shares of the first queries of a category, basis points; the rest share what is left. */
const queryShares = [3800, 2400, 1700, 1200, 900] as const;

/** Words of which goods and searches are made; the same in every language of the example. */
const nouns = ["bottle", "scarf", "lamp", "bag", "brush", "chair", "knife", "mirror"] as const;

export function exampleSource(options: ExampleOptions = {}): WorldSource {
  const { markets = 3, categories = 3, queries = 5, productsPerCategory = 4 } = options;
  const taken = exampleMarkets.slice(0, markets);
  const listed = Array.from({ length: categories }, (_, index) => categoryOf(index, queries));
  return {
    engine: engineVersion,
    scenario: scenarioOf(
      options,
      listed,
      taken.map(({ country }) => country),
    ),
    categories: listed,
    products: listed.flatMap((_, category) =>
      Array.from({ length: productsPerCategory }, (__, index) => productOf(category, index)),
    ),
    exchange: [
      { currency: "USD", rateE8: 100_000_000, volatilityBp: 0 },
      { currency: "EUR", rateE8: 116_840_000, volatilityBp: 750 },
      { currency: "JPY", rateE8: 625_600, volatilityBp: 1000 },
      { currency: "CNY", rateE8: 14_636_000, volatilityBp: 400 },
      { currency: "GBP", rateE8: 134_210_000, volatilityBp: 850 },
      { currency: "BRL", rateE8: 19_891_000, volatilityBp: 1600 },
      { currency: "KRW", rateE8: 67_116, volatilityBp: 900 },
      { currency: "AUD", rateE8: 70_343_000, volatilityBp: 1050 },
      { currency: "PLN", rateE8: 27_464_000, volatilityBp: 1100 },
    ],
    tiers: [
      { id: "a", healthMinBp: 9000, commissionBp: -100, payoutDays: 3, rankBonusMilli: 150 },
      { id: "b", healthMinBp: 7500, commissionBp: 0, payoutDays: 7, rankBonusMilli: 0 },
      { id: "c", healthMinBp: 0, commissionBp: 0, payoutDays: 14, rankBonusMilli: -150 },
    ],
    trade: exampleTrade(taken),
  };
}

/** The source compiled; throws with its faults where it has any, for then the example is wrong. */
export function exampleWorld(options: ExampleOptions = {}): World {
  const compiled = compileWorld(exampleSource(options));
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.faults));
  return compiled.value;
}

function scenarioOf(
  options: ExampleOptions,
  categories: readonly Category[],
  countries: readonly string[],
): Scenario {
  const { stores = 30, offersPerStore = 4 } = options;
  const share = Math.floor(10_000 / countries.length);
  return {
    id: "example",
    version: 1,
    name: text("Example"),
    goal: text("None"),
    level: 1,
    days: options.days ?? 30,
    startDate: "2026-03-02",
    booksCurrency: "USD",
    openingCashMinor: 2_000_000,
    markets: countries.map((country, index) => ({
      country,
      // The first market takes what rounding leaves.
      visitShareBp: index === 0 ? 10_000 - share * (countries.length - 1) : share,
    })),
    visitsPerDay: options.visitsPerDay ?? 20_000,
    categories: categories.map(({ id }) => id),
    bots: {
      stores: options.bots ?? Math.min(stores, 24),
      levelsBp: [2000, 2000, 2000, 2000, 2000],
      entrantsBp: 2000,
    },
    offersPerStore,
    storesMax: stores,
    carriers: ["example"],
    platform: "example",
    starter: { products: 2, units: 30 },
    leadTimeBp: 5000,
    ...(options.matching === undefined ? {} : { matching: options.matching }),
    cities: [
      { id: "dear", name: text("Dear"), rentBp: 5000, wageBp: 2000, skillPlus: 1 },
      { id: "cheap", name: text("Cheap"), rentBp: -3000, wageBp: -1500, skillPlus: 0 },
    ],
    modules: {
      ads: true,
      warehouses: true,
      returns: true,
      service: true,
      exchange: false,
      loans: false,
      research: false,
      sourcing: false,
      tenders: false,
      tiers: false,
      company: false,
      offsite: false,
      promotions: false,
      temptations: false,
      terms: false,
      ...options.modules,
    },
    shocks: options.shocks ?? [],
    score: { profitBp: 5000, customerBp: 2000, operationsBp: 1500, processBp: 1500 },
    burnInDays: options.burnInDays ?? 14,
    parameters: options.parameters ?? [],
  };
}

function categoryOf(index: number, queries: number): Category {
  const noun = nouns[index % nouns.length]!;
  return {
    id: `x-${noun}-${index}`,
    name: text(`${noun} ${index}`),
    monthsBp: Array.from({ length: 12 }, () => 10_000),
    commissionBp: [1500, 800, 1000][index % 3]!,
    attributes: [
      {
        key: "material",
        name: text("Material"),
        required: true,
        values: attributeValues.map((id) => ({ id, name: text(id) })),
      },
      { key: "size", name: text("Size"), required: false },
    ],
    queries: Array.from({ length: queries }, (_, query) => queryOf(noun, query, queries)),
  };
}

function queryOf(noun: string, query: number, queries: number): Query {
  const last = queries - 1;
  const before = queryShares.slice(0, Math.min(last, query)).reduce((sum, one) => sum + one, 0);
  const visitShareBp = query === last ? 10_000 - before : (queryShares[query] ?? 0);
  const word = ["", "small", "blue", "travel", "gift", "cheap", "large", "red"][query]!;
  const terms = [noun, word].filter((one) => one !== "");
  const search = {
    phrase: terms.toReversed().join(" "),
    terms: terms.map((term) => ({ term, synonyms: [`${term}ish`] })),
  };
  const languages = ["en", "de", "fr", "es", "pl", "ja", "ko"];
  return {
    visitShareBp,
    meaning: text(search.phrase),
    phrases: Object.fromEntries(languages.map((language) => [language, search])),
  };
}

function productOf(category: number, index: number): MarketProduct {
  const noun = nouns[category % nouns.length]!;
  return {
    sku: `S${category}-${index}`,
    supplier: `supplier-${index % 3}`,
    name: text(`${noun} model ${index}`),
    category,
    unitCostMinor: 1500 + 900 * (category % 5) + 350 * index,
    costCurrency: "CNY",
    weightG: 120 + 40 * index,
    sizeMm: [200, 120, 60 + 5 * index],
    hs10: ["6109100021", "8517790000", "7323930000"][category % 3]!,
    origin: "cn",
    battery: null,
    attributes: { material: attributeValues[index % 3]!, size: "M" },
    moq: 20,
    leadDays: 7 + (index % 4),
    defectPpm: 10_000,
  };
}
