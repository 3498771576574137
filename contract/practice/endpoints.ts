import { z } from "zod";
import { download, endpoints, nothing } from "../platform/endpoint.ts";
import { page, pageAsk } from "../platform/paging.ts";
import { Id, integerText } from "../platform/shapes.ts";
import {
  CheckRequest,
  DecideAnswer,
  DecideRequest,
  Draft,
  LoggedDecision,
  Projection,
  SaveDraftRequest,
} from "./decision.ts";
import * as report from "./reports.ts";
import {
  DayRecord,
  DebriefView,
  InjectEventRequest,
  MakeSeasonRequest,
  Pace,
  ScenarioCard,
  SeasonSummary,
  SeasonView,
  Wall,
} from "./season.ts";
import { MarketCode, Minor, Sku } from "./shapes.ts";

const ofSeason = z.strictObject({ season: Id });
const ofStore = z.strictObject({ season: Id, store: integerText(0, 5_999) });
const ofListing = ofStore.extend({ sku: Sku, market: MarketCode });
const span = { from: integerText(0, 400).optional(), to: integerText(0, 400).optional() };
const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

const seasonRefusals = ["practice/no-such-season"] as const;
const storeRefusals = ["practice/no-such-season", "practice/no-such-store"] as const;
const steerRefusals = [
  ...seasonRefusals,
  "practice/season-closed",
  "practice/season-busy",
] as const;
const decideRefusals = [
  ...storeRefusals,
  "practice/day-closed",
  "practice/season-closed",
  "practice/season-not-open",
  "practice/decision-limit",
  "practice/no-such-product",
  "practice/no-such-market",
  "practice/no-such-campaign",
  "practice/not-selected",
  "practice/already-selected",
  "practice/offer-cap",
  "practice/listing-incomplete",
  "practice/not-listed",
  "practice/already-listed",
  "practice/price-not-allowed",
  "practice/promotion-not-allowed",
  "practice/service-unknown",
  "practice/service-refuses-parcel",
  "practice/module-off",
  "practice/campaign-cap",
  "practice/ad-entry-cap",
  "practice/budget-too-high",
  "practice/bid-too-high",
  "practice/keyword-missing",
  "practice/below-moq",
  "practice/cash-short",
  "practice/stock-short",
  "practice/stock-open",
  "practice/reorder-not-ordered",
] as const;

/** Seasons: what is made, steered and seen by those who lead a class. */
export const seasonEndpoints = endpoints({
  scenarios: {
    does: "GET /practice/scenarios",
    gives: z.array(ScenarioCard).max(100),
    refuses: [],
  },
  makeSeason: {
    does: "POST /practice/seasons",
    takes: MakeSeasonRequest,
    gives: SeasonView,
    refuses: [
      "practice/no-such-scenario",
      "practice/no-such-class",
      "practice/too-few-products",
      "practice/bots-too-many",
    ],
    creates: "/practice/seasons/:id",
  },
  seasons: {
    does: "GET /practice/seasons",
    asks: z.strictObject({ class: Id.optional() }),
    gives: z.array(SeasonSummary).max(400),
    refuses: [],
  },
  season: {
    does: "GET /practice/seasons/:season",
    where: ofSeason,
    gives: SeasonView,
    refuses: seasonRefusals,
  },
  /** The caller's own first practice; made when it does not exist. */
  startRehearsal: {
    does: "POST /practice/rehearsal",
    takes: z.strictObject({ restart: z.boolean().optional() }),
    gives: SeasonView,
    refuses: ["practice/too-few-products"],
  },
  startSeason: {
    does: "POST /practice/seasons/:season/start",
    where: ofSeason,
    gives: SeasonView,
    refuses: steerRefusals,
  },
  pauseSeason: {
    does: "POST /practice/seasons/:season/pause",
    where: ofSeason,
    gives: SeasonView,
    refuses: steerRefusals,
  },
  resumeSeason: {
    does: "POST /practice/seasons/:season/resume",
    where: ofSeason,
    gives: SeasonView,
    refuses: steerRefusals,
  },
  finishSeason: {
    does: "POST /practice/seasons/:season/finish",
    where: ofSeason,
    gives: SeasonView,
    refuses: steerRefusals,
  },
  setPace: {
    does: "PUT /practice/seasons/:season/pace",
    where: ofSeason,
    takes: Pace,
    gives: SeasonView,
    refuses: [...steerRefusals, "practice/pace-not-allowed"],
  },
  extendDay: {
    does: "POST /practice/seasons/:season/extend",
    where: ofSeason,
    takes: z.strictObject({ minutes: z.int().min(1).max(10_080) }),
    gives: SeasonView,
    refuses: [...steerRefusals, "practice/pace-not-allowed"],
  },
  closeDay: {
    does: "POST /practice/seasons/:season/close",
    where: ofSeason,
    /** The day meant, so that two clicks close one day. */
    takes: z.strictObject({ day: z.int().min(1).max(400) }),
    gives: SeasonView,
    refuses: [...steerRefusals, "practice/day-closed", "practice/season-not-open"],
  },
  rewind: {
    does: "POST /practice/seasons/:season/rewind",
    where: ofSeason,
    /** The day that is opened again. */
    takes: z.strictObject({
      day: z.int().min(1).max(400),
      reason: z.string().trim().min(1).max(400),
    }),
    gives: SeasonView,
    refuses: [
      ...seasonRefusals,
      "practice/season-busy",
      "practice/rewind-too-far",
      "practice/branch-limit",
    ],
  },
  injectEvent: {
    does: "POST /practice/seasons/:season/events",
    where: ofSeason,
    takes: InjectEventRequest,
    gives: SeasonView,
    refuses: [
      ...steerRefusals,
      "practice/intervention-in-past",
      "practice/event-limit",
      "practice/no-such-market",
    ],
  },
  adjustStore: {
    does: "POST /practice/seasons/:season/stores/:store/adjustments",
    where: ofStore,
    takes: z.strictObject({
      amountMinor: Minor.min(-1_000_000_000).max(1_000_000_000),
      reason: z.string().trim().min(1).max(400),
    }),
    gives: nothing,
    refuses: [...steerRefusals, "practice/no-such-store"],
  },
  setNamesHidden: {
    does: "PUT /practice/seasons/:season/names",
    where: ofSeason,
    takes: z.strictObject({ areHidden: z.boolean() }),
    gives: SeasonView,
    refuses: seasonRefusals,
  },
  wall: {
    does: "GET /practice/seasons/:season/wall",
    where: ofSeason,
    gives: Wall,
    refuses: seasonRefusals,
  },
  days: {
    does: "GET /practice/seasons/:season/days",
    where: ofSeason,
    gives: z.array(DayRecord).max(2_000),
    refuses: seasonRefusals,
  },
  seasonLog: {
    does: "GET /practice/seasons/:season/log",
    where: ofSeason,
    asks: z.strictObject({
      ...pageAsk,
      store: integerText(-1, 5_999).optional(),
      day: integerText(0, 400).optional(),
    }),
    gives: page(LoggedDecision),
    refuses: seasonRefusals,
  },
  exportLog: {
    does: "GET /practice/seasons/:season/season.json",
    where: ofSeason,
    gives: download("application/json"),
    refuses: seasonRefusals,
  },
  debrief: {
    does: "GET /practice/seasons/:season/debrief",
    where: ofSeason,
    gives: DebriefView,
    refuses: [...seasonRefusals, "practice/nothing-closed"],
  },
  gradebook: {
    does: "GET /practice/seasons/:season/gradebook",
    where: ofSeason,
    asks: z.strictObject({ language: z.enum(["zh", "en"]) }),
    gives: download(xlsx),
    refuses: [...seasonRefusals, "practice/nothing-closed"],
  },
  leaderboard: {
    does: "GET /practice/seasons/:season/leaderboard",
    where: ofSeason,
    gives: report.LeaderboardView,
    refuses: [...seasonRefusals, "practice/nothing-closed"],
  },
});

const listOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item).max(5_000) });

/** Stores: what the people who run one see and do. */
export const storeEndpoints = endpoints({
  openStore: {
    does: "POST /practice/seasons/:season/stores",
    where: ofSeason,
    takes: z.strictObject({ name: z.string().trim().min(1).max(40) }),
    gives: report.StoreView,
    refuses: [
      ...seasonRefusals,
      "practice/season-closed",
      "practice/season-not-open",
      "practice/store-name-taken",
      "practice/already-in-store",
      "practice/stores-full",
    ],
  },
  joinStore: {
    does: "POST /practice/seasons/:season/stores/:store/members",
    where: ofStore,
    gives: report.StoreView,
    refuses: [
      ...storeRefusals,
      "practice/season-closed",
      "practice/already-in-store",
      "practice/team-full",
    ],
  },
  teams: {
    does: "GET /practice/seasons/:season/stores",
    where: ofSeason,
    gives: listOf(
      z.strictObject({
        store: z.int(),
        name: z.string().max(40),
        members: z.array(z.string().max(80)).max(6),
        isOpen: z.boolean(),
      }),
    ),
    refuses: seasonRefusals,
  },
  store: {
    does: "GET /practice/seasons/:season/stores/:store",
    where: ofStore,
    gives: report.StoreView,
    refuses: storeRefusals,
  },
  setReady: {
    does: "PUT /practice/seasons/:season/stores/:store/ready",
    where: ofStore,
    takes: z.strictObject({ day: z.int().min(1).max(400), isReady: z.boolean() }),
    gives: report.StoreView,
    refuses: [...storeRefusals, "practice/day-closed", "practice/season-not-open"],
  },
  endGuide: {
    does: "PUT /practice/seasons/:season/stores/:store/guide",
    where: ofStore,
    takes: z.strictObject({ isOn: z.boolean() }),
    gives: report.StoreView,
    refuses: storeRefusals,
  },
  decide: {
    does: "POST /practice/seasons/:season/stores/:store/decisions",
    where: ofStore,
    takes: DecideRequest,
    gives: DecideAnswer,
    refuses: decideRefusals,
  },
  check: {
    does: "POST /practice/seasons/:season/stores/:store/check",
    where: ofStore,
    takes: CheckRequest,
    gives: listOf(Projection),
    refuses: [...storeRefusals, "practice/season-not-open"],
  },
  decisions: {
    does: "GET /practice/seasons/:season/stores/:store/decisions",
    where: ofStore,
    asks: z.strictObject({ ...pageAsk, day: integerText(0, 400).optional() }),
    gives: page(LoggedDecision),
    refuses: storeRefusals,
  },
  drafts: {
    does: "GET /practice/seasons/:season/stores/:store/drafts",
    where: ofStore,
    gives: listOf(Draft),
    refuses: storeRefusals,
  },
  saveDraft: {
    does: "PUT /practice/seasons/:season/stores/:store/drafts",
    where: ofStore,
    takes: SaveDraftRequest,
    gives: Draft,
    refuses: [...storeRefusals, "practice/draft-limit"],
  },
  dropDraft: {
    does: "POST /practice/seasons/:season/stores/:store/drafts/drop",
    where: ofStore,
    takes: z.strictObject({ key: z.string().min(1).max(160) }),
    gives: nothing,
    refuses: storeRefusals,
  },
  today: {
    does: "GET /practice/seasons/:season/stores/:store/today",
    where: ofStore,
    gives: report.TodayView,
    refuses: storeRefusals,
  },
  choosable: {
    does: "GET /practice/seasons/:season/stores/:store/catalog",
    where: ofStore,
    asks: z.strictObject({
      ...pageAsk,
      q: z.string().max(80).optional(),
      category: z.string().max(60).optional(),
    }),
    gives: page(report.ChoosableProduct),
    refuses: storeRefusals,
  },
  products: {
    does: "GET /practice/seasons/:season/stores/:store/products",
    where: ofStore,
    gives: report.ProductsView,
    refuses: storeRefusals,
  },
  listingEditor: {
    does: "GET /practice/seasons/:season/stores/:store/products/:sku/:market",
    where: ofListing,
    gives: report.ListingEditorView,
    refuses: [...storeRefusals, "practice/no-such-product", "practice/no-such-market"],
  },
  advertising: {
    does: "GET /practice/seasons/:season/stores/:store/advertising",
    where: ofStore,
    gives: report.AdvertisingView,
    refuses: storeRefusals,
  },
  searchTerms: {
    does: "GET /practice/seasons/:season/stores/:store/search-terms",
    where: ofStore,
    asks: z.strictObject({ ...span, market: MarketCode.optional() }),
    gives: listOf(report.SearchTermRow),
    refuses: storeRefusals,
  },
  stock: {
    does: "GET /practice/seasons/:season/stores/:store/stock",
    where: ofStore,
    gives: report.StockView,
    refuses: storeRefusals,
  },
  orders: {
    does: "GET /practice/seasons/:season/stores/:store/orders",
    where: ofStore,
    asks: z.strictObject({
      ...pageAsk,
      day: integerText(0, 400).optional(),
      market: MarketCode.optional(),
      sku: Sku.optional(),
    }),
    gives: page(report.OrderRow),
    refuses: storeRefusals,
  },
  order: {
    does: "GET /practice/seasons/:season/stores/:store/orders/:order",
    where: ofStore.extend({ order: z.string().max(60) }),
    gives: report.OrderView,
    refuses: [...storeRefusals, "practice/no-such-order"],
  },
  reviews: {
    does: "GET /practice/seasons/:season/stores/:store/reviews",
    where: ofStore,
    gives: report.ReviewsView,
    refuses: storeRefusals,
  },
  money: {
    does: "GET /practice/seasons/:season/stores/:store/money",
    where: ofStore,
    asks: z.strictObject(span),
    gives: report.MoneyView,
    refuses: storeRefusals,
  },
  postings: {
    does: "GET /practice/seasons/:season/stores/:store/postings",
    where: ofStore,
    asks: z.strictObject({ ...pageAsk, ...span, account: z.string().max(40).optional() }),
    gives: page(report.PostingRow),
    refuses: storeRefusals,
  },
  document: {
    does: "GET /practice/seasons/:season/stores/:store/documents/:document",
    where: ofStore.extend({ document: integerText(0, 2_000_000_000) }),
    gives: report.DocumentView,
    refuses: [...storeRefusals, "practice/no-such-document"],
  },
  funnel: {
    does: "GET /practice/seasons/:season/stores/:store/funnel",
    where: ofStore,
    asks: z.strictObject(span),
    gives: report.FunnelView,
    refuses: storeRefusals,
  },
  priceMap: {
    does: "GET /practice/seasons/:season/stores/:store/price-map",
    where: ofStore,
    gives: report.PriceMapView,
    refuses: storeRefusals,
  },
});

export const practice = { ...seasonEndpoints, ...storeEndpoints } as const;
