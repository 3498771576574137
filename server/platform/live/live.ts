import type { Topic } from "@echelon/contract/platform/events.ts";
import type { Database } from "../database/database.ts";
import type { Log } from "../log/log.ts";
import type { Change } from "./change.ts";
import { type Listener, startListener } from "./listener.ts";
import type { Whereabouts } from "../database/connection.ts";

/** Who hears of changes: a browser's stream, or a part of the server. */
export interface Hearer {
  hear(change: Change): void;
  /** Events may have been lost: everything may have changed. */
  resync(): void;
}

/** The live events of one process, fed by its single LISTEN connection. */
export interface Live {
  hear(topics: readonly Topic[], hearer: Hearer): () => void;
  /** The changes after an event, oldest first; null when that event is too old to tell. */
  replay(topics: readonly Topic[], after: bigint): Promise<Change[] | null>;
  count(): number;
  stop(): Promise<void>;
}

const replayedMax = 1_000;

export async function startLive(at: Whereabouts, database: Database, log: Log): Promise<Live> {
  const hearers = new Map<Topic, Set<Hearer>>();
  const all = new Set<Hearer>();
  const listener: Listener = await startListener(at, database, log, {
    change(change) {
      for (const hearer of hearers.get(change.topic) ?? []) hearer.hear(change);
    },
    resync() {
      for (const hearer of all) hearer.resync();
    },
  });
  return {
    hear(topics, hearer) {
      all.add(hearer);
      for (const topic of topics) {
        const known = hearers.get(topic) ?? new Set<Hearer>();
        hearers.set(topic, known.add(hearer));
      }
      return () => {
        all.delete(hearer);
        for (const topic of topics) {
          const known = hearers.get(topic);
          known?.delete(hearer);
          if (known?.size === 0) hearers.delete(topic);
        }
      };
    },
    replay: (topics, after) => replay(database, topics, after),
    count: () => all.size,
    stop: () => listener.stop(),
  };
}

async function replay(database: Database, topics: readonly Topic[], after: bigint) {
  return database.reading(async (sql) => {
    const values = [topics, after, replayedMax + 1];
    // What was forgotten meanwhile cannot be told, and an empty table has forgotten everything.
    const [bounds] = await sql.rows<{ isKept: boolean | null }>({
      name: "platform.event-kept",
      text: `select $1 >= min(id) - 1 and $1 <= max(id) as "isKept" from platform.event`,
      values: [after],
    });
    if (bounds?.isKept !== true) return null;
    const rows = await sql.rows<Change>({
      name: "platform.event-replay",
      text: `select id, topic, version from platform.event
             where topic = any ($1) and id > $2 order by id limit $3`,
      values,
    });
    return rows.length > replayedMax ? null : rows;
  });
}
