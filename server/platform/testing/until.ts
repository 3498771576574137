import { setTimeout as sleep } from "node:timers/promises";

const pauseMillis = 20;

/**
 * Waits until something is so. For what happens in other processes; nothing else has a reason to
 * wait.
 *
 * @throws Error after `seconds`
 */
export async function until(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  seconds = 10,
): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`it did not happen within ${seconds} s: ${what}`);
    await sleep(pauseMillis);
  }
}
