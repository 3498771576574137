/**
 * What a season starts from. A scenario is data (atlas/scenarios); together with the catalogue and
 * the dated rules it is frozen into a `WorldSource`, so that a season never changes when a file
 * does.
 */
import type { TradeSlice } from "../../trade/rule-set.ts";

/** Simplified Chinese and English of one text. */
export type Text = { readonly zh: string; readonly en: string };

/** One destination country of the season. */
export type ScenarioMarket = {
  /** ISO 3166-1 alpha-2, lower case: the folder of atlas/countries. */
  readonly country: string;
  /** Share of all visits, basis points; the markets of a scenario sum to 10,000. */
  readonly visitShareBp: number;
};

export type BotMix = {
  /** Stores run by bots when the season opens; thin classes are filled up to this number. */
  readonly stores: number;
  /** Shares of the five skill levels 0, .25, .5, .75, 1 in basis points, summing to 10,000. */
  readonly levelsBp: readonly [number, number, number, number, number];
  /** Share of bots that open on day 1 like the students; the par line is drawn from these. */
  readonly entrantsBp: number;
};

export type ShockKind =
  | "tariff-step"
  | "relief-removed"
  | "port-closure"
  | "carrier-strike"
  | "policy-change"
  | "exchange-jump"
  | "viral-demand"
  | "supplier-failure"
  | "news";

/** A change of the world, the same for every store. Days are season days, the first is 1. */
export type Shock = {
  readonly kind: ShockKind;
  /** First day on which it acts. */
  readonly from: number;
  /** How many days it acts; a tariff step, a policy or an exchange jump stays: 0. */
  readonly days: number;
  /** Countries it concerns; empty means all. */
  readonly markets: readonly string[];
  /** Category ids it concerns; empty means all. */
  readonly categories: readonly string[];
  /**
   * Its size: basis points added to the duty rate (tariff-step), to the commission (policy-change)
   * or to the rate of exchange (exchange-jump, signed); factor in basis points of days
   * (port-closure), of visits (viral-demand) or of lead time (supplier-failure). Unused otherwise:
   * 0.
   */
  readonly sizeBp: number;
  /** How many days before `from` it is announced; 0 is a surprise. */
  readonly noticeDays: number;
  /** What the stores read. */
  readonly headline: Text;
};

/** One override of an engine parameter; names and bounds are those of `parameters.ts`. */
export type ParameterValue = { readonly name: string; readonly value: number };

/** A city in which a store may have its office. */
export type City = {
  readonly id: string;
  readonly name: Text;
  /** Added to what rents and wages are elsewhere, basis points; negative is cheaper. */
  readonly rentBp: number;
  readonly wageBp: number;
  /** Levels that people hired there are better than they are paid for. */
  readonly skillPlus: number;
};

export type ScoreWeights = {
  /** Weights in basis points; parts whose module is off are left out and the rest scaled. */
  readonly profitBp: number;
  readonly customerBp: number;
  readonly operationsBp: number;
  readonly processBp: number;
};

export type Scenario = {
  readonly id: string;
  readonly version: number;
  readonly name: Text;
  readonly goal: Text;
  /** 1 beginner, 2 intermediate, 3 advanced. */
  readonly level: 1 | 2 | 3;
  /** Season days that are played. */
  readonly days: number;
  /** ISO date of season day 1; also decides which dated rules hold. */
  readonly startDate: string;
  /** Currency of the stores' books. */
  readonly booksCurrency: string;
  readonly openingCashMinor: number;
  readonly markets: readonly ScenarioMarket[];
  /** Visits a day over all markets, before season and weekday factors. */
  readonly visitsPerDay: number;
  /** Ids of atlas/categories, by falling traffic. */
  readonly categories: readonly string[];
  readonly bots: BotMix;
  /** Offers a store may open, and how many a bot opens. */
  readonly offersPerStore: number;
  /** The most stores, people and bots together. */
  readonly storesMax: number;
  /** Carriers of atlas/carriers that serve the season. */
  readonly carriers: readonly string[];
  /** Folder of atlas/platforms. */
  readonly platform: string;
  /** Units a person's store receives at once, on account, with each of its first products. */
  readonly starter: { readonly products: number; readonly units: number };
  /** Factor on suppliers' lead times, basis points; beginners' seasons run faster. */
  readonly leadTimeBp: number;
  /**
   * What brings buyers and sellers together: shoppers who choose from pages (left out), or the deal
   * of the compatible sandbox (practice.md 9).
   */
  readonly matching?: "market" | "sandbox";
  /** Cities for an office; none where the company is no part of the season. */
  readonly cities?: readonly City[];
  readonly modules: {
    readonly ads: boolean;
    readonly warehouses: boolean;
    /** Returns, disputes, chargebacks and the sanctions that follow (market.md E10, E12). */
    readonly returns: boolean;
    /** Buyers' questions and who answers them (E11). */
    readonly service: boolean;
    /** Payouts stay in the market's currency until they are changed; forwards (E14). */
    readonly exchange: boolean;
    /** Loans, money sold early, and the emergency loan of who cannot pay. */
    readonly loans: boolean;
    /** Reports, rivals watched, panels, experiments and forecasts (practice.md 4.2). */
    readonly research: boolean;
    /** Workshops beside each maker, and what is agreed with suppliers (E13). */
    readonly sourcing: boolean;
    /** Lots that makers sell by sealed bid (practice.md 4.2). */
    readonly tenders: boolean;
    /** Goods of better tiers, and with the store's own name on them (practice.md 4.2). */
    readonly tiers: boolean;
    /** An office in a city, levels and training of people, and those in operations. */
    readonly company: boolean;
    /** Awareness, brand searches and promotion off the market (E19). */
    readonly offsite: boolean;
    /** Promotions beside a plain lower price (E20). */
    readonly promotions: boolean;
    /** Offers behind the platform's back, audits, and the integrity record (practice.md 14). */
    readonly temptations: boolean;
    /** Terms for after the sale, and insured parcels. */
    readonly terms: boolean;
    /** Money from owners and dividends to them; off where nothing is said. */
    readonly equity?: boolean | undefined;
  };
  readonly shocks: readonly Shock[];
  readonly score: ScoreWeights;
  readonly burnInDays: number;
  readonly parameters: readonly ParameterValue[];
};

/** One of a category's searches: its words in the languages of the markets. */
export type Query = {
  /** Share of the category's visits, basis points; the queries of a category sum to 10,000. */
  readonly visitShareBp: number;
  /** What it asks for, for readers who do not know the market's language. */
  readonly meaning: Text;
  /** By language: the phrase as typed, and its terms with their synonyms, lower case. */
  readonly phrases: Readonly<
    Record<
      string,
      {
        readonly phrase: string;
        readonly terms: readonly { readonly term: string; readonly synonyms: readonly string[] }[];
      }
    >
  >;
};

/** How readily buyers send a category's goods back. */
export type ReturnClass = "apparel" | "electronics" | "home" | "beauty" | "other";

export type Category = {
  readonly id: string;
  readonly name: Text;
  /** `other` when left out. */
  readonly returnClass?: ReturnClass;
  /** Demand of the twelve months, basis points of the mean. */
  readonly monthsBp: readonly number[];
  /** Commission of the platform in this category, basis points of the price. */
  readonly commissionBp: number;
  readonly attributes: readonly {
    readonly key: string;
    readonly name: Text;
    readonly required: boolean;
    /** The values to choose from, the same in every language; without them the value is free. */
    readonly values?: readonly { readonly id: string; readonly name: Text }[];
    readonly unit?: string;
  }[];
  readonly queries: readonly Query[];
};

/** Supplies what no enterprise has: the atlas makes products up where real ones are too few. */
export type SyntheticSupplier = "synthetic";
export const syntheticSupplier: SyntheticSupplier = "synthetic";

/** A SKU that stores of the season may offer, as its enterprise describes it. */
export type MarketProduct = {
  /** Unique in the season; the enterprise's SKU. */
  readonly sku: string;
  /** The enterprise that supplies it, an opaque id. */
  readonly supplier: string;
  readonly name: Text;
  /** Index into the season's categories. */
  readonly category: number;
  readonly unitCostMinor: number;
  /** What an ordinary maker asks for it, where the season dealt a quicker or slower one. */
  readonly ordinaryCostMinor?: number;
  readonly costCurrency: string;
  readonly weightG: number;
  readonly sizeMm: readonly [number, number, number];
  readonly hs10: string;
  /** ISO 3166-1 alpha-2, lower case. */
  readonly origin: string;
  readonly battery: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly moq: number;
  readonly leadDays: number;
  /** Share of units that arrive defective, parts per million. */
  readonly defectPpm: number;
};

/**
 * Units of a currency for one unit of the books' currency at the start, and its yearly volatility.
 */
export type ExchangeRow = {
  readonly currency: string;
  /** Minor-free rate: books currency per 1 unit of `currency`, in 1e-8 units. */
  readonly rateE8: number;
  /** Annual volatility against the books' currency, basis points. */
  readonly volatilityBp: number;
};

export type PlatformTier = {
  readonly id: string;
  readonly healthMinBp: number;
  /** Added to the category's commission, basis points (negative is a discount). */
  readonly commissionBp: number;
  /** Days after delivery until the money is paid out. */
  readonly payoutDays: number;
  readonly rankBonusMilli: number;
};

/**
 * Version of the engine: raised whenever equal inputs would no longer give equal digests. A type,
 * so that files of the atlas, which take only types from here, are held to it by the compiler.
 */
export type EngineVersion = 6;
export const engineVersion: EngineVersion = 6;

/** Everything that fixes a season but its seed and its log. Plain JSON; its SHA-256 names it. */
export type WorldSource = {
  /** The `EngineVersion` it was made for. */
  readonly engine: number;
  /**
   * Key of what this season's shoppers like; without it they like what those of every other season
   * of the scenario do. As secret as the season's own key.
   */
  readonly tastes?: { readonly k0: number; readonly k1: number };
  readonly scenario: Scenario;
  readonly categories: readonly Category[];
  readonly products: readonly MarketProduct[];
  readonly exchange: readonly ExchangeRow[];
  readonly tiers: readonly PlatformTier[];
  readonly trade: TradeSlice;
};
