import { Worker } from "node:worker_threads";
import type { LogEntry } from "@echelon/kernel/market/decisions/decision.ts";
import type { WorldSource } from "@echelon/kernel/market/world/scenario.ts";
import type { Seed } from "@echelon/kernel/market/state/season.ts";
import type { NamesWorth } from "@echelon/kernel/market/why/name-worth.ts";
import type { PagePlace, ShownSlot } from "@echelon/kernel/market/why/shown-page.ts";
import type {
  ClosedDay,
  EngineAnswer,
  EngineRequest,
  Explained,
  Lost,
  NamedDay,
  Opening,
  PlayedDay,
  ReplayRequest,
  WhyQuestion,
} from "./thread-messages.ts";

/** A season as the engine's thread needs to know it. */
export type EngineSeason = {
  readonly worldHash: string;
  readonly seed: Seed;
  /** Reads the frozen world; asked only when the thread does not have it yet. */
  readonly source: () => Promise<WorldSource>;
};

/** The engine's thread as this process sees it. It starts with the first request. */
export interface EngineHost {
  open(season: EngineSeason, progress: (percent: number) => void): Promise<Opening>;
  /** `snapshot` is read only when the thread no longer has the state before the day. */
  close(
    season: EngineSeason,
    digest: string,
    snapshot: () => Promise<Uint8Array>,
    entries: readonly LogEntry[],
  ): Promise<ClosedDay>;
  /** Plays days again; null when the snapshot to begin with is unsound. */
  replay(season: EngineSeason, request: ReplayRequest): Promise<Opening | null>;
  /** Plays days for a question; null when the snapshot to begin with is unsound. */
  play(season: EngineSeason, request: ReplayRequest): Promise<readonly PlayedDay[] | null>;
  /** Explains a store's day; null when its days were not watched yet and none are given. */
  explain(
    season: EngineSeason,
    question: WhyQuestion,
    days: ReplayRequest | null,
  ): Promise<Explained | null>;
  /** The sales a store lost on a day; null as with `explain`. */
  lost(
    season: EngineSeason,
    store: number,
    day: NamedDay,
    days: ReplayRequest | null,
  ): Promise<readonly Lost[] | null>;
  /** What bids on names brought a store on a day; null as with `explain`. */
  worth(
    season: EngineSeason,
    store: number,
    day: NamedDay,
    days: ReplayRequest | null,
  ): Promise<NamesWorth | null>;
  /** A page of a day as it was shown; null as with `explain`. */
  page(
    season: EngineSeason,
    place: PagePlace,
    day: NamedDay,
    days: ReplayRequest | null,
  ): Promise<readonly ShownSlot[] | null>;
  stop(): Promise<void>;
}

type Waiting = {
  readonly resolve: (answer: EngineAnswer) => void;
  readonly reject: (error: Error) => void;
  readonly progress: (percent: number) => void;
};

const noProgress = () => {};

type Asked = EngineRequest extends infer One
  ? One extends EngineRequest
    ? Omit<One, "id" | "source">
    : never
  : never;

/** The answer of a kind; null where the thread lacks the state that it takes. */
function told<Kind extends EngineAnswer["kind"]>(
  answer: EngineAnswer,
  kind: Kind,
): Extract<EngineAnswer, { readonly kind: Kind }> | null {
  if (answer.kind === "state-missing") return null;
  if (answer.kind !== kind) throw new Error(`the engine answered ${answer.kind}`);
  return answer as Extract<EngineAnswer, { readonly kind: Kind }>;
}

export function createEngineHost(): EngineHost {
  const line = createLine();

  /** Only the thread knows which worlds it still holds, so it says when it needs one. */
  const ask = async (
    season: EngineSeason,
    request: Asked,
    progress: (percent: number) => void = noProgress,
  ): Promise<EngineAnswer> => {
    const answer = await line.send(request, null, progress);
    if (answer.kind !== "world-missing") return answer;
    return line.send(request, await season.source(), progress);
  };

  return {
    async open(season, progress) {
      const { worldHash, seed } = season;
      const answer = await ask(season, { kind: "open", worldHash, seed }, progress);
      if (answer.kind !== "opened") throw new Error(`the engine answered ${answer.kind}`);
      return answer.opening;
    },
    async close(season, digest, snapshot, entries) {
      const { worldHash, seed } = season;
      const request = { kind: "close" as const, worldHash, seed, digest, entries };
      let answer = await ask(season, { ...request, snapshot: null });
      if (answer.kind === "state-missing") {
        answer = await ask(season, { ...request, snapshot: await snapshot() });
      }
      if (answer.kind !== "closed") throw new Error(`the engine answered ${answer.kind}`);
      return answer.closed;
    },
    async replay({ worldHash, seed, source }, days) {
      const request = { kind: "replay" as const, worldHash, seed, ...days };
      const answer = await ask({ worldHash, seed, source }, request);
      return told(answer, "replayed")?.replayed ?? null;
    },
    async play({ worldHash, seed, source }, days) {
      const request = { kind: "play" as const, worldHash, seed, ...days };
      const answer = await ask({ worldHash, seed, source }, request);
      return told(answer, "played")?.days ?? null;
    },
    async explain({ worldHash, seed, source }, question, days) {
      const request = { kind: "explain" as const, worldHash, seed, question, days };
      const answer = await ask({ worldHash, seed, source }, request);
      return told(answer, "explained")?.explained ?? null;
    },
    async lost({ worldHash, seed, source }, store, day, days) {
      const request = { kind: "lost" as const, worldHash, seed, store, day, days };
      const answer = await ask({ worldHash, seed, source }, request);
      return told(answer, "lost")?.lost ?? null;
    },
    async worth({ worldHash, seed, source }, store, day, days) {
      const request = { kind: "worth" as const, worldHash, seed, store, day, days };
      const answer = await ask({ worldHash, seed, source }, request);
      return told(answer, "worth")?.worth ?? null;
    },
    async page({ worldHash, seed, source }, place, day, days) {
      const request = { kind: "page" as const, worldHash, seed, place, day, days };
      const answer = await ask({ worldHash, seed, source }, request);
      return told(answer, "page")?.slots ?? null;
    },
    stop: () => line.stop(),
  };
}

type Line = {
  send(
    request: Asked,
    source: WorldSource | null,
    progress: (percent: number) => void,
  ): Promise<EngineAnswer>;
  stop(): Promise<void>;
};

/** The line to the thread: it is started by the first request, and again after it broke. */
function createLine(): Line {
  let thread: Worker | null = null;
  let asked = 0;
  const waiting = new Map<number, Waiting>();

  const start = (): Worker => {
    const started = new Worker(new URL("./engine-thread.ts", import.meta.url));
    started.unref();
    started.on("message", (answer: EngineAnswer) => {
      const one = waiting.get(answer.id);
      if (answer.kind === "progress") return one?.progress(answer.percent);
      waiting.delete(answer.id);
      if (answer.kind === "failed") one?.reject(new Error(answer.message));
      else one?.resolve(answer);
    });
    const fail = (error: Error) => {
      // A thread that breaks says so twice; by then another may be at work.
      if (thread !== started) return;
      thread = null;
      for (const one of waiting.values()) one.reject(error);
      waiting.clear();
    };
    started.on("error", fail);
    started.on("exit", () => fail(new Error("the engine's thread ended")));
    return started;
  };

  return {
    send(request, source, progress) {
      const port = (thread ??= start());
      const id = ++asked;
      return new Promise<EngineAnswer>((resolve, reject) => {
        waiting.set(id, { resolve, reject, progress });
        port.postMessage({ ...request, id, source });
      });
    },
    async stop() {
      await thread?.terminate();
    },
  };
}
