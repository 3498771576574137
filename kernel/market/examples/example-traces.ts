/** A store's practice by hand, for tests of its traces. */
import type { Trace, TracedStore } from "../traces/trace.ts";
import { readTraces } from "../traces/read-traces.ts";
import { evidence, world } from "./example-checklist.ts";

export const tracedStore = (part: Partial<TracedStore>): TracedStore => ({
  ...evidence({}),
  health: [],
  arrivals: [],
  places: [],
  campaigns: [],
  promotions: [],
  arms: [],
  channels: [],
  prices: [],
  aged: [],
  talks: [],
  money: [],
  ...part,
});

/** What a store shows up to a closed day, of one measure. */
export const tracesOf = (
  part: Partial<TracedStore>,
  measure: string,
  closed = 28,
): readonly Trace[] =>
  readTraces(world, tracedStore(part), closed).filter((one) => one.measure === measure);
