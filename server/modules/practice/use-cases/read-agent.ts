import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { noteUse, readLiveAgent } from "../store/agent-store.ts";

/** Bytes of a token: whose it is, then chance. */
const seasonBytes = 16;
const storeBytes = 2;
const chanceBytes = 24;
const prefix = "ech_";

/** A new token. It names its season and store, so that it is found by the key of the season. */
export function makeToken(season: string, store: number): string {
  const bytes = Buffer.alloc(seasonBytes + storeBytes + chanceBytes);
  bytes.write(season.replaceAll("-", ""), "hex");
  bytes.writeUInt16BE(store, seasonBytes);
  randomBytes(chanceBytes).copy(bytes, seasonBytes + storeBytes);
  return prefix + bytes.toString("base64url");
}

/** What is kept of a token: SHA-256. With 192 bits of chance it need not be a slow one. */
export const hashOf = (token: string): Buffer => createHash("sha256").update(token).digest();

function placeOf(token: string): { season: string; store: number } | null {
  const bytes = Buffer.from(token.slice(prefix.length), "base64url");
  if (bytes.length !== seasonBytes + storeBytes + chanceBytes) return null;
  const hex = bytes.toString("hex", 0, seasonBytes);
  const season = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return { season, store: bytes.readUInt16BE(seasonBytes) };
}

/** The one store that a program's token opens, as `<season>.<store>`. */
export const agentPlace = (season: string, store: number): string => `${season}.${store}`;

const noteMillis = 60_000;

/** The program of a token: without any role, so that only its own store and season are open. */
export async function readAgent(means: Means, token: string): Promise<Caller | null> {
  const place = placeOf(token);
  if (place === null) return null;
  const { season, store } = place;
  const { database, clock } = means;
  const agent = await database.reading((sql) => readLiveAgent(sql, season, store));
  if (agent === undefined || !timingSafeEqual(agent.token_hash, hashOf(token))) return null;
  const now = clock.now();
  const { last_used_at: usedAt, agent_id: person } = agent;
  if (usedAt === null || now.getTime() - usedAt.getTime() >= noteMillis)
    await database.transaction((tx) => noteUse(tx, season, store, now));
  return { person, locale: "en", roles: [], agent: agentPlace(season, store) };
}
