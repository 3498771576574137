/** The only way to learn the time on the server; handed in, so that no test sleeps. */
export interface Clock {
  now(): Date;
  /**
   * Milliseconds that have passed since some moment, for what is allowed so often a second: who
   * sets the computer's clock back or forth changes nothing of it.
   */
  passedMs(): number;
}

export const systemClock: Clock = {
  now: () => new Date(),
  passedMs: () => performance.now(),
};

/** A clock that stands until it is moved. */
export interface ManualClock extends Clock {
  advance(seconds: number): void;
  set(instant: Date): void;
}

/** What it was moved by has passed beside the time of whoever tests. */
export function manualClock(start: Date): ManualClock {
  let millis = start.getTime();
  let movedMs = 0;
  return {
    now: () => new Date(millis),
    passedMs: () => performance.now() + movedMs,
    advance(seconds) {
      millis += seconds * 1000;
      movedMs += Math.max(0, seconds * 1000);
    },
    set(instant) {
      millis = instant.getTime();
    },
  };
}
