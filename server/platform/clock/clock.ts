/** The only way to learn the time on the server; handed in, so that no test sleeps. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands until it is moved. */
export interface ManualClock extends Clock {
  advance(seconds: number): void;
  set(instant: Date): void;
}

export function manualClock(start: Date): ManualClock {
  let millis = start.getTime();
  return {
    now: () => new Date(millis),
    advance(seconds) {
      millis += seconds * 1000;
    },
    set(instant) {
      millis = instant.getTime();
    },
  };
}
