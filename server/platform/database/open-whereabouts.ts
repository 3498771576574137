import { embeddedWhereabouts, externalWhereabouts, type Whereabouts } from "./connection.ts";
import { checkServer } from "./external-server.ts";
import { type ClusterNews, startCluster } from "./launcher.ts";
import { watchJoined } from "./watch-joined.ts";

/** A database one may use, and the end of that use. */
export interface OpenDatabase {
  readonly at: Whereabouts;
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly home: string;
  /** An external server; null for the embedded one. */
  readonly databaseUrl: string | null;
  readonly tell: (news: ClusterNews, detail: string) => void;
  /** Called when a database that another process started is gone and does not come back. */
  readonly onGone: () => void;
}

/**
 * Reaches the installation's database: the external one, or the embedded one, started when needed.
 *
 * @throws Fault as `checkServer` and `startCluster` do
 */
export async function openWhereabouts(options: OpenOptions): Promise<OpenDatabase> {
  const { databaseUrl, home, tell } = options;
  if (databaseUrl !== null) {
    const isFenced = await checkServer(databaseUrl);
    return { at: externalWhereabouts(databaseUrl, isFenced), close: async () => {} };
  }
  const cluster = await startCluster({ home, tell });
  const watch = cluster.isOurs ? null : watchJoined(cluster, options.onGone);
  return {
    at: embeddedWhereabouts(cluster),
    async close() {
      watch?.stop();
      await cluster.stop();
    },
  };
}
