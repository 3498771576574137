const beatMillis = 250;
/** A second behind: whoever waits longer asks again anyway. */
export const lagMillisMax = 1_000;

/** Watches how late the event loop runs; a server that is too far behind answers "busy". */
export function watchLoop(millisMax: number): { isBusy(): boolean; stop(): void } {
  let lag = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    lag = now - last - beatMillis;
    last = now;
  }, beatMillis).unref();
  return {
    isBusy: () => lag > millisMax,
    stop: () => clearInterval(timer),
  };
}
