import type { Agreement, OwnRating, RaterAgreement } from "@echelon/contract/assessment/ratings.ts";
import { agreementBand, weightedKappa } from "@echelon/kernel/assessment/rating/agreement.ts";
import { connectedParts } from "@echelon/kernel/assessment/rating/connected-parts.ts";
import {
  fairMarks,
  modelReliability,
  raterReports,
} from "@echelon/kernel/assessment/rating/fair-marks.ts";
import { type Facets, fitRaters, type Mark } from "@echelon/kernel/assessment/rating/fit-raters.ts";
import { icc21 } from "@echelon/kernel/number/intraclass.ts";
import { meanOf } from "@echelon/kernel/number/correlation.ts";

/** A mark with whose work it is of. */
export interface GivenMark {
  readonly work: string;
  readonly person: string;
  readonly competency: string;
  readonly rater: string;
  readonly mark: number;
}

/** What a fit says: of every mark its fair one, of the raters how they agree. */
export interface PublishedFit {
  /** In order of the marks. */
  readonly fair: readonly number[];
  readonly agreement: Omit<RaterAgreement, "pairs"> & {
    readonly pairs: readonly (Omit<Agreement, "first" | "second"> & {
      /** Ids of the two raters. */
      readonly raters: readonly [string, string];
    })[];
  };
  /** What each rater alone is shown. */
  readonly ratings: Readonly<Record<string, OwnRating>>;
}

/** Takes raters' severity out of the marks of a class. */
export function fitMarks(given: readonly GivenMark[]): PublishedFit {
  const rows = (of: (mark: GivenMark) => string) => [...new Set(given.map(of))].toSorted();
  const persons = rows(({ person }) => person);
  const criteria = rows(({ competency }) => competency);
  const raters = rows(({ rater }) => rater);
  const facets: Facets = {
    persons: persons.length,
    criteria: criteria.length,
    raters: raters.length,
  };
  const marks: Mark[] = given.map((one) => ({
    person: persons.indexOf(one.person),
    criterion: criteria.indexOf(one.competency),
    rater: raters.indexOf(one.rater),
    mark: one.mark,
  }));
  const fit = fitRaters(marks, facets);
  const fair = fairMarks(marks, fit);
  const ratings = raterReports(marks, fit, facets).map((report, at) => {
    const { marks: count, severity, severityError, infit, spread } = report;
    // Everybody here has marked something.
    return [
      raters[at]!,
      {
        marks: count,
        severity: severity!,
        severityError: severityError!,
        infit: infit!,
        spread: spread!,
      },
    ] as const;
  });
  return {
    fair: [...fair],
    agreement: {
      marks: marks.length,
      parts: new Set(connectedParts(marks, facets)).size,
      reliability: modelReliability(marks, fit, facets),
      decisions: decisionAgreement(marks, fair, facets),
      pairs: pairsOf(given, raters),
    },
    ratings: Object.fromEntries(ratings),
  };
}

/** ICC(2,1) over people's fair means by their first two raters. */
function decisionAgreement(
  marks: readonly Mark[],
  fair: Float64Array,
  { persons }: Facets,
): number | null {
  const columns: [number[], number[]] = [[], []];
  for (let person = 0; person < persons; person += 1) {
    const own = marks.flatMap((mark, at) => (mark.person === person ? [{ mark, at }] : []));
    const [first, second] = [...Map.groupBy(own, ({ mark }) => mark.rater).values()];
    if (first === undefined || second === undefined) continue;
    columns[0].push(meanOf(first.map(({ at }) => fair[at]!)));
    columns[1].push(meanOf(second.map(({ at }) => fair[at]!)));
  }
  return columns[0].length < 2 ? null : icc21(columns);
}

/** How two raters agree on single marks, of all pairs that marked something in common. */
function pairsOf(
  given: readonly GivenMark[],
  raters: readonly string[],
): PublishedFit["agreement"]["pairs"] {
  const byPlace = Map.groupBy(given, ({ work, competency }) => `${work} ${competency}`);
  return raters.flatMap((a, at) =>
    raters.slice(at + 1).flatMap((b) => {
      const pairs = [...byPlace.values()].flatMap((marks) => {
        const first = marks.find(({ rater }) => rater === a)?.mark;
        const second = marks.find(({ rater }) => rater === b)?.mark;
        return first === undefined || second === undefined ? [] : [{ first, second }];
      });
      if (pairs.length === 0) return [];
      return [
        {
          raters: [a, b] as const,
          pairs: pairs.length,
          kappa: weightedKappa(pairs),
          band: agreementBand(pairs),
        },
      ];
    }),
  );
}
