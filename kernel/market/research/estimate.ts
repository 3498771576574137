/**
 * Figures of a panel and what they may be wrong by. A margin is stated at 95 %: in nineteen reports
 * of twenty the truth lies no farther from the figure. Close to two standard errors, and a little
 * more where little was counted, so that the promise holds for rare things too (our choice, after
 * Gehrels 1986, whose upper limit of a small count n is n + 1 + z √(n + 3/4)).
 */

export type Estimate = { readonly value: number; readonly margin: number };

/** Standard errors of a margin. */
export const marginErrors = 2;

/** A count of the panel, grown to the whole by `scale`. */
export function grown(count: number, scale: number): Estimate {
  return grownSum(count, count, 1, scale);
}

/**
 * A sum over the panel of what each person adds, grown to the whole.
 *
 * @param squares  sum of the squares of what each adds: it moves like its square root
 * @param most     the most that one person adds
 */
export function grownSum(sum: number, squares: number, most: number, scale: number): Estimate {
  const spread = Math.sqrt(squares + 0.75 * most * most);
  return {
    value: Math.floor(sum * scale + 0.5),
    margin: Math.ceil((most + marginErrors * spread) * scale),
  };
}

/**
 * A share of the panel, basis points, after Agresti and Coull: as if two more had said yes and two
 * more no. Nobody asked is no share: -1.
 */
export function shareOf(yes: number, asked: number): Estimate {
  if (asked <= 0) return { value: -1, margin: -1 };
  const near = (yes + 2) / (asked + 4);
  const spread = Math.sqrt((near * (1 - near)) / (asked + 4));
  // The margin reaches from the share that is printed to the farther end of the interval.
  const reach = Math.abs(near - yes / asked) + marginErrors * spread;
  return {
    value: Math.floor((10_000 * yes) / asked + 0.5),
    margin: Math.ceil(10_000 * reach),
  };
}
