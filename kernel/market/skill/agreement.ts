/** Whether seasons agree about stores: quartiles and halves. */
import { meanOf, pearson, ranksOf } from "../../number/correlation.ts";

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
