/** The door to regions: what a planning body answers for, read once and frozen. */
import { loadRegions, type Region } from "./regions/region.ts";

export type { Region } from "./regions/region.ts";

let loaded: readonly Region[] | undefined;

/** The regions that ship, by their id. */
export function planningRegions(): readonly Region[] {
  loaded ??= Object.freeze(loadRegions());
  return loaded;
}
