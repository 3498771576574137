const beatMillis = 250;
const lagMillisMax = 1_000;

/** Watches how late the event loop runs; a server that is a second behind answers "busy". */
export function watchLoop(): { isBusy(): boolean; stop(): void } {
  let lag = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    lag = now - last - beatMillis;
    last = now;
  }, beatMillis).unref();
  return {
    isBusy: () => lag > lagMillisMax,
    stop: () => clearInterval(timer),
  };
}
