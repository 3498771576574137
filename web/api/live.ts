import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";

type Listener = { topics: ReadonlySet<string>; tell: (topic: string | null) => void };

/**
 * One event stream for all that the page listens to; browsers allow six connections a host. The
 * stream is opened again with the union of topics whenever a screen adds one.
 */
class LiveStream {
  #listeners = new Set<Listener>();
  #source: EventSource | null = null;
  #topics = "";
  #states = new Set<(isOpen: boolean) => void>();

  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    this.#reopen();
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
    const source = new EventSource(`/api/live?topics=${encodeURIComponent(wanted)}`);
    this.#source = source;
    source.addEventListener("open", () => this.#say(true));
    source.addEventListener("error", () => this.#say(false));
    source.addEventListener("change", (event) => {
      const { topic } = JSON.parse((event as MessageEvent<string>).data) as { topic: string };
      for (const one of this.#listeners) if (one.topics.has(topic)) one.tell(topic);
    });
    source.addEventListener("resync", () => {
      for (const one of this.#listeners) one.tell(null);
    });
  }

  #say(isOpen: boolean): void {
    for (const tell of this.#states) tell(isOpen);
  }
}

const stream = new LiveStream();

/** Fetches what is shown again whenever one of the topics changes. */
export function useLive(
  topics: readonly string[],
  onChange?: (topic: string | null) => void,
): void {
  const client = useQueryClient();
  const names = topics.join(",");
  useEffect(() => {
    if (names === "") return undefined;
    return stream.listen({
      topics: new Set(names.split(",")),
      tell: (topic) => {
        void client.invalidateQueries();
        onChange?.(topic);
      },
    });
  }, [client, names, onChange]);
}

/** False while the connection to the server is lost. */
export function useIsConnected(): boolean {
  const [isConnected, setConnected] = useState(true);
  useEffect(() => stream.onState(setConnected), []);
  return isConnected;
}
