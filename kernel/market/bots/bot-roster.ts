/** Which stores are bots, how skilled, and when they open: the same map on every seed. */
import type { BotMix } from "../world/scenario.ts";

export type BotSeat = {
  readonly store: number;
  /** Skill in quarters, 0 to 4. */
  readonly level: number;
  /** Opens on season day 1 like the students; the others are there before. */
  readonly isEntrant: boolean;
};

/**
 * The bots of a season. Levels are dealt over the store numbers in turn, so that every range of
 * numbers holds all of them; of each level the planned share opens on day 1.
 */
export function botRoster(mix: BotMix): readonly BotSeat[] {
  const counts = dealt(mix);
  const given = counts.map(() => 0);
  return Array.from({ length: mix.stores }, (_, store) => {
    const level = mostBehind(counts, given);
    const isEntrant = isChosen(given[level]!++, counts[level]!, mix.entrantsBp);
    return { store, level, isEntrant };
  });
}

/** Stores of each level by largest remainder. */
function dealt({ stores, levelsBp }: BotMix): number[] {
  const exact = levelsBp.map((bp) => (stores * bp) / 10_000);
  const counts = exact.map(Math.floor);
  const order = exact
    .map((value, level) => ({ level, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.level - b.level);
  let left = stores - counts.reduce((sum, count) => sum + count, 0);
  for (const { level } of order) if (left-- > 0) counts[level]!++;
  return counts;
}

/** The level whose turn it is: the one that got the smallest part of its share so far. */
function mostBehind(counts: readonly number[], given: readonly number[]): number {
  let best = -1;
  for (let level = 0; level < counts.length; level++) {
    if (given[level]! >= counts[level]!) continue;
    if (best < 0 || part(counts, given, level) < part(counts, given, best)) best = level;
  }
  return best;
}

const part = (counts: readonly number[], given: readonly number[], level: number) =>
  (given[level]! + 0.5) / counts[level]!;

/**
 * Spreads a level's entrants evenly over its places. Where any are planned there is at least one,
 * for the par line needs every level.
 */
function isChosen(place: number, count: number, shareBp: number): boolean {
  const planned = Math.floor((count * shareBp + 5000) / 10_000);
  const entrants = shareBp === 0 ? 0 : Math.max(1, planned);
  return Math.floor(((place + 1) * entrants) / count) > Math.floor((place * entrants) / count);
}
