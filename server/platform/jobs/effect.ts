import type { Tx } from "../database/database.ts";
import { named } from "../database/statement.ts";

const insert = `insert into platform.effect (key, is_kept) values ($1, $2)
  on conflict do nothing returning key`;

/**
 * Claims an effect: true for exactly one transaction that commits.
 *
 * A second one with the same key waits for the first; it gets false when that commits, and true
 * when that rolls back.
 */
export async function claimEffect(tx: Tx, key: string, isKept = false): Promise<boolean> {
  const rows = await tx.rows(named("platform.claim-effect", insert, [key, isKept]));
  return rows.length === 1;
}
