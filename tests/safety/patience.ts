import { setTimeout as sleep } from "node:timers/promises";
import { ApiRefusal } from "./api-client.ts";
import { sized } from "./run-length.ts";

const pauseMs = 50;
/** In the long form one piece of work is interrupted many times before it is done. */
const patienceMs = sized(60_000, 600_000);

/** Waits for what another process does; a server that is away meanwhile does no harm. */
export async function until(
  what: string,
  isSo: () => Promise<boolean>,
  msMax = patienceMs,
): Promise<void> {
  const end = performance.now() + msMax;
  while (!(await patiently(isSo, msMax))) {
    if (performance.now() > end) throw new Error(`it did not happen in time: ${what}`);
    await sleep(pauseMs);
  }
}

/** Tries again while the server is away; a refusal of the house is thrown at once. */
export async function patiently<T>(act: () => Promise<T>, msMax = patienceMs): Promise<T> {
  const end = performance.now() + msMax;
  for (;;) {
    try {
      return await act();
    } catch (error) {
      if (!isAway(error) || performance.now() > end) throw error;
      await sleep(pauseMs);
    }
  }
}

/** Whether there was no answer, or one that says that the server cannot answer now. */
function isAway(error: unknown): boolean {
  if (error instanceof ApiRefusal) return error.status === 503;
  if (!(error instanceof Error)) return false;
  // What `fetch` says when there is no line, and when the line broke within an answer.
  return error.name === "TimeoutError" || /^(fetch failed|terminated)$/.test(error.message);
}
