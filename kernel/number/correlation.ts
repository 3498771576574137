/** How far two lists of numbers go together, and how reliable a mean of several is. */

/** Ranks from 1; equal values share the mean of their ranks. */
export function ranksOf(values: readonly number[]): Float64Array {
  const order = values.map((value, at) => ({ value, at }));
  order.sort((a, b) => a.value - b.value || a.at - b.at);
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to < order.length && order[to]!.value === order[from]!.value) to++;
    for (let i = from; i < to; i++) ranks[order[i]!.at] = (from + to + 1) / 2;
    from = to;
  }
  return ranks;
}

export function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return values.length === 0 ? 0 : sum / values.length;
}

/** Pearson's r; 0 where one of the lists does not vary, for then nothing goes with it. */
export function pearson(x: ArrayLike<number>, y: ArrayLike<number>): number {
  if (x.length !== y.length) throw new RangeError(`${x.length} values against ${y.length}`);
  const meanX = meanOf(x);
  const meanY = meanOf(y);
  let xy = 0;
  let xx = 0;
  let yy = 0;
  for (let i = 0; i < x.length; i++) {
    const dx = x[i]! - meanX;
    const dy = y[i]! - meanY;
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0;
}

/** Spearman's rank correlation: Pearson's r of the ranks, ties at their mean rank. */
export const spearman = (x: readonly number[], y: readonly number[]): number =>
  pearson(ranksOf(x), ranksOf(y));

/** Reliability of the mean of `count` measurements that go together by `r` in pairs. */
export const spearmanBrown = (r: number, count: number): number =>
  (count * r) / (1 + (count - 1) * r);

/** Mean of r over all pairs of columns: what one season says about another. */
export function meanPairwise(columns: readonly (readonly number[])[]): number {
  const all: number[] = [];
  for (let i = 0; i < columns.length; i++) {
    for (let j = i + 1; j < columns.length; j++) all.push(pearson(columns[i]!, columns[j]!));
  }
  return meanOf(all);
}
