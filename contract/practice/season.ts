import { z } from "zod";
import { Id, Instant, nameOf, PlainDate } from "../platform/shapes.ts";
import { classMembersMax } from "../teaching/shapes.ts";
import { Absence, Autopilot } from "./absence.ts";
import { RankBand } from "./rank-band.ts";
import { DaysPerRound, RankingState, ScoreWeights, Scoring, ScoringValue } from "./scoring.ts";
import { Count, CurrencyCode, Market, Minor, SeasonDay, StoreNumber, Text } from "./shapes.ts";
import {
  eventDaysMax,
  eventNoteCharsMax,
  eventNoticeDaysMax,
  eventSizeBpRange,
} from "./typed-limits.ts";

export const ScenarioCard = z.strictObject({
  id: z.string().max(60),
  name: Text,
  goal: Text,
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  days: Count,
  startDate: PlainDate,
  markets: z.array(z.strictObject({ code: z.string().max(2), name: Text })).max(32),
  categories: Count,
  bots: Count,
  storesMax: Count,
  openingCashMinor: Minor,
  booksCurrency: CurrencyCode,
  shocks: Count,
});
export type ScenarioCard = z.output<typeof ScenarioCard>;

export const SeasonState = z.enum([
  "draft",
  "preparing",
  "lobby",
  "running",
  "paused",
  "finished",
  "archived",
]);
export type SeasonState = z.output<typeof SeasonState>;

/** When a day closes. Times are the server's; a timetable is in the season's time zone. */
export const Pace = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("by-hand") }),
  z.strictObject({
    kind: z.literal("interval"),
    minutes: z.int().min(1).max(10_080),
    /** Closes early once every store has handed in its day. */
    closesWhenAllReady: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal("timetable"),
    /** Monday is 0. */
    weekdays: z.array(z.int().min(0).max(6)).min(1).max(7),
    time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    timeZone: z.string().max(60),
  }),
  z.strictObject({ kind: z.literal("self-paced") }),
]);
export type Pace = z.output<typeof Pace>;

export const MakeSeasonRequest = z.strictObject({
  class: Id,
  scenario: z.string().max(60),
  name: nameOf(60),
  pace: Pace,
  /** Bots that trade beside the class; the scenario's number when left out. */
  bots: z.int().min(0).max(5_000).optional(),
  /** Days to be played; at most the scenario's. */
  days: z.int().min(1).max(400).optional(),
  /** Enterprises whose published products the stores may sell. */
  enterprises: z.array(Id).min(1).max(50),
  /** People a store may have. */
  teamSize: z.int().min(1).max(6),
  /** One of the scenario's presets: what it changes holds wherever this request says nothing. */
  preset: z.string().max(60).optional(),
  /** Days that close in one go; the preset's, or one. */
  daysPerRound: DaysPerRound.optional(),
  /** How stores are ranked; the preset's, or the balanced score. */
  scoring: Scoring.optional(),
  /** What the parts of the balanced score weigh; the scenario's when left out. */
  weights: ScoreWeights.optional(),
  /** What becomes of a store that hands nothing in; the preset's, or its decisions go on. */
  absence: Absence.optional(),
});
export type MakeSeasonRequest = z.output<typeof MakeSeasonRequest>;

export const MyStore = z.strictObject({ store: StoreNumber, name: z.string().max(40) });

/** Which parts of practice a season has. */
export const SeasonModules = z.strictObject({
  ads: z.boolean(),
  warehouses: z.boolean(),
  returns: z.boolean(),
  service: z.boolean(),
  exchange: z.boolean(),
  loans: z.boolean(),
  research: z.boolean(),
  sourcing: z.boolean(),
  tenders: z.boolean(),
  tiers: z.boolean(),
  company: z.boolean(),
  offsite: z.boolean(),
  promotions: z.boolean(),
  temptations: z.boolean(),
  terms: z.boolean(),
  equity: z.boolean(),
});
export type SeasonModules = z.output<typeof SeasonModules>;

export const SeasonView = z.strictObject({
  id: Id,
  name: z.string().max(60),
  class: Id.nullable(),
  className: z.string().max(80),
  scenario: z.strictObject({ id: z.string().max(60), name: Text, goal: Text }),
  state: SeasonState,
  /** The day that is open; after the last close, days + 1. */
  day: SeasonDay,
  days: Count,
  /** Calendar date of the open day in the market. */
  date: PlainDate,
  /** How often the season was rewound. */
  branch: Count,
  pace: Pace,
  /** When the open day closes by itself. */
  closesAt: Instant.nullable(),
  serverNow: Instant,
  isClosing: z.boolean(),
  /** Progress of making the market ready, 0..100, while `preparing`. */
  preparedPercent: z.int().min(0).max(100),
  stores: Count,
  bots: Count,
  readyStores: Count,
  teamSize: Count,
  /** The preset that it was made by; null without. */
  preset: z.string().max(60).nullable(),
  daysPerRound: DaysPerRound,
  /** New listings that a store may put up in a round; null without such a rule. */
  listingsPerRoundMax: Count.nullable(),
  absence: Absence,
  scoring: Scoring,
  /** Tasks are judged in it. */
  hasTasks: z.boolean(),
  /** What those who do not steer see of the ranking, and the day on which it was frozen. */
  ranking: RankingState,
  rankingDay: SeasonDay.nullable(),
  booksCurrency: CurrencyCode,
  booksDigits: z.int().min(0).max(4),
  openingCashMinor: Minor,
  markets: z.array(Market).max(32),
  categories: z.array(z.strictObject({ id: z.string().max(60), name: Text })).max(64),
  /** Shoppers who choose from pages, or the deal of the compatible sandbox. */
  matching: z.enum(["market", "sandbox"]),
  /** Keywords that a listing may have. */
  keywordsMax: Count,
  /** The carriers' services, for what was decided about shipping. */
  services: z.array(z.strictObject({ id: z.string().max(80), name: Text })).max(200),
  modules: SeasonModules,
  myStores: z.array(MyStore).max(20),
  /** The caller may close, rewind, inject and see every store. */
  maySteer: z.boolean(),
  /** The caller sees every store: whoever may steer, and an assistant. */
  maySeeAll: z.boolean(),
  /** True for a person's own first practice. */
  isRehearsal: z.boolean(),
  areNamesHidden: z.boolean(),
  /** SHA-256 of everything that fixes the season but its seed and log. */
  worldHash: z.string().max(64),
  /** SHA-256 of the seed and salt, published before; both are opened when it is finished. */
  seedCommitment: z.string().max(64),
  rulesDate: PlainDate,
});
export type SeasonView = z.output<typeof SeasonView>;

export const SeasonSummary = SeasonView.pick({
  id: true,
  name: true,
  class: true,
  className: true,
  scenario: true,
  state: true,
  day: true,
  days: true,
  closesAt: true,
  stores: true,
  myStores: true,
  maySteer: true,
  isRehearsal: true,
});
export type SeasonSummary = z.output<typeof SeasonSummary>;

export const InjectEventRequest = z.strictObject({
  kind: z.enum([
    "tariff-step",
    "port-closure",
    "carrier-strike",
    "policy-change",
    "exchange-jump",
    "viral-demand",
    "supplier-failure",
    "news",
  ]),
  from: SeasonDay,
  days: z.int().min(0).max(eventDaysMax),
  markets: z.array(z.string().max(2)).max(32),
  categories: z.array(z.string().max(60)).max(64),
  sizeBp: z.int().min(eventSizeBpRange.least).max(eventSizeBpRange.most),
  noticeDays: z.int().min(0).max(eventNoticeDaysMax),
  headline: Text,
  /** Why, for those who lead the class; students never read it. */
  note: z.string().trim().max(eventNoteCharsMax).optional(),
});
export type InjectEventRequest = z.output<typeof InjectEventRequest>;

/** One store on the class wall. */
export const WallTile = z.strictObject({
  store: StoreNumber,
  name: z.string().max(40),
  members: z.array(z.string().max(80)).max(6),
  /** A program runs it; programs are ranked among themselves. */
  isAgent: z.boolean(),
  rank: z.int().min(1),
  /** Thousandths; -1 where there is not enough to say, as in all scores and their parts. */
  scoreMilli: z.int(),
  /** By which it is ranked, by the season's scoring. */
  value: ScoringValue,
  /** The integrity record as the score counts it; -1 without temptations. */
  recordMilli: z.int(),
  /** Profit since the store entered, and of the last closed day; books currency. */
  profitMinor: Minor,
  dayProfitMinor: Minor,
  profitSeries: z.array(Minor).max(60),
  cashMinor: Minor,
  revenueMinor: Minor,
  orders: Count,
  listingsLive: Count,
  daysSinceDecision: Count,
  /** Since when a bot runs it; null while its people do. */
  autopilotSince: SeasonDay.nullable(),
  isReady: z.boolean(),
  /**
   * Codes, the most urgent first: cash-low, idle, nothing-listed, warehouse-empty, sold-out,
   * no-sale, loss, part-sold-out. `sold-out` says that no listing has anything left.
   */
  warnings: z.array(z.string().max(40)).max(6),
});
export type WallTile = z.output<typeof WallTile>;

export const Wall = z.strictObject({
  /** The last closed day. */
  day: SeasonDay,
  tiles: z.array(WallTile).max(6_000),
  inProfit: Count,
  withoutStore: z
    .array(z.strictObject({ person: Id, name: z.string().max(80) }))
    .max(classMembersMax),
});
export type Wall = z.output<typeof Wall>;

export const DayRecord = z.strictObject({
  day: SeasonDay,
  branch: Count,
  closedAt: Instant,
  digest: z.string().max(64),
  milliseconds: Count,
  orders: Count,
  isSuperseded: z.boolean(),
  how: z.enum(["by-hand", "interval", "timetable", "all-ready", "self-paced", "late"]),
});
export type DayRecord = z.output<typeof DayRecord>;

/** Of what stores said about one event, a debrief shows so many, and so much of each. */
export const responsesShown = 50;
export const responseCharsShown = 300;

/** Where a series of a debrief belongs; money is in the books' currency. */
export const DebriefView = z.strictObject({
  day: SeasonDay,
  /** What happened to the whole market, by day. */
  story: z
    .array(
      z.strictObject({
        day: SeasonDay,
        code: z.string().max(60),
        headline: Text,
        value: z.number(),
        /** How many stores said what they do about it. */
        responded: Count,
        /** The first of them in order of day, with the last word of each. */
        responses: z
          .array(
            z.strictObject({
              store: StoreNumber,
              /** Empty while the season hides names. */
              name: z.string().max(80),
              day: SeasonDay,
              /** Its beginning where it is longer. */
              plan: z.string().max(responseCharsShown),
            }),
          )
          .max(responsesShown),
      }),
    )
    .max(400),
  standings: z
    .array(
      z.strictObject({
        rank: z.int().min(1),
        store: StoreNumber,
        name: z.string().max(40),
        /** A program's: ranked among programs, after the people. */
        isAgent: z.boolean(),
        scoreMilli: z.int(),
        /** By which it is ranked, by the season's scoring. */
        value: ScoringValue,
        profitMilli: z.int(),
        customerMilli: z.int(),
        operationsMilli: z.int(),
        processMilli: z.int(),
        profitMinor: Minor,
        revenueMinor: Minor,
        adsMinor: Minor,
        orders: Count,
        decisions: Count,
        /** The last days on which a bot ran it; null without any. */
        autopilot: Autopilot.nullable(),
        /** Of its rank among people; null until it is worked out after the season's end. */
        band: RankBand.nullable(),
      }),
    )
    .max(6_000),
  series: z.strictObject({
    days: z.array(SeasonDay).max(400),
    bestMinor: z.array(Minor).max(400),
    medianMinor: z.array(Minor).max(400),
    parMinor: z.array(Minor).max(400),
  }),
  /** The days on which stores changed rank most, with the decisions of the day before. */
  turningPoints: z
    .array(
      z.strictObject({
        store: StoreNumber,
        name: z.string().max(40),
        day: SeasonDay,
        rankBefore: z.int(),
        rankAfter: z.int(),
        decisions: z.array(z.strictObject({ number: z.int(), kind: z.string().max(40) })).max(10),
      }),
    )
    .max(20),
  /** Rules on the log that catch common mistakes. */
  misconceptions: z
    .array(
      z.strictObject({
        code: z.string().max(60),
        stores: z
          .array(
            z.strictObject({
              store: StoreNumber,
              name: z.string().max(40),
              days: Count,
              facts: z.record(z.string(), z.union([z.string(), z.number()])),
            }),
          )
          .max(6_000),
      }),
    )
    .max(20),
  /** Opened when the season is finished; null before. */
  truth: z
    .strictObject({
      seed: z.string().max(80),
      segments: z
        .array(
          z.strictObject({
            id: z.string().max(40),
            shareBp: Count,
            priceMilli: z.int(),
            qualityMilli: z.int(),
            reviewsMilli: z.int(),
            deliveryMilli: z.int(),
          }),
        )
        .max(16),
    })
    .nullable(),
});
export type DebriefView = z.output<typeof DebriefView>;
