import { z } from "zod";
import { endpoints, nothing } from "../platform/endpoint.ts";
import { page, pageAsk } from "../platform/paging.ts";
import { integerText } from "../platform/shapes.ts";
import {
  DecisionNumbers,
  CheckRequest,
  DecideAnswer,
  DecideRequest,
  Draft,
  DraftKeys,
  LoggedDecision,
  Projection,
  SaveDraftRequest,
} from "./decision.ts";
import { AfterSalesView } from "./after-sales.ts";
import { FunnelView, PriceMapView } from "./insight.ts";
import { FinanceView } from "./finance.ts";
import { IntegrityRecordView } from "./integrity-record.ts";
import { DocumentView, MoneyView, PostingRow } from "./money.ts";
import { OrderPageView } from "./order-page.ts";
import { OrderRow, OrderView, ReviewsView } from "./orders.ts";
import { ChoosableProduct, ListingEditorView, ProductsView } from "./products.ts";
import { ResearchReportView, ResearchView } from "./research.ts";
import { CompanyView } from "./company.ts";
import { SourcingView } from "./sourcing.ts";
import { TendersView } from "./tenders.ts";
import { DealsView, KeywordTableView } from "./sandbox.ts";
import { PromotionsView } from "./promotions.ts";
import { TermsView } from "./terms.ts";
import { StockView } from "./stock.ts";
import { TasksView } from "./tasks.ts";
import { StoreView, TodayView } from "./today.ts";
import { LostSalesView } from "./lost-sales.ts";
import { WhyAgainst, WhyView } from "./why.ts";
import { decideRefusals } from "./decide-refusals.ts";
import {
  listOf,
  ofListing,
  ofSeason,
  ofStore,
  seasonRefusals,
  span,
  storeRefusals,
} from "./paths.ts";
import { MarketCode, Sku, StoreName } from "./shapes.ts";

const ofOrder = ofStore.extend({ order: z.string().max(60) });
/** Stores: what the people who run one see and do. */
export const storeEndpoints = endpoints({
  openStore: {
    does: "POST /practice/seasons/:season/stores",
    where: ofSeason,
    takes: z.strictObject({ name: StoreName }),
    gives: StoreView,
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
    gives: StoreView,
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
    agents: true,
    where: ofStore,
    gives: StoreView,
    refuses: storeRefusals,
  },
  setReady: {
    does: "PUT /practice/seasons/:season/stores/:store/ready",
    agents: true,
    where: ofStore,
    takes: z.strictObject({ day: z.int().min(1).max(400), isReady: z.boolean() }),
    gives: StoreView,
    refuses: [...storeRefusals, "practice/day-closed", "practice/season-not-open"],
  },
  endGuide: {
    does: "PUT /practice/seasons/:season/stores/:store/guide",
    where: ofStore,
    takes: z.strictObject({ isOn: z.boolean() }),
    gives: StoreView,
    refuses: storeRefusals,
  },
  decide: {
    does: "POST /practice/seasons/:season/stores/:store/decisions",
    agents: true,
    where: ofStore,
    takes: DecideRequest,
    gives: DecideAnswer,
    refuses: decideRefusals,
  },
  check: {
    does: "POST /practice/seasons/:season/stores/:store/check",
    agents: true,
    where: ofStore,
    takes: CheckRequest,
    gives: listOf(Projection),
    refuses: [...storeRefusals, "practice/season-not-open"],
  },
  decisions: {
    does: "GET /practice/seasons/:season/stores/:store/decisions",
    agents: true,
    where: ofStore,
    asks: z.strictObject({
      ...pageAsk,
      day: integerText(0, 400).optional(),
      /** These alone, e.g. `31,32`: evidence leads to the decisions that it shows something of. */
      numbers: DecisionNumbers.optional(),
    }),
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
  dropDrafts: {
    does: "POST /practice/seasons/:season/stores/:store/drafts/drop",
    where: ofStore,
    takes: z.strictObject({ keys: DraftKeys }),
    gives: nothing,
    refuses: storeRefusals,
  },
  today: {
    does: "GET /practice/seasons/:season/stores/:store/today",
    agents: true,
    where: ofStore,
    gives: TodayView,
    refuses: storeRefusals,
  },
  why: {
    does: "GET /practice/seasons/:season/stores/:store/why",
    agents: true,
    where: ofStore,
    asks: z.strictObject({ day: integerText(1, 400), against: WhyAgainst }),
    gives: WhyView,
    refuses: storeRefusals,
  },
  lostSales: {
    does: "GET /practice/seasons/:season/stores/:store/lost-sales",
    agents: true,
    where: ofStore,
    asks: z.strictObject({ day: integerText(1, 400) }),
    gives: LostSalesView,
    refuses: storeRefusals,
  },
  choosable: {
    does: "GET /practice/seasons/:season/stores/:store/catalog",
    agents: true,
    where: ofStore,
    asks: z.strictObject({
      ...pageAsk,
      q: z.string().max(80).optional(),
      category: z.string().max(60).optional(),
      /** The market whose prices the rough margins are of; else the season's first. */
      market: z.string().max(2).optional(),
    }),
    gives: page(ChoosableProduct),
    refuses: storeRefusals,
  },
  products: {
    does: "GET /practice/seasons/:season/stores/:store/products",
    agents: true,
    where: ofStore,
    gives: ProductsView,
    refuses: storeRefusals,
  },
  listingEditor: {
    does: "GET /practice/seasons/:season/stores/:store/products/:sku/:market",
    agents: true,
    where: ofListing,
    gives: ListingEditorView,
    refuses: [...storeRefusals, "practice/no-such-product", "practice/no-such-market"],
  },
  terms: {
    does: "GET /practice/seasons/:season/stores/:store/terms",
    agents: true,
    where: ofStore,
    gives: TermsView,
    refuses: storeRefusals,
  },
  promotions: {
    does: "GET /practice/seasons/:season/stores/:store/promotions",
    agents: true,
    where: ofStore,
    gives: PromotionsView,
    refuses: storeRefusals,
  },
  finance: {
    does: "GET /practice/seasons/:season/stores/:store/finance",
    agents: true,
    where: ofStore,
    gives: FinanceView,
    refuses: storeRefusals,
  },
  research: {
    does: "GET /practice/seasons/:season/stores/:store/research",
    agents: true,
    where: ofStore,
    gives: ResearchView,
    refuses: storeRefusals,
  },
  researchReport: {
    does: "GET /practice/seasons/:season/stores/:store/research/:report",
    agents: true,
    where: ofStore.extend({ report: integerText(0, 2_000_000_000) }),
    gives: ResearchReportView,
    refuses: [...storeRefusals, "practice/no-such-report"],
  },
  stock: {
    does: "GET /practice/seasons/:season/stores/:store/stock",
    agents: true,
    where: ofStore,
    gives: StockView,
    refuses: storeRefusals,
  },
  company: {
    does: "GET /practice/seasons/:season/stores/:store/company",
    agents: true,
    where: ofStore,
    gives: CompanyView,
    refuses: storeRefusals,
  },
  sourcing: {
    does: "GET /practice/seasons/:season/stores/:store/sourcing",
    agents: true,
    where: ofStore,
    gives: SourcingView,
    refuses: storeRefusals,
  },
  tenders: {
    does: "GET /practice/seasons/:season/stores/:store/tenders",
    agents: true,
    where: ofStore,
    gives: TendersView,
    refuses: [...storeRefusals, "practice/module-off"],
  },
  orders: {
    does: "GET /practice/seasons/:season/stores/:store/orders",
    agents: true,
    where: ofStore,
    asks: z.strictObject({
      ...pageAsk,
      day: integerText(0, 400).optional(),
      market: MarketCode.optional(),
      sku: Sku.optional(),
    }),
    gives: page(OrderRow),
    refuses: storeRefusals,
  },
  order: {
    does: "GET /practice/seasons/:season/stores/:store/orders/:order",
    agents: true,
    where: ofOrder,
    gives: OrderView,
    refuses: [...storeRefusals, "practice/no-such-order"],
  },
  orderPage: {
    does: "GET /practice/seasons/:season/stores/:store/orders/:order/page",
    agents: true,
    where: ofOrder,
    gives: OrderPageView,
    refuses: [...storeRefusals, "practice/no-such-order"],
  },
  afterSales: {
    does: "GET /practice/seasons/:season/stores/:store/after-sales",
    agents: true,
    where: ofStore,
    gives: AfterSalesView,
    refuses: storeRefusals,
  },
  record: {
    does: "GET /practice/seasons/:season/stores/:store/record",
    agents: true,
    where: ofStore,
    gives: IntegrityRecordView,
    refuses: storeRefusals,
  },
  tasks: {
    does: "GET /practice/seasons/:season/stores/:store/tasks",
    agents: true,
    where: ofStore,
    gives: TasksView,
    refuses: [...storeRefusals, "practice/no-checklist"],
  },
  reviews: {
    does: "GET /practice/seasons/:season/stores/:store/reviews",
    agents: true,
    where: ofStore,
    gives: ReviewsView,
    refuses: storeRefusals,
  },
  money: {
    does: "GET /practice/seasons/:season/stores/:store/money",
    agents: true,
    where: ofStore,
    asks: z.strictObject(span),
    gives: MoneyView,
    refuses: storeRefusals,
  },
  postings: {
    does: "GET /practice/seasons/:season/stores/:store/postings",
    agents: true,
    where: ofStore,
    asks: z.strictObject({ ...pageAsk, ...span, account: z.string().max(40).optional() }),
    gives: page(PostingRow),
    refuses: storeRefusals,
  },
  document: {
    does: "GET /practice/seasons/:season/stores/:store/documents/:document",
    agents: true,
    where: ofStore.extend({ document: integerText(0, 2_000_000_000) }),
    gives: DocumentView,
    refuses: [...storeRefusals, "practice/no-such-document"],
  },
  funnel: {
    does: "GET /practice/seasons/:season/stores/:store/funnel",
    agents: true,
    where: ofStore,
    asks: z.strictObject(span),
    gives: FunnelView,
    refuses: storeRefusals,
  },
  priceMap: {
    does: "GET /practice/seasons/:season/stores/:store/price-map",
    agents: true,
    where: ofStore,
    gives: PriceMapView,
    refuses: storeRefusals,
  },
  keywordTable: {
    does: "GET /practice/seasons/:season/stores/:store/keyword-table",
    agents: true,
    where: ofStore,
    gives: KeywordTableView,
    refuses: [...storeRefusals, "practice/module-off"],
  },
  deals: {
    does: "GET /practice/seasons/:season/stores/:store/deals",
    agents: true,
    where: ofStore,
    asks: z.strictObject({ day: integerText(0, 400).optional() }),
    gives: DealsView,
    refuses: [...storeRefusals, "practice/module-off"],
  },
});
