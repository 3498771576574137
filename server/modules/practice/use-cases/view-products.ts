import type {
  ChoosableProduct,
  ListingRow,
  ProductsView,
} from "@echelon/contract/practice/products.ts";
import { type Outcome, ok } from "@echelon/contract/platform/outcome.ts";
import type { StoreDecision } from "@echelon/kernel/market/decisions/decision.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { PracticeMeans } from "../means.ts";
import { readListings } from "../store/listing-text-store.ts";
import { type ResultRow, storeRows } from "../store/report-store.ts";
import { marketOf, offerRows, openDesk, seriesOf, type Desk, weekFrom } from "./open-desk.ts";
import { listPriceAt, promotionsAt, shownPrice } from "./listing-promotions.ts";
import { unitEconomics } from "./unit-economics.ts";

type ListingDecision = Extract<StoreDecision, { kind: "publish-listing" | "edit-listing" }>;
/** Texts by `<sku>/<market>`: the state keeps their scores only. */
export type ListingTexts = ReadonlyMap<string, ListingDecision["listing"]>;

/** The store's products with their listings in every market. */
export async function viewProducts(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
): Promise<Outcome<ProductsView>> {
  const opened = await openDesk(means, caller, season, store);
  if (!opened.ok) return opened;
  const desk = opened.value;
  const texts = await readListings(means.database, desk);
  const week = await storeRows(
    means.database,
    "listings",
    season,
    store,
    weekFrom(desk),
    desk.closed,
  );
  const offers = offerRows(desk).map((row) => offerView(desk, row, texts, week));
  return ok({ offers, offersMax: desk.world.source.scenario.offersPerStore });
}

function offerView(
  desk: Desk,
  row: number,
  texts: ListingTexts,
  week: readonly ResultRow<"listings">[],
): ProductsView["offers"][number] {
  const { state } = desk.preview;
  const product = desk.products[state.skuOf[row]!]!;
  const facts = desk.world.source.products[product.place]!;
  const category = desk.world.source.categories[facts.category]!;
  const pools = state.sizes.markets + 1;
  const sumPools = (values: { readonly [at: number]: number }) => {
    let total = 0;
    for (let pool = 0; pool < pools; pool += 1) total += values[row * pools + pool]!;
    return total;
  };
  return {
    offer: state.offerNumber[row]!,
    sku: product.sku,
    name: product.detail.name,
    picture: product.detail.picture,
    category: { id: category.id, name: category.name },
    unitCostMinor: facts.unitCostMinor,
    costCurrency: facts.costCurrency,
    photoLevel: state.photoLevel[row]!,
    onHand: sumPools(state.stock),
    inbound: sumPools(state.inbound),
    ratingMilli: ratingOf(state.starSum[row]!, state.reviewCount[row]!),
    reviews: state.reviewCount[row]!,
    listings: desk.world.marketIds.map((_, market) => listingRow(desk, row, market, texts, week)),
  };
}

/** Mean of the stars in thousandths; 0 without a review. */
export const ratingOf = (stars: number, reviews: number): number =>
  reviews === 0 ? 0 : Math.round((stars * 1_000) / reviews);

const listingStates = ["unlisted", "live", "withdrawn"] as const;

/** One listing as it stands on the open day, with its last week. */
export function listingRow(
  desk: Desk,
  row: number,
  market: number,
  texts: ListingTexts,
  week: readonly ResultRow<"listings">[],
): ListingRow {
  const { state } = desk.preview;
  const at = row * state.sizes.markets + market;
  const sku = desk.products[state.skuOf[row]!]!.sku;
  const service = state.service[at]!;
  const economics = economicsAt(desk, row, market);
  const offer = state.offerNumber[row]!;
  const days = week.filter((one) => one.offer === offer && one.market === market);
  const sum = (pick: (one: ResultRow<"listings">) => number) =>
    days.reduce((total, one) => total + pick(one), 0);
  const queries = state.sizes.queries;
  return {
    market: marketOf(desk, market),
    state: listingStates[state.listing[at]!] ?? "unlisted",
    isWaiting: isWaiting(desk, row, at),
    listing: copyText(texts.get(`${sku}/${marketOf(desk, market)}`)),
    contentMilli: state.contentMilli[at]!,
    relevance: Array.from(state.relevance.subarray(at * queries, (at + 1) * queries)),
    priceMinor: state.priceMinor[at]!,
    listPrice: listPriceAt(desk, at),
    promotions: promotionsAt(desk, row, market),
    service: service < 0 ? null : (desk.world.source.trade.services[service]?.id ?? null),
    feeMinor: state.feeMinor[at]!,
    promiseDays: state.promiseDays[at]!,
    landedMinor: economics?.landedMinor ?? 0,
    referenceMinor: days.at(-1)?.referenceMinor ?? 0,
    marginMinor: economics?.marginMinor ?? 0,
    marginBp: economics?.marginBp ?? 0,
    week: {
      impressions: sum((one) => one.impressions),
      clicks: sum((one) => one.clicks),
      orders: sum((one) => one.orders),
      units: sum((one) => one.units),
      revenueMinor: sum((one) => one.revenueMinor),
      adTicks: sum((one) => one.adTicks),
    },
    series: seriesOf(days, (one: ResultRow<"listings">) => one.units, weekFrom(desk), desk.closed),
  };
}

/** Whether a listing was put on sale on the open day: shoppers meet it after the day's close. */
function isWaiting({ opening, preview }: Desk, row: number, at: number): boolean {
  if (preview.state.listing[at] !== 1) return false;
  return row >= opening.state.offerCount[0]! || opening.state.listing[at] !== 1;
}

const copyText = (text: ListingDecision["listing"] | undefined): ListingRow["listing"] =>
  text === undefined
    ? null
    : { ...text, keywords: [...text.keywords], attributes: { ...text.attributes } };

/** What one unit of a listing earns at the price that its page shows on the open day. */
export function economicsAt(desk: Desk, row: number, market: number) {
  const { state } = desk.preview;
  const at = row * state.sizes.markets + market;
  const { goodsMinor, feeMinor } = shownPrice(desk, row, market);
  return unitEconomics(desk.context, {
    store: desk.number,
    product: state.skuOf[row]!,
    market,
    service: state.service[at]!,
    priceMinor: goodsMinor,
    feeMinor,
  });
}

/** A product as the choosing screen and the editor show it. */
export function choosable(
  desk: Desk,
  place: number,
  selected: ReadonlySet<number>,
  rivals: number,
  rough: ChoosableProduct["rough"] = null,
): ChoosableProduct {
  const product = desk.products[place]!;
  const facts = desk.world.source.products[place]!;
  const category = desk.world.source.categories[facts.category]!;
  return {
    sku: product.sku,
    name: product.detail.name,
    text: product.detail.text,
    picture: product.detail.picture,
    supplier: product.detail.supplierName,
    category: { id: category.id, name: category.name },
    unitCostMinor: facts.unitCostMinor,
    costCurrency: facts.costCurrency,
    weightG: facts.weightG,
    sizeMm: [...facts.sizeMm],
    hs10: facts.hs10,
    battery: facts.battery,
    attributes: { ...facts.attributes },
    moq: facts.moq,
    leadDays: facts.leadDays,
    assumed: [...product.detail.assumed],
    isSelected: selected.has(place),
    rivals,
    rough,
  };
}
