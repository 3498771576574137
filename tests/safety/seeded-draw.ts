/** Draws that a failed run can be asked to repeat: `ECHELON_SEED`, printed with the run. */
export interface SeededDraw {
  readonly seed: number;
  /** A whole number from 0 to `below` - 1. */
  next(below: number): number;
}

/**
 * The generator is mulberry32 (Tommy Ettinger, 2017): short, and good enough to choose instants.
 */
export function seededDraw(): SeededDraw {
  const seed = Number(process.env["ECHELON_SEED"] ?? Date.now() % 1_000_000);
  let state = seed >>> 0;
  return {
    seed,
    next(below) {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
    },
  };
}
