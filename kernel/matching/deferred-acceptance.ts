/**
 * Student-proposing deferred acceptance (Gale and Shapley 1962), where no cap spans places.
 *
 * Each student asks the places of the list in turn; a place holds the best that asked so far, in a
 * heap with the worst on top, and whoever is displaced asks on at once. The outcome is the best
 * stable matching for every student, it does not depend on who asks first, and nobody gains by a
 * false list (Dubins and Freedman 1981; Roth 1982).
 *
 * A heap holds one number a student: the priority, and below it the lottery turned round, so that
 * the lower number is the worse student and comparing looks up nothing. As lottery numbers differ,
 * the number also says who it is.
 */

import { type Market, type Matching, unplaced } from "./market.ts";

/**
 * The student-optimal stable matching, in O(sum of lists · log of seats).
 *
 * @param market  at most 2^21 students
 * @param from    who asks first: `students` without repetition; by number when not said
 */
export function deferredAcceptance(market: Market, from?: Int32Array): Matching {
  const { students, places, starts, choices, scores, capacities, lottery } = market;
  // A power of two, so that taking a number apart is exact.
  let span = 1;
  while (span < students) span *= 2;
  const byLottery = new Int32Array(span);
  for (let s = 0; s < students; s++) byLottery[lottery[s]!] = s;
  const ownerOf = (key: number) => byLottery[span - 1 - (key - Math.floor(key / span) * span)]!;
  const offsets = offsetsOf(market);
  const heap = new Float64Array(offsets[places]!);
  const held = new Int32Array(places);
  const next = starts.slice(0, students);
  for (let at = 0; at < students; at++) {
    let s = from === undefined ? at : from[at]!;
    let slot = next[s]!;
    while (slot < starts[s + 1]!) {
      next[s] = slot + 1;
      const p = choices[slot]!;
      const score = scores[slot]!;
      if (score >= 0 && capacities[p]! > 0) {
        const key = score * span + (span - 1 - lottery[s]!);
        const size = held[p]!;
        if (size < capacities[p]!) {
          push(heap, offsets[p]!, size, key);
          held[p] = size + 1;
          break;
        }
        const worst = heap[offsets[p]!]!;
        if (worst < key) {
          replaceWorst(heap, offsets[p]!, size, key);
          s = ownerOf(worst);
        }
      }
      slot = next[s]!;
    }
  }
  const placeOf = new Int32Array(students).fill(unplaced);
  for (let p = 0; p < places; p++) {
    const end = offsets[p]! + held[p]!;
    for (let i = offsets[p]!; i < end; i++) placeOf[ownerOf(heap[i]!)] = p;
  }
  return placeOf;
}

/** Where each place's heap begins: none holds more than ask it, however many seats it has. */
function offsetsOf({ places, choices, capacities }: Market): Int32Array {
  const asking = new Int32Array(places);
  for (let slot = 0; slot < choices.length; slot++) asking[choices[slot]!]! += 1;
  const offsets = new Int32Array(places + 1);
  for (let p = 0; p < places; p++) {
    offsets[p + 1] = offsets[p]! + Math.min(capacities[p]!, asking[p]!);
  }
  return offsets;
}

/** Adds a number to the heap of `size` numbers at `offset`, the lowest on top. */
function push(heap: Float64Array, offset: number, size: number, key: number): void {
  let at = size;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const above = heap[offset + parent]!;
    if (above <= key) break;
    heap[offset + at] = above;
    at = parent;
  }
  heap[offset + at] = key;
}

/** Puts a number in the place of the lowest one. */
function replaceWorst(heap: Float64Array, offset: number, size: number, key: number): void {
  let at = 0;
  for (let child = 1; child < size; child = 2 * at + 1) {
    const right = child + 1;
    if (right < size && heap[offset + right]! < heap[offset + child]!) child = right;
    const below = heap[offset + child]!;
    if (key <= below) break;
    heap[offset + at] = below;
    at = child;
  }
  heap[offset + at] = key;
}
