/** One day of the phases alone, for tests and benches: no decisions, no parcels, no books. */
import type { Engine } from "../state/engine.ts";
import { openDay, runShard, settleSlice, type DayOpening, type Phase } from "../shelf/phases.ts";
import { noEffects } from "../world/shock.ts";
import { advanceShocks, advanceVelocity } from "../shelf/traffic.ts";
import { slices } from "../world/world-limits.ts";

export type ExampleDay = Partial<DayOpening> & {
  /** Runs a phase over all of it; by default in one piece. */
  readonly run?: (engine: Engine, phase: Phase, slice: number) => void;
  /** Called after each settlement. */
  readonly afterSlice?: (slice: number) => void;
};

const whole = (engine: Engine, phase: Phase, slice: number) => runShard(engine, phase, slice, 0, 1);

/** Runs a day and moves velocity and demand shocks on to the next. */
export function runExampleDay(engine: Engine, day: ExampleDay = {}): void {
  const { world, state, work, key } = engine;
  const { markets, categories } = world.sizes;
  const run = day.run ?? whole;
  const effects = noEffects(markets, categories, world.source.trade.carriers.length);
  openDay(engine, { effects, ...day });
  run(engine, "prepare", 0);
  run(engine, "rank", 0);
  for (let slice = 0; slice < slices; slice++) {
    run(engine, "slice", slice);
    settleSlice(engine, slice);
    day.afterSlice?.(slice);
  }
  advanceVelocity(world, state, work);
  advanceShocks(world, state, key);
  state.day[0]!++;
}
