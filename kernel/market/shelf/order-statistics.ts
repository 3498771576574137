/** Ranks of a list of numbers without sorting it. */

const buckets = 256;

/** Memory for `rankedValues`: the values by bucket, and where each bucket begins. */
export type RankScratch = {
  readonly values: Float64Array;
  readonly bucketOf: Uint8Array;
  readonly starts: Int32Array;
};

export function newRankScratch(most: number): RankScratch {
  return {
    values: new Float64Array(most),
    bucketOf: new Uint8Array(most),
    starts: new Int32Array(buckets + 1),
  };
}

/**
 * Writes the values that stand at the given ranks of the sorted list, from 0. Values are dealt into
 * equal buckets between the least and the greatest; only the bucket of a rank is looked into.
 *
 * @param count  how many of `values` count, at least one; they are finite and stay as they are
 */
export function rankedValues(
  values: Float64Array,
  count: number,
  ranks: Int32Array,
  into: Float64Array,
  scratch: RankScratch,
): void {
  dealValues(values, count, scratch);
  const { values: dealt, starts } = scratch;
  for (let i = 0; i < ranks.length; i++) {
    const rank = ranks[i]!;
    let bucket = 0;
    while (starts[bucket + 1]! <= rank) bucket++;
    into[i] = selectNth(dealt, starts[bucket]!, starts[bucket + 1]!, rank);
  }
}

function dealValues(values: Float64Array, count: number, scratch: RankScratch): void {
  const { values: dealt, bucketOf, starts } = scratch;
  let least = values[0]!;
  let greatest = least;
  for (let i = 1; i < count; i++) {
    const value = values[i]!;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  const width = greatest - least;
  // The greatest value must fall into the last bucket, not behind it.
  const perUnit = width > 1e-300 ? (buckets - 0.5) / width : 0;
  starts.fill(0);
  for (let i = 0; i < count; i++) {
    const bucket = Math.floor((values[i]! - least) * perUnit);
    bucketOf[i] = bucket;
    starts[bucket + 1]!++;
  }
  for (let bucket = 0; bucket < buckets; bucket++) starts[bucket + 1]! += starts[bucket]!;
  // Backwards from each bucket's end, so that afterwards its start is where it began.
  for (let i = 0; i < count; i++) dealt[--starts[bucketOf[i]! + 1]!] = values[i]!;
  for (let bucket = 0; bucket < buckets; bucket++) starts[bucket] = starts[bucket + 1]!;
  starts[buckets] = count;
}

/** The value of a rank among those from `from` to `end`, ranks counted from 0; reorders them. */
export function selectNth(values: Float64Array, from: number, end: number, rank: number): number {
  let low = from;
  let high = end - 1;
  while (low < high) {
    const pivot = medianOfThree(values[low]!, values[(low + high) >> 1]!, values[high]!);
    let left = low;
    let right = high;
    while (left <= right) {
      while (values[left]! < pivot) left++;
      while (values[right]! > pivot) right--;
      if (left <= right) {
        const value = values[left]!;
        values[left++] = values[right]!;
        values[right--] = value;
      }
    }
    if (rank <= right) high = right;
    else if (rank >= left) low = left;
    else break;
  }
  return values[rank]!;
}

function medianOfThree(a: number, b: number, c: number): number {
  const low = a < b ? a : b;
  const high = a < b ? b : a;
  return c < low ? low : c > high ? high : c;
}
