/** The best few of many scores, in order. */

/**
 * A bounded selection on two parallel arrays: a heap whose root is the worst of those kept. Equal
 * scores are ordered by index, the lower first, so that the order is total.
 */
export function offerScore(
  heapScore: Float64Array,
  heapIndex: Int32Array,
  kept: number,
  limit: number,
  score: number,
  index: number,
): number {
  if (kept < limit) {
    let at = kept;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const other = heapScore[parent]!;
      if (other < score || (other === score && heapIndex[parent]! > index)) break;
      heapScore[at] = other;
      heapIndex[at] = heapIndex[parent]!;
      at = parent;
    }
    heapScore[at] = score;
    heapIndex[at] = index;
    return kept + 1;
  }
  // Indices grow from call to call, so an equal score never displaces one that is kept.
  if (score > heapScore[0]!) sink(heapScore, heapIndex, limit, score, index);
  return kept;
}

/** Puts a score in the place of the root. */
function sink(
  heapScore: Float64Array,
  heapIndex: Int32Array,
  size: number,
  score: number,
  index: number,
): void {
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= size) break;
    const right = child + 1;
    if (
      right < size &&
      isWorse(heapScore, heapIndex, right, heapScore[child]!, heapIndex[child]!)
    ) {
      child = right;
    }
    if (!isWorse(heapScore, heapIndex, child, score, index)) break;
    heapScore[at] = heapScore[child]!;
    heapIndex[at] = heapIndex[child]!;
    at = child;
  }
  heapScore[at] = score;
  heapIndex[at] = index;
}

/** Whether the entry at a place of the heap ranks below a score and its index. */
function isWorse(
  heapScore: Float64Array,
  heapIndex: Int32Array,
  at: number,
  score: number,
  index: number,
): boolean {
  const other = heapScore[at]!;
  return other < score || (other === score && heapIndex[at]! > index);
}

/** Orders the heap in place, best first. */
export function sortHeap(heapScore: Float64Array, heapIndex: Int32Array, kept: number): void {
  for (let last = kept - 1; last > 0; last--) {
    const score = heapScore[last]!;
    const index = heapIndex[last]!;
    heapScore[last] = heapScore[0]!;
    heapIndex[last] = heapIndex[0]!;
    sink(heapScore, heapIndex, last, score, index);
  }
}
