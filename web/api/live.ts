import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";

type Tell = (topic: string | null) => void;
type Listener = { topics: ReadonlySet<string>; tell: Tell };

/**
 * One event stream for all that the page listens to; browsers allow six connections a host. The
 * stream is opened again with the union of topics whenever a screen adds one.
 */
class LiveStream {
  #listeners = new Set<Listener>();
  #source: EventSource | null = null;
  #topics = "";
  #states = new Set<(isOpen: boolean) => void>();
  #hasLost = false;

  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    queueMicrotask(() => this.#reopen());
    return () => {
      this.#listeners.delete(listener);
      queueMicrotask(() => this.#reopen());
    };
  }

  onState(tell: (isOpen: boolean) => void): () => void {
    this.#states.add(tell);
    return () => this.#states.delete(tell);
  }

  #reopen(): void {
    const topics = [...new Set([...this.#listeners].flatMap((one) => [...one.topics]))].toSorted();
    const wanted = topics.join(",");
    if (wanted === this.#topics) return;
    this.#topics = wanted;
    this.#source?.close();
    this.#source = null;
    if (wanted === "") return;
    const source = new EventSource(`/live?topics=${encodeURIComponent(wanted)}`);
    this.#source = source;
    source.addEventListener("open", () => this.#opened());
    source.addEventListener("error", () => this.#lost(source));
    source.addEventListener("change", (event) => {
      const { topic } = JSON.parse((event as MessageEvent<string>).data) as { topic: string };
      for (const one of this.#listeners) if (one.topics.has(topic)) one.tell(topic);
    });
    source.addEventListener("resync", () => this.#resync());
  }

  /** Changes that nobody heard of while the line was down are fetched as a whole. */
  #opened(): void {
    this.#say(true);
    if (this.#hasLost) this.#resync();
    this.#hasLost = false;
  }

  /** The browser comes back by itself unless the server refused; then we do, later. */
  #lost(source: EventSource): void {
    this.#hasLost = true;
    this.#say(false);
    if (source.readyState !== EventSource.CLOSED) return;
    setTimeout(() => {
      if (this.#source !== source) return;
      this.#topics = "";
      this.#reopen();
    }, reopenMillis);
  }

  #resync(): void {
    for (const one of this.#listeners) one.tell(null);
  }

  #say(isOpen: boolean): void {
    for (const tell of this.#states) tell(isOpen);
  }
}

const reopenMillis = 5_000;
/** A close changes a season and its stores at once; one fetch answers for both. */
const gatherMillis = 40;
/** Who is signed in does not change with what happens in the market. */
const isOfARoom = ({ queryKey }: { queryKey: readonly unknown[] }) =>
  queryKey[0] !== "GET /session";
const stream = new LiveStream();

/**
 * Fetches what is shown again whenever one of the topics changes.
 *
 * @param onChange told the topic, or null when anything may have changed; may be a new function on
 *   each render
 */
export function useLive(topics: readonly string[], onChange?: Tell): void {
  const client = useQueryClient();
  const names = topics.join(",");
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  });
  useEffect(() => {
    if (names === "") return undefined;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const refetch = () => void client.invalidateQueries({ predicate: isOfARoom });
    const stop = stream.listen({
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
  }, [client, names]);
}

/** False while the connection to the server is lost. */
export function useIsConnected(): boolean {
  const [isConnected, setConnected] = useState(true);
  useEffect(() => {
    const stop = stream.onState(setConnected);
    return () => {
      stop();
    };
  }, []);
  return isConnected;
}
