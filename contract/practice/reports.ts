import { z } from "zod";
import { Instant, PlainDate } from "../platform/shapes.ts";
import { ListingScores, ListingText, UnitEconomics } from "./decision.ts";
import {
  Count,
  CurrencyCode,
  MarketCode,
  Minor,
  Rate,
  Saying,
  SeasonDay,
  Sku,
  StoreNumber,
  Text,
  Ticks,
} from "./shapes.ts";

/** A figure with its past; `unit` says how to print it. Money is in the books' currency. */
export const Figure = z.strictObject({
  id: z.enum(["profit", "sales", "orders", "cash"]),
  unit: z.enum(["money", "count"]),
  value: z.number(),
  previous: z.number().nullable(),
  series: z.array(z.number()).max(60),
});
export type Figure = z.output<typeof Figure>;

export const StoreView = z.strictObject({
  store: StoreNumber,
  name: z.string().max(40),
  members: z
    .array(
      z.strictObject({
        person: z.string().max(40),
        name: z.string().max(80),
        isOnline: z.boolean(),
      }),
    )
    .max(6),
  mayDecide: z.boolean(),
  isReady: z.boolean(),
  decisionsToday: Count,
  /** Steps of the guided day that are done, in order. */
  guide: z.strictObject({
    isOn: z.boolean(),
    done: z.array(z.enum(["select", "publish", "price", "shipping", "advertise", "close"])).max(6),
  }),
});
export type StoreView = z.output<typeof StoreView>;

export const TodayView = z.strictObject({
  /** The last closed day; 0 before the first close. */
  day: SeasonDay,
  /** What happened, as the facts of one sentence. */
  story: z.array(Saying).max(4),
  figures: z.array(Figure).max(4),
  needs: z
    .array(
      Saying.extend({
        urgency: z.enum(["blocking", "soon", "hint"]),
        /** Room and place where it is solved. */
        room: z.enum(["products", "advertising", "stock", "orders", "money", "insight"]),
        at: z.string().max(120),
      }),
    )
    .max(20),
  coming: z
    .array(
      z.strictObject({ day: SeasonDay, date: PlainDate, code: z.string().max(60), headline: Text }),
    )
    .max(20),
  markets: z
    .array(
      z.strictObject({
        market: MarketCode,
        impressions: Rate,
        clicks: Count,
        orders: Count,
        conversionBp: Count,
        revenueMinor: Minor,
        marginBp: z.int(),
        series: z.array(z.number()).max(60),
      }),
    )
    .max(32),
  standing: z
    .strictObject({
      rank: z.int().min(1),
      of: Count,
      scoreMilli: z.int(),
      parts: z.strictObject({
        profitMilli: z.int(),
        customerMilli: z.int(),
        operationsMilli: z.int(),
        processMilli: z.int(),
      }),
    })
    .nullable(),
  changed: z.array(Saying).max(20),
});
export type TodayView = z.output<typeof TodayView>;

/** A SKU that may be chosen. Assumed facts are named, never shown as the enterprise's. */
export const ChoosableProduct = z.strictObject({
  sku: Sku,
  name: Text,
  text: Text,
  picture: z.string().max(300).nullable(),
  supplier: Text,
  category: z.strictObject({ id: z.string().max(60), name: Text }),
  unitCostMinor: Minor,
  costCurrency: CurrencyCode,
  weightG: Count,
  sizeMm: z.array(Count).length(3),
  hs10: z.string().max(10),
  battery: z.string().max(40).nullable(),
  attributes: z.record(z.string().max(40), z.string().max(120)),
  moq: Count,
  leadDays: Count,
  assumed: z.array(z.string().max(40)).max(10),
  isSelected: z.boolean(),
  /** Stores of the season that sell it. */
  rivals: Count,
});
export type ChoosableProduct = z.output<typeof ChoosableProduct>;

export const ListingRow = z.strictObject({
  market: MarketCode,
  state: z.enum(["unlisted", "live", "withdrawn"]),
  listing: ListingText.nullable(),
  contentMilli: z.int(),
  relevance: z.array(z.int()).max(8),
  priceMinor: Minor,
  discount: z.strictObject({ depthBp: Count, from: SeasonDay, to: SeasonDay }).nullable(),
  service: z.string().max(80).nullable(),
  feeMinor: Minor,
  promiseDays: Count,
  landedMinor: Minor,
  referenceMinor: Minor,
  marginMinor: Minor,
  marginBp: z.int(),
  /** The last seven closed days. */
  week: z.strictObject({
    impressions: Rate,
    clicks: Count,
    orders: Count,
    units: Count,
    revenueMinor: Minor,
    adTicks: Ticks,
  }),
  series: z.array(z.number()).max(30),
});
export type ListingRow = z.output<typeof ListingRow>;

export const ProductsView = z.strictObject({
  offers: z
    .array(
      z.strictObject({
        offer: z.int(),
        sku: Sku,
        name: Text,
        picture: z.string().max(300).nullable(),
        category: z.strictObject({ id: z.string().max(60), name: Text }),
        unitCostMinor: Minor,
        costCurrency: CurrencyCode,
        photoLevel: z.int().min(0).max(3),
        onHand: Count,
        inbound: Count,
        ratingMilli: z.int(),
        reviews: Count,
        listings: z.array(ListingRow).max(32),
      }),
    )
    .max(200),
  offersMax: Count,
});
export type ProductsView = z.output<typeof ProductsView>;

export const ServiceOption = z.strictObject({
  id: z.string().max(80),
  name: Text,
  from: z.enum(["home", "warehouse"]),
  /** Price for one parcel of this product, minor units of `currency`; null with the reason when refused. */
  costMinor: Minor.nullable(),
  currency: CurrencyCode,
  refusal: Saying.nullable(),
  p10Days: Count,
  p50Days: Count,
  p90Days: Count,
  lossPpm: Count,
  isTracked: z.boolean(),
  dutyTerms: z.string().max(20),
});
export type ServiceOption = z.output<typeof ServiceOption>;

/** One search of a category: what buyers type, in their language, and how often. */
export const KeywordRow = z.strictObject({
  query: z.int().min(0).max(7),
  phrase: z.string().max(120),
  meaning: Text,
  terms: z.array(z.string().max(60)).max(12),
  /** Visits of the last closed day. */
  visits: Rate,
  /** Own relevance, 0..255, and own mean place; null when not listed. */
  relevance: z.int().nullable(),
  placeMilli: z.int().nullable(),
  impressions: Rate,
  clicks: Count,
  units: Count,
  /** Clicks paid by all advertisers would have cost about this, ticks; null when nobody bids. */
  topBidTicks: Ticks.nullable(),
});
export type KeywordRow = z.output<typeof KeywordRow>;

/** Everything the listing editor needs for one SKU in one market. */
export const ListingEditorView = z.strictObject({
  sku: Sku,
  market: MarketCode,
  product: ChoosableProduct,
  row: ListingRow,
  economics: UnitEconomics.nullable(),
  scores: ListingScores.nullable(),
  services: z.array(ServiceOption).max(40),
  keywords: z.array(KeywordRow).max(8),
  attributes: z
    .array(
      z.strictObject({
        key: z.string().max(40),
        name: Text,
        isRequired: z.boolean(),
        truth: z.string().max(120),
      }),
    )
    .max(30),
  prices: z.strictObject({
    referenceMinor: Minor,
    p10Minor: Minor,
    p25Minor: Minor,
    p75Minor: Minor,
    p90Minor: Minor,
    offers: Count,
  }),
  photoCosts: z.array(Minor).length(4),
  /** Suggested by the rule price = landed cost · e / (e - 1) / (1 - commission). */
  suggestedPriceMinor: Minor,
});
export type ListingEditorView = z.output<typeof ListingEditorView>;

const adFigures = {
  impressions: Rate,
  clicks: Count,
  ticks: Ticks,
  units: Count,
  /** Books currency. */
  revenueMinor: Minor,
};

export const AdvertisingView = z.strictObject({
  /** Books currency for 1 USD in 1e-8 units, to show ticks as money. */
  usdRateE8: z.int(),
  reserveTicks: Ticks,
  campaigns: z
    .array(
      z.strictObject({
        campaign: z.int(),
        name: z.string().max(40),
        isOn: z.boolean(),
        dailyBudgetTicks: Ticks,
        spentTicks: Ticks,
        markets: z.array(MarketCode).max(32),
        week: z.strictObject(adFigures),
        entries: z
          .array(
            z.strictObject({
              entry: z.int(),
              sku: Sku,
              name: Text,
              keyword: z.string().max(80),
              match: z.enum(["exact", "phrase", "broad", "auto"]),
              bidTicks: Ticks,
              breakEvenTicks: Ticks,
              ...adFigures,
            }),
          )
          .max(2_000),
        negatives: z.array(z.string().max(80)).max(200),
        series: z.array(z.number()).max(30),
      }),
    )
    .max(50),
});
export type AdvertisingView = z.output<typeof AdvertisingView>;

export const SearchTermRow = z.strictObject({
  sku: Sku,
  name: Text,
  market: MarketCode,
  phrase: z.string().max(120),
  meaning: Text,
  visits: Rate,
  impressions: Rate,
  shareBp: Count,
  placeMilli: z.int(),
  clicks: Count,
  units: Count,
  adImpressions: Rate,
  adPlaceMilli: z.int(),
  adClicks: Count,
  adTicks: Ticks,
  adUnits: Count,
});
export type SearchTermRow = z.output<typeof SearchTermRow>;

export const FreightOption = z.strictObject({
  market: MarketCode,
  mode: z.enum(["air", "sea"]),
  /** For one unit of the SKU, minor units of the books. */
  unitMinor: Minor,
  p10Days: Count,
  p90Days: Count,
});

export const StockView = z.strictObject({
  rows: z
    .array(
      z.strictObject({
        sku: Sku,
        name: Text,
        picture: z.string().max(300).nullable(),
        pool: z.string().max(2).nullable(),
        onHand: Count,
        inbound: Count,
        soldWeek: Count,
        /** Days the stock lasts at the last week's pace; null when nothing sold. */
        coverDays: z.number().nullable(),
        lostWeek: Count,
        costMinor: Minor,
        series: z.array(z.number()).max(30),
      }),
    )
    .max(2_000),
  rules: z.array(z.strictObject({ sku: Sku, pointUnits: Count, upToUnits: Count })).max(200),
  arrivals: z
    .array(
      z.strictObject({
        number: z.int(),
        sku: Sku,
        name: Text,
        pool: z.string().max(2).nullable(),
        units: Count,
        dueOn: SeasonDay,
        costMinor: Minor,
        owedMinor: Minor,
      }),
    )
    .max(2_000),
  supply: z
    .array(
      z.strictObject({
        sku: Sku,
        moq: Count,
        leadDays: Count,
        unitCostMinor: Minor,
        /** Price breaks: from so many units the unit costs so much, books currency. */
        breaks: z.array(z.strictObject({ units: Count, unitMinor: Minor })).max(8),
        freight: z.array(FreightOption).max(64),
      }),
    )
    .max(200),
});
export type StockView = z.output<typeof StockView>;

export const OrderState = z.enum([
  "sold",
  "on-the-way",
  "held",
  "delivered",
  "refused",
  "lost",
  "returned",
  "destroyed",
]);

export const OrderRow = z.strictObject({
  /** Address of the order in its season; opaque, stable. */
  id: z.string().max(60),
  day: SeasonDay,
  sku: Sku,
  name: Text,
  market: MarketCode,
  buyer: z.string().max(80),
  city: z.string().max(80),
  units: Count,
  currency: CurrencyCode,
  priceMinor: Minor,
  feeMinor: Minor,
  totalMinor: Minor,
  phrase: z.string().max(120),
  place: Count,
  isSponsored: z.boolean(),
  service: Text,
  promisedOn: SeasonDay,
  state: OrderState,
  dueOrDoneOn: SeasonDay,
});
export type OrderRow = z.output<typeof OrderRow>;

export const ParcelStep = z.strictObject({
  day: SeasonDay,
  event: z.string().max(30),
  isDone: z.boolean(),
});

export const OrderView = z.strictObject({
  order: OrderRow,
  lines: z
    .array(z.strictObject({ code: z.string().max(40), minor: Minor, currency: CurrencyCode }))
    .max(20),
  journey: z.array(ParcelStep).max(20),
  review: z.strictObject({ stars: z.int().min(1).max(5), day: SeasonDay, text: Text }).nullable(),
});
export type OrderView = z.output<typeof OrderView>;

export const ReviewRow = z.strictObject({
  day: SeasonDay,
  sku: Sku,
  name: Text,
  market: MarketCode,
  stars: z.int().min(1).max(5),
  theme: z.string().max(20),
  text: Text,
  lateDays: Count,
});
export type ReviewRow = z.output<typeof ReviewRow>;

export const ReviewsView = z.strictObject({
  ratingMilli: z.int(),
  reviews: Count,
  /** Reviews with 1, 2, 3, 4 and 5 stars. */
  stars: z.array(Count).length(5),
  items: z.array(ReviewRow).max(200),
});
export type ReviewsView = z.output<typeof ReviewsView>;

/** One line of a statement: an account and its amount in the books' currency. */
export const StatementLine = z.strictObject({
  code: z.string().max(40),
  /** 0 total, 1 group, 2 account. */
  level: z.int().min(0).max(2),
  amountMinor: Minor,
  previousMinor: Minor.nullable(),
  /** Account of the ledger it opens to; null for totals. */
  account: z.string().max(40).nullable(),
});

export const MoneyView = z.strictObject({
  from: SeasonDay,
  to: SeasonDay,
  currency: CurrencyCode,
  profit: z.array(StatementLine).max(60),
  balance: z.array(StatementLine).max(60),
  cashFlow: z.array(StatementLine).max(60),
  cash: z.array(z.strictObject({ day: SeasonDay, cashMinor: Minor, heldMinor: Minor })).max(400),
  /** Money expected by day: payouts and what is owed to suppliers. */
  due: z
    .array(z.strictObject({ day: SeasonDay, code: z.string().max(40), amountMinor: Minor }))
    .max(400),
  rates: z.array(z.strictObject({ currency: CurrencyCode, rateE8: z.int() })).max(40),
});
export type MoneyView = z.output<typeof MoneyView>;

export const PostingRow = z.strictObject({
  day: SeasonDay,
  document: z.int(),
  kind: z.string().max(40),
  party: z.string().max(40),
  account: z.string().max(40),
  currency: CurrencyCode,
  amountMinor: Minor,
  subject: Text.nullable(),
  market: MarketCode.nullable(),
});
export type PostingRow = z.output<typeof PostingRow>;

export const DocumentView = z.strictObject({
  document: z.int(),
  kind: z.string().max(40),
  day: SeasonDay,
  lines: z.array(PostingRow).max(400),
});

export const FunnelRow = z.strictObject({
  sku: Sku,
  name: Text,
  market: MarketCode,
  visits: Rate,
  impressions: Rate,
  clicks: Count,
  carts: Count,
  orders: Count,
  units: Count,
  lostUnits: Count,
  delivered: Count,
  revenueMinor: Minor,
});
export type FunnelRow = z.output<typeof FunnelRow>;

export const FunnelView = z.strictObject({
  from: SeasonDay,
  to: SeasonDay,
  rows: z.array(FunnelRow).max(2_000),
});
export type FunnelView = z.output<typeof FunnelView>;

export const PriceMapView = z.strictObject({
  day: SeasonDay,
  cells: z
    .array(
      z.strictObject({
        market: MarketCode,
        category: z.string().max(60),
        offers: Count,
        visits: Rate,
        units: Count,
        currency: CurrencyCode,
        referenceMinor: Minor,
        p10Minor: Minor,
        p25Minor: Minor,
        p75Minor: Minor,
        p90Minor: Minor,
        own: z
          .array(z.strictObject({ sku: Sku, name: Text, landedMinor: Minor, units: Count }))
          .max(200),
      }),
    )
    .max(2_048),
});
export type PriceMapView = z.output<typeof PriceMapView>;

export const LeaderboardView = z.strictObject({
  day: SeasonDay,
  /** Mean profit of the fully skilled bots that started with the class. */
  parProfitMinor: Minor,
  rows: z
    .array(
      z.strictObject({
        rank: z.int().min(1),
        store: StoreNumber,
        name: z.string().max(40),
        isBot: z.boolean(),
        isMine: z.boolean(),
        scoreMilli: z.int(),
        profitMinor: Minor,
        orders: Count,
        ratingMilli: z.int(),
        change: z.int(),
      }),
    )
    .max(6_000),
});
export type LeaderboardView = z.output<typeof LeaderboardView>;

/** When something in the season changed; the screens fetch again what they show. */
export const SeasonEvent = z.strictObject({ at: Instant });
