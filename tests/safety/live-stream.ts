export type LiveChange = { readonly topic: string; readonly id: string; readonly version: number };

/** A browser's stream of live events: what came so far, in order. */
export interface LiveStream {
  readonly changes: readonly LiveChange[];
  /** How often the server said that something may have been missed. */
  resyncs(): number;
  close(): void;
}

/**
 * Opens `GET /live`, which the server goes on answering until it is closed; null when the caller
 * may not hear of one of the topics. `who` is a cookie, or the headers
 * that say who calls. `after` is the last change that an earlier stream brought.
 */
export async function openStream(
  url: string,
  who: string | Readonly<Record<string, string>>,
  topics: readonly string[],
  after?: string,
): Promise<LiveStream | null> {
  const credentials = typeof who === "string" ? { cookie: who } : who;
  const ending = new AbortController();
  const query = new URLSearchParams({ topics: topics.join(",") });
  const response = await fetch(`${url}/live?${query}`, {
    headers: {
      ...credentials,
      origin: url,
      ...(after === undefined ? {} : { "last-event-id": after }),
    },
    signal: ending.signal,
  });
  if (response.status !== 200) {
    await response.body?.cancel();
    if ([401, 403].includes(response.status)) return null;
    throw new Error(`GET /live: ${response.status}`);
  }
  const changes: LiveChange[] = [];
  let resyncs = 0;
  void (async () => {
    let rest = "";
    const decoder = new TextDecoder();
    for await (const piece of response.body!) {
      const blocks = `${rest}${decoder.decode(piece, { stream: true })}`.split("\n\n");
      rest = blocks.pop() ?? "";
      for (const block of blocks) {
        if (/^event: resync$/m.test(block)) resyncs += 1;
        const data = /^event: change\ndata: (.*)$/m.exec(block)?.[1];
        if (data !== undefined) changes.push(JSON.parse(data) as LiveChange);
      }
    }
  })().catch(() => {
    // It was closed, or its server has gone.
  });
  return { changes, resyncs: () => resyncs, close: () => ending.abort() };
}
