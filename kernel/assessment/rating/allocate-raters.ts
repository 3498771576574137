/** Who marks whose work: two raters each, by lot, with some work that everybody marks. */

/** Somebody who may mark, and whose work the person must not. */
export interface Rater {
  readonly id: string;
  /** People whose work this one may not mark: relatives, own interns, oneself. */
  readonly conflicts: ReadonlySet<string>;
}

export interface Work {
  readonly id: string;
  readonly person: string;
}

/** A work with who marks it. */
export interface Allocation {
  readonly work: string;
  readonly rater: string;
  /** Everybody marks it, so that raters can be compared. */
  readonly isAnchor: boolean;
}

/** Of all works at least such a share is marked by everybody, and at least so many. */
const anchorShare = 0.1;
const anchorsMin = 2;

/** How many works everybody marks. */
export const anchorCount = (works: number): number =>
  Math.min(works, Math.max(anchorsMin, Math.ceil(anchorShare * works)));

/**
 * Deals works out: each to one of the first raters and one of the second, in turn, whoever of them
 * has least and has no conflict; anchors to all. Who has nobody without a conflict gets nobody of
 * that side, which is told by what is missing.
 *
 * @param works  in an order drawn by lot: the first ones are the anchors
 */
export function allocateRaters(
  works: readonly Work[],
  sides: readonly (readonly Rater[])[],
): readonly Allocation[] {
  const anchors = anchorCount(works.length);
  const loads = new Map<string, number>();
  const dealt: Allocation[] = [];
  const deal = ({ id }: Work, rater: Rater, isAnchor: boolean) => {
    loads.set(rater.id, (loads.get(rater.id) ?? 0) + 1);
    dealt.push({ work: id, rater: rater.id, isAnchor });
  };
  works.forEach((work, at) => {
    for (const side of sides) {
      const free = side.filter(({ conflicts }) => !conflicts.has(work.person));
      if (at < anchors) for (const rater of free) deal(work, rater, true);
      else {
        const least = leastLoaded(free, loads);
        if (least !== null) deal(work, least, false);
      }
    }
  });
  return dealt;
}

/** Who has least to mark; of equals the one named first. */
function leastLoaded(raters: readonly Rater[], loads: ReadonlyMap<string, number>): Rater | null {
  let best: Rater | null = null;
  for (const rater of raters) {
    const load = loads.get(rater.id) ?? 0;
    if (best === null || load < (loads.get(best.id) ?? 0)) best = rater;
  }
  return best;
}
