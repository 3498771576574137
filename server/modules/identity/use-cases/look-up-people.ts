/** What other modules may know of people and organisations: by id, never by table. */
import type { BothNames, OrganisationKind, RoleName } from "@echelon/contract/identity/shapes.ts";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import type { Means } from "../../../platform/module.ts";
import {
  beginMemberships,
  endMemberships,
  enterOrganisation,
  holdersOf,
  membershipsAnywhere,
  membershipsOf,
  rolesIn,
} from "../store/membership-store.ts";
import { readOrganisationBySlug, readOrganisations } from "../store/organisation-store.ts";
import { readAccount, readNames } from "../store/person-store.ts";
import { dateOf } from "./make-person.ts";
import { plainUsername } from "./sign-in.ts";

/** Display names by id; unknown ids are missing. */
export function personNames(
  sql: Sql,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  return readNames(sql, ids);
}

/** Empty for an unknown id. */
export async function personName(sql: Sql, id: string): Promise<string> {
  return (await readNames(sql, [id])).get(id) ?? "";
}

/** The id of whoever signs in with this name; null when nobody does. */
export async function personByUsername(sql: Sql, username: string): Promise<string | null> {
  return (await readAccount(sql, plainUsername(username)))?.person ?? null;
}

export interface OrganisationFacts {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly name: BothNames;
  readonly slug: string;
  readonly isClosed: boolean;
}

export async function organisationFacts(
  sql: Sql,
  ids: readonly string[],
): Promise<ReadonlyMap<string, OrganisationFacts>> {
  const rows = await readOrganisations(sql, ids);
  return new Map(
    rows.map(({ id, kind, name_zh, name_en, slug, closed_at }) => [
      id,
      { id, kind, name: { zh: name_zh, en: name_en }, slug, isClosed: closed_at !== null },
    ]),
  );
}

/** Of the organization with this short name, closed ones too; undefined for none. */
export async function organisationBySlug(
  sql: Sql,
  slug: string,
): Promise<{ readonly id: string } | undefined> {
  return readOrganisationBySlug(sql, slug);
}

/** The roles that somebody holds, with the kind of organisation, in organisations that are open. */
export async function rolesHeldBy(sql: Sql, person: string) {
  const rows = await membershipsOf(sql, person);
  return rows.map(({ id, kind, role }) => ({ organisation: id, kind, role }));
}

/** A role in an organisation, which may have closed. */
export interface HeldRole {
  readonly organisation: string;
  readonly role: RoleName;
}

/** All roles that these people hold, of closed organisations too; who holds none is missing. */
export async function rolesAnywhere(
  sql: Sql,
  people: readonly string[],
): Promise<ReadonlyMap<string, readonly HeldRole[]>> {
  const rows = await membershipsAnywhere(sql, people);
  const held = rows.map(({ person_id: person, organisation_id: organisation, role }) => ({
    person,
    organisation,
    role,
  }));
  return Map.groupBy(held, ({ person }) => person);
}

/** Makes somebody a member in a role from today on; who is one already stays one. */
export async function beginMembership(
  { newId, clock }: Means,
  tx: Tx,
  organisation: string,
  person: string,
  role: RoleName,
): Promise<void> {
  const started_on = dateOf(clock.now());
  const row = { organisation_id: organisation, id: newId(), person_id: person, role, started_on };
  await beginMemberships(tx, [row]);
}

/** Ends one role of a member today. */
export async function endMembership(
  { clock }: Means,
  tx: Tx,
  organisation: string,
  person: string,
  role: RoleName,
): Promise<void> {
  await endMemberships(tx, organisation, person, [role], dateOf(clock.now()));
}

/** Whether somebody is in the organisation in any role now. */
export async function isMember(sql: Sql, organisation: string, person: string): Promise<boolean> {
  return (await rolesIn(sql, organisation, person)).length > 0;
}

export { enterOrganisation, holdersOf };
