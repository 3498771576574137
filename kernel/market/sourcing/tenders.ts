/**
 * Tenders: goods that are made already, of which the maker of a product sells a lot by sealed bid
 * (practice.md 4.2). They are posted in rounds, some days before they close; which products, how
 * many units and within which band one may bid is drawn for the season. What a unit may cost stands
 * in the books' currency from its posting on, at the rates of the season's start: a band that moved
 * with the rates would refuse tomorrow what it asked for today.
 */
import { convertMinor } from "../../money/convert.ts";
import { permutation } from "../../random/permutation.ts";
import { address, purpose } from "../../random/purpose.ts";
import { uniform } from "../../random/uniform.ts";
import { decisionLimits as limits } from "../decisions/decision-limits.ts";
import { keptBySeason, type KeyedWorld } from "../world/kept-by-season.ts";
import { currencyNumber } from "../world/lookups.ts";
import type { World } from "../world/world.ts";

export type Tender = {
  /** Number within the season: round · tenders of a round + place. */
  readonly number: number;
  /** Index into the season's products. */
  readonly product: number;
  readonly units: number;
  /** The most units that one bidder may ask for. */
  readonly mostUnits: number;
  /** Least and highest bid for a unit, minor units of the books. */
  readonly lowMinor: number;
  readonly highMinor: number;
  /** What a unit costs from the maker in a minimum lot at the season's start. */
  readonly listMinor: number;
  /** Season days: the first on which it stands, and the last for bids. */
  readonly postedOn: number;
  readonly closesOn: number;
  /** Days from the close until the goods are there. */
  readonly leadDays: number;
};

/** A bid of a buyer beside the season's stores. */
export type OtherBid = { readonly unitMinor: number; readonly units: number };

/** What is drawn under one purpose: products of a round, one tender, the other buyers of one. */
const drawn = { products: 0, size: 1, others: 2 } as const;

/** Tenders of a round: no more than there are products. */
export function tendersEach({ parameters: p, source }: World): number {
  const { products } = source;
  const wanted = Math.floor(p["tender.productsShare"] * products.length + 0.5);
  const most = Math.max(p["tender.least"], p["tender.most"]);
  return Math.min(products.length, most, Math.max(p["tender.least"], wanted));
}

/** A tender by its number; null where the season has none of that number. */
export function tenderOf(place: KeyedWorld, number: number): Tender | null {
  const { world, key } = place;
  const { parameters: p, source } = world;
  if (!source.scenario.modules.tenders || !Number.isInteger(number) || number < 0) return null;
  const each = tendersEach(world);
  const round = Math.floor(number / each);
  const postedOn = 1 + round * p["tender.everyDays"];
  const closesOn = postedOn + p["tender.openDays"];
  if (closesOn > source.scenario.days) return null;
  const product = productsOf(place, round)[number % each]!;
  const at = (index: number) => uniform(number, drawn.size, 0, address(purpose.tender, index), key);
  const between = (low: number, high: number, index: number) => low + (high - low) * at(index);
  const { moq, leadDays } = source.products[product]!;
  const lots = between(p["tender.lotsLow"], p["tender.lotsHigh"], 0);
  const units = rounded(Math.max(1, moq) * lots, 1, limits.unitsPerPurchaseMax);
  const listMinor = listUnitCost(world, product);
  const lowMinor = rounded(listMinor * between(p["tender.lowFrom"], p["tender.lowTo"], 1), 1);
  const leadFactor = p["tender.lead"] * (source.scenario.leadTimeBp / 10_000);
  return {
    number,
    product,
    units,
    mostUnits: rounded(units * p["tender.shareMost"], 1, units),
    lowMinor,
    highMinor: rounded(listMinor * p["tender.high"], lowMinor),
    listMinor,
    postedOn,
    closesOn,
    leadDays: rounded(leadDays * leadFactor, 1),
  };
}

/** Tenders on which one may bid on a season day. */
export function tendersOn(place: KeyedWorld, day: number): readonly Tender[] {
  const { parameters: p } = place.world;
  const every = p["tender.everyDays"];
  const first = Math.max(0, Math.ceil((day - 1 - p["tender.openDays"]) / every));
  const last = Math.floor((day - 1) / every);
  const rounds = Math.max(0, last - first + 1);
  return Array.from({ length: rounds }, (_, index) => roundOf(place, first + index)).flat();
}

/** Tenders that close at the end of a season day. */
export function tendersClosing(place: KeyedWorld, day: number): readonly Tender[] {
  const { parameters: p } = place.world;
  const sinceFirst = day - 1 - p["tender.openDays"];
  const isDay = sinceFirst >= 0 && sinceFirst % p["tender.everyDays"] === 0;
  return isDay ? roundOf(place, sinceFirst / p["tender.everyDays"]) : [];
}

/** Tenders that stand from a season day on. */
export function tendersPosted(place: KeyedWorld, day: number): readonly Tender[] {
  const every = place.world.parameters["tender.everyDays"];
  return day >= 1 && (day - 1) % every === 0 ? roundOf(place, (day - 1) / every) : [];
}

function roundOf(place: KeyedWorld, round: number): readonly Tender[] {
  const each = tendersEach(place.world);
  return Array.from(
    { length: each },
    (_, index) => tenderOf(place, round * each + index) ?? [],
  ).flat();
}

/**
 * What buyers beside the season's stores bid in a tender, so that the least price does not win by
 * itself where few stores bid. They pay no more than the maker's list price.
 */
export function otherBids({ world, key }: KeyedWorld, tender: Tender): readonly OtherBid[] {
  const { parameters: p } = world;
  const top = Math.max(tender.lowMinor, Math.min(tender.listMinor, tender.highMinor));
  return Array.from({ length: p["tender.others"] }, (_, other) => {
    const at = (index: number) =>
      uniform(tender.number, drawn.others, other, address(purpose.tender, index), key);
    const share = p["tender.othersLeast"] + (1 - p["tender.othersLeast"]) * at(1);
    return {
      unitMinor: tender.lowMinor + Math.floor((top - tender.lowMinor + 1) * at(0)),
      units: rounded(tender.mostUnits * share, 1, tender.mostUnits),
    };
  });
}

const roundsOf = keptBySeason((): Int32Array[] => []);

/** The products of a round's tenders, each another one. */
function productsOf(place: KeyedWorld, round: number): Int32Array {
  const { world, key } = place;
  const products = world.source.products.length;
  return (roundsOf(place)[round] ??= permutation(
    products,
    round,
    drawn.products,
    0,
    address(purpose.tender),
    key,
  ).slice(0, tendersEach(world)));
}

/** Minor units of the books at the rates of the season's start. */
function listUnitCost(world: World, product: number): number {
  const { unitCostMinor, costCurrency } = world.source.products[product]!;
  const from = currencyNumber(world, costCurrency);
  if (from === world.base) return Math.max(1, unitCostMinor);
  const { currencies, base, startRateE8 } = world;
  const minor = convertMinor(
    unitCostMinor,
    currencies[from]!,
    currencies[base]!,
    startRateE8[from]!,
    startRateE8[base]!,
  );
  return Math.max(1, minor);
}

/** Half up, within bounds. */
const rounded = (value: number, least: number, most = Number.MAX_SAFE_INTEGER) =>
  Math.min(most, Math.max(least, Math.floor(value + 0.5)));
