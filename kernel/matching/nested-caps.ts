/**
 * Caps over sets of places, as a forest: a city lies in its province, a mentor's projects under the
 * mentor. Sets that overlap without one holding the other are refused, since then a stable matching
 * need not exist, and whether one does is NP-complete to say (Biró, Fleiner, Irving, Manlove 2010).
 */

import type { Cap } from "./market.ts";

/** No cap. */
export const none = -1;

export interface CapForest {
  readonly most: Int32Array;
  /** The smallest cap around a cap, or `none`. */
  readonly parents: Int32Array;
  /** The smallest cap around each place, or `none`. */
  readonly smallest: Int32Array;
}

export type Nesting =
  | { readonly isNested: true; readonly forest: CapForest }
  | {
      readonly isNested: false;
      /** Two caps that overlap, by number, and a place that both have. */
      readonly caps: readonly [number, number];
      readonly place: number;
    };

/** @param places  how many there are; each cap names some of them, none twice */
export function nestCaps(caps: readonly Cap[], places: number): Nesting {
  const parents = new Int32Array(caps.length).fill(none);
  const smallest = new Int32Array(places).fill(none);
  const sizes = caps.map((cap) => cap.places.length);
  const bySize = caps.map((_, at) => at).toSorted((a, b) => sizes[b]! - sizes[a]! || a - b);
  for (const at of bySize) {
    const inside = caps[at]!.places;
    if (inside.length === 0) continue;
    // All larger sets are in the forest: this one must lie wholly in one of them, or in none.
    const around = smallest[inside[0]!]!;
    const other = inside.find((place) => smallest[place] !== around);
    if (other !== undefined) {
      const isFirstOutside = around === none || isAround(parents, around, smallest[other]!);
      const place = isFirstOutside ? other : inside[0]!;
      return { isNested: false, caps: [smallest[place]!, at], place };
    }
    parents[at] = around;
    for (const place of inside) smallest[place] = at;
  }
  const most = Int32Array.from(caps, (cap) => cap.most);
  return { isNested: true, forest: { most, parents, smallest } };
}

/** Whether the cap `outer` is `inner` or lies around it. */
function isAround(parents: Int32Array, outer: number, inner: number): boolean {
  for (let cap = inner; cap !== none; cap = parents[cap]!) if (cap === outer) return true;
  return false;
}
