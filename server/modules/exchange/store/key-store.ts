import type { Sql, Tx } from "../../../platform/database/database.ts";
import type { CredentialKeyTable, ExchangeTables } from "./schema.ts";

const tables = (sql: Sql) => sql.tables<ExchangeTables>();
const keysMax = 2_000;

/**
 * The key that an owner signs with now; null for the installation's own. Until the transaction ends
 * nobody replaces it: else what is signed with a stolen key would not be among what is revoked.
 */
export async function readKeyInUse(
  sql: Sql,
  owner: string | null,
): Promise<CredentialKeyTable | undefined> {
  return tables(sql)
    .selectFrom("exchange.credential_key")
    .selectAll()
    .where("owner_id", owner === null ? "is" : "=", owner)
    .where("replaced_at", "is", null)
    .forShare()
    .executeTakeFirst();
}

/** A second key of the same owner that was made at once gives way. */
export async function insertKey(tx: Tx, row: CredentialKeyTable): Promise<void> {
  await tables(tx)
    .insertInto("exchange.credential_key")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The key against others who would replace it at once. */
export async function holdKey(tx: Tx, id: string): Promise<CredentialKeyTable | undefined> {
  return tables(tx)
    .selectFrom("exchange.credential_key")
    .selectAll()
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
}

export async function changeKey(
  tx: Tx,
  id: string,
  change: Partial<Pick<CredentialKeyTable, "replaced_at" | "compromised_at">>,
): Promise<void> {
  await tables(tx)
    .updateTable("exchange.credential_key")
    .set(change)
    .where("id", "=", id)
    .execute();
}

/** All keys of an owner, the newest first. */
export async function keysOf(sql: Sql, owner: string | null): Promise<CredentialKeyTable[]> {
  return tables(sql)
    .selectFrom("exchange.credential_key")
    .selectAll()
    .where("owner_id", owner === null ? "is" : "=", owner)
    .orderBy("made_at", "desc")
    .orderBy("id", "desc")
    .limit(keysMax)
    .execute();
}

/** All keys of the installation and its organizations, the newest first. */
export async function allKeys(sql: Sql): Promise<CredentialKeyTable[]> {
  return tables(sql)
    .selectFrom("exchange.credential_key")
    .selectAll()
    .orderBy("made_at", "desc")
    .orderBy("id", "desc")
    .limit(keysMax)
    .execute();
}
