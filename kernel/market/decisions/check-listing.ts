/** Checks of what a store shows: listings, prices and shipping. */
import { ofCents } from "../books/dollars.ts";
import { account } from "../../ledger/account.ts";
import { balanceOf } from "../books/book.ts";
import type {
  Facts,
  ListingScores,
  ListingText,
  Ruling,
  StoreDecision,
  Warning,
} from "./decision.ts";
import {
  accepted,
  isWithin,
  offerRow,
  refused,
  warning,
  type DecisionContext,
} from "./decision-context.ts";
import { dealPriceFault, keywordsMax } from "./check-sandbox.ts";
import { decisionLimits as limits } from "./decision-limits.ts";
import { checkEnd, checkPromotion } from "./check-promotion.ts";
import { landedUnit, unitMargin, unitShipping } from "../books/economics.ts";
import { laneOf } from "../parcels/lanes.ts";
import { daysCharged } from "../promotions/list-price.ts";
import { currencyOf, marketNumber, serviceNumber } from "../world/lookups.ts";
import type { World } from "../world/world.ts";
import { width } from "../listing/score-listing.ts";
import { storeKind } from "../state/store-kind.ts";

type ListingDecision = Extract<
  StoreDecision,
  {
    kind:
      | "publish-listing"
      | "edit-listing"
      | "withdraw-listing"
      | "relist-listing"
      | "set-price"
      | "run-promotion"
      | "end-promotion"
      | "set-shipping";
  }
>;

/** Where a decision acts: the offer's row, the market's number, and their cell. */
type Target = { readonly row: number; readonly market: number; readonly cell: number };

export function checkListing(
  context: DecisionContext,
  store: number,
  decision: ListingDecision,
): Ruling {
  const { state, world } = context;
  const market = marketNumber(world, decision.market);
  if (market < 0) return refused("no-such-market", { market: decision.market });
  if (!world.skuOf.has(decision.sku)) return refused("no-such-product", { sku: decision.sku });
  const row = offerRow(context, store, decision.sku);
  if (row < 0) return refused("not-selected", { sku: decision.sku });
  const target = { row, market, cell: row * state.sizes.markets + market };
  if (decision.kind === "set-shipping") return checkShipping(context, store, target, decision);
  if (decision.kind === "publish-listing") return checkPublish(context, store, target, decision);
  if (state.listing[target.cell] === 0) {
    return refused("not-listed", { sku: decision.sku, market: decision.market });
  }
  switch (decision.kind) {
    case "edit-listing":
      return checkText(context, store, target, decision) ?? editRuling(context, target, decision);
    case "withdraw-listing":
    case "relist-listing":
      return accepted(decision);
    case "set-price":
      return (
        checkPrice(context.world, target.market, decision.priceMinor) ??
        dealPriceFault(context, target, decision.priceMinor, state.feeMinor[target.cell]!) ??
        checkListPrice(context, target.market, decision) ??
        accepted(decision, 0, [
          ...priceWarnings(context, store, target, decision.priceMinor),
          ...listPriceWarnings(context, target, decision),
        ])
      );
    case "run-promotion":
      return checkPromotion(context, store, target, decision);
    case "end-promotion":
      return checkEnd(context, target, decision);
  }
}

function checkPublish(
  context: DecisionContext,
  store: number,
  target: Target,
  decision: Extract<ListingDecision, { kind: "publish-listing" }>,
): Ruling {
  const { state } = context;
  if (state.listing[target.cell] === 1) {
    return refused("already-listed", { sku: decision.sku, market: decision.market });
  }
  const fault =
    checkPrice(context.world, target.market, decision.priceMinor) ??
    dealPriceFault(context, target, decision.priceMinor, state.feeMinor[target.cell]!) ??
    checkText(context, store, target, decision);
  if (fault !== null) return fault;
  const warnings = [...priceWarnings(context, store, target, decision.priceMinor)];
  if (state.service[target.cell]! < 0) warnings.push(warning("no-shipping", { sku: decision.sku }));
  return accepted(decision, 0 - photoCost(context, target.row, decision.listing), warnings);
}

const editRuling = (
  context: DecisionContext,
  target: Target,
  decision: Extract<ListingDecision, { kind: "edit-listing" }>,
) => accepted(decision, 0 - photoCost(context, target.row, decision.listing));

function checkPrice(world: World, market: number, priceMinor: number): Ruling | null {
  if (isWithin(priceMinor, 1, limits.priceMinorMax)) return null;
  return refused("price-not-allowed", priceFacts(world, market, { priceMinor }));
}

/** What was asked, and the most that any price or fee may be. */
const priceFacts = (world: World, market: number, asked: Facts): Facts => ({
  ...asked,
  mostMinor: limits.priceMinorMax,
  currency: currencyOf(world, market),
});

/** Cost of better pictures for the product, books' currency; the level never falls. */
export function photoCost(context: DecisionContext, row: number, listing: ListingText): number {
  const { state } = context;
  let cost = 0;
  for (let level = state.photoLevel[row]! + 1; level <= listing.photoLevel; level++) {
    cost += photoPrice(context, level);
  }
  return cost;
}

/** Price of one level of pictures above the one below, books' currency; level 0 costs nothing. */
export function photoPrice(context: DecisionContext, level: number): number {
  if (level === 0) return 0;
  const dollars = context.world.parameters[`content.cost.${level as 1 | 2 | 3}`];
  return ofCents(context, Math.floor(dollars * 100));
}

function checkText(
  context: DecisionContext,
  store: number,
  target: Target,
  { listing, scores }: { readonly listing: ListingText; readonly scores: ListingScores },
): Ruling | null {
  const { state, book } = context;
  const columns = width(listing.title.trim());
  if (columns < 1 || columns > limits.titleCharsMax) {
    return refused("listing-incomplete", {
      field: "title",
      length: columns,
      most: limits.titleCharsMax,
    });
  }
  if (listing.text.length > limits.textCharsMax) {
    return refused("listing-incomplete", { field: "text", most: limits.textCharsMax });
  }
  if (Object.keys(listing.attributes).length > limits.attributesMax) {
    return refused("listing-incomplete", { field: "attributes", most: limits.attributesMax });
  }
  const most = keywordsMax(context.world);
  if (listing.keywords.length > most) {
    return refused("keyword-cap", { count: listing.keywords.length, most });
  }
  if (!isWithin(listing.photoLevel, 0, 3) || !areScores(scores, state.sizes.queries)) {
    return refused("value-not-allowed", { field: "scores", level: listing.photoLevel });
  }
  const cost = photoCost(context, target.row, listing);
  const cash = balanceOf(state, store, account.cash, book.base);
  return cost > 0 && cash < cost ? refused("cash-short", { cash, needed: cost }) : null;
}

const areScores = (scores: ListingScores, queries: number) =>
  isWithin(scores.contentMilli, -1000, 1000) &&
  isWithin(scores.claimMilli, 0, 2000) &&
  scores.relevance.length === queries &&
  scores.relevance.every((value) => isWithin(value, 0, 255));

function priceWarnings(
  context: DecisionContext,
  store: number,
  target: Target,
  priceMinor: number,
): readonly Warning[] {
  if (!context.warns) return [];
  const margin = unitMargin(context, store, target.row, target.market, priceMinor);
  return margin !== null && margin < 0
    ? [warning("below-landed-cost", { lossPerUnit: -margin })]
    : [];
}

type SetPrice = Extract<ListingDecision, { kind: "set-price" }>;

/** A list price is none, or above the price. */
function checkListPrice(
  { world }: DecisionContext,
  market: number,
  decision: SetPrice,
): Ruling | null {
  const { listPriceMinor: list = 0, priceMinor } = decision;
  if (list === 0) return null;
  if (!world.source.scenario.modules.promotions) {
    return refused("module-off", { module: "promotions" });
  }
  return isWithin(list, priceMinor + 1, limits.priceMinorMax)
    ? null
    : refused("price-not-allowed", priceFacts(world, market, { priceMinor: list }));
}

function listPriceWarnings(
  { world, state, seasonDay, warns }: DecisionContext,
  { cell }: Target,
  { listPriceMinor: list = 0 }: SetPrice,
): readonly Warning[] {
  if (!warns || list === 0) return [];
  const needed = world.parameters["listPrice.chargedDays"];
  const days = daysCharged(world, state, cell, list, seasonDay);
  return days < needed ? [warning("list-price-not-charged", { days, needed })] : [];
}

/** Facts of another kernel's refusal as facts of ours. */
const plain = (facts: object): Facts =>
  Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [
      name,
      typeof fact === "number" ? fact : String(fact),
    ]),
  );

function checkShipping(
  context: DecisionContext,
  store: number,
  target: Target,
  decision: Extract<ListingDecision, { kind: "set-shipping" }>,
): Ruling {
  const { world, state } = context;
  const service = serviceNumber(world, decision.service);
  const offered = world.source.trade.services[service];
  const facts: Facts = { service: decision.service, market: decision.market };
  if (offered === undefined) return refused("service-unknown", facts);
  if (offered.leg === "first-leg" || !offered.markets.includes(decision.market)) {
    return refused("service-unknown", facts);
  }
  if (offered.leg === "last-mile" && !world.source.scenario.modules.warehouses) {
    return refused("module-off", { module: "warehouses" });
  }
  const product = state.skuOf[target.row]!;
  if (unitShipping(context, product, target.market, service) === null) {
    const price = context.trade.serviceCost(service, decision.market, product);
    return refused("service-refuses-parcel", {
      ...facts,
      ...(price.ok ? {} : plain(price.refusal.facts)),
    });
  }
  if (!isWithin(decision.feeMinor, 0, limits.priceMinorMax)) {
    const asked = { feeMinor: decision.feeMinor };
    return refused("price-not-allowed", priceFacts(world, target.market, asked));
  }
  const fault = dealPriceFault(context, target, state.priceMinor[target.cell]!, decision.feeMinor);
  if (fault !== null) return fault;
  if (!isWithin(decision.promiseDays, 1, limits.promiseDaysMax)) {
    return refused("value-not-allowed", {
      field: "promiseDays",
      days: decision.promiseDays,
      most: limits.promiseDaysMax,
    });
  }
  const price = Math.max(1, state.priceMinor[target.cell]!);
  if (landedUnit(context, product, target.market, service, price, decision.feeMinor) === null) {
    return refused("sale-forbidden", facts);
  }
  if (!context.warns) return accepted(decision);
  const median = laneOf(world, context.trade, product, target.market, service)?.medianDays ?? null;
  const warnings: Warning[] = [];
  if (median !== null && decision.promiseDays < median) {
    warnings.push(warning("promise-too-short", { days: decision.promiseDays, median }));
  }
  if (state.storeKind[store] === storeKind.people && offered.leg === "last-mile") {
    const pool = target.row * (state.sizes.markets + 1) + 1 + target.market;
    if (state.stock[pool] === 0) warnings.push(warning("warehouse-empty", facts));
  }
  return accepted(decision, 0, warnings);
}
