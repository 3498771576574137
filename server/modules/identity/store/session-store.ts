import type { Sql, Tx } from "../../../platform/database/database.ts";
import { named } from "../../../platform/database/statement.ts";
import type { Caller, Role } from "../../../platform/http/caller.ts";
import type { IdentityTables, SessionTable } from "./schema.ts";

const tables = (sql: Sql) => sql.tables<IdentityTables>();

/** The one query a request: person, locale, and the roles held in organisations that are open. */
const callerOf = `
  select p.id as person, p.locale, coalesce(m.roles, '[]'::jsonb) as roles
    from auth.session s
    join identity.person p on p.id = s."userId"
    left join lateral (
      select jsonb_agg(jsonb_build_object('organisation', o.id, 'role', b.role)
                       order by o.id, b.role) as roles
        from identity.membership b
        join identity.organisation o on o.id = b.organisation_id and o.closed_at is null
       where b.person_id = p.id and b.ended_on is null) m on true
   where s.token = $1 and s."expiresAt" > $2`;

interface CallerRow {
  readonly person: string;
  readonly locale: Caller["locale"];
  readonly roles: readonly Role[];
}

export async function readCaller(sql: Sql, token: string, now: Date): Promise<Caller | null> {
  const [row] = await sql.rows<CallerRow>(named("identity.caller", callerOf, [token, now]));
  return row ?? null;
}

export async function insertSession(sql: Sql, session: SessionTable): Promise<void> {
  await tables(sql).insertInto("auth.session").values(session).execute();
}

export async function readSession(sql: Sql, token: string): Promise<SessionTable | undefined> {
  return tables(sql)
    .selectFrom("auth.session")
    .selectAll()
    .where("token", "=", token)
    .executeTakeFirst();
}

export async function extendSession(sql: Sql, token: string, now: Date, end: Date): Promise<void> {
  await tables(sql)
    .updateTable("auth.session")
    .set({ expiresAt: end, updatedAt: now })
    .where("token", "=", token)
    .execute();
}

export async function deleteSession(sql: Sql, token: string): Promise<void> {
  await tables(sql).deleteFrom("auth.session").where("token", "=", token).execute();
}

/** Ends a person's sessions; the one with `exceptToken` stays. */
export async function endSessions(tx: Tx, person: string, exceptToken?: string): Promise<void> {
  let ending = tables(tx).deleteFrom("auth.session").where("userId", "=", person);
  if (exceptToken !== undefined) ending = ending.where("token", "<>", exceptToken);
  await ending.execute();
}

export async function deleteEndedSessions(sql: Sql, now: Date): Promise<void> {
  await tables(sql).deleteFrom("auth.session").where("expiresAt", "<=", now).execute();
}
