import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { LiveLine, type LiveNews } from "./live-line.ts";
import { useMe } from "./session.ts";

type Tell = (topic: string | null) => void;
type Listener = { readonly topics: ReadonlySet<string>; readonly tell: Tell };
/** Takes all topics of this page at once. */
type Line = (topics: readonly string[]) => void;

/** What this page listens to, over a line that it shares with the browser's other tabs. */
class PageLive {
  readonly #listeners = new Set<Listener>();
  readonly #states = new Set<(isOpen: boolean) => void>();
  #person = "";
  #line: Line | null = null;
  #isWatched = false;

  listen(person: string, listener: Listener): () => void {
    if (person !== this.#person) this.#leave(person);
    this.#listeners.add(listener);
    queueMicrotask(() => this.#say());
    return () => {
      this.#listeners.delete(listener);
      queueMicrotask(() => this.#say());
    };
  }

  onState(tell: (isOpen: boolean) => void): () => void {
    this.#states.add(tell);
    return () => this.#states.delete(tell);
  }

  /** Another person hears other topics: a line is one person's. */
  #leave(person: string): void {
    this.#line?.([]);
    this.#line = null;
    this.#person = person;
  }

  #say(): void {
    const topics = [...new Set([...this.#listeners].flatMap((one) => [...one.topics]))];
    if (topics.length === 0 && this.#line === null) return;
    this.#line ??= this.#openLine();
    this.#line(topics);
  }

  /** A tab that is put away must not keep the line busy; one that comes back says so. */
  #watchPage(): void {
    if (this.#isWatched) return;
    this.#isWatched = true;
    addEventListener("pagehide", () => this.#line?.([]));
    addEventListener("pageshow", () => this.#say());
  }

  #openLine(): Line {
    this.#watchPage();
    const own = (): Line => {
      const line = new LiveLine((news) => this.#hear(news));
      return (topics) => line.listen(topics);
    };
    // Browsers of phones have no shared worker; they have few tabs, too.
    if (typeof SharedWorker === "undefined") return own();
    const worker = new SharedWorker(new URL("./live-worker.ts", import.meta.url), {
      type: "module",
      name: `live:${this.#person}`,
    });
    worker.port.addEventListener("message", ({ data }: MessageEvent<LiveNews>) => this.#hear(data));
    worker.port.start();
    worker.addEventListener("error", () => {
      this.#line = own();
      this.#say();
    });
    return (topics) => worker.port.postMessage(topics);
  }

  #hear(news: LiveNews): void {
    if (news.kind === "state") for (const tell of this.#states) tell(news.isOpen);
    if (news.kind === "resync") for (const one of this.#listeners) one.tell(null);
    if (news.kind !== "change") return;
    for (const one of this.#listeners) if (one.topics.has(news.topic)) one.tell(news.topic);
  }
}

/** A close changes a season and its stores at once; one fetch answers for both. */
const gatherMillis = 40;
/** Who is signed in does not change with what happens in the market. */
const isOfARoom = ({ queryKey }: { queryKey: readonly unknown[] }) =>
  queryKey[0] !== "GET /session";
const pageLive = new PageLive();

/**
 * Fetches what is shown again whenever one of the topics changes.
 *
 * @param onChange told the topic, or null when anything may have changed; may be a new function on
 *   each render
 */
export function useLive(topics: readonly string[], onChange?: Tell): void {
  const client = useQueryClient();
  const person = useMe().id;
  const names = topics.join(",");
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => {
    if (names === "") return undefined;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const refetch = () => void client.invalidateQueries({ predicate: isOfARoom });
    const stop = pageLive.listen(person, {
      topics: new Set(names.split(",")),
      tell: (topic) => {
        clearTimeout(waiting);
        waiting = setTimeout(refetch, gatherMillis);
        latest.current?.(topic);
      },
    });
    return () => {
      clearTimeout(waiting);
      stop();
    };
  }, [client, person, names]);
}

/** False while the connection to the server is lost. */
export function useIsConnected(): boolean {
  const [isConnected, setConnected] = useState(true);
  useEffect(() => {
    const stop = pageLive.onState(setConnected);
    return () => {
      stop();
    };
  }, []);
  return isConnected;
}
