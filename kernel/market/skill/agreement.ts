/** Whether seasons agree about stores: variance parts, quartiles, halves. */
import { meanOf, pearson, ranksOf } from "./correlation.ts";

/**
 * ICC(2,1): the share of a single score's variance that belongs to the store, with seasons drawn at
 * random and their levels counted as disagreement. From a two-way table of stores × seasons without
 * repetition (Shrout and Fleiss 1979, doi 10.1037/0033-2909.86.2.420).
 *
 * @param columns  one list of all stores' scores a season, at least two of each
 */
export function icc21(columns: readonly (readonly number[])[]): number {
  const seasons = columns.length;
  const stores = columns[0]?.length ?? 0;
  if (seasons < 2 || stores < 2) throw new RangeError("an ICC needs two stores and two seasons");
  const { betweenStores, betweenSeasons, rest } = meanSquares(columns, stores, seasons);
  const below = betweenStores + (seasons - 1) * rest + (seasons * (betweenSeasons - rest)) / stores;
  return below > 0 ? (betweenStores - rest) / below : 0;
}

/** Mean squares of the two-way table. */
function meanSquares(columns: readonly (readonly number[])[], stores: number, seasons: number) {
  const seasonMeans = columns.map((column) => meanOf(column));
  const grand = meanOf(seasonMeans);
  let stored = 0;
  let within = 0;
  for (let store = 0; store < stores; store++) {
    const row = columns.map((column) => column[store]!);
    const mean = meanOf(row);
    stored += seasons * (mean - grand) * (mean - grand);
    row.forEach((value, season) => {
      const left = value - mean - seasonMeans[season]! + grand;
      within += left * left;
    });
  }
  const seasonal = seasonMeans.reduce(
    (sum, mean) => sum + stores * (mean - grand) * (mean - grand),
    0,
  );
  return {
    betweenStores: stored / (stores - 1),
    betweenSeasons: seasonal / (seasons - 1),
    rest: within / ((stores - 1) * (seasons - 1)),
  };
}

/** The quarter of the field that each value lies in, 0 the lowest. */
const quartersOf = (values: readonly number[]): readonly number[] =>
  Array.from(ranksOf(values), (rank) =>
    Math.min(3, Math.floor((4 * (rank - 0.5)) / values.length)),
  );

/** Share of stores that lie in the same quarter in two seasons, over all pairs of seasons. */
export function sameQuarter(columns: readonly (readonly number[])[]): number {
  const quarters = columns.map(quartersOf);
  let same = 0;
  let all = 0;
  for (let i = 0; i < quarters.length; i++) {
    for (let j = i + 1; j < quarters.length; j++) {
      quarters[i]!.forEach((quarter, store) => {
        all++;
        if (quarter === quarters[j]![store]) same++;
      });
    }
  }
  return all === 0 ? 0 : same / all;
}

/**
 * How the means of `size` seasons agree with the means of as many others: r over every way to take
 * two such groups out of all seasons. This is the reliability of a mean as measured, where
 * Spearman and Brown only predict it. Null with too few seasons.
 */
export function splitReliability(
  columns: readonly (readonly number[])[],
  size: number,
): number | null {
  const found: number[] = [];
  const all = columns.map((_, index) => index);
  for (const left of subsets(all, size)) {
    const others = all.filter((index) => !left.includes(index));
    for (const right of subsets(others, size)) {
      // Each pair of groups once.
      if (right[0]! < left[0]!) continue;
      found.push(pearson(meanColumn(columns, left), meanColumn(columns, right)));
    }
  }
  return found.length === 0 ? null : meanOf(found);
}

/** Mean score of each store over some seasons. */
export function meanColumn(
  columns: readonly (readonly number[])[],
  chosen: readonly number[],
): readonly number[] {
  return columns[0]!.map((_, store) => meanOf(chosen.map((season) => columns[season]![store]!)));
}

function subsets(items: readonly number[], size: number): readonly (readonly number[])[] {
  if (size === 0) return [[]];
  return items.flatMap((item, at) =>
    subsets(items.slice(at + 1), size - 1).map((rest) => [item, ...rest]),
  );
}
