import { sql as raw } from "kysely";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import { named } from "../../../platform/database/statement.ts";
import type {
  CredentialFacts,
  CredentialTable,
  ExchangeTables,
  RevocationTable,
  StatusListTable,
} from "./schema.ts";

const tables = (sql: Sql) => sql.tables<ExchangeTables>();
const heldMax = 100;
const revocationsMax = 500;

/** The newest list of an issuer, with how many places of it are taken. */
export async function newestList(
  sql: Sql,
  owner: string,
  did: string,
): Promise<{ readonly id: string; readonly taken: number } | undefined> {
  const [list] = await sql.rows<{ id: string; taken: number }>(
    named("exchange.newest-list", newest, [owner, did]),
  );
  return list;
}

const newest = `
  select id, taken from exchange.status_list
  where owner_id = $1 and did = $2 order by id desc limit 1`;

export async function insertList(tx: Tx, row: StatusListTable): Promise<void> {
  await tables(tx).insertInto("exchange.status_list").values(row).execute();
}

export async function readList(sql: Sql, id: string): Promise<StatusListTable | undefined> {
  return tables(sql)
    .selectFrom("exchange.status_list")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
}

/** The list against others who would change it at once. */
export async function holdList(tx: Tx, id: string): Promise<StatusListTable | undefined> {
  return tables(tx)
    .selectFrom("exchange.status_list")
    .selectAll()
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
}

/** Ids of all lists of an issuer. */
export async function listsOf(sql: Sql, owner: string, did: string): Promise<string[]> {
  const rows = await tables(sql)
    .selectFrom("exchange.status_list")
    .select("id")
    .where("owner_id", "=", owner)
    .where("did", "=", did)
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}

export async function changeList(
  tx: Tx,
  id: string,
  change: Pick<StatusListTable, "bits" | "document" | "signed_at">,
): Promise<void> {
  await tables(tx).updateTable("exchange.status_list").set(change).where("id", "=", id).execute();
}

/** Whether a place of a list is taken, by whatever was ever issued. */
export async function isPlaceTaken(sql: Sql, list: string, index: number): Promise<boolean> {
  const row = await tables(sql)
    .selectFrom("exchange.credential")
    .select("id")
    .where("list_id", "=", list)
    .where("list_index", "=", index)
    .executeTakeFirst();
  return row !== undefined;
}

/** Writes a credential, and counts the place that it takes on its list. */
export async function insertCredential(tx: Tx, row: CredentialTable): Promise<void> {
  const facts = JSON.stringify(row.facts) as unknown as CredentialFacts;
  await tables(tx)
    .insertInto("exchange.credential")
    .values({ ...row, facts })
    .execute();
  await tables(tx)
    .updateTable("exchange.status_list")
    .set({ taken: raw<number>`taken + 1` })
    .where("id", "=", row.list_id)
    .execute();
}

/** A credential against others who would do something to it at once. */
export async function holdCredential(tx: Tx, id: string): Promise<CredentialTable | undefined> {
  return tables(tx)
    .selectFrom("exchange.credential")
    .selectAll()
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
}

export async function readCredential(sql: Sql, id: string): Promise<CredentialTable | undefined> {
  return tables(sql)
    .selectFrom("exchange.credential")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
}

/** What a credential is, without its files. */
export type CredentialHead = Omit<CredentialTable, "document" | "token" | "public_keys"> & {
  readonly revocation: Pick<RevocationTable, "state" | "reason" | "decided_at" | "read_at"> | null;
};

const heads = (sql: Sql) =>
  tables(sql)
    .selectFrom("exchange.credential as credential")
    .leftJoin("exchange.revocation as revocation", "credential_id", "credential.id")
    .select([
      "credential.id",
      "decision_id",
      "person_id",
      "organisation_id",
      "signed_by",
      "list_id",
      "list_index",
      "facts",
      "issued_at",
      "valid_until",
      "revocation.state",
      "revocation.reason",
      "revocation.decided_at",
      "revocation.read_at",
    ]);

type HeadRow = Awaited<ReturnType<ReturnType<typeof heads>["execute"]>>[number];

const headOf = ({ state, reason, decided_at, read_at, ...rest }: HeadRow): CredentialHead => ({
  ...rest,
  revocation: state === null || reason === null ? null : { state, reason, decided_at, read_at },
});

/** A person's credentials, the newest first. */
export async function credentialsOf(sql: Sql, person: string): Promise<CredentialHead[]> {
  const rows = await heads(sql)
    .where("person_id", "=", person)
    .orderBy("issued_at", "desc")
    .orderBy("credential.id", "desc")
    .limit(heldMax)
    .execute();
  return rows.map(headOf);
}

/** By decision; a decision without a credential is missing. */
export async function credentialsFor(
  sql: Sql,
  decisions: readonly string[],
): Promise<ReadonlyMap<string, CredentialHead>> {
  if (decisions.length === 0) return new Map();
  const rows = await heads(sql)
    .where(({ eb, fn, val }) => eb("decision_id", "=", fn.any(val([...decisions]))))
    .execute();
  return new Map(rows.map((row) => [row.decision_id, headOf(row)]));
}

/** The files of some credentials, in the order of their issue. */
export async function documentsOf(
  sql: Sql,
  ids: readonly string[],
): Promise<Pick<CredentialTable, "id" | "document" | "token" | "facts">[]> {
  if (ids.length === 0) return [];
  return tables(sql)
    .selectFrom("exchange.credential")
    .select(["id", "document", "token", "facts"])
    .where("id", "in", ids)
    .orderBy("issued_at", "desc")
    .orderBy("id", "desc")
    .execute();
}

const inForce = `
  select signed.key, count(*)::int as count
  from exchange.credential c, unnest(c.public_keys) as signed(key)
  where c.public_keys && $1::text[] and signed.key = any($1)
    and (c.valid_until is null or c.valid_until > $2)
    and not exists (select from exchange.revocation r
      where r.credential_id = c.id and r.state = 'confirmed')
  group by signed.key`;

/** How many credentials that are in force each of these keys signed. */
export async function countInForce(
  sql: Sql,
  keys: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, number>> {
  if (keys.length === 0) return new Map();
  const rows = await sql.rows<{ key: string; count: number }>(
    named("exchange.count-in-force", inForce, [keys, now]),
  );
  return new Map(rows.map(({ key, count }) => [key, count]));
}

/** Credentials that a key signed and that nobody asked to revoke, in force. */
export async function signedWith(
  sql: Sql,
  key: string,
  now: Date,
): Promise<Pick<CredentialTable, "id">[]> {
  return sql.rows(named("exchange.signed-with", signedWithKey, [key, now]));
}

const signedWithKey = `
  select c.id from exchange.credential c
  where c.public_keys @> array[$1] and (c.valid_until is null or c.valid_until > $2)
    and not exists (select from exchange.revocation r
      where r.credential_id = c.id and r.state <> 'refused')
  order by c.id`;

export async function readRevocation(
  sql: Sql,
  credential: string,
): Promise<RevocationTable | undefined> {
  return tables(sql)
    .selectFrom("exchange.revocation")
    .selectAll()
    .where("credential_id", "=", credential)
    .executeTakeFirst();
}

/** Asks, or asks once more after a refusal; false where it is asked or decided already. */
export async function askToRevoke(
  tx: Tx,
  row: Pick<RevocationTable, "credential_id" | "reason" | "asked_by" | "asked_for" | "asked_at">,
): Promise<boolean> {
  const asked = {
    ...row,
    state: "asked" as const,
    decided_by: null,
    decided_at: null,
    read_at: null,
  };
  const written = await tables(tx)
    .insertInto("exchange.revocation")
    .values(asked)
    .onConflict((conflict) =>
      conflict
        .column("credential_id")
        .doUpdateSet(asked)
        .where("exchange.revocation.state", "=", "refused"),
    )
    .returning("credential_id")
    .executeTakeFirst();
  return written !== undefined;
}

/** The holder has read of it; the first time stays. */
export async function tellRead(tx: Tx, credential: string, at: Date): Promise<void> {
  await tables(tx)
    .updateTable("exchange.revocation")
    .set({ read_at: at })
    .where("credential_id", "=", credential)
    .where("state", "=", "confirmed")
    .where("read_at", "is", null)
    .execute();
}

/** False where there is nothing to decide any more. */
export async function decideToRevoke(
  tx: Tx,
  credential: string,
  decided: Pick<RevocationTable, "state" | "decided_by" | "decided_at">,
): Promise<boolean> {
  const written = await tables(tx)
    .updateTable("exchange.revocation")
    .set(decided)
    .where("credential_id", "=", credential)
    .where("state", "=", "asked")
    .returning("credential_id")
    .executeTakeFirst();
  return written !== undefined;
}

/**
 * Those that wait first, then the newest.
 *
 * @param schools whose credentials; null for all
 */
export async function readRevocations(sql: Sql, schools: readonly string[] | null) {
  return tables(sql)
    .selectFrom("exchange.revocation as revocation")
    .innerJoin("exchange.credential as credential", "credential.id", "credential_id")
    .selectAll("revocation")
    .select(["person_id", "organisation_id", "signed_by", "facts", "issued_at"])
    .where(({ eb, fn, val, lit }) =>
      schools === null ? lit(true) : eb("organisation_id", "=", fn.any(val([...schools]))),
    )
    .orderBy(raw`state <> 'asked'`)
    .orderBy("asked_at", "desc")
    .limit(revocationsMax)
    .execute();
}
