/** How well raters, or seasons, agree in level about the same rows. */

import { meanOf } from "./correlation.ts";

/**
 * ICC(2,1): the share of a single value's variance that belongs to what is rated, with raters drawn
 * at random and their levels counted as disagreement. From a two-way table without repetition
 * (Shrout and Fleiss 1979, doi 10.1037/0033-2909.86.2.420).
 *
 * @param columns  one list of everybody's values a rater, at least two of each
 */
export function icc21(columns: readonly (readonly number[])[]): number {
  const raters = columns.length;
  const rows = columns[0]?.length ?? 0;
  if (raters < 2 || rows < 2) throw new RangeError("an ICC needs two rows and two raters");
  const { betweenRows, betweenRaters, rest } = meanSquares(columns, rows, raters);
  const below = betweenRows + (raters - 1) * rest + (raters * (betweenRaters - rest)) / rows;
  return below > 0 ? (betweenRows - rest) / below : 0;
}

/** Mean squares of the two-way table. */
function meanSquares(columns: readonly (readonly number[])[], rows: number, raters: number) {
  const raterMeans = columns.map((column) => meanOf(column));
  const grand = meanOf(raterMeans);
  let apart = 0;
  let within = 0;
  for (let row = 0; row < rows; row++) {
    const values = columns.map((column) => column[row]!);
    const mean = meanOf(values);
    apart += raters * (mean - grand) * (mean - grand);
    values.forEach((value, rater) => {
      const left = value - mean - raterMeans[rater]! + grand;
      within += left * left;
    });
  }
  const rated = raterMeans.reduce((sum, mean) => sum + rows * (mean - grand) * (mean - grand), 0);
  return {
    betweenRows: apart / (rows - 1),
    betweenRaters: rated / (raters - 1),
    rest: within / ((rows - 1) * (raters - 1)),
  };
}
