import type { OrganisationKind, RoleName } from "@echelon/contract/identity/shapes.ts";
import { sql as raw } from "kysely";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import type { IdentityTables, OrganisationTable } from "./schema.ts";

const tables = (sql: Sql) => sql.tables<IdentityTables>();

export type OrganisationRow = OrganisationTable & { readonly people: number };

/** False when the slug is another's. */
export async function insertOrganisation(
  tx: Tx,
  organisation: Omit<OrganisationTable, "closed_at">,
): Promise<boolean> {
  const row = await tables(tx)
    .insertInto("identity.organisation")
    .values({ ...organisation, closed_at: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function readOrganisation(
  sql: Sql,
  organisation: string,
): Promise<OrganisationRow | undefined> {
  return organisations(sql).where("o.id", "=", organisation).executeTakeFirst();
}

export async function readOrganisationBySlug(
  sql: Sql,
  slug: string,
): Promise<{ readonly id: string } | undefined> {
  return tables(sql)
    .selectFrom("identity.organisation")
    .select("id")
    .where("slug", "=", slug)
    .executeTakeFirst();
}

export async function changeOrganisation(
  tx: Tx,
  organisation: string,
  change: Partial<Pick<OrganisationTable, "name_zh" | "name_en" | "closed_at">>,
): Promise<void> {
  if (Object.keys(change).length === 0) return;
  await tables(tx)
    .updateTable("identity.organisation")
    .set(change)
    .where("id", "=", organisation)
    .execute();
}

/** One at a time makes the first operator; the others wait and then find that there is one. */
export async function lockFirstOperator(tx: Tx): Promise<void> {
  await raw`select pg_advisory_xact_lock(hashtext('identity.first-operator'))`.execute(tables(tx));
}

export interface OrganisationSearch {
  /** Only these; null for all. */
  readonly ids: readonly string[] | null;
  readonly kind: OrganisationKind | null;
  /** Part of a name or a slug. */
  readonly part: string | null;
  readonly after: string | null;
  readonly limit: number;
}

export async function searchOrganisations(
  sql: Sql,
  search: OrganisationSearch,
): Promise<OrganisationRow[]> {
  const { ids, kind, part, after, limit } = search;
  if (ids?.length === 0) return [];
  let query = organisations(sql).orderBy("o.id").limit(limit);
  if (ids !== null) query = query.where("o.id", "in", [...ids]);
  if (kind !== null) query = query.where("o.kind", "=", kind);
  if (after !== null) query = query.where("o.id", ">", after);
  if (part !== null) {
    const like = `%${escapeLike(part)}%`;
    query = query.where((eb) =>
      eb.or([
        eb("o.name_zh", "ilike", like),
        eb("o.name_en", "ilike", like),
        eb("o.slug", "ilike", like),
      ]),
    );
  }
  return query.execute();
}

function organisations(sql: Sql) {
  return tables(sql)
    .selectFrom("identity.organisation as o")
    .selectAll("o")
    .select(
      raw<number>`(select count(distinct m.person_id)::int from identity.membership m
                    where m.organisation_id = o.id and m.ended_on is null)`.as("people"),
    );
}

export async function readOrganisations(sql: Sql, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return tables(sql)
    .selectFrom("identity.organisation")
    .selectAll()
    .where("id", "in", [...new Set(ids)])
    .orderBy("id")
    .execute();
}

export interface PeopleSearch {
  readonly role: RoleName | null;
  readonly part: string | null;
  /** Name and id of the last person seen. */
  readonly after: readonly [name: string, id: string] | null;
  readonly limit: number;
}

export interface MemberRow {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly number: string | null;
  readonly roles: readonly RoleName[];
  readonly since: string;
  readonly hasPassword: boolean;
  readonly lastSeenAt: Date | null;
}

/** People of an organisation by name, in the order of pinyin. Enter the organisation first. */
export async function searchPeople(
  tx: Tx,
  organisation: string,
  { role, part, after, limit }: PeopleSearch,
): Promise<MemberRow[]> {
  const like = part === null ? null : `%${escapeLike(part)}%`;
  const [afterName = null, afterId = null] = after ?? [];
  const { rows } = await raw<MemberRow>`
    select p.id, p.name, u.username, n.number, m.roles, m.since,
           a.password is not null as "hasPassword", p.last_seen_at as "lastSeenAt"
      from (select person_id, array_agg(role order by role) as roles, min(started_on) as since
              from identity.membership
             where organisation_id = ${organisation} and ended_on is null
             group by person_id) m
      join identity.person p on p.id = m.person_id
      join auth."user" u on u.id = p.id
      left join auth.account a on a."userId" = p.id and a."providerId" = 'credential'
      left join identity.person_number n
        on n.organisation_id = ${organisation} and n.person_id = p.id
     where (${role}::text is null or ${role} = any (m.roles))
       and (${like}::text is null or p.name ilike ${like} or u.username ilike ${like}
            or n.number ilike ${like})
       and (${afterName}::text is null
            or (p.name collate "zh-x-icu", p.id)
               > (${afterName} collate "zh-x-icu", ${afterId}::uuid))
     order by p.name collate "zh-x-icu", p.id
     limit ${limit}`.execute(tables(tx));
  return rows;
}

/** A text as a literal part of a LIKE pattern. */
function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (mark) => `\\${mark}`);
}
