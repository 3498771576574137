/** A seat plan's problem from its file, with every figure where it belongs. */
import type { SeatPlanProblem } from "@echelon/contract/planning/seat-plan.ts";
import {
  halfYearsInYear,
  type SeatProblem,
  seatPlanLimits,
  usualWeights,
} from "@echelon/kernel/planning/seat-plan/problem.ts";
import type { PlanWish } from "./compute-plan.ts";

/** What does not fit together, and where. */
export interface ProblemFault {
  readonly code:
    | "odd-half-years"
    | "too-short"
    | "named-twice"
    | "unknown-name"
    | "wrong-count"
    | "wrong-sum"
    | "not-in-season"
    | "too-large";
  readonly path: string;
  readonly facts: Readonly<Record<string, string | number>>;
}

export type ReadProblem =
  | {
      readonly ok: true;
      readonly problem: SeatProblem;
      readonly wish: Omit<PlanWish, "secondsMax">;
    }
  | { readonly ok: false; readonly faults: readonly ProblemFault[] };

const sumsTo = 1e-6;

/** Reads a file that has its form; what does not fit together is told with its path. */
export function readProblem(file: SeatPlanProblem): ReadProblem {
  const reader = new Reader(file);
  reader.check();
  if (reader.faults.length > 0) return { ok: false, faults: reader.faults };
  const problem = reader.problem();
  const classes = {
    seats: file.programmes.map(({ classSeats }) => classSeats),
    viable: file.viableSeats ?? 15,
  };
  return { ok: true, problem, wish: { classes, committedHalfYears: file.committedHalfYears ?? 1 } };
}

class Reader {
  readonly file: SeatPlanProblem;
  readonly faults: ProblemFault[] = [];

  constructor(file: SeatPlanProblem) {
    this.file = file;
  }

  fault(code: ProblemFault["code"], path: string, facts: ProblemFault["facts"] = {}): void {
    this.faults.push({ code, path, facts });
  }

  count(path: string, list: readonly unknown[], needed: number): void {
    if (list.length === needed) return;
    this.fault("wrong-count", path, { found: list.length, needed });
  }

  names(path: string, names: readonly string[]): void {
    for (const [at, name] of names.entries()) {
      if (names.indexOf(name) < at) this.fault("named-twice", `${path}[${at}]`, { name });
    }
  }

  sum(path: string, shares: readonly number[], isWhole: boolean): void {
    const sum = shares.reduce((total, share) => total + share, 0);
    const isRight = isWhole ? Math.abs(sum - 1) <= sumsTo : sum <= 1 + sumsTo;
    if (!isRight) this.fault("wrong-sum", path, { sum: Number(sum.toFixed(6)) });
  }

  check(): void {
    const { file } = this;
    const { decisionHalfYears, stockHalfYears, cities, families, echelons } = file;
    if (decisionHalfYears % halfYearsInYear !== 0)
      this.fault("odd-half-years", "decisionHalfYears");
    if (stockHalfYears < decisionHalfYears) this.fault("too-short", "stockHalfYears");
    this.names("cities", cities);
    this.names("families", families);
    const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
    this.names("echelons", ids(echelons));
    this.names("programmes", ids(file.programmes));
    this.names("schools", ids(file.schools));
    const years = Math.floor(decisionHalfYears / halfYearsInYear);
    this.count("budgetMinor", file.budgetMinor, years);
    this.byCity("floors", file.floors, years);
    this.byCity("basePlaces", file.basePlaces, decisionHalfYears);
    this.byCity("basePlacesUsed", file.basePlacesUsed, decisionHalfYears);
    this.byCity("move", file.move, cities.length);
    for (const [city, shares] of file.move.entries()) this.sum(`move[${city}]`, shares, false);
    this.byCell("stock", file.stock, null);
    this.byCell("committed", file.committed, stockHalfYears);
    for (const [at, { demand }] of file.scenarios.entries()) {
      this.byCell(`scenarios[${at}].demand`, demand, stockHalfYears);
    }
    const probabilities = file.scenarios.map(({ probability }) => probability);
    this.sum("scenarios", probabilities, true);
    this.programmes();
    this.schools();
    this.size();
  }

  byCity(path: string, rows: readonly (readonly number[])[], needed: number): void {
    this.count(path, rows, this.file.cities.length);
    for (const [city, row] of rows.entries()) this.count(`${path}[${city}]`, row, needed);
  }

  byCell(
    path: string,
    cells: readonly (readonly (readonly (number | readonly number[])[])[])[],
    halfYears: number | null,
  ): void {
    this.count(path, cells, this.file.cities.length);
    for (const [city, families] of cells.entries()) {
      this.count(`${path}[${city}]`, families, this.file.families.length);
      for (const [family, echelons] of families.entries()) {
        const place = `${path}[${city}][${family}]`;
        this.count(place, echelons, this.file.echelons.length);
        for (const [echelon, row] of echelons.entries()) {
          if (halfYears === null || typeof row === "number") continue;
          this.count(`${place}[${echelon}]`, row, halfYears);
        }
      }
    }
  }

  programmes(): void {
    const { echelons, programmes } = this.file;
    for (const [at, { takes, out }] of programmes.entries()) {
      const path = `programmes[${at}]`;
      this.count(`${path}.out`, out, echelons.length);
      this.sum(`${path}.out`, out, false);
      if (takes !== null && !echelons.some(({ id }) => id === takes)) {
        this.fault("unknown-name", `${path}.takes`, { name: takes });
      }
    }
  }

  schools(): void {
    const { cities, families, decisionHalfYears, schools } = this.file;
    for (const [at, { city, mix, teachers, teachersUsed, offers }] of schools.entries()) {
      const path = `schools[${at}]`;
      if (!cities.includes(city)) this.fault("unknown-name", `${path}.city`, { name: city });
      this.count(`${path}.mix`, mix, families.length);
      this.sum(`${path}.mix`, mix, true);
      this.count(`${path}.teachers`, teachers, decisionHalfYears);
      this.count(`${path}.teachersUsed`, teachersUsed, decisionHalfYears);
      this.names(
        `${path}.offers`,
        offers.map(({ programme }) => programme),
      );
      for (const [offer, one] of offers.entries()) this.offer(`${path}.offers[${offer}]`, one);
    }
  }

  offer(path: string, { programme, announced }: Offer): void {
    const { programmes, decisionHalfYears, startsInAutumn } = this.file;
    const known = programmes.find(({ id }) => id === programme);
    if (known === undefined) {
      this.fault("unknown-name", `${path}.programme`, { name: programme });
      return;
    }
    for (const [at, { halfYear }] of (announced ?? []).entries()) {
      const isAutumn = (halfYear % halfYearsInYear === 0) === startsInAutumn;
      const isThere = halfYear < decisionHalfYears && (isAutumn || !known.autumnOnly);
      if (!isThere) this.fault("not-in-season", `${path}.announced[${at}]`, { halfYear });
    }
  }

  /** A bound of the programme's columns, before any of them is written. */
  size(): void {
    const { schools, cities, families, echelons, programmes, scenarios } = this.file;
    const { decisionHalfYears, stockHalfYears } = this.file;
    const intakes = 3 * schools.length * programmes.length * decisionHalfYears;
    const entrants = cities.length * families.length * programmes.length * decisionHalfYears;
    const cells = cities.length * families.length * echelons.length * stockHalfYears;
    const columns = intakes + entrants + cells * (scenarios.length + 2);
    const most = seatPlanLimits.columnsMax;
    if (columns > most) this.fault("too-large", "JSON", { columns, most });
  }

  problem(): SeatProblem {
    const { file } = this;
    const echelonAt = (name: string) => file.echelons.findIndex(({ id }) => id === name);
    const flat = (values: readonly (readonly number[])[]) => Float64Array.from(values.flat());
    return {
      schools: file.schools.length,
      cities: file.cities.length,
      families: file.families.length,
      echelons: file.echelons,
      programmes: file.programmes.map((one) => ({
        lag: one.lagHalfYears,
        isAutumnOnly: one.autumnOnly,
        takes: one.takes === null ? null : echelonAt(one.takes),
        out: one.out,
        costMinor: one.costMinor,
        teachersPerSeat: one.teachersPerSeat,
        needsBase: one.needsBase,
      })),
      decisionHalfYears: file.decisionHalfYears,
      stockHalfYears: file.stockHalfYears,
      startsInAutumn: file.startsInAutumn,
      city: Int32Array.from(file.schools, ({ city }) => file.cities.indexOf(city)),
      mix: flat(file.schools.map(({ mix }) => mix)),
      ...this.seats(),
      move: flat(file.move),
      stock: Float64Array.from(file.stock.flat(2)),
      committed: Float64Array.from(file.committed.flat(3)),
      teachers: flat(file.schools.map(({ teachers }) => teachers)),
      teachersUsed: flat(file.schools.map(({ teachersUsed }) => teachersUsed)),
      basePlaces: flat(file.basePlaces),
      basePlacesUsed: flat(file.basePlacesUsed),
      budgetMinor: Float64Array.from(file.budgetMinor, (minor) => minor ?? Infinity),
      floors: flat(file.floors),
      probability: Float64Array.from(file.scenarios, ({ probability }) => probability),
      demand: Float64Array.from(file.scenarios.flatMap(({ demand }) => demand.flat(3))),
      costUnitMinor: file.costUnitMinor,
      changeWeight: file.changeWeight ?? usualWeights.changeWeight,
      costWeight: file.costWeight ?? usualWeights.costWeight,
      discount: file.discount ?? usualWeights.discount,
      growth: file.growth ?? usualWeights.growth,
      growthSeatsMin: file.growthSeatsMin ?? usualWeights.growthSeatsMin,
    };
  }

  /** Where a school offers nothing the most is 0. */
  seats() {
    const { schools, programmes, decisionHalfYears } = this.file;
    const before = new Float64Array(schools.length * programmes.length);
    const seatsMin = new Float64Array(before.length * decisionHalfYears);
    const seatsMax = new Float64Array(seatsMin.length);
    for (const [school, { offers }] of schools.entries()) {
      for (const offer of offers) {
        const programme = programmes.findIndex(({ id }) => id === offer.programme);
        const row = school * programmes.length + programme;
        before[row] = offer.before;
        const first = row * decisionHalfYears;
        seatsMax.fill(offer.most ?? Infinity, first, first + decisionHalfYears);
        for (const { halfYear, seats } of offer.announced ?? []) {
          seatsMin[first + halfYear] = seats;
          seatsMax[first + halfYear] = seats;
        }
      }
    }
    return { before, seatsMin, seatsMax };
  }
}

type Offer = SeatPlanProblem["schools"][number]["offers"][number];
