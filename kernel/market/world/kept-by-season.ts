/**
 * What follows from a season's world and key alone is worked out once: kept for the season that
 * asked last, as a worker computes one after the other.
 */
import type { Key } from "../../random/philox.ts";
import type { World } from "./world.ts";

export type KeyedWorld = { readonly world: World; readonly key: Key };

/** Gives what `make` makes of a season, the same thing as long as world and key are the same. */
export function keptBySeason<Value>(make: (place: KeyedWorld) => Value) {
  const known = new WeakMap<World, { readonly key: Key; readonly value: Value }>();
  return (place: KeyedWorld): Value => {
    const { world, key } = place;
    const before = known.get(world);
    if (before !== undefined && before.key.k0 === key.k0 && before.key.k1 === key.k1) {
      return before.value;
    }
    const value = make(place);
    known.set(world, { key, value });
    return value;
  };
}
