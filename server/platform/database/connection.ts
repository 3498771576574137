import type pg from "pg";
import type { ClusterPlace } from "./ask-cluster.ts";

/** The owner migrates and backs up; use cases run as `app`, which row policies hold. */
export type Role = "owner" | "app";

/** Where the database is: each role's way in. */
export interface Whereabouts {
  readonly isEmbedded: boolean;
  /** False where the second role could not be made; then both roles are the owner. */
  readonly isFenced: boolean;
  connection(role: Role): pg.ClientConfig;
}

export const appRole = "echelon_app";

export function embeddedWhereabouts(cluster: ClusterPlace, database = "echelon"): Whereabouts {
  const { port } = cluster;
  return {
    isEmbedded: true,
    isFenced: true,
    connection: (role) => ({
      host: cluster.socketFolder,
      port,
      database,
      user: role === "owner" ? "echelon" : appRole,
    }),
  };
}

/** An external server has one user; the app's connections take the second role as they start. */
export function externalWhereabouts(url: string, isFenced: boolean): Whereabouts {
  return {
    isEmbedded: false,
    isFenced,
    connection: (role) => ({
      connectionString: url,
      ...(role === "app" && isFenced ? { options: `-c role=${appRole}` } : {}),
    }),
  };
}
