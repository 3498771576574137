import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import {
  idOf,
  kindOf,
  type LiveEvent,
  type LiveEventName,
  Topic,
} from "@echelon/contract/platform/events.ts";
import { topicsPerStreamMax } from "@echelon/contract/platform/live-limits.ts";
import { sendRefusal } from "../http/answer.ts";
import type { Caller, Gate } from "../http/caller.ts";
import { securityHeaders } from "../http/security-headers.ts";
import type { Change } from "./change.ts";
import type { Live } from "./live.ts";

/** Whether a caller may listen to the thing of that id. One for each kind of topic. */
export type TopicGuard = (caller: Caller, id: string) => Promise<boolean>;

const beatMillis = 20_000;
/** A stream begins again after a while, so that who may no longer hear it does not. */
const ageMillisMax = 900_000;
const retryMillis = 2_000;
const streamsPerPersonMax = 5;
const streamsMax = 5_000;
const bufferedBytesMax = 2 ** 20;

const Query = z.strictObject({ topics: z.string().max(3_000) });
const Topics = z.array(Topic).min(1).max(topicsPerStreamMax);

export interface StreamOptions {
  readonly live: Live;
  readonly gate: Gate;
  readonly guards: ReadonlyMap<string, TopicGuard>;
}

/** Mounts `GET /live?topics=a:1,b:2`: server-sent events of the topics that the caller may hear. */
export function mountStream(fastify: FastifyInstance, options: StreamOptions): void {
  const { live, gate, guards } = options;
  const open = new Set<Stream>();
  const perPerson = new Map<string, number>();
  const beat = setInterval(() => {
    for (const stream of open) stream.beat();
  }, beatMillis).unref();
  fastify.addHook("preClose", async () => {
    clearInterval(beat);
    for (const stream of open) stream.close();
  });
  fastify.get("/live", async (request, reply) => {
    const { cookie, authorization } = request.headers;
    const caller = await gate.authenticate({ cookie, authorization });
    if (caller === null)
      return sendRefusal(reply, request, { code: "platform/not-signed-in", facts: {} });
    request.caller = caller;
    const query = Query.safeParse(request.query);
    const topics = Topics.safeParse(query.success ? query.data.topics.split(",") : []);
    if (!topics.success) {
      return sendRefusal(reply, request, {
        code: "platform/malformed-request",
        facts: { faults: [] },
      });
    }
    if (!(await mayHear(caller, topics.data, guards))) {
      return sendRefusal(reply, request, { code: "platform/not-allowed", facts: {} });
    }
    // The browser may have gone while the permissions were looked up.
    if (request.raw.socket.destroyed) return reply.hijack();
    const mine = perPerson.get(caller.person) ?? 0;
    if (mine >= streamsPerPersonMax || open.size >= streamsMax) {
      return sendRefusal(reply, request, {
        code: "platform/too-many-requests",
        facts: { seconds: 2 },
      });
    }
    perPerson.set(caller.person, mine + 1);
    const stream = new Stream(reply);
    open.add(stream);
    const stop = live.hear(topics.data as `${string}:${string}`[], stream);
    reply.raw.once("close", () => {
      stop();
      open.delete(stream);
      const left = (perPerson.get(caller.person) ?? 1) - 1;
      if (left > 0) perPerson.set(caller.person, left);
      else perPerson.delete(caller.person);
    });
    await stream.begin(live, topics.data as `${string}:${string}`[], lastSeen(request));
  });
}

async function mayHear(
  caller: Caller,
  topics: readonly string[],
  guards: ReadonlyMap<string, TopicGuard>,
): Promise<boolean> {
  for (const topic of topics) {
    const guard = guards.get(kindOf(topic));
    if (guard === undefined || !(await guard(caller, idOf(topic)))) return false;
  }
  return true;
}

function lastSeen(request: FastifyRequest): bigint | null {
  const id = request.headers["last-event-id"];
  return typeof id === "string" && /^\d{1,19}$/.test(id) ? BigInt(id) : null;
}

/** One open answer. Changes that arrive while the past is replayed wait for it. */
class Stream {
  readonly #reply: FastifyReply;
  #waiting: Change[] | null = [];
  #last = 0n;
  readonly #begunAt = Date.now();

  constructor(reply: FastifyReply) {
    this.#reply = reply;
    reply.hijack();
    reply.raw.writeHead(200, {
      ...securityHeaders(false),
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
      "x-accel-buffering": "no",
    });
    reply.raw.write(`retry: ${retryMillis}\n\n`);
  }

  async begin(
    live: Live,
    topics: readonly `${string}:${string}`[],
    after: bigint | null,
  ): Promise<void> {
    if (after !== null) {
      const missed = await live.replay(topics, after).catch(() => null);
      if (missed === null) this.resync();
      else for (const change of missed) this.#send(change);
    }
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    for (const change of waiting) this.#send(change);
  }

  hear(change: Change): void {
    if (this.#waiting !== null) this.#waiting.push(change);
    else this.#send(change);
  }

  resync(): void {
    this.#write("resync", "{}");
  }

  beat(): void {
    if (Date.now() - this.#begunAt > ageMillisMax) this.close();
    else this.#raw(": still here\n\n");
  }

  /** The line goes with the stream: kept alive, it would keep a server that ends from ending. */
  close(): void {
    const { raw } = this.#reply;
    raw.end(() => raw.socket?.destroySoon());
  }

  #send(change: Change): void {
    if (change.id <= this.#last) return;
    this.#last = change.id;
    const event: LiveEvent = {
      topic: change.topic,
      id: String(change.id),
      version: change.version,
    };
    this.#write("change", JSON.stringify(event), event.id);
  }

  #write(name: LiveEventName, data: string, id?: string): void {
    this.#raw(`${id === undefined ? "" : `id: ${id}\n`}event: ${name}\ndata: ${data}\n\n`);
  }

  /** A reader that does not read is cut off; it comes back and replays. */
  #raw(text: string): void {
    const { raw } = this.#reply;
    if (raw.destroyed || raw.writableEnded) return;
    raw.write(text);
    if (raw.writableLength > bufferedBytesMax) raw.destroy();
  }
}
