import type { Sql, Tx } from "../../../platform/database/database.ts";
import type { AuditTable, IdentityTables } from "./schema.ts";

const tables = (sql: Sql) => sql.tables<IdentityTables>();

/** Adds a record. Enter the organisation first. */
export async function insertAudit(tx: Tx, record: AuditTable): Promise<void> {
  await tables(tx)
    .insertInto("identity.audit")
    .values({ ...record, facts: JSON.stringify(record.facts) as never })
    .execute();
}

/** Records of an organisation, the newest first. Enter the organisation first. */
export async function readAudit(
  tx: Tx,
  organisation: string,
  before: string | null,
  limit: number,
): Promise<AuditTable[]> {
  let query = tables(tx)
    .selectFrom("identity.audit")
    .selectAll()
    .where("organisation_id", "=", organisation);
  if (before !== null) query = query.where("id", "<", before);
  return query.orderBy("id", "desc").limit(limit).execute();
}
