/**
 * The deal of one city, product and keyword (practice.md 9): who enters, in which order the crowds
 * buy from whom, and what is left over. It reads nothing but what it is given and draws nothing.
 */
import { allocateMinor } from "../../money/allocate.ts";
import type { Parameters } from "../parameters/parameters.ts";
import { orderOfCrowd } from "./crowds.ts";
import { clickCharge, cutOf } from "./scores.ts";
import {
  crowdCount,
  crowds,
  earlier,
  type CrowdLine,
  type Fate,
  type Seller,
  type SellerLine,
} from "./seller.ts";

export type KeywordDemand = {
  /** Units wanted by crowd, in their order. */
  readonly units: readonly number[];
  /** Clicks of the keyword, those that order among them. */
  readonly clicks: number;
};

/** The most who enter by either cut: what the pages of a day hold. */
export type DealLimits = { readonly entrantsMax: number };

/** What a campaign may still spend: one for all its desks. */
type Purse = { ticks: number };

/** A seller on its way through the deal. */
type Desk = {
  readonly seller: Seller;
  readonly purse: Purse;
  seoPlace: number;
  adPlace: number;
  isInBySeo: boolean;
  isInByAd: boolean;
  chargeTicks: number;
  left: number;
  units: number;
  paidClicks: number;
  freeClicks: number;
  readonly lines: CrowdLine[];
};

/**
 * Deals a keyword's demand. The answer has the order of `sellers`, and does not depend on it.
 *
 * @throws RangeError where two sellers share a place of submission: ties would not be decided
 */
export function dealKeyword(
  p: Parameters,
  sellers: readonly Seller[],
  demand: KeywordDemand,
  { entrantsMax }: DealLimits,
): readonly SellerLine[] {
  if (new Set(sellers.map(({ submitted }) => submitted)).size !== sellers.length) {
    throw new RangeError("two sellers of a deal were submitted at once");
  }
  const purses = new Map<number, Purse>();
  const desks = sellers.map((seller) => newDesk(seller, purseOf(purses, seller)));
  enterBySeo(p, desks, entrantsMax);
  enterByAd(p, desks, entrantsMax);
  demand.units.forEach((wanted, crowd) => serveCrowd(p, desks, crowd, wanted));
  dealLooks(p, desks, demand);
  return desks.map(lineOf);
}

function purseOf(purses: Map<number, Purse>, { campaign, budgetTicks }: Seller): Purse {
  const purse = purses.get(campaign) ?? { ticks: budgetTicks };
  purses.set(campaign, purse);
  return purse;
}

const newDesk = (seller: Seller, purse: Purse): Desk => ({
  seller,
  purse,
  seoPlace: 0,
  adPlace: 0,
  isInBySeo: false,
  isInByAd: false,
  chargeTicks: 0,
  left: seller.stock,
  units: 0,
  paidClicks: 0,
  freeClicks: 0,
  lines: [],
});

/** Sellers whose listing matches, by score: the first share of them enters. */
function enterBySeo(p: Parameters, desks: readonly Desk[], most: number): void {
  const ranked = desks
    .filter(({ seller }) => seller.seoMilli > 0)
    .toSorted((a, b) => b.seller.seoMilli - a.seller.seoMilli || earlier(a.seller, b.seller));
  const entering = Math.min(most, cutOf(ranked.length, p["sandbox.cut.seo"]));
  ranked.forEach((desk, place) => {
    desk.seoPlace = place + 1;
    desk.isInBySeo = place < entering;
  });
}

/** Advertisers whose budget pays a click at their bid, by bid × quality. */
function enterByAd(p: Parameters, desks: readonly Desk[], most: number): void {
  const worth = ({ seller }: Desk) => seller.bidTicks * seller.qualityMilli;
  const ranked = desks
    .filter(({ seller }) => seller.bidTicks > 0 && seller.budgetTicks >= seller.bidTicks)
    .toSorted((a, b) => worth(b) - worth(a) || earlier(a.seller, b.seller));
  const entering = Math.min(most, cutOf(ranked.length, p["sandbox.cut.sem"]));
  ranked.forEach((desk, place) => {
    desk.adPlace = place + 1;
    desk.isInByAd = place < entering;
    desk.chargeTicks = clickCharge(p, desk.seller, ranked[place + 1]?.seller);
  });
}

/** Clicks that the campaign can still pay. */
const affordable = ({ purse, chargeTicks }: Desk) =>
  chargeTicks > 0 ? Math.floor(purse.ticks / chargeTicks) : 0;

function payClicks(desk: Desk, clicks: number): void {
  desk.paidClicks += clicks;
  desk.purse.ticks -= clicks * desk.chargeTicks;
}

/** Serves a crowd from its first choice on; each gives what it has, the next takes the rest. */
function serveCrowd(p: Parameters, desks: readonly Desk[], crowd: number, wanted: number): void {
  const chosen = orderOfCrowd(p, crowds[crowd]!, desks.filter(isIn), ({ seller }) => seller);
  let left = wanted;
  for (const desk of desks) {
    if (!chosen.includes(desk)) {
      desk.lines.push({ place: 0, units: 0, fate: isIn(desk) ? "notWanted" : "notIn" });
    }
  }
  chosen.forEach((desk, at) => {
    const line = sellTo(desk, at + 1, left, wanted);
    left -= line.units;
    desk.lines.push(line);
  });
}

const isIn = ({ isInBySeo, isInByAd }: Desk) => isInBySeo || isInByAd;

function sellTo(desk: Desk, place: number, left: number, wanted: number): CrowdLine {
  // Who came in by an advertisement alone pays a click for each order.
  const budget = desk.isInBySeo ? desk.left : affordable(desk);
  const units = Math.min(left, desk.left, budget);
  let fate: Fate = "served";
  if (wanted === 0) fate = "noDemand";
  else if (left === 0) fate = "taken";
  else if (units < left) fate = desk.left <= budget ? "stock" : "budget";
  desk.left -= units;
  desk.units += units;
  if (desk.isInBySeo) desk.freeClicks += units;
  else payClicks(desk, units);
  return { place, units, fate };
}

/** Deals the clicks without order over the places of both lists, higher places getting more. */
function dealLooks(p: Parameters, desks: readonly Desk[], demand: KeywordDemand): void {
  const ordered = demand.units.reduce((sum, units) => sum + units, 0);
  const looks = Math.max(0, demand.clicks - ordered);
  const bySeo = desks.filter((desk) => desk.isInBySeo);
  const byAd = desks.filter((desk) => desk.isInByAd);
  const ofAds = byAd.length === 0 ? 0 : Math.floor(looks * p["sandbox.sem.looks"]);
  for (const [desk, clicks] of dealt(bySeo, looks - ofAds, (one) => one.seoPlace)) {
    desk.freeClicks += clicks;
  }
  for (const [desk, clicks] of dealt(byAd, ofAds, (one) => one.adPlace)) {
    payClicks(desk, Math.min(clicks, affordable(desk)));
  }
}

function dealt(
  desks: readonly Desk[],
  clicks: number,
  placeOf: (desk: Desk) => number,
): readonly (readonly [Desk, number])[] {
  if (desks.length === 0) return [];
  const ordered = desks.toSorted((a, b) => placeOf(a) - placeOf(b));
  const shares = allocateMinor(
    clicks,
    ordered.map((_, at) => ordered.length - at),
  );
  return ordered.map((desk, at) => [desk, shares[at]!] as const);
}

function lineOf(desk: Desk): SellerLine {
  const { seoPlace, adPlace, isInBySeo, isInByAd, chargeTicks } = desk;
  const { units, paidClicks, freeClicks, lines } = desk;
  if (lines.length !== crowdCount) throw new Error(`${lines.length} crowds were served`);
  return {
    seoPlace,
    adPlace,
    isInBySeo,
    isInByAd,
    chargeTicks,
    units,
    paidClicks,
    freeClicks,
    crowds: lines,
  };
}
