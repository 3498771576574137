import { createHmac, timingSafeEqual } from "node:crypto";
import type { Config } from "../../config.ts";

/**
 * The session cookie, exactly as better-auth signs and names it, so that its own flows and ours
 * open the same sessions. Only the name of the running scheme counts: a cookie that was set over
 * http opens nothing on https.
 */
export function cookieName(config: Pick<Config, "url">): string {
  return config.url.startsWith("https:")
    ? "__Secure-echelon.session_token"
    : "echelon.session_token";
}

function signatureOf(secret: string, token: string): string {
  return createHmac("sha256", secret).update(token).digest("base64");
}

export function sessionCookie(
  config: Pick<Config, "url">,
  secret: string,
  token: string,
  seconds: number,
): string {
  const value = encodeURIComponent(`${token}.${signatureOf(secret, token)}`);
  return `${cookieName(config)}=${value}; ${attributes(config, seconds)}`;
}

export function endedCookie(config: Pick<Config, "url">): string {
  return `${cookieName(config)}=; ${attributes(config, 0)}`;
}

function attributes({ url }: Pick<Config, "url">, seconds: number): string {
  const secure = url.startsWith("https:") ? "; Secure" : "";
  return `Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`;
}

/**
 * The token of a request's session cookie; null when there is none or its signature is not ours.
 */
export function tokenOf(
  config: Pick<Config, "url">,
  secret: string,
  header: string | undefined,
): string | null {
  const name = `${cookieName(config)}=`;
  const part = header?.split(/;\s*/).find((each) => each.startsWith(name));
  if (part === undefined) return null;
  const value = decoded(part.slice(name.length));
  const dot = value.lastIndexOf(".");
  if (dot <= 0) return null;
  const token = value.slice(0, dot);
  const given = Buffer.from(value.slice(dot + 1));
  const expected = Buffer.from(signatureOf(secret, token));
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
