/**
 * One event stream for all tabs of a browser: a browser keeps no more than six connections to a
 * host, and a student has more tabs than that. The worker ends with the last tab.
 */
import { LiveLine, type LiveNews } from "./live-line.ts";

const topicsOf = new Map<MessagePort, readonly string[]>();
let isOpen = true;

const line = new LiveLine((news) => {
  if (news.kind === "state") ({ isOpen } = news);
  for (const port of topicsOf.keys()) port.postMessage(news);
});

globalThis.addEventListener("connect", (event) => {
  const port = (event as MessageEvent).ports[0];
  if (port === undefined) return;
  port.addEventListener("message", ({ data }: MessageEvent<readonly string[]>) => {
    // The newest topics come last: they are what somebody looks at now.
    topicsOf.delete(port);
    if (data.length > 0) topicsOf.set(port, data);
    line.listen([...topicsOf.values()].flat());
  });
  port.start();
  port.postMessage({ kind: "state", isOpen } satisfies LiveNews);
});
