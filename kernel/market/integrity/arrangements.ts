/** Stores that gave way again and again to one certain rival, alone or in turns. */
import type { GivingWay } from "./giving-way.ts";
import type { Question } from "./question.ts";

/** Part of what the listings were to bring that a decision must have cost. */
const lostPartLeast = 0.05;
/** Part of people's gains that must have gone to the one rival. */
const gainShareLeast = 0.5;
/** The rival's gain beside the giver's loss, and its orders beside the lost ones. */
const gainPartLeast = 0.02;
const ordersPartLeast = 0.03;
/** How often, and how much of it: each time counts by the rival's share and by the loss. */
const timesLeast = 2;
const weightLeast = 0.6;
/**
 * What a time counts at which one decision was all: who looks for a better price tries it in one
 * place, who makes room for somebody does so wherever both sell.
 */
const onePlace = 0.4;
/** What the rival must have gained all told, of the cash that a store begins with. */
const gainOfCash = 0.0035;

type Link = {
  readonly giver: number;
  readonly taker: number;
  readonly ways: GivingWay[];
  weight: number;
  gainMinor: number;
};

/** @param openingCashMinor  what a store of the season begins with */
export function arrangements(
  ways: readonly GivingWay[],
  openingCashMinor: number,
): readonly Question[] {
  const links = linksOf(ways);
  const gainLeast = gainOfCash * openingCashMinor;
  const isStrong = (link: Link) =>
    link.ways.length >= timesLeast && link.weight >= weightLeast && link.gainMinor >= gainLeast;
  const questions: Question[] = [];
  const told = new Set<Link>();
  for (const link of links.filter(isStrong)) {
    if (told.has(link)) continue;
    told.add(link);
    const { giver, taker } = link;
    const back = links.find((one) => one.giver === taker && one.taker === giver);
    if (back === undefined) {
      questions.push({ kind: "gave-way", stores: [giver, taker], ways: link.ways });
      continue;
    }
    told.add(back);
    const both = [...link.ways, ...back.ways].sort((a, b) => a.day - b.day || a.store - b.store);
    const stores = [Math.min(giver, taker), Math.max(giver, taker)] as const;
    questions.push({ kind: "in-turns", stores, ways: both });
  }
  return questions;
}

/** Who gave to whom: only where one rival had most of what people gained. */
function linksOf(ways: readonly GivingWay[]): readonly Link[] {
  const links: Link[] = [];
  for (const way of ways) {
    const lostPart = way.lostMinor / Math.max(1, way.atStakeMinor);
    if (way.isMended || lostPart < lostPartLeast) continue;
    const gained = way.gains.reduce((sum, { minor }) => sum + minor, 0);
    const [top] = way.gains;
    if (top === undefined || top.minor < gainShareLeast * gained) continue;
    if (top.minor < gainPartLeast * way.lostMinor) continue;
    if (top.ordersMilli < ordersPartLeast * way.lostOrdersMilli) continue;
    const places = way.numbers.length > 1 ? 1 : onePlace;
    const weight = Math.min(1, 2 * lostPart) * (top.minor / gained) * places;
    const known = links.find((one) => one.giver === way.store && one.taker === top.store);
    if (known === undefined) {
      const gainMinor = top.minor;
      links.push({ giver: way.store, taker: top.store, ways: [way], weight, gainMinor });
      continue;
    }
    known.ways.push(way);
    known.weight += weight;
    known.gainMinor += top.minor;
  }
  return links;
}
