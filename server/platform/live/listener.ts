import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { Topic } from "@echelon/contract/platform/events.ts";
import type { Whereabouts } from "../database/connection.ts";
import type { Database } from "../database/database.ts";
import type { Log } from "../log/log.ts";
import type { Change } from "./change.ts";
import { liveChannel } from "./write-events.ts";

export interface Listener {
  stop(): Promise<void>;
}

export interface ListenerEvents {
  change(change: Change): void;
  resync(): void;
}

const pauseMillis = { first: 200, most: 5_000 };

/**
 * The one LISTEN connection of a process. When it breaks it comes back with back-off, listens
 * again, and says "resync", because whatever was told meanwhile was told to nobody.
 */
export async function startListener(
  at: Whereabouts,
  database: Database,
  log: Log,
  events: ListenerEvents,
): Promise<Listener> {
  let isStopping = false;
  let client: pg.Client | null = null;
  let newest = 0n;

  const open = async (): Promise<void> => {
    const next = new pg.Client({ ...at.connection("app"), application_name: "echelon live" });
    next.on("error", () => {});
    next.on("notification", ({ payload }) => hear(payload ?? "[]"));
    await next.connect();
    next.once("end", () => void comeBack());
    await next.query(`listen ${liveChannel}`);
    client = next;
  };

  const receive = async (payload: string): Promise<void> => {
    const told = JSON.parse(payload) as [string, Topic, number][];
    const changes = told.map(([id, topic, version]) => ({ id: BigInt(id), topic, version }));
    // An empty list stands for one that was too long to send.
    for (const change of changes.length > 0 ? changes : await readSince(database, newest)) {
      if (change.id <= newest) continue;
      newest = change.id;
      events.change(change);
    }
  };

  // What cannot be read is told as "anything may have changed".
  const hear = inTurn(receive, (error) => {
    if (isStopping) return;
    log.error("live.not-told", error);
    events.resync();
  });

  const comeBack = async (): Promise<void> => {
    let pause = pauseMillis.first;
    while (!isStopping) {
      await sleep(pause);
      if (isStopping) return;
      try {
        await open();
        log.info("live.listening-again");
        events.resync();
        return;
      } catch {
        pause = Math.min(pause * 2, pauseMillis.most);
      }
    }
  };

  await open();
  const last = await newestEvent(database);
  newest = last > newest ? last : newest;
  return {
    async stop() {
      isStopping = true;
      await client?.end();
    },
  };
}

/**
 * One after the other: while the changes of one notification are being read, a later one must not
 * be told, or those would look old.
 */
function inTurn(
  receive: (payload: string) => Promise<void>,
  failed: (error: unknown) => void,
): (payload: string) => void {
  let last = Promise.resolve();
  return (payload) => {
    last = last.then(() => receive(payload)).catch(failed);
  };
}

async function newestEvent(database: Database): Promise<bigint> {
  const text = "select coalesce(max(id), 0) as id from platform.event";
  const [row] = await database.rows<{ id: bigint }>({
    name: "platform.event-newest",
    text,
    values: [],
  });
  return row?.id ?? 0n;
}

async function readSince(database: Database, id: bigint): Promise<Change[]> {
  const text = "select id, topic, version from platform.event where id > $1 order by id";
  return database.rows<Change>({ name: "platform.event-since", text, values: [id] });
}
