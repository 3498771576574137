/**
 * What a student of the demonstration decides on a day, by habit and by what the store looks like:
 * scripted, but the same decisions that a person makes through the same desk.
 */
import type { DecisionWish } from "@echelon/contract/practice/decision.ts";
import { account } from "@echelon/kernel/ledger/account.ts";
import { balanceOf } from "@echelon/kernel/market/books/book.ts";
import { purchaseCost } from "@echelon/kernel/market/books/economics.ts";
import { promisedFor } from "@echelon/kernel/market/goods/spendable.ts";
import { termsOf } from "@echelon/kernel/market/sourcing/supplier-terms.ts";
import { mulBp } from "@echelon/kernel/money/basis-points.ts";
import { languageOf } from "../engine/season-markets.ts";
import { hireHelp, setAnswers } from "./demo-answers.ts";
import { beKnown } from "./demo-off-site.ts";
import { type DemoSubject, demoListing } from "./demo-listing.ts";
import type { DemoAds, DemoAnswers, DemoStudent, DemoSupply, DemoWords } from "./demo-students.ts";
import type { Desk } from "./open-desk.ts";
import { unitEconomics } from "./unit-economics.ts";
import { economicsAt } from "./view-products.ts";
import { soundPriceAt } from "./suggest-price.ts";
import { serviceIndex, servicesFor } from "./view-listing-editor.ts";

type Hand = { readonly desk: Desk; readonly student: DemoStudent; readonly day: number };

/** Markets that a store begins in; the others follow one by one. */
const firstMarkets = 2;
const expandsOn = 5;
const movesStockOn = 4;
const promotesOn = 8;
const becomesKnownOn = 5;
const repricesOn: readonly number[] = [4, 7, 10, 12];

/** Whether the student looks in at all. */
export const looksIn = ({ from, every, until }: DemoStudent, day: number): boolean =>
  day >= from && day <= until && (day - from) % every === 0;

/** The decisions of one student's day; none on days on which nothing is worth deciding. */
export function demoWishes(hand: Hand): DecisionWish[] {
  const { desk, student } = hand;
  if (student.skus.every((sku) => rowOf(desk, sku) < 0)) return firstDay(hand);
  const { habits } = student;
  const wishes: DecisionWish[] = [];
  if (daysOfBuying(habits.supply).some((day) => isFirstLookFrom(student, hand.day, day)))
    wishes.push(...purchases(hand));
  if (habits.answers !== null) wishes.push(...answerBuyers(hand, habits.answers));
  if (habits.ads !== null && isFirstLookFrom(student, hand.day, habits.ads.from))
    wishes.push(...advertise(hand, habits.ads));
  if (habits.ads !== null && isFirstLookFrom(student, hand.day, becomesKnownOn))
    wishes.push(...becomeKnown(hand));
  if (habits.usesWarehouse && isFirstLookFrom(student, hand.day, movesStockOn))
    wishes.push(...moveAhead(hand));
  if (isFirstLookFrom(student, hand.day, expandsOn))
    wishes.push(...listIn(hand, habits.words, student.markets.slice(firstMarkets)));
  if (habits.learnsOn > 0 && isFirstLookFrom(student, hand.day, habits.learnsOn))
    wishes.push(...rewrite(hand));
  if (habits.priceBp > 12_000 && isFirstLookFrom(student, hand.day, promotesOn))
    wishes.push(...promote(hand));
  else if (repricesOn.some((day) => isFirstLookFrom(student, hand.day, day)))
    wishes.push(...reprice(hand));
  return wishes;
}

/** Whether this is the first day from `day` on, counted from the entry, on which one looks in. */
function isFirstLookFrom(student: DemoStudent, today: number, day: number): boolean {
  const due = student.from + day - 1;
  return today >= due && today - student.every < due;
}

function becomeKnown(hand: Hand): DecisionWish[] {
  const { desk, student } = hand;
  const market = student.markets[0]!;
  const place = placesIn(hand, [market])[0];
  if (place === undefined) return [];
  const { words, photos } = student.habits;
  return beKnown(desk, market, demoListing(words, photos, subjectOf(desk, place)).text);
}

function answerBuyers({ desk, student, day }: Hand, answers: DemoAnswers): DecisionWish[] {
  if (isFirstLookFrom(student, day, answers.from)) return setAnswers(desk, answers);
  return day < student.from + answers.from - 1 ? [] : hireHelp(desk, answers);
}

function firstDay(hand: Hand): DecisionWish[] {
  const { student } = hand;
  const chosen = student.skus.map((sku): DecisionWish => ({ kind: "select-product", sku }));
  const markets = student.markets.slice(0, firstMarkets);
  const bought = daysOfBuying(student.habits.supply).includes(1) ? purchases(hand) : [];
  return [...chosen, ...listIn(hand, student.habits.words, markets), ...bought];
}

/** Row of the store's offer of a SKU, or -1. */
function rowOf(desk: Desk, sku: string): number {
  const { state } = desk.preview;
  const place = desk.world.skuOf.get(sku);
  for (let row = 0; row < state.offerCount[0]!; row += 1) {
    if (state.storeOf[row] === desk.number && state.skuOf[row] === place) return row;
  }
  return -1;
}

type Place = { readonly sku: string; readonly product: number; readonly market: number };

/** Every product of the student in each of these markets. */
function placesIn({ desk, student }: Hand, markets: readonly string[]): Place[] {
  return markets.flatMap((code) => {
    const market = desk.world.marketIds.indexOf(code);
    return student.skus.flatMap((sku) => {
      const product = desk.world.skuOf.get(sku);
      return market < 0 || product === undefined ? [] : [{ sku, product, market }];
    });
  });
}

function subjectOf(desk: Desk, { product, market }: Place): DemoSubject {
  const { source, marketIds } = desk.world;
  const facts = source.products[product]!;
  return {
    product: facts,
    detail: desk.products[product]!.detail,
    category: source.categories[facts.category]!,
    language: languageOf(source, marketIds[market]!) ?? "en",
  };
}

function listIn(hand: Hand, words: DemoWords, markets: readonly string[]): DecisionWish[] {
  const { desk, student } = hand;
  const { habits } = student;
  return placesIn(hand, markets).flatMap((place): DecisionWish[] => {
    const service = serviceFor(hand, place);
    if (service === undefined) return [];
    const where = { sku: place.sku, market: desk.world.marketIds[place.market]! };
    const listing = demoListing(words, habits.photos, subjectOf(desk, place));
    const priceMinor = roundPrice(mulBp(suggested(hand, place, service.id), habits.priceBp));
    if (priceMinor < 1) return [];
    const promiseDays = Math.max(1, service[habits.promise]);
    return [
      { kind: "set-shipping", ...where, service: service.id, feeMinor: 0, promiseDays },
      { kind: "publish-listing", ...where, listing, priceMinor },
    ];
  });
}

const suggested = ({ desk }: Hand, { product, market }: Place, service: string) =>
  soundPriceAt(desk.context, {
    store: desk.number,
    product,
    market,
    service: serviceIndex(desk, service),
  });

/** Prices of people end in 99 where the currency has cents to show. */
const roundPrice = (minor: number) => (minor < 500 ? minor : Math.ceil(minor / 100) * 100 - 1);

/** Days by which a balanced choice wants half of the parcels to be there. */
const balancedDays = 12;

function serviceFor({ desk, student }: Hand, { product, market }: Place) {
  const open = servicesFor(desk, product, market).filter(
    ({ from, costMinor }) => from === "home" && costMinor !== null,
  );
  switch (student.habits.service) {
    case "cheapest":
      return open[0];
    case "balanced":
      return open.find(({ p50Days, isTracked }) => isTracked && p50Days <= balancedDays) ?? open[0];
    case "quickest":
      return open.toSorted((a, b) => a.p50Days - b.p50Days || a.id.localeCompare(b.id))[0];
  }
}

/** No maker makes for all the cash in one day: who spends all goes on until it is gone. */
const allInDays: readonly number[] = [2, 3, 4];
const daysOfBuying = (supply: DemoSupply): readonly number[] =>
  supply.kind === "rule" ? [supply.from] : allInDays;

function purchases({ desk, student }: Hand): DecisionWish[] {
  const { supply } = student.habits;
  if (supply.kind === "none") return [];
  if (supply.kind === "all-in") return allIn(desk, student, supply.cashBp);
  return student.skus.flatMap((sku): DecisionWish[] => {
    const product = desk.world.skuOf.get(sku);
    if (product === undefined) return [];
    const { moq, most } = batchesOf(desk, product);
    const units = Math.min(supply.batches, most) * moq;
    const upToUnits = reorderPoint + supply.batches * moq;
    return [
      { kind: "place-purchase", sku, units },
      { kind: "set-reorder-rule", sku, pointUnits: reorderPoint, upToUnits },
    ];
  });
}

const reorderPoint = 60;
const batchesMost = 400;

/** The least that the maker of a product sells, and how many times that it makes in a day. */
function batchesOf({ context, number }: Desk, product: number) {
  const { moq, outputUnits } = termsOf(context, number, product)!.supplier;
  return { moq, most: Math.min(batchesMost, Math.floor(outputUnits / moq)) };
}

/** As many batches of the first product as are made and a share of the free cash pays for. */
function allIn(desk: Desk, student: DemoStudent, cashBp: number): DecisionWish[] {
  const sku = student.skus[0]!;
  const product = desk.world.skuOf.get(sku);
  if (product === undefined) return [];
  const { moq, most } = batchesOf(desk, product);
  const cash = balanceOf(desk.preview.state, desk.number, account.cash, desk.world.base);
  const free = mulBp(cash, cashBp) - promisedFor(desk.context, desk.number);
  let batches = 0;
  while (batches < most && purchaseCost(desk.context, product, (batches + 1) * moq) <= free)
    batches += 1;
  return batches < 1 ? [] : [{ kind: "place-purchase", sku, units: batches * moq }];
}

const bidTicksLeast = 500;

function advertise(hand: Hand, ads: DemoAds): DecisionWish[] {
  const { desk, student } = hand;
  const market = student.markets[0]!;
  const bids = placesIn(hand, [market]).flatMap((place): DecisionWish[] => {
    const row = rowOf(desk, place.sku);
    const economics = row < 0 ? null : economicsAt(desk, row, place.market);
    if (economics === null) return [];
    const bidTicks = Math.max(bidTicksLeast, mulBp(economics.breakEvenBidTicks, ads.bidBp));
    const { category, language } = subjectOf(desk, place);
    const words = category.queries.slice(0, 2).map((query) => query.phrases[language]?.phrase);
    const keywords = ads.match === "auto" ? [""] : words.filter((one) => one !== undefined);
    return keywords.map((keyword) => ({
      kind: "set-bid",
      campaign: 0,
      sku: place.sku,
      keyword,
      match: ads.match,
      bidTicks,
    }));
  });
  if (bids.length === 0) return [];
  return [
    {
      kind: "open-campaign",
      name: student.store,
      dailyBudgetTicks: ads.dollarsADay * 10_000,
      markets: [market],
    },
    ...bids,
  ];
}

const aheadUnits = 15;

function moveAhead({ desk, student }: Hand): DecisionWish[] {
  const { state } = desk.preview;
  const sku = student.skus[0]!;
  const row = rowOf(desk, sku);
  if (row < 0 || state.stock[row * (state.sizes.markets + 1)]! < 2 * aheadUnits) return [];
  const market = student.markets[0]!;
  return [{ kind: "move-stock", sku, market, mode: "air", units: aheadUnits }];
}

/** The student's live listings on the open day. */
function livePlaces(hand: Hand): (Place & { readonly row: number; readonly priceMinor: number })[] {
  const { state } = hand.desk.preview;
  return placesIn(hand, hand.student.markets).flatMap((place) => {
    const row = rowOf(hand.desk, place.sku);
    const cell = row * state.sizes.markets + place.market;
    if (row < 0 || state.listing[cell] !== 1) return [];
    return [{ ...place, row, priceMinor: state.priceMinor[cell]! }];
  });
}

/** Writes again what is listed, with the words of the searches this time. */
function rewrite(hand: Hand): DecisionWish[] {
  return livePlaces(hand).map((place) => ({
    kind: "edit-listing",
    sku: place.sku,
    market: hand.desk.world.marketIds[place.market]!,
    listing: demoListing("careful", 2, subjectOf(hand.desk, place)),
  }));
}

const soldWell = 25;

/** Down where nothing sold for a week, up where much did or nothing is left, else a try. */
function reprice(hand: Hand): DecisionWish[] {
  const { desk } = hand;
  const pools = desk.preview.state.sizes.markets + 1;
  return livePlaces(hand).flatMap((place): DecisionWish[] => {
    const sold = desk.preview.state.soldWeek[place.row]!;
    const isSoldOut = desk.preview.state.stock[place.row * pools]! === 0;
    const tryBp = hand.day % 2 === 0 ? 9_800 : 10_200;
    const changeBp = isSoldOut || sold >= soldWell ? 10_400 : sold === 0 ? 9_200 : tryBp;
    const priceMinor = roundPrice(mulBp(place.priceMinor, changeBp));
    if (priceMinor === place.priceMinor || losesAt(hand, place, priceMinor)) return [];
    const market = desk.world.marketIds[place.market]!;
    return [{ kind: "set-price", sku: place.sku, market, priceMinor }];
  });
}

function losesAt({ desk }: Hand, { product, market, row }: Place & { row: number }, price: number) {
  const { state } = desk.preview;
  const cell = row * state.sizes.markets + market;
  const economics = unitEconomics(desk.context, {
    store: desk.number,
    product,
    market,
    service: state.service[cell]!,
    priceMinor: price,
    feeMinor: state.feeMinor[cell]!,
  });
  return economics === null || economics.marginMinor < 0;
}

const promotionDays = 4;
/** Terms of the promotions that students try in turn; of a season without them price cuts. */
const promotionsTried = [
  { depthBp: 2_000 },
  { promotion: "coupon", depthBp: 2_000 },
  { promotion: "multi-piece", depthBp: 1_500, pieces: 2 },
  { promotion: "flash-sale", depthBp: 2_500, slices: [2, 3], capUnits: 60 },
] as const;

function promote(hand: Hand): DecisionWish[] {
  const { world } = hand.desk;
  const hasKinds = world.source.scenario.modules.promotions;
  return livePlaces(hand).map((place, turn) => {
    const tried = promotionsTried[hasKinds ? turn % promotionsTried.length : 0]!;
    return {
      kind: "run-promotion",
      sku: place.sku,
      market: world.marketIds[place.market]!,
      from: hand.day,
      to: hand.day + promotionDays - 1,
      ...tried,
      ...("slices" in tried ? { slices: [...tried.slices] } : {}),
    } as DecisionWish;
  });
}
