/** Whether two people who label the same postings mean the same by it. */

/** Labels of one posting by two people; any text that names what was chosen. */
export interface LabelPair {
  readonly first: string;
  readonly second: string;
}

/** Pairs and agreement from which on the share of right answers may be told. */
export const labelPairsMin = 300;
export const labelKappaMin = 0.7;

/**
 * Cohen's kappa: agreement beyond what chance would bring ("A coefficient of agreement for nominal
 * scales", 1960). Null without pairs, or where both always said one and the same.
 */
export function labelKappa(pairs: readonly LabelPair[]): number | null {
  if (pairs.length === 0) return null;
  const firsts = new Map<string, number>();
  const seconds = new Map<string, number>();
  let equal = 0;
  for (const { first, second } of pairs) {
    if (first === second) equal += 1;
    firsts.set(first, (firsts.get(first) ?? 0) + 1);
    seconds.set(second, (seconds.get(second) ?? 0) + 1);
  }
  let byChance = 0;
  for (const label of [...firsts.keys()].toSorted())
    byChance += firsts.get(label)! * (seconds.get(label) ?? 0);
  const count = pairs.length;
  const chance = byChance / (count * count);
  return chance === 1 ? null : (equal / count - chance) / (1 - chance);
}
