import { storeEndpoints as on } from "@echelon/contract/practice/store-endpoints.ts";
import { type Route, route } from "../../platform/http/route.ts";
import { may } from "./may.ts";
import type { PracticeMeans, PracticeRouteMeans } from "./means.ts";
import { checkWishes } from "./use-cases/check-wishes.ts";
import { decide } from "./use-cases/accept-decisions.ts";
import { listDrafts, putDraftsAway, saveDraft } from "./use-cases/keep-drafts.ts";
import { listStoreLog } from "./use-cases/list-log.ts";
import { listTeams } from "./use-cases/list-teams.ts";

import { setGuide, setReady } from "./use-cases/mark-store.ts";
import { viewAfterSales } from "./use-cases/view-after-sales.ts";
import { listChoosable } from "./use-cases/list-choosable.ts";
import { viewFinance } from "./use-cases/view-finance.ts";
import { viewFunnel, viewPriceMap } from "./use-cases/view-insight.ts";
import { viewDeals, viewKeywordTable } from "./use-cases/view-sandbox.ts";
import { viewListingEditor } from "./use-cases/view-listing-editor.ts";
import { listPostings, viewDocument, viewMoney } from "./use-cases/view-money.ts";
import { listOrders, viewOrder } from "./use-cases/view-orders.ts";
import { viewProducts } from "./use-cases/view-products.ts";
import { viewOrderPage } from "./use-cases/view-order-page.ts";
import { viewPromotions } from "./use-cases/view-promotions.ts";
import { viewRecord } from "./use-cases/view-record.ts";
import { viewReviews } from "./use-cases/view-reviews.ts";
import { viewResearch } from "./use-cases/view-research.ts";
import { viewResearchReport } from "./use-cases/view-research-report.ts";
import { viewCompany } from "./use-cases/view-company.ts";
import { viewTenders } from "./use-cases/view-tenders.ts";
import { viewSourcing } from "./use-cases/view-sourcing.ts";
import { viewTerms } from "./use-cases/view-terms.ts";
import { viewStock } from "./use-cases/view-stock.ts";
import { viewTasks } from "./use-cases/view-tasks.ts";
import { joinStoreThenView, openStoreThenView, viewStore } from "./use-cases/view-store.ts";
import { viewLostSales } from "./use-cases/view-lost-sales.ts";
import { viewToday } from "./use-cases/view-today.ts";
import { viewWhy } from "./use-cases/view-why.ts";

/** Stores: run by their people; those who lead the class see them and change nothing. */
export function storeRoutes(means: PracticeRouteMeans): readonly Route[] {
  return [
    ...runningRoutes(means),
    ...draftRoutes(means),
    ...roomRoutes(means),
    ...orderRoutes(means),
    ...goodsRoutes(means),
    ...bookRoutes(means),
    ...researchRoutes(means),
  ];
}

const runningRoutes = (means: PracticeMeans) => [
  route({
    ...on.openStore,
    allows: may.trade,
    run: ({ caller, where, body }) => openStoreThenView(means, caller, where.season, body.name),
  }),
  route({
    ...on.joinStore,
    allows: may.trade,
    run: ({ caller, where }) => joinStoreThenView(means, caller, where.season, where.store),
  }),
  route({
    ...on.teams,
    allows: may.look,
    run: ({ caller, where }) => listTeams(means, caller, where.season),
  }),
  route({
    ...on.store,
    allows: may.trade,
    run: ({ caller, where }) => viewStore(means, caller, where.season, where.store),
  }),
  route({
    ...on.setReady,
    allows: may.trade,
    run: ({ caller, where, body }) => setReady(means, caller, where.season, where.store, body),
  }),
  route({
    ...on.endGuide,
    allows: may.trade,
    run: ({ caller, where, body }) => setGuide(means, caller, where.season, where.store, body.isOn),
  }),
  route({
    ...on.decide,
    allows: may.trade,
    run: ({ caller, where, body }) => decide(means, caller, where.season, where.store, body),
  }),
  route({
    ...on.check,
    allows: may.trade,
    run: ({ caller, where, body }) =>
      checkWishes(means, caller, where.season, where.store, body.wishes),
  }),
  route({
    ...on.decisions,
    allows: may.trade,
    run: ({ caller, where, asks }) => listStoreLog(means, caller, where.season, where.store, asks),
  }),
];

const draftRoutes = (means: PracticeMeans) => [
  route({
    ...on.drafts,
    allows: may.trade,
    run: ({ caller, where }) => listDrafts(means, caller, where.season, where.store),
  }),
  route({
    ...on.saveDraft,
    allows: may.trade,
    run: ({ caller, where, body }) => saveDraft(means, caller, where.season, where.store, body),
  }),
  route({
    ...on.dropDrafts,
    allows: may.trade,
    run: ({ caller, where, body }) =>
      putDraftsAway(means, caller, where.season, where.store, body.keys),
  }),
];

const roomRoutes = (means: PracticeRouteMeans) => [
  route({
    ...on.today,
    allows: may.trade,
    run: ({ caller, where }) => viewToday(means, caller, where.season, where.store),
  }),
  route({
    ...on.why,
    allows: may.trade,
    run: ({ caller, where, asks }) => viewWhy(means, caller, where.season, where.store, asks),
  }),
  route({
    ...on.lostSales,
    allows: may.trade,
    run: ({ caller, where, asks }) =>
      viewLostSales(means, caller, where.season, where.store, asks.day),
  }),
  route({
    ...on.choosable,
    allows: may.trade,
    run: ({ caller, where, asks }) => listChoosable(means, caller, where.season, where.store, asks),
  }),
  route({
    ...on.products,
    allows: may.trade,
    run: ({ caller, where }) => viewProducts(means, caller, where.season, where.store),
  }),
  route({
    ...on.terms,
    allows: may.trade,
    run: ({ caller, where }) => viewTerms(means, caller, where.season, where.store),
  }),
  route({
    ...on.promotions,
    allows: may.trade,
    run: ({ caller, where }) => viewPromotions(means, caller, where.season, where.store),
  }),
  route({
    ...on.listingEditor,
    allows: may.trade,
    run: ({ caller, where }) => viewListingEditor(means, caller, where),
  }),
];

/** Goods that lie there and come, and whom they come from. */
const goodsRoutes = (means: PracticeMeans) => [
  route({
    ...on.stock,
    allows: may.trade,
    run: ({ caller, where }) => viewStock(means, caller, where.season, where.store),
  }),
  route({
    ...on.company,
    allows: may.trade,
    run: ({ caller, where }) => viewCompany(means, caller, where.season, where.store),
  }),
  route({
    ...on.sourcing,
    allows: may.trade,
    run: ({ caller, where }) => viewSourcing(means, caller, where.season, where.store),
  }),
  route({
    ...on.tenders,
    allows: may.trade,
    run: ({ caller, where }) => viewTenders(means, caller, where.season, where.store),
  }),
];

const orderRoutes = (means: PracticeRouteMeans) => [
  route({
    ...on.orders,
    allows: may.trade,
    run: ({ caller, where, asks }) => listOrders(means, caller, where.season, where.store, asks),
  }),
  route({
    ...on.order,
    allows: may.trade,
    run: ({ caller, where }) => viewOrder(means, caller, where.season, where.store, where.order),
  }),
  route({
    ...on.orderPage,
    allows: may.trade,
    run: ({ caller, where }) =>
      viewOrderPage(means, caller, where.season, where.store, where.order),
  }),
  route({
    ...on.afterSales,
    allows: may.trade,
    run: ({ caller, where }) => viewAfterSales(means, caller, where.season, where.store),
  }),
  route({
    ...on.record,
    allows: may.trade,
    run: ({ caller, where }) => viewRecord(means, caller, where.season, where.store),
  }),
  route({
    ...on.tasks,
    allows: may.trade,
    run: ({ caller, where }) => viewTasks(means, caller, where.season, where.store),
  }),
  route({
    ...on.reviews,
    allows: may.trade,
    run: ({ caller, where }) => viewReviews(means, caller, where.season, where.store),
  }),
];

const researchRoutes = (means: PracticeMeans) => [
  route({
    ...on.research,
    allows: may.trade,
    run: ({ caller, where }) => viewResearch(means, caller, where.season, where.store),
  }),
  route({
    ...on.researchReport,
    allows: may.trade,
    run: ({ caller, where }) =>
      viewResearchReport(means, caller, where.season, where.store, where.report),
  }),
];

const bookRoutes = (means: PracticeMeans) => [
  route({
    ...on.finance,
    allows: may.trade,
    run: ({ caller, where }) => viewFinance(means, caller, where.season, where.store),
  }),
  route({
    ...on.money,
    allows: may.trade,
    run: ({ caller, where, asks }) => viewMoney(means, caller, where.season, where.store, asks),
  }),
  route({
    ...on.postings,
    allows: may.trade,
    run: ({ caller, where, asks }) => listPostings(means, caller, where.season, where.store, asks),
  }),
  route({
    ...on.document,
    allows: may.trade,
    run: ({ caller, where }) =>
      viewDocument(means, caller, where.season, where.store, where.document),
  }),
  route({
    ...on.funnel,
    allows: may.trade,
    run: ({ caller, where, asks }) => viewFunnel(means, caller, where.season, where.store, asks),
  }),
  route({
    ...on.priceMap,
    allows: may.trade,
    run: ({ caller, where }) => viewPriceMap(means, caller, where.season, where.store),
  }),
  route({
    ...on.keywordTable,
    allows: may.trade,
    run: ({ caller, where }) => viewKeywordTable(means, caller, where.season, where.store),
  }),
  route({
    ...on.deals,
    allows: may.trade,
    run: ({ caller, where, asks }) => viewDeals(means, caller, where.season, where.store, asks),
  }),
];
