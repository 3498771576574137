import type { KeyObject } from "node:crypto";
import { isRecord, type Json, readInstant, readJson } from "./json.ts";
import { isSignedBy, type Signer } from "./keys.ts";
import { fromBase64url } from "./multibase.ts";

/** A credential in its compact form, taken apart but not believed. */
export interface ReadJwt {
  readonly header: Json;
  /** The credential, with the claims of a JWT beside its own fields. */
  readonly payload: Json;
  /** What was signed. */
  readonly signed: Uint8Array;
  readonly signature: Uint8Array;
}

/** Claims that say once more what the credential says. */
const claims = ["iss", "jti", "sub", "nbf", "exp"] as const;

/** The same credential as a VC-JWT: `typ` `vc+jwt`, EdDSA. */
export function issueJwt(credential: Json, signer: Signer): string {
  const header = { alg: "EdDSA", typ: "vc+jwt", kid: signer.method };
  const from = readInstant(credential["validFrom"]);
  const until = readInstant(credential["validUntil"]);
  const payload = {
    ...credential,
    iss: signer.did,
    jti: credential["id"],
    ...(from === null ? {} : { nbf: from / 1_000 }),
    ...(until === null ? {} : { exp: until / 1_000 }),
  };
  const signed = [header, payload].map((part) => base64url(JSON.stringify(part))).join(".");
  return `${signed}.${base64url(signer.sign(Buffer.from(signed)))}`;
}

/** Whether a text has the form of one; three parts and nothing else. */
export function isJwt(text: string): boolean {
  return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(text);
}

/** Null for what is no JWT with an object in each of its parts. */
export function readJwt(text: string): ReadJwt | null {
  if (!isJwt(text)) return null;
  const [head = "", body = "", end = ""] = text.split(".");
  const [header, payload, signature] = [jsonOf(head), jsonOf(body), fromBase64url(end)];
  if (header === null || payload === null || signature === null) return null;
  return { header, payload, signature, signed: Buffer.from(`${head}.${body}`) };
}

/** Only EdDSA: a token must not choose how it is checked. */
export function isJwtSuiteKnown({ header }: ReadJwt): boolean {
  const { alg, typ, crit } = header;
  const isTyped = typ === undefined || typ === "vc+jwt" || typ === "JWT";
  return alg === "EdDSA" && isTyped && crit === undefined;
}

export function isJwtProven({ signed, signature }: ReadJwt, key: KeyObject): boolean {
  return isSignedBy(key, signed, signature);
}

/** Whether each claim that is there says what the credential says. */
export function claimsAgree(payload: Json, issuer: string | null): boolean {
  const { iss, jti, sub, nbf, exp } = payload;
  const subject = payload["credentialSubject"];
  const holder = isRecord(subject) ? subject["id"] : undefined;
  const isAt = (claim: unknown, field: string) => {
    const millis = readInstant(payload[field]);
    return claim === undefined || (millis !== null && Math.floor(millis / 1_000) === claim);
  };
  return (
    (iss === undefined || iss === issuer) &&
    (jti === undefined || jti === payload["id"]) &&
    (sub === undefined || holder === undefined || sub === holder) &&
    isAt(nbf, "validFrom") &&
    isAt(exp, "validUntil")
  );
}

/** The credential alone. */
export function credentialIn(payload: Json): Json {
  const own = Object.entries(payload).filter(
    ([name]) => !(claims as readonly string[]).includes(name) && name !== "iat",
  );
  return Object.fromEntries(own);
}

const base64url = (of: string | Uint8Array) => Buffer.from(of).toString("base64url");

function jsonOf(part: string): Json | null {
  const bytes = fromBase64url(part);
  if (bytes === null) return null;
  try {
    return readJson(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}
