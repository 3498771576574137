import type { RoleName } from "@echelon/contract/identity/shapes.ts";
import { insertMany } from "../../../platform/database/bulk.ts";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import type { AccountTable, IdentityTables, PersonTable, UserTable } from "./schema.ts";

const tables = (sql: Sql) => sql.tables<IdentityTables>();

/** Accounts with a password are better-auth's provider of that name. */
export const credential = "credential";

export interface NewPerson {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly username: string;
  readonly locale: PersonTable["locale"];
  /** A hash; null for who comes in without a password. */
  readonly password: string | null;
  readonly at: Date;
}

/** Writes people with their accounts; a thousand cost four statements. */
export async function insertPeople(tx: Tx, people: readonly NewPerson[]): Promise<void> {
  const users = people.map(({ id, username, at }): UserTable => {
    // better-auth asks for an address; this one is never shown and never mailed.
    const email = `${id}@no-mail.invalid`;
    const times = { createdAt: at, updatedAt: at };
    const names = { name: username, username, displayUsername: username };
    return { id, email, emailVerified: false, image: null, ...names, ...times };
  });
  await insertMany(tx, 'auth."user"', quoted(userColumns), users.map(quotedRow));
  const accounts = people.map(({ id, accountId, password, at }) => ({
    id: accountId,
    accountId: id,
    providerId: credential,
    userId: id,
    password,
    createdAt: at,
    updatedAt: at,
  }));
  await insertMany(tx, "auth.account", quoted(accountColumns), accounts.map(quotedRow));
  const persons = people.map(({ id, name, locale, at }) => ({
    id,
    name,
    locale,
    theme: "auto",
    made_at: at,
  }));
  await insertMany(tx, "identity.person", personColumns, persons);
}

const userColumns = {
  id: "uuid",
  name: "text",
  email: "text",
  emailVerified: "boolean",
  image: "text",
  createdAt: "timestamptz",
  updatedAt: "timestamptz",
  username: "text",
  displayUsername: "text",
} as const;

const accountColumns = {
  id: "uuid",
  accountId: "text",
  providerId: "text",
  userId: "uuid",
  password: "text",
  createdAt: "timestamptz",
  updatedAt: "timestamptz",
} as const;

const personColumns = {
  id: "uuid",
  name: "text",
  locale: "text",
  theme: "text",
  made_at: "timestamptz",
} as const;

/** better-auth's columns are in camel case, which SQL takes only in quotes. */
function quoted(columns: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(columns).map(([name, type]) => [`"${name}"`, type]));
}

function quotedRow(row: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [`"${name}"`, value]));
}

/** An account as signing in needs it. */
export interface AccountRow {
  readonly person: string;
  readonly username: string;
  readonly password: string | null;
}

export async function readAccount(sql: Sql, username: string): Promise<AccountRow | undefined> {
  return accounts(sql).where("u.username", "=", username).executeTakeFirst();
}

export async function readAccountOf(sql: Sql, person: string): Promise<AccountRow | undefined> {
  return accounts(sql).where("u.id", "=", person).executeTakeFirst();
}

function accounts(sql: Sql) {
  return tables(sql)
    .selectFrom("auth.user as u")
    .innerJoin("auth.account as a", "a.userId", "u.id")
    .where("a.providerId", "=", credential)
    .select(["u.id as person", "u.username", "a.password"])
    .$narrowType<{ username: string }>();
}

export async function takenUsernames(sql: Sql, usernames: readonly string[]): Promise<Set<string>> {
  if (usernames.length === 0) return new Set();
  const rows = await tables(sql)
    .selectFrom("auth.user")
    .select("username")
    .where("username", "in", [...usernames])
    .execute();
  return new Set(rows.map(({ username }) => username ?? ""));
}

export async function writePassword(
  tx: Tx,
  person: string,
  password: AccountTable["password"],
  at: Date,
): Promise<void> {
  await tables(tx)
    .updateTable("auth.account")
    .set({ password, updatedAt: at })
    .where("userId", "=", person)
    .where("providerId", "=", credential)
    .execute();
}

export async function readPerson(sql: Sql, person: string): Promise<PersonTable | undefined> {
  return tables(sql)
    .selectFrom("identity.person")
    .selectAll()
    .where("id", "=", person)
    .executeTakeFirst();
}

export async function changePerson(
  sql: Sql,
  person: string,
  change: Partial<Pick<PersonTable, "name" | "locale" | "theme" | "last_seen_at">>,
): Promise<void> {
  if (Object.keys(change).length === 0) return;
  await tables(sql).updateTable("identity.person").set(change).where("id", "=", person).execute();
}

/** What other modules show of people, by id. */
export interface PersonFacts {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly hasPassword: boolean;
  readonly lastSeenAt: Date | null;
}

export async function readPeople(sql: Sql, ids: readonly string[]): Promise<PersonFacts[]> {
  if (ids.length === 0) return [];
  const rows = await tables(sql)
    .selectFrom("identity.person as p")
    .innerJoin("auth.user as u", "u.id", "p.id")
    .leftJoin("auth.account as a", (join) =>
      join.onRef("a.userId", "=", "p.id").on("a.providerId", "=", credential),
    )
    .select(["p.id", "p.name", "u.username", "a.password", "p.last_seen_at"])
    .where("p.id", "in", [...ids])
    .orderBy("p.id")
    .execute();
  return rows.map(({ id, name, username, password, last_seen_at }) => ({
    id,
    name,
    username: username ?? "",
    hasPassword: password !== null,
    lastSeenAt: last_seen_at,
  }));
}

export async function readNames(sql: Sql, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tables(sql)
    .selectFrom("identity.person")
    .select(["id", "name"])
    .where("id", "in", [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export async function readDemoAccounts(sql: Sql) {
  return tables(sql)
    .selectFrom("identity.demo_account as d")
    .innerJoin("identity.person as p", "p.id", "d.person_id")
    .innerJoin("identity.organisation as o", "o.id", "d.organisation_id")
    .select(["d.account", "d.person_id as person", "d.role", "p.name", "o.name_zh", "o.name_en"])
    .orderBy("d.place")
    .execute();
}

export async function insertDemoAccount(
  tx: Tx,
  row: IdentityTables["identity.demo_account"],
): Promise<void> {
  await tables(tx)
    .insertInto("identity.demo_account")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Whether anybody holds a role anywhere. */
export async function roleIsHeld(sql: Sql, role: RoleName): Promise<boolean> {
  const row = await tables(sql)
    .selectFrom("identity.membership")
    .select("id")
    .where("role", "=", role)
    .where("ended_on", "is", null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
