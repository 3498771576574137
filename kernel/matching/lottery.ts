/** One lottery for a whole round: it orders all students, and the lower wins a tie. */

import { mixInt32, newHash } from "../number/fnv.ts";
import type { Key } from "../random/philox.ts";
import { address, purpose } from "../random/purpose.ts";
import { uniform } from "../random/uniform.ts";

/** The key that a seed's text stands for. The commitment to the seed is made of the whole text. */
export function lotteryKey(seed: string): Key {
  const [k0, k1] = digestOf(seed);
  return { k0, k1 };
}

/**
 * The lottery of a round: the place of each id when all are sorted by the random number that is
 * theirs, then by id. A person's number depends on the seed and the id alone, so nobody's standing
 * to another one changes with who else takes part.
 */
export function drawLottery(ids: readonly string[], key: Key): Int32Array {
  const numbers = ids.map((id) => {
    const [c0, c1] = digestOf(id);
    return uniform(c0, c1, id.length, address(purpose.placementLottery), key);
  });
  const order = ids
    .map((_, at) => at)
    .toSorted((a, b) => numbers[a]! - numbers[b]! || (ids[a]! < ids[b]! ? -1 : 1));
  const places = new Int32Array(ids.length);
  for (const [place, at] of order.entries()) places[at] = place;
  return places;
}

function digestOf(text: string): readonly [number, number] {
  const hash = newHash();
  mixInt32(hash, text.length);
  for (let i = 0; i < text.length; i++) mixInt32(hash, text.charCodeAt(i));
  return [hash[0]!, hash[1]!];
}
