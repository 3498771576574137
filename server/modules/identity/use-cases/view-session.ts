import type { DemoAccount, Me, Session } from "@echelon/contract/identity/session.ts";
import type { Sql } from "../../../platform/database/database.ts";
import type { Means } from "../../../platform/module.ts";
import { membershipsOf } from "../store/membership-store.ts";
import {
  changePerson,
  readAccountOf,
  readDemoAccounts,
  readPerson,
  roleIsHeld,
} from "../store/person-store.ts";

const seenEveryMillis = 3_600_000;

/** What the web app asks first. */
export async function viewSession(means: Means, person: string | null): Promise<Session> {
  const { database: sql, clock, config } = means;
  const me = person === null ? null : await viewMe(sql, person);
  if (person !== null) await noteVisit(means, person);
  return {
    me,
    isDemo: config.isDemo,
    demoAccounts: config.isDemo ? await listDemoAccounts(sql) : [],
    isNew: me === null && !config.isDemo && !(await roleIsHeld(sql, "operator")),
    serverNow: clock.now(),
  };
}

/** @throws Error when there is no such person: a session cannot outlive its person */
export async function viewMe(sql: Sql, person: string): Promise<Me> {
  const row = await readPerson(sql, person);
  const account = await readAccountOf(sql, person);
  const memberships = await membershipsOf(sql, person);
  if (row === undefined || account === undefined) throw new Error("a session without a person");
  return {
    id: row.id,
    name: row.name,
    username: account.username,
    locale: row.locale,
    theme: row.theme,
    hasPassword: account.password !== null,
    memberships: memberships.map(({ role, id, kind, name_zh, name_en, slug }) => ({
      organisation: { id, kind, name: { zh: name_zh, en: name_en }, slug },
      role,
    })),
  };
}

async function listDemoAccounts(sql: Sql): Promise<DemoAccount[]> {
  const rows = await readDemoAccounts(sql);
  return rows.map(({ account, name, role, name_zh, name_en }) => ({
    account,
    name,
    role,
    organisation: { zh: name_zh, en: name_en },
  }));
}

async function noteVisit({ database, clock }: Means, person: string): Promise<void> {
  const row = await readPerson(database, person);
  const now = clock.now();
  const last = row?.last_seen_at?.getTime() ?? 0;
  if (now.getTime() - last < seenEveryMillis) return;
  await changePerson(database, person, { last_seen_at: now });
}
