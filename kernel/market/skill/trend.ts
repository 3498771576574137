/** Whether values rise over ordered groups. */
import { meanOf } from "../../number/correlation.ts";

/**
 * Jonckheere's test for an ordered alternative, as a standard normal number: the pairs in which the
 * higher group has the higher value against what chance gives, ties counted half and the variance
 * corrected for them (Hollander and Wolfe, Nonparametric Statistical Methods, section 6.2).
 *
 * @param groups  values by group, in the order in which they should rise
 */
export function jonckheere(groups: readonly (readonly number[])[]): number {
  let rising = 0;
  for (let low = 0; low < groups.length; low++) {
    for (let high = low + 1; high < groups.length; high++) {
      for (const a of groups[low]!) {
        for (const b of groups[high]!) rising += b > a ? 1 : b === a ? 0.5 : 0;
      }
    }
  }
  const sizes = groups.map((group) => group.length);
  const all = groups.flat();
  const n = all.length;
  const expected = (n * n - sum(sizes.map((size) => size * size))) / 4;
  const variance = varianceOf(n, sizes, tiesOf(all));
  return variance > 0 ? (rising - expected) / Math.sqrt(variance) : 0;
}

function varianceOf(n: number, sizes: readonly number[], ties: readonly number[]): number {
  const wide = (size: number) => size * (size - 1) * (2 * size + 5);
  const triples = (size: number) => size * (size - 1) * (size - 2);
  const pairs = (size: number) => size * (size - 1);
  const first = (wide(n) - sum(sizes.map(wide)) - sum(ties.map(wide))) / 72;
  if (n < 3) return first;
  const second = (sum(sizes.map(triples)) * sum(ties.map(triples))) / (36 * triples(n));
  const third = (sum(sizes.map(pairs)) * sum(ties.map(pairs))) / (8 * pairs(n));
  return first + second + third;
}

/** How many times each value occurs. */
function tiesOf(values: readonly number[]): readonly number[] {
  const sorted = Float64Array.from(values).sort();
  const ties: number[] = [];
  for (let from = 0; from < sorted.length;) {
    let to = from;
    while (to < sorted.length && sorted[to] === sorted[from]) to++;
    ties.push(to - from);
    from = to;
  }
  return ties;
}

/** Whether each group's mean is above that of the group before. */
export function areMeansRising(groups: readonly (readonly number[])[]): boolean {
  const means = groups.map((group) => meanOf(group));
  return means.every((mean, at) => at === 0 || mean > means[at - 1]!);
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
