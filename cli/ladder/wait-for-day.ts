import type { Client } from "./client.ts";

/** How long a stream may be silent before the season is asked anyway. */
const silenceMillisMax = 30_000;

/**
 * Waits until another day of the season is open: the event stream tells that something changed, and
 * the season is then asked what. A stream that breaks off costs half a minute, and no day.
 *
 * @returns the open day, or null when the season is over or `signal` ended the wait
 */
export async function waitForDay(
  { url, token, client }: { url: string; token: string; client: Client },
  season: string,
  day: number,
  signal: AbortSignal,
): Promise<number | null> {
  while (!signal.aborted) {
    const now = await client("GET /practice/seasons/:season", { where: { season } });
    if (now.state === "finished" || now.state === "archived" || now.day > now.days) return null;
    if (now.day !== day && now.state === "running" && !now.isClosing) return now.day;
    await nextChange(`${url}/live?topics=season:${season}`, token, signal);
  }
  return null;
}

/** Resolves with the first event, and at the latest after the longest silence. */
async function nextChange(address: string, token: string, ended: AbortSignal): Promise<void> {
  const signal = AbortSignal.any([ended, AbortSignal.timeout(silenceMillisMax)]);
  try {
    const response = await fetch(address, {
      headers: { authorization: `Bearer ${token}` },
      signal,
    });
    const decoder = new TextDecoder();
    for await (const piece of response.body ?? []) {
      if (decoder.decode(piece, { stream: true }).includes("event:")) return;
    }
  } catch (error) {
    // A stream that cannot be had is no reason to stop: the season is asked after a pause.
    if (!signal.aborted) await pause(error instanceof Error ? signal : ended);
  }
}

async function pause(signal: AbortSignal): Promise<void> {
  await new Promise<void>((done) => {
    const timer = setTimeout(done, silenceMillisMax);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      done();
    });
  });
}
