/**
 * What a region needs, from what was posted: openings weighed by doubles, by how much of the market
 * a source sees, and by postings that never end; and the stock of people that follows from it.
 */
import { addDays, civilOf, type Day, dayOf } from "../../calendar/day.ts";
import { clamp } from "../../number/clamp.ts";

/** A cell's postings that have the same weight, put together. */
export interface CountedPostings {
  readonly city: string;
  readonly family: string;
  readonly echelon: string;
  readonly quarter: Quarter;
  readonly source: string;
  readonly groupSize: number;
  readonly windows: number;
  /** Openings of all of them. */
  readonly openings: number;
  readonly postings: number;
}

/** Quarters since 1970: 0 is its first. */
export type Quarter = number;

export function quarterOf(day: Day): Quarter {
  const { year, month } = civilOf(day);
  return (year - 1970) * 4 + Math.floor((month - 1) / 3);
}

/** The first day of a quarter. */
export function quarterStart(quarter: Quarter): Day {
  return dayOf(1970 + Math.floor(quarter / 4), (quarter - 4 * Math.floor(quarter / 4)) * 3 + 1, 1);
}

/** The last day of a quarter. */
export function quarterEnd(quarter: Quarter): Day {
  return addDays(quarterStart(quarter + 1), -1);
}

/** Windows in a row beyond which a posting is taken for one that never ends. */
export const windowsMax = 3;
const lastingWeight = 0.5;

/** What a survey found against what its enterprises had posted. */
export interface CoverageSurvey {
  readonly source: string;
  readonly city: string;
  readonly surveyed: number;
  readonly posted: number;
}

const shrinkOpenings = 20;
export const coverageMin = 0.5;
export const coverageMax = 10;

/**
 * How many openings there are for one that a source posts in a city: the city's own ratio, drawn to
 * that of the whole region by twenty openings. 1 where nobody asked.
 */
export function coverageOf(
  surveys: readonly CoverageSurvey[],
  source: string,
  city: string,
): number {
  const ofSource = surveys.filter((survey) => survey.source === source);
  const all = sums(ofSource);
  if (all.posted === 0) return 1;
  const own = sums(ofSource.filter((survey) => survey.city === city));
  const ofRegion = all.surveyed / all.posted;
  // n · (surveyed / posted) with n = posted is what was surveyed.
  const ratio = (own.surveyed + shrinkOpenings * ofRegion) / (own.posted + shrinkOpenings);
  return clamp(ratio, coverageMin, coverageMax);
}

function sums(surveys: readonly CoverageSurvey[]): { surveyed: number; posted: number } {
  let [surveyed, posted] = [0, 0];
  for (const survey of surveys) {
    surveyed += survey.surveyed;
    posted += survey.posted;
  }
  return { surveyed, posted };
}

/** Openings that some postings mean: summed up over a cell and quarter they are its V. */
export function adjustedOpenings(
  { openings, groupSize, windows }: Pick<CountedPostings, "openings" | "groupSize" | "windows">,
  coverage: number,
): number {
  const persistence = windows > windowsMax ? lastingWeight : 1;
  return (openings / groupSize) * coverage * persistence;
}

/** A cell's need in people, and from what it follows. */
export interface StockNeed {
  readonly people: number;
  readonly way: "survey" | "openings";
}

const quartersAYear = 4;

/** Mean of the four quarters that end with this one; quarters without postings count as none. */
export function yearMean(byQuarter: ReadonlyMap<Quarter, number>, quarter: Quarter): number {
  let sum = 0;
  for (let back = 0; back < quartersAYear; back += 1) sum += byQuarter.get(quarter - back) ?? 0;
  return sum / quartersAYear;
}

export interface CellSurvey {
  readonly quarter: Quarter;
  readonly people: number;
}

/**
 * The people that a cell needs in a quarter.
 *
 * With a survey D(t) = D(survey) · V̄(t) / V̄(survey), V̄ the mean of four quarters; where nothing
 * was posted around the survey, its own number stands. Without one D = V a half-year / (δ + g): the
 * openings that leaving and growth leave behind.
 *
 * @param leavingPpm share that leaves the field in a half-year, parts per million
 * @param growthPpm by which the need grows in a half-year
 */
export function stockNeed(
  openings: ReadonlyMap<Quarter, number>,
  quarter: Quarter,
  surveys: readonly CellSurvey[],
  { leavingPpm, growthPpm }: { readonly leavingPpm: number; readonly growthPpm: number },
): StockNeed {
  const past = surveys.filter((survey) => survey.quarter <= quarter);
  const last = past.toSorted((a, b) => a.quarter - b.quarter).at(-1);
  if (last !== undefined) {
    const base = yearMean(openings, last.quarter);
    const people = base === 0 ? last.people : (last.people * yearMean(openings, quarter)) / base;
    return { people, way: "survey" };
  }
  const aHalfYear = 2 * yearMean(openings, quarter);
  return { people: (aHalfYear * 1_000_000) / (leavingPpm + growthPpm), way: "openings" };
}

/** Cells of fewer people than this are not told to others. */
export const tellableMin = 5;

/** People whom an enterprise is bound to take: their own layer of the need. */
export interface OrderedPeople {
  readonly enterprise: string;
  readonly city: string;
  readonly family: string;
  readonly echelon: string;
  readonly people: number;
  /** From when it was made to when the people are due. */
  readonly from: Quarter;
  readonly due: Quarter;
}

/** Counted postings whose enterprise is known: null for all that have ordered nobody. */
export type EnterprisePostings = CountedPostings & { readonly enterprise: string | null };

/**
 * The postings without the openings that orders already stand for: those of the same enterprise
 * and cell, from the order's quarter to its last, the earliest first. What is left of an order
 * when they are used up takes nothing from anybody.
 */
export function withoutOrdered(
  postings: readonly EnterprisePostings[],
  orders: readonly OrderedPeople[],
): EnterprisePostings[] {
  const left = postings.map(({ openings }) => openings);
  const inOrder = [...postings.keys()].toSorted(
    (a, b) => postings[a]!.quarter - postings[b]!.quarter || a - b,
  );
  for (const order of orders) {
    let people = order.people;
    for (const at of inOrder) {
      const one = postings[at]!;
      const isMeant =
        one.enterprise === order.enterprise &&
        one.city === order.city &&
        one.family === order.family &&
        one.echelon === order.echelon &&
        one.quarter >= order.from &&
        one.quarter <= order.due;
      if (!isMeant || people === 0) continue;
      // k doubles of one vacancy stand for it together: an ordered person takes from all of them.
      const taken = Math.min(left[at]!, people * one.groupSize);
      left[at]! -= taken;
      people = Math.max(0, people - taken / one.groupSize);
    }
  }
  return postings.map((one, at) => ({ ...one, openings: left[at]! }));
}
