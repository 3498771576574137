import { randomWord } from "../passwords.ts";
import type { Sql } from "../../../platform/database/database.ts";
import type { Means } from "../../../platform/module.ts";
import { sessionCookie } from "../cookie.ts";
import {
  deleteSession,
  extendSession,
  insertSession,
  readSession,
} from "../store/session-store.ts";

export const sessionSeconds = 30 * 24 * 3_600;
const extendedAfterSeconds = 24 * 3_600;
const tokenLength = 32;

/** Where a session is opened from; kept with it, for the person and the log. */
export interface Visitor {
  readonly address: string;
  readonly agent: string | undefined;
  /** The token of the session that the browser had; it ends. */
  readonly earlier?: string | null;
}

/**
 * Opens a session and gives the cookie that carries it.
 *
 * The token is always new, and the browser's earlier session ends, so nobody can plant a session in
 * a browser and find somebody signed in to it later.
 */
export async function openSession(
  { config, secrets, clock, newId }: Means,
  sql: Sql,
  person: string,
  { address, agent, earlier = null }: Visitor,
): Promise<string> {
  if (earlier !== null) await deleteSession(sql, earlier);
  const now = clock.now();
  const token = randomWord(tokenLength);
  await insertSession(sql, {
    id: newId(),
    expiresAt: new Date(now.getTime() + sessionSeconds * 1_000),
    token,
    createdAt: now,
    updatedAt: now,
    ipAddress: address.slice(0, 100),
    userAgent: agent?.slice(0, 300) ?? null,
    userId: person,
  });
  return sessionCookie(config, secrets.root, token, sessionSeconds);
}

/** Keeps a session alive that is used: at most once a day. Gives the cookie anew, or null. */
export async function keepSession(
  { config, secrets, clock }: Means,
  sql: Sql,
  token: string,
): Promise<string | null> {
  const session = await readSession(sql, token);
  const now = clock.now();
  if (session === undefined) return null;
  if (now.getTime() - session.updatedAt.getTime() < extendedAfterSeconds * 1_000) return null;
  await extendSession(sql, token, now, new Date(now.getTime() + sessionSeconds * 1_000));
  return sessionCookie(config, secrets.root, token, sessionSeconds);
}
