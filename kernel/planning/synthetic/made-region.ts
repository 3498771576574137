/**
 * A made-up region whose figures are like a province's, from a seed: benches and laws need one of
 * any size, and no real region may stand in a repository. Sizes and shares are our choice.
 */
import { exp } from "../../number/exp.ts";
import { normal } from "../../random/normal.ts";
import type { Key } from "../../random/philox.ts";
import { address, purpose, retriesMax } from "../../random/purpose.ts";
import { uniform } from "../../random/uniform.ts";
import { addEntrants } from "../seat-plan/evaluate-plan.ts";
import { admits, halfYearsInYear, type SeatProblem, usualWeights } from "../seat-plan/problem.ts";
import { usualEchelons, usualProgrammes } from "../seat-plan/usual-programmes.ts";

export interface RegionSize {
  readonly seed: number;
  readonly schools: number;
  readonly cities: number;
  readonly scenarios: number;
  readonly decisionHalfYears: number;
  readonly stockHalfYears: number;
}

export const provinceSize: RegionSize = Object.freeze({
  seed: 7,
  schools: 100,
  cities: 11,
  scenarios: 20,
  decisionHalfYears: 12,
  stockHalfYears: 18,
});

export const madeFamilies = 4;
const familyShare = [0.4, 0.25, 0.2, 0.15];
const echelonShare = [0.55, 0.33, 0.12];
/** Of the need, how much is met at the start. */
const echelonMet = [1.02, 0.85, 0.62];
/** What need grows by in a half-year, in logs. */
const echelonGrowth = [0.02, 0.035, 0.05];
/** How need and training fall on cities, as in a coastal province; small regions take the first. */
const needShare = [30, 20, 9, 7, 12, 6, 16, 4, 3, 8, 5];
const trainingShare = [34, 16, 10, 6, 11, 7, 9, 5, 2, 9, 6];
const seatShare = [0.12, 0.34, 0.1, 0.14, 0.02, 0.1, 0.12, 0.06];
const peopleAtWork = 60_000;
const seatsAYear = 9_000;
const staying = 0.88;

const sharesOf = (weights: readonly number[], count: number): number[] => {
  const used = Array.from({ length: count }, (_, at) => weights[at % weights.length]!);
  const sum = used.reduce((total, weight) => total + weight, 0);
  return used.map((weight) => weight / sum);
};

/** A whole region: schools, people, need and limits; the same size gives the same region. */
export function madeRegion(size: RegionSize): SeatProblem {
  const region = new MadeRegion(size);
  return region.problem();
}

class MadeRegion {
  readonly size: RegionSize;
  readonly key: Key;
  readonly needs: readonly number[];

  constructor(size: RegionSize) {
    this.size = size;
    this.key = { k0: size.seed, k1: purpose.madeRegion };
    this.needs = sharesOf(needShare, size.cities);
  }

  problem(): SeatProblem {
    const { schools, cities, scenarios, decisionHalfYears, stockHalfYears } = this.size;
    const city = this.cities();
    const mix = this.mixes();
    const before = this.before();
    const shape = {
      schools,
      cities,
      families: madeFamilies,
      decisionHalfYears,
      stockHalfYears,
      programmes: usualProgrammes,
      echelons: usualEchelons,
      startsInAutumn: true,
      city,
      mix,
      before,
      move: this.moves(),
      stock: this.stock(),
      probability: new Float64Array(scenarios).fill(1 / scenarios),
      demand: this.need(),
      ...usualWeights,
      costUnitMinor: usualProgrammes[0]!.costMinor,
    };
    const seats = schools * usualProgrammes.length * decisionHalfYears;
    const open: SeatProblem = {
      ...shape,
      seatsMin: new Float64Array(seats),
      seatsMax: new Float64Array(seats).fill(Infinity),
      committed: new Float64Array(cities * madeFamilies * usualEchelons.length * stockHalfYears),
      teachers: new Float64Array(schools * decisionHalfYears),
      teachersUsed: new Float64Array(schools * decisionHalfYears),
      basePlaces: new Float64Array(cities * decisionHalfYears),
      basePlacesUsed: new Float64Array(cities * decisionHalfYears),
      budgetMinor: new Float64Array(decisionHalfYears / halfYearsInYear),
      floors: new Float64Array((cities * decisionHalfYears) / halfYearsInYear),
    };
    fillInside(open);
    fillLimits(open);
    return open;
  }

  draw(of: number, second: number, what: number): number {
    return uniform(of, second, 0, address(purpose.madeRegion, what * retriesMax), this.key);
  }

  cities(): Int32Array {
    const { schools, cities } = this.size;
    const shares = sharesOf(trainingShare, cities);
    let [reached, city] = [0, 0];
    return Int32Array.from({ length: schools }, (_, school) => {
      while (city < cities - 1 && (school + 0.5) / schools > reached + shares[city]!) {
        reached += shares[city]!;
        city += 1;
      }
      return city;
    });
  }

  mixes(): Float64Array {
    const mix = new Float64Array(this.size.schools * madeFamilies);
    for (let school = 0; school < this.size.schools; school += 1) {
      const row = mix.subarray(school * madeFamilies, (school + 1) * madeFamilies);
      for (let family = 0; family < madeFamilies; family += 1) {
        row[family] = 0.15 + this.draw(school, family, 0);
      }
      const sum = row.reduce((total, share) => total + share, 0);
      for (let family = 0; family < madeFamilies; family += 1) row[family]! /= sum;
    }
    return mix;
  }

  before(): Float64Array {
    const { schools } = this.size;
    const before = new Float64Array(schools * usualProgrammes.length);
    for (let at = 0; at < before.length; at += 1) {
      const programme = at % usualProgrammes.length;
      const school = (at - programme) / usualProgrammes.length;
      if (this.draw(school, programme, 1) >= 0.85) continue;
      const season = usualProgrammes[programme]!.isAutumnOnly ? 1.6 : 0.8;
      const spread = 0.5 + this.draw(school, programme, 2);
      before[at] = (seatsAYear / schools) * seatShare[programme]! * spread * season;
    }
    return before;
  }

  /** Eight times as many stay in a city as go to another one of its size; some leave the region. */
  moves(): Float64Array {
    const { cities } = this.size;
    const move = new Float64Array(cities * cities);
    for (let from = 0; from < cities; from += 1) {
      const row = move.subarray(from * cities, (from + 1) * cities);
      for (let to = 0; to < cities; to += 1) {
        row[to] = (from === to ? 8 : 1) * Math.sqrt(this.needs[to]!);
      }
      const sum = row.reduce((total, share) => total + share, 0);
      for (let to = 0; to < cities; to += 1) row[to]! *= staying / sum;
    }
    return move;
  }

  cellNeed(city: number, family: number, echelon: number): number {
    return peopleAtWork * this.needs[city]! * familyShare[family]! * echelonShare[echelon]!;
  }

  stock(): Float64Array {
    const stock = new Float64Array(this.size.cities * madeFamilies * usualEchelons.length);
    for (let cell = 0; cell < stock.length; cell += 1) {
      const [city, family, echelon] = this.cell(cell);
      const spread = 0.85 + 0.3 * this.draw(cell, 0, 3);
      stock[cell] = this.cellNeed(city, family, echelon) * echelonMet[echelon]! * spread;
    }
    return stock;
  }

  cell(at: number): [city: number, family: number, echelon: number] {
    const echelon = at % usualEchelons.length;
    const place = (at - echelon) / usualEchelons.length;
    const family = place % madeFamilies;
    return [(place - family) / madeFamilies, family, echelon];
  }

  /** Need grows with its echelon, follows a common swing, and each cell wanders a little. */
  need(): Float64Array {
    const { cities, scenarios, stockHalfYears } = this.size;
    const cells = cities * madeFamilies * usualEchelons.length;
    const need = new Float64Array(scenarios * cells * stockHalfYears);
    const key = { k0: this.size.seed, k1: purpose.madeNeed };
    for (let scenario = 0; scenario < scenarios; scenario += 1) {
      const swings = swingsOf(scenario, stockHalfYears, key);
      for (let cell = 0; cell < cells; cell += 1) {
        const [city, family, echelon] = this.cell(cell);
        let [level, own] = [0, 0];
        for (let halfYear = 0; halfYear < stockHalfYears; halfYear += 1) {
          level += echelonGrowth[echelon]! + 0.35 * swings[halfYear]!;
          own = 0.85 * own + 0.03 * drawNeed(scenario, cell + 1, halfYear, key);
          need[(scenario * cells + cell) * stockHalfYears + halfYear] =
            this.cellNeed(city, family, echelon) * exp(level + own);
        }
      }
    }
    return need;
  }
}

const drawNeed = (scenario: number, of: number, halfYear: number, key: Key): number =>
  normal(scenario, of, halfYear, address(purpose.madeNeed), key);

function swingsOf(scenario: number, halfYears: number, key: Key): number[] {
  let swing = 0;
  return Array.from({ length: halfYears }, (_, halfYear) => {
    swing = 0.8 * swing + 0.02 * drawNeed(scenario, 0, halfYear, key);
    return swing;
  });
}

/** Cohorts that are inside, as if each admission so far had been like the last one. */
function fillInside(problem: SeatProblem): void {
  const { schools, programmes, families, decisionHalfYears, city, mix, before } = problem;
  const { committed, teachersUsed, basePlacesUsed } = problem;
  for (let row = 0; row < schools * programmes.length; row += 1) {
    const programme = row % programmes.length;
    const school = (row - programme) / programmes.length;
    const { lag, teachersPerSeat, needsBase } = programmes[programme]!;
    for (let admitted = -lag; admitted < 0; admitted += 1) {
      if (!admits(problem, programme, admitted)) continue;
      for (let family = 0; family < families; family += 1) {
        const cohort = { city: city[school]!, family, programme, halfYear: admitted };
        addEntrants(problem, cohort, before[row]! * mix[school * families + family]!, committed);
      }
      const end = Math.min(decisionHalfYears, admitted + lag);
      for (let halfYear = 0; halfYear < end; halfYear += 1) {
        teachersUsed[school * decisionHalfYears + halfYear]! += before[row]! * teachersPerSeat;
        if (!needsBase) continue;
        basePlacesUsed[city[school]! * decisionHalfYears + halfYear]! += before[row]!;
      }
    }
  }
}

/** Limits with some room above what is done already. */
function fillLimits(problem: SeatProblem): void {
  const { schools, programmes, decisionHalfYears, city, before, teachers, basePlaces } = problem;
  let cost = 0;
  for (let school = 0; school < schools; school += 1) {
    let load = 0;
    let [places, floor] = [0, 0];
    for (const [programme, each] of programmes.entries()) {
      const seats = before[school * programmes.length + programme]!;
      const cohorts = each.isAutumnOnly ? each.lag / halfYearsInYear : each.lag;
      load += seats * each.teachersPerSeat * cohorts;
      if (each.needsBase) places += 2.5 * seats;
      floor += 0.5 * seats;
      cost += seats * each.costMinor;
    }
    const at = city[school]!;
    for (let halfYear = 0; halfYear < decisionHalfYears; halfYear += 1) {
      teachers[school * decisionHalfYears + halfYear] = 1.35 * load + 2;
      basePlaces[at * decisionHalfYears + halfYear]! += places;
    }
    const years = decisionHalfYears / halfYearsInYear;
    for (let year = 0; year < years; year += 1) problem.floors[at * years + year]! += floor;
  }
  for (let at = 0; at < basePlaces.length; at += 1) basePlaces[at]! += 60;
  problem.budgetMinor.fill(Math.floor(2 * cost));
}
