/** A store's move in rank from one day to the next. */
export type RankMove = {
  readonly store: number;
  readonly day: number;
  readonly before: number;
  readonly after: number;
  /** Places of it that the store still had won or lost some days later. */
  readonly lasting: number;
};

/** After so many days a move is measured again: what is gone by then was noise. */
const lastingDays = 3;
/** A move with decisions behind it is something to talk about: it counts for so much more. */
const decidedWeight = 3;

/**
 * The first day that may turn a season: the ranks of the first week are drawn from a few orders,
 * and half of a shorter season is no less.
 */
export const firstTurningDay = (closed: number): number => Math.min(7, Math.floor(closed / 2)) + 1;

/**
 * Moves in rank that lasted, the largest first.
 *
 * @param ranks  by day, then by store
 * @param closed the last closed day
 */
export function lastingMoves(
  ranks: ReadonlyMap<number, ReadonlyMap<number, number>>,
  closed: number,
): RankMove[] {
  const moves: RankMove[] = [];
  for (let day = firstTurningDay(closed); day <= closed; day += 1) {
    for (const [store, after] of ranks.get(day) ?? []) {
      const before = ranks.get(day - 1)?.get(store);
      const later = ranks.get(Math.min(closed, day + lastingDays))?.get(store);
      if (before === undefined || later === undefined) continue;
      const earlier = ranks.get(day - lastingDays)?.get(store) ?? before;
      // The way back from a place that was held for a day is no turn either.
      const changes = [after - before, later - before, later - earlier];
      const sign = Math.sign(after - before);
      const lasting = Math.max(0, Math.min(...changes.map((change) => change * sign)));
      if (lasting > 0) moves.push({ store, day, before, after, lasting });
    }
  }
  return moves.toSorted(byWeight(() => false));
}

/** The larger move first, those with decisions before equal ones; then by day and store. */
export const byWeight = (hasDecided: (move: RankMove) => boolean) => {
  const weight = (move: RankMove) => move.lasting * (hasDecided(move) ? decidedWeight : 1);
  return (a: RankMove, b: RankMove): number =>
    weight(b) - weight(a) || a.day - b.day || a.store - b.store;
};
