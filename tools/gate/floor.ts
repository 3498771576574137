import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { failed, sizeOf, sum, type Tally } from "./tally.ts";

const path = "tools/gate/floor.json";

/** The number of tests each kind had when that was last raised. */
export type Floor = Readonly<Record<string, number>>;

export function readFloor(root: string): Floor {
  return JSON.parse(readFileSync(join(root, path), "utf8")) as Floor;
}

/**
 * A kind with fewer tests than once is red: a glob that matches too little would pass unseen.
 * Tests that were removed on purpose lower the number by hand, with the reason in the commit.
 */
export function holdToFloor(kind: string, tally: Tally, floor: Floor): Tally {
  const least = floor[kind] ?? 0;
  const size = sizeOf(tally);
  if (size >= least) return tally;
  return sum([tally, failed("fewer tests than once", `${size} of ${kind}, ${least} in ${path}`)]);
}

/** Writes what this run saw where it is more than was recorded. */
export function raiseFloor(root: string, tallies: ReadonlyMap<string, Tally>): void {
  const floor: Record<string, number> = { ...readFloor(root) };
  for (const [kind, tally] of tallies) floor[kind] = Math.max(floor[kind] ?? 0, sizeOf(tally));
  writeFileSync(join(root, path), `${JSON.stringify(floor, null, 2)}\n`);
}
