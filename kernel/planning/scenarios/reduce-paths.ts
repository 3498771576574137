/** A few paths that stand for many. */

export interface ReducedPaths {
  /** Which paths were kept, in the order in which they were chosen. */
  readonly kept: readonly number[];
  /** By kept path: the share of all paths that it stands for; adds up to 1. */
  readonly probability: Float64Array;
}

const swapsMax = 50;

/**
 * Keeps `count` of many paths by k-medoids: first the path nearest to the mean, then always the one
 * farthest from all that were chosen; then at most fifty swaps, each the one that brings the paths
 * nearest to those that stand for them (Kaufman and Rousseeuw, "Finding Groups in Data", 1990).
 * Ties go to the lower number, so equal paths give equal choices.
 *
 * @param paths   one after the other, each of `length` figures
 * @param count   at most as many as there are paths
 */
export function reducePaths(paths: Float64Array, length: number, count: number): ReducedPaths {
  const total = paths.length / length;
  const apart = distances(paths, length, total);
  const kept = farApart(apart, total, nearestToMean(paths, length, total), count);
  for (let swap = 0; swap < swapsMax; swap += 1) {
    if (!swapOnce(apart, total, kept)) break;
  }
  const probability = new Float64Array(count);
  for (let path = 0; path < total; path += 1) {
    let nearest = 0;
    for (let at = 1; at < count; at += 1) {
      if (apart[path * total + kept[at]!]! < apart[path * total + kept[nearest]!]!) nearest = at;
    }
    probability[nearest]! += 1 / total;
  }
  return { kept, probability };
}

function distances(paths: Float64Array, length: number, total: number): Float64Array {
  const apart = new Float64Array(total * total);
  for (let a = 0; a < total; a += 1) {
    for (let b = 0; b < a; b += 1) {
      let sum = 0;
      for (let at = 0; at < length; at += 1) {
        const gap = paths[a * length + at]! - paths[b * length + at]!;
        sum += gap * gap;
      }
      const distance = Math.sqrt(sum);
      apart[a * total + b] = distance;
      apart[b * total + a] = distance;
    }
  }
  return apart;
}

function nearestToMean(paths: Float64Array, length: number, total: number): number {
  const mean = new Float64Array(length);
  for (const [at, value] of paths.entries()) mean[at % length]! += value / total;
  let [nearest, least] = [0, Infinity];
  for (let path = 0; path < total; path += 1) {
    let sum = 0;
    for (let at = 0; at < length; at += 1) {
      const gap = paths[path * length + at]! - mean[at]!;
      sum += gap * gap;
    }
    if (sum < least) [nearest, least] = [path, sum];
  }
  return nearest;
}

function farApart(apart: Float64Array, total: number, first: number, count: number): number[] {
  const kept = [first];
  const chosen = new Set(kept);
  const nearest = apart.slice(first * total, (first + 1) * total);
  while (kept.length < count) {
    let farthest = -1;
    for (let path = 0; path < total; path += 1) {
      if (chosen.has(path)) continue;
      if (farthest < 0 || nearest[path]! > nearest[farthest]!) farthest = path;
    }
    kept.push(farthest);
    chosen.add(farthest);
    for (let path = 0; path < total; path += 1) {
      nearest[path] = Math.min(nearest[path]!, apart[farthest * total + path]!);
    }
  }
  return kept;
}

/**
 * Makes the best swap of a kept path for another one; tells whether there was one that helps. Each
 * path remembers its nearest and second nearest kept one, so a swap is judged in one pass (Schubert
 * and Rousseeuw, "Faster k-Medoids Clustering", SISAP 2019).
 */
function swapOnce(apart: Float64Array, total: number, kept: number[]): boolean {
  const near = nearestKept(apart, total, kept);
  const chosen = new Set(kept);
  const now = near.first.reduce((sum, distance) => sum + distance, 0);
  // A swap that helps by a rounding of numbers would only go round in circles.
  let [least, place, other] = [now * (1 - 1e-12), -1, -1];
  for (let at = 0; at < kept.length; at += 1) {
    for (let path = 0; path < total; path += 1) {
      if (chosen.has(path)) continue;
      let cost = 0;
      for (let one = 0; one < total; one += 1) {
        const left = near.place[one] === at ? near.second[one]! : near.first[one]!;
        cost += Math.min(left, apart[path * total + one]!);
      }
      if (cost < least) [least, place, other] = [cost, at, path];
    }
  }
  if (place < 0) return false;
  kept[place] = other;
  return true;
}

/** By path: which kept one is nearest, how far it is, and how far the second nearest. */
function nearestKept(apart: Float64Array, total: number, kept: readonly number[]) {
  const place = new Int32Array(total);
  const first = new Float64Array(total).fill(Infinity);
  const second = new Float64Array(total).fill(Infinity);
  for (let path = 0; path < total; path += 1) {
    for (const [at, one] of kept.entries()) {
      const distance = apart[path * total + one]!;
      if (distance < first[path]!) {
        second[path] = first[path]!;
        first[path] = distance;
        place[path] = at;
      } else if (distance < second[path]!) second[path] = distance;
    }
  }
  return { place, first, second };
}
