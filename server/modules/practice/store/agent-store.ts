import type { Sql, Tx } from "../../../platform/database/database.ts";
import { named } from "../../../platform/database/statement.ts";
import type { AgentTable, PracticeTables } from "./schema.ts";

const tables = (sql: Sql) => sql.tables<PracticeTables>();

export type AgentRow = AgentTable & { readonly name: string };

export async function readAgents(sql: Sql, season: string): Promise<AgentRow[]> {
  return sql.rows<AgentRow>(
    named(
      "practice.agents",
      `select a.*, s.name from practice.agent a join practice.store s using (season_id, store)
       where a.season_id = $1 order by a.store`,
      [season],
    ),
  );
}

/** A program whose token still opens its store. */
export async function readLiveAgent(
  sql: Sql,
  season: string,
  store: number,
): Promise<AgentTable | undefined> {
  const rows = await sql.rows<AgentTable>(
    named(
      "practice.live-agent",
      `select * from practice.agent
       where season_id = $1 and store = $2 and revoked_at is null`,
      [season, store],
    ),
  );
  return rows[0];
}

export async function insertAgent(tx: Tx, row: AgentTable): Promise<void> {
  await tables(tx).insertInto("practice.agent").values(row).execute();
}

/** Whether there was such a program; one that is revoked stays so since when it was. */
export async function revokeRow(tx: Tx, season: string, store: number, at: Date): Promise<boolean> {
  const rows = await tx.rows<{ store: number }>(
    named(
      "practice.revoke-agent",
      `update practice.agent set revoked_at = coalesce(revoked_at, $3)
       where season_id = $1 and store = $2 returning store`,
      [season, store, at],
    ),
  );
  return rows.length > 0;
}

/** Notes a use to the minute, so that a busy program does not write with each thing it reads. */
export async function noteUse(tx: Tx, season: string, store: number, at: Date): Promise<void> {
  await tx.rows(
    named(
      "practice.note-agent-use",
      `update practice.agent set last_used_at = $3 where season_id = $1 and store = $2`,
      [season, store, at],
    ),
  );
}
