import type { OrganisationKind, RoleName } from "@echelon/contract/identity/shapes.ts";
import { sql as raw } from "kysely";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import type { IdentityTables, MembershipTable } from "./schema.ts";

const tables = (sql: Sql) => sql.tables<IdentityTables>();

/**
 * Names the organisation whose fenced rows this transaction may see and write; it holds until the
 * transaction ends.
 */
export async function enterOrganisation(tx: Tx, organisation: string): Promise<void> {
  await raw`select set_config('echelon.organisation', ${organisation}, true)`.execute(tables(tx));
}

/** Begins memberships; one that is held already stays as it is. */
export async function beginMemberships(
  tx: Tx,
  memberships: readonly Omit<MembershipTable, "ended_on">[],
): Promise<void> {
  if (memberships.length === 0) return;
  await tables(tx)
    .insertInto("identity.membership")
    .values(memberships.map((row) => ({ ...row, ended_on: null })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function endMemberships(
  tx: Tx,
  organisation: string,
  person: string,
  roles: readonly RoleName[],
  on: string,
): Promise<void> {
  if (roles.length === 0) return;
  await tables(tx)
    .updateTable("identity.membership")
    .set({ ended_on: on })
    .where("organisation_id", "=", organisation)
    .where("person_id", "=", person)
    .where("role", "in", [...roles])
    .where("ended_on", "is", null)
    .execute();
}

export async function rolesIn(sql: Sql, organisation: string, person: string): Promise<RoleName[]> {
  const rows = await tables(sql)
    .selectFrom("identity.membership")
    .select("role")
    .where("organisation_id", "=", organisation)
    .where("person_id", "=", person)
    .where("ended_on", "is", null)
    .orderBy("role")
    .execute();
  return rows.map(({ role }) => role);
}

/** What a person is now, in organisations that are open. */
export async function membershipsOf(sql: Sql, person: string) {
  return tables(sql)
    .selectFrom("identity.membership as m")
    .innerJoin("identity.organisation as o", "o.id", "m.organisation_id")
    .select(["m.role", "o.id", "o.kind", "o.name_zh", "o.name_en", "o.slug"])
    .where("m.person_id", "=", person)
    .where("m.ended_on", "is", null)
    .where("o.closed_at", "is", null)
    .orderBy("o.id")
    .orderBy("m.role")
    .execute();
}

/** What people are now, by person, in organisations that have closed too. */
export async function membershipsAnywhere(sql: Sql, people: readonly string[]) {
  if (people.length === 0) return [];
  return tables(sql)
    .selectFrom("identity.membership")
    .select(["person_id", "organisation_id", "role"])
    .where("person_id", "in", people)
    .where("ended_on", "is", null)
    .orderBy("person_id")
    .orderBy("organisation_id")
    .orderBy("role")
    .execute();
}

/** People of an organisation with a role, locked against others who would change it. */
export async function lockHolders(tx: Tx, role: RoleName): Promise<string[]> {
  const rows = await tables(tx)
    .selectFrom("identity.membership")
    .select("person_id")
    .where("role", "=", role)
    .where("ended_on", "is", null)
    .orderBy("organisation_id")
    .orderBy("id")
    .forUpdate()
    .execute();
  return rows.map(({ person_id }) => person_id);
}

/**
 * Enters the organisation and holds its numbers until the transaction ends: whoever looks whether a
 * number is free finds it still free when writing it.
 */
export async function lockNumbers(tx: Tx, organisation: string): Promise<void> {
  await enterOrganisation(tx, organisation);
  await tables(tx)
    .selectFrom("identity.organisation")
    .select("id")
    .where("id", "=", organisation)
    .forNoKeyUpdate()
    .execute();
}

/** Gives numbers, replacing a person's earlier one. Enter the organisation first. */
export async function writeNumbers(
  tx: Tx,
  organisation: string,
  numbers: readonly { readonly person: string; readonly number: string }[],
): Promise<void> {
  if (numbers.length === 0) return;
  await tables(tx)
    .insertInto("identity.person_number")
    .values(
      numbers.map(({ person, number }) => ({
        organisation_id: organisation,
        person_id: person,
        number,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(["organisation_id", "person_id"])
        .doUpdateSet((eb) => ({ number: eb.ref("excluded.number") })),
    )
    .execute();
}

export async function deleteNumber(tx: Tx, organisation: string, person: string): Promise<void> {
  await tables(tx)
    .deleteFrom("identity.person_number")
    .where("organisation_id", "=", organisation)
    .where("person_id", "=", person)
    .execute();
}

/** Numbers of some people, by person. Enter the organisation first. */
export async function numbersOf(
  tx: Tx,
  organisation: string,
  people: readonly string[],
): Promise<Map<string, string>> {
  if (people.length === 0) return new Map();
  const rows = await tables(tx)
    .selectFrom("identity.person_number")
    .select(["person_id", "number"])
    .where("organisation_id", "=", organisation)
    .where("person_id", "in", [...people])
    .execute();
  return new Map(rows.map(({ person_id, number }) => [person_id, number]));
}

/** People who have these numbers, by number. Enter the organisation first. */
export async function peopleByNumber(
  tx: Tx,
  organisation: string,
  numbers: readonly string[],
): Promise<Map<string, string>> {
  if (numbers.length === 0) return new Map();
  const rows = await tables(tx)
    .selectFrom("identity.person_number")
    .select(["person_id", "number"])
    .where("organisation_id", "=", organisation)
    .where("number", "in", [...numbers])
    .execute();
  return new Map(rows.map(({ person_id, number }) => [number, person_id]));
}

/** Who holds one of some roles in open organisations of a kind, or of those that are named. */
export async function holdersOf(
  sql: Sql,
  kind: OrganisationKind,
  roles: readonly RoleName[],
  organisations: readonly string[] | null,
) {
  const all = tables(sql)
    .selectFrom("identity.membership as m")
    .innerJoin("identity.organisation as o", "o.id", "m.organisation_id")
    .select(["m.person_id as person", "o.id as organisation"])
    .distinct()
    .where("o.kind", "=", kind)
    .where("o.closed_at", "is", null)
    .where("m.ended_on", "is", null)
    .where("m.role", "in", roles)
    .orderBy("m.person_id")
    .orderBy("o.id");
  if (organisations === null) return all.execute();
  return organisations.length === 0 ? [] : all.where("o.id", "in", organisations).execute();
}
