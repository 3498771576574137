import { readRatings, type RatingProblem } from "@echelon/connectors/ratings-csv/read-ratings.ts";
import { readCsv } from "@echelon/connectors/spreadsheet/read-csv.ts";
import { type Outcome, ok } from "@echelon/contract/platform/outcome.ts";
import { connectedParts } from "@echelon/kernel/assessment/rating/connected-parts.ts";
import {
  fairAverages,
  fairMarks,
  modelReliability,
  type RaterReport,
  raterReports,
} from "@echelon/kernel/assessment/rating/fair-marks.ts";
import { fitRaters, type Mark } from "@echelon/kernel/assessment/rating/fit-raters.ts";

export type { RatingProblem };

/** Averages are marks, 0 to 4. */
export interface RatedPerson {
  readonly person: string;
  readonly marks: number;
  readonly rawAverage: number;
  readonly fairAverage: number;
}

export interface RatedRater extends RaterReport {
  readonly rater: string;
  /** Severities compare only between raters of one part. */
  readonly part: number;
}

export interface FittedRatings {
  readonly persons: readonly RatedPerson[];
  readonly raters: readonly RatedRater[];
  /** Parts of the design that no person joins; more than one tells severities badly. */
  readonly parts: number;
  /** Share of what people differ by that is not noise; null of fewer than two people. */
  readonly reliability: number | null;
  readonly sweeps: number;
  readonly isSettled: boolean;
  readonly problems: readonly RatingProblem[];
}

/**
 * Takes raters' severity out of a table of marks: fair averages of people, and what each rater is
 * like. People and raters come in the order in which the file names them first.
 *
 * @param bytes  of a CSV with a person, a criterion, a rater and a mark of 0 to 4 a row
 */
export function fitRatings(bytes: Uint8Array): Outcome<FittedRatings> {
  const file = readCsv(bytes);
  if (!file.ok) return file;
  const read = readRatings(file.value);
  if (!read.ok) return read;
  const { marks: written, problems } = read.value;
  const [persons, criteria, raters] = [new Numbered(), new Numbered(), new Numbered()];
  const marks: Mark[] = written.map((one) => ({
    person: persons.of(one.person),
    criterion: criteria.of(one.criterion),
    rater: raters.of(one.rater),
    mark: one.mark,
  }));
  const facets = {
    persons: persons.names.length,
    criteria: criteria.names.length,
    raters: raters.names.length,
  };
  const fit = fitRaters(marks, facets);
  const fair = fairAverages(marks, fairMarks(marks, fit), facets);
  const raw = fairAverages(
    marks,
    Float64Array.from(marks, ({ mark }) => mark),
    facets,
  );
  const parts = connectedParts(marks, facets);
  const counts = new Int32Array(facets.persons);
  for (const { person } of marks) counts[person]! += 1;
  return ok({
    persons: persons.names.map((person, at) => ({
      person,
      marks: counts[at]!,
      rawAverage: raw[at]!,
      fairAverage: fair[at]!,
    })),
    raters: raterReports(marks, fit, facets).map((report, at) => ({
      rater: raters.names[at]!,
      part: parts[at]!,
      ...report,
    })),
    parts: new Set(parts).size,
    reliability: modelReliability(marks, fit, facets),
    sweeps: fit.sweeps,
    isSettled: fit.isSettled,
    problems,
  });
}

/** Names in the order in which they came. */
class Numbered {
  readonly names: string[] = [];
  readonly #places = new Map<string, number>();

  of(name: string): number {
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    this.names.push(name);
    this.#places.set(name, this.names.length - 1);
    return this.names.length - 1;
  }
}
