/**
 * A store that does what checklists ask for, by ordinary decisions: the reference run by which
 * tests see that an exam can be passed in its own market. It reads the market as bots do.
 */
import { exchanged } from "../books/book.ts";
import { soundPrice } from "../books/sound-price.ts";
import { dailyRate, shippingFor } from "../bots/bot-plan.ts";
import { contextOf, type DecisionContext } from "../decisions/decision-context.ts";
import type { ListingText, LogEntry, StoreDecision } from "../decisions/decision.ts";
import { scoreListing } from "../listing/score-listing.ts";
import { rightVerdict } from "../research/trials.ts";
import { pickProducts, skuAt } from "../skill/recipe-products.ts";
import { firstSeat, type Season } from "../state/season.ts";

export type Diligence = {
  readonly products: number;
  readonly markets: number;
  readonly photoLevel: ListingText["photoLevel"];
  /** Promotes off the market, and stocks a warehouse abroad. */
  readonly isWide: boolean;
};

type Hand = { readonly context: DecisionContext; readonly store: number; readonly how: Diligence };

/** What it enters on a day, the first is 1; it opens on the first seat. */
export function diligentEntries(how: Diligence) {
  let number = 0;
  return (season: Season, day: number): readonly LogEntry[] => {
    const store = firstSeat(season.world);
    const hand = { context: contextOf(season), store, how };
    const decisions = day === 1 ? firstDay(hand) : laterDay(hand, day);
    const entries = decisions.map((decision) => ({ store, number: number++, day, decision }));
    if (day > 1) return entries;
    const enter = { kind: "enter-store", store, name: "Diligent" } as const;
    return [{ store: -1, number: 0, day, decision: enter }, ...entries];
  };
}

const marketsOf = ({ context: { world }, how }: Hand) => world.marketIds.slice(0, how.markets);

function firstDay(hand: Hand): readonly StoreDecision[] {
  const { context, how } = hand;
  const { world } = context;
  const products = pickProducts(context, "lightest", how.products);
  const skus = products.map((product) => skuAt(world, product));
  const markets = marketsOf(hand);
  return [
    ...skus.map((sku, place) => ({ kind: "select-product" as const, sku, place })),
    ...products.flatMap((product) => markets.flatMap((_, at) => listed(hand, product, at))),
    ...products.map((product) => {
      const { sku, moq } = world.source.products[product]!;
      return { kind: "place-purchase" as const, sku, units: Math.max(moq, 60) };
    }),
    { kind: "set-answer-policy", disputes: "refund", returns: "resell", handAnswers: 30 },
    ...markets.map((market) => ({
      kind: "set-after-sales" as const,
      market,
      returnDays: 30,
      warrantyMonths: 24,
      returnPayer: "store" as const,
    })),
    ...world.source.categories.slice(0, 2).flatMap(({ id }) => [
      {
        kind: "buy-report" as const,
        report: "keywords" as const,
        market: markets[0]!,
        category: id,
      },
      { kind: "buy-report" as const, report: "demand" as const, market: null, category: id },
    ]),
    ...(how.isWide ? known(hand) : []),
  ];
}

function listed(hand: Hand, product: number, market: number): readonly StoreDecision[] {
  const { context, how, store } = hand;
  const { world, book } = context;
  const shipping = shippingFor(context, product, market, 1);
  if (shipping === null) return [];
  const price = soundPrice(context, store, product, market, shipping.service);
  if (price === null) return [];
  const facts = world.source.products[product]!;
  const category = world.source.categories[facts.category]!;
  const id = world.marketIds[market]!;
  const language = world.source.trade.countries.find((one) => one.id === id)?.languages[0] ?? "en";
  const phrases = category.queries.flatMap((query) => query.phrases[language]?.phrase ?? []);
  const listing: ListingText = {
    title: titleOf(phrases),
    keywords: phrases.slice(0, 6),
    text: `For every day and to give away: ${phrases.join(", ")}. Sent with a tracking number.`,
    attributes: facts.attributes,
    photoLevel: how.photoLevel,
  };
  const { scores } = scoreListing({ product: facts, category, language, listing });
  const there = world.currencyOfMarket[market]!;
  const where = { sku: facts.sku, market: id };
  const service = world.source.trade.services[shipping.service]!.id;
  // Half a time again what parcels take as a rule: few come late.
  const promiseDays = Math.ceil(shipping.promiseDays * 1.5);
  return [
    { kind: "set-shipping", ...where, service, feeMinor: 0, promiseDays },
    {
      kind: "publish-listing",
      ...where,
      listing,
      scores,
      priceMinor: Math.max(1, exchanged(book, Math.floor(price), world.base, there)),
    },
  ];
}

/** Words of the searches, none twice, to a good length. */
function titleOf(phrases: readonly string[]): string {
  const words = [...new Set(phrases.flatMap((phrase) => phrase.split(" ")))];
  const most = words.findIndex((_, at) => words.slice(0, at + 1).join(" ").length > 100);
  return words.slice(0, most < 0 ? words.length : most).join(" ");
}

function known(hand: Hand): readonly StoreDecision[] {
  return marketsOf(hand)
    .slice(0, 3)
    .map((market) => ({
      kind: "buy-display" as const,
      market,
      text: "A thing for every day, sent with a tracking number.",
      spendMinor: 3_000,
      days: 14,
      fitMilli: 700,
    }));
}

/** Days of sales that are bought beyond what the supplier's lead time takes. */
const coverDays = 4;

/** People for the questions that wait. */
function hired({ context: { state, world }, store }: Hand): readonly StoreDecision[] {
  const perHead = world.parameters["service.perHead"];
  const heads = Math.min(20, Math.ceil(state.waitingQuestions[store]! / perHead));
  return heads > 0 ? [{ kind: "hire-staff", role: "service", heads }] : [];
}

function laterDay(hand: Hand, day: number): readonly StoreDecision[] {
  return [...hired(hand), ...plannedFor(hand, day)];
}

function plannedFor(hand: Hand, day: number): readonly StoreDecision[] {
  if (day % 7 === 2) return [...restocked(hand), ...(day === 2 ? tried(hand) : [])];
  if (day % 7 === 4 && day < 14) return advertised(hand, day === 4);
  if (day === 6) return [...promoted(hand), ...(hand.how.isWide ? moved(hand) : [])];
  return day >= 9 ? judged(hand) : [];
}

const rowsOf = ({ context: { state }, store }: Hand) =>
  Array.from({ length: state.offerCount[0]! }, (_, row) => row).filter(
    (row) => state.storeOf[row] === store,
  );

const skuOfRow = ({ context: { world, state } }: Hand, row: number) =>
  skuAt(world, state.skuOf[row]!);

function restocked(hand: Hand): readonly StoreDecision[] {
  const { world, state } = hand.context;
  return rowsOf(hand).map((row) => {
    const { sku, leadDays } = world.source.products[state.skuOf[row]!]!;
    const lead = 4 + (leadDays * world.source.scenario.leadTimeBp) / 10_000;
    const rate = dailyRate(hand.context, row);
    const pointUnits = Math.ceil(rate * lead) + 10;
    const upToUnits = pointUnits + Math.ceil(rate * coverDays) + 10;
    return { kind: "set-reorder-rule", sku, pointUnits, upToUnits };
  });
}

/** A dearer price against the present one, of every product in the first market. */
function tried(hand: Hand): readonly StoreDecision[] {
  const { state, world } = hand.context;
  return rowsOf(hand).map((row) => {
    const a = state.priceMinor[row * state.sizes.markets]!;
    const arms = { field: "price" as const, a, b: Math.floor(a * 1.15) };
    return {
      kind: "start-experiment",
      sku: skuOfRow(hand, row),
      market: world.marketIds[0]!,
      arms,
      shareBp: 5000,
      days: 6,
      measure: "orders",
      hypothesis: "A dearer price sells less.",
    };
  });
}

/** Closes what has run its days, and asks what did better. */
function judged(hand: Hand): readonly StoreDecision[] {
  const { state, world } = hand.context;
  const { columns, rows } = state.tables.experiments;
  const decisions: StoreDecision[] = [];
  for (let row = 0; row < rows; row++) {
    if (columns.store[row] !== hand.store || columns.toDay[row]! >= state.day[0]!) continue;
    const verdict = rightVerdict(columns.expectedA[row]!, columns.expectedB[row]!, 0.02);
    const experiment = columns.number[row]!;
    decisions.push({ kind: "close-experiment", experiment, verdict, reason: "As it was seen." });
    const offer = rowsOf(hand).find((one) => state.offerNumber[one] === columns.offer[row])!;
    const priceMinor = Math.floor(columns.armA[row]! * 0.99);
    const market = world.marketIds[columns.market[row]!]!;
    decisions.push({ kind: "set-price", sku: skuOfRow(hand, offer), market, priceMinor });
  }
  return decisions;
}

function advertised(hand: Hand, isFirst: boolean): readonly StoreDecision[] {
  const { world } = hand.context;
  if (!isFirst) return [];
  const markets = marketsOf(hand);
  const all = (1 << world.sizes.queries) - 1;
  return [
    { kind: "open-campaign", campaign: 0, name: "All", dailyBudgetTicks: 100_000, markets },
    ...rowsOf(hand).map((row) => ({
      kind: "set-bid" as const,
      campaign: 0,
      sku: skuOfRow(hand, row),
      keyword: "",
      match: "auto" as const,
      bidTicks: 1_000,
      matches: world.marketIds.map((id) => (markets.includes(id) ? all : 0)),
    })),
  ];
}

function promoted(hand: Hand): readonly StoreDecision[] {
  const { world } = hand.context;
  return rowsOf(hand)
    .slice(0, 2)
    .map((row) => ({
      kind: "run-promotion",
      sku: skuOfRow(hand, row),
      market: world.marketIds[0]!,
      depthBp: 500,
      from: 7,
      to: 9,
    }));
}

function moved(hand: Hand): readonly StoreDecision[] {
  const { state, world } = hand.context;
  const market = world.marketIds[0]!;
  return rowsOf(hand)
    .filter((row) => state.stock[row * (state.sizes.markets + 1)]! >= 40)
    .slice(0, 1)
    .map((row) => ({
      kind: "move-stock",
      sku: skuOfRow(hand, row),
      market,
      mode: "air",
      units: 20,
    }));
}
