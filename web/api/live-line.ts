import { topicsPerStreamMax } from "@echelon/contract/platform/live-limits.ts";

/** What a line tells: a topic changed, anything may have changed, the server is there or not. */
export type LiveNews =
  | { readonly kind: "change"; readonly topic: string }
  | { readonly kind: "resync" }
  | { readonly kind: "state"; readonly isOpen: boolean };

/** As much of an EventSource as a line needs. */
export type Source = {
  readonly readyState: number;
  addEventListener(kind: string, hear: (event: Event) => void): void;
  close(): void;
};

const reopenMillis = 5_000;
const closed = 2;

/**
 * One event stream for many listeners. It is opened again whenever the topics change; the former
 * one goes on until the new one is there, so that no change falls between them.
 */
export class LiveLine {
  readonly #tell: (news: LiveNews) => void;
  readonly #open: (url: string) => Source;
  #wanted = "";
  #source: Source | null = null;
  #former: Source | null = null;
  #hasLost = false;

  constructor(
    tell: (news: LiveNews) => void,
    open: (url: string) => Source = (url) => new EventSource(url),
  ) {
    this.#tell = tell;
    this.#open = open;
  }

  /** All that is listened to from now on; of too many topics the last ones are heard. */
  listen(topics: Iterable<string>): void {
    const wanted = [...new Set(topics)].slice(-topicsPerStreamMax).toSorted().join(",");
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    this.#reopen();
  }

  #reopen(): void {
    this.#former?.close();
    this.#former = this.#source;
    this.#source = null;
    if (this.#wanted === "") return this.#endFormer();
    const source = this.#open(`/live?topics=${encodeURIComponent(this.#wanted)}`);
    this.#source = source;
    source.addEventListener("open", () => this.#opened(source));
    source.addEventListener("error", () => this.#lost(source));
    source.addEventListener("change", (event) => {
      const { topic } = JSON.parse((event as MessageEvent<string>).data) as { topic: string };
      this.#tell({ kind: "change", topic });
    });
    source.addEventListener("resync", () => this.#tell({ kind: "resync" }));
  }

  #endFormer(): void {
    this.#former?.close();
    this.#former = null;
  }

  /** Changes that nobody heard of while the line was down are fetched as a whole. */
  #opened(source: Source): void {
    if (source !== this.#source) return;
    this.#endFormer();
    this.#tell({ kind: "state", isOpen: true });
    if (this.#hasLost) this.#tell({ kind: "resync" });
    this.#hasLost = false;
  }

  /** The browser comes back by itself unless the server refused; then we do, later. */
  #lost(source: Source): void {
    if (source !== this.#source) return;
    this.#endFormer();
    this.#hasLost = true;
    this.#tell({ kind: "state", isOpen: false });
    if (source.readyState !== closed) return;
    setTimeout(() => {
      if (source === this.#source) this.#reopen();
    }, reopenMillis);
  }
}
