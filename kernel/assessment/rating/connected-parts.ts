/** Which raters can be compared at all: those whose marks are tied together by people. */

import type { Facets, Mark } from "./fit-raters.ts";

/**
 * The part of the design that each rater belongs to, numbered from 0 by its first rater. Raters of
 * one part are joined by people whom both marked, or by a chain of such; severities of two parts
 * say nothing of each other. A rater without marks is a part alone.
 */
export function connectedParts(
  marks: readonly Pick<Mark, "rater" | "person">[],
  { persons, raters }: Pick<Facets, "persons" | "raters">,
): Int32Array {
  const parent = Int32Array.from({ length: raters + persons }, (_, at) => at);
  const rootOf = (start: number): number => {
    let at = start;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  for (const { rater, person } of marks) {
    const [a, b] = [rootOf(rater), rootOf(raters + person)];
    // The smaller root stays, so that a part is named after its first rater.
    if (a !== b) parent[Math.max(a, b)] = Math.min(a, b);
  }
  const numbers = new Map<number, number>();
  return Int32Array.from({ length: raters }, (_, rater) => {
    const root = rootOf(rater);
    const number = numbers.get(root) ?? numbers.size;
    numbers.set(root, number);
    return number;
  });
}
