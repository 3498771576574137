import type { KeyObject } from "node:crypto";
import { isRecord, listOf, readInstant } from "./json.ts";
import { readJwk, readMultikey } from "./keys.ts";

/** The DID of a key that stands for itself: no host, and nothing to load. */
export const didKey = (publicKey: string): string => `did:key:${publicKey}`;

/**
 * The did:web of an installation, or of one of its organizations.
 *
 * @param origin the public address, such as `https://school.example`
 * @param slug   of the organization; without it the installation itself
 */
export function didWeb(origin: string, slug?: string): string {
  const host = encodeURIComponent(new URL(origin).host);
  return slug === undefined ? `did:web:${host}` : `did:web:${host}:o:${encodeURIComponent(slug)}`;
}

/** Where the document of a did:web lies; null for what is no did:web. */
export function addressOfDidWeb(did: string): string | null {
  const [scheme, method, host = "", ...path] = did.split(":");
  if (scheme !== "did" || method !== "web") return null;
  try {
    const name = decodeURIComponent(host);
    if (!/^[a-z0-9.-]+(:\d{1,5})?$/i.test(name)) return null;
    if (path.some((part) => !/^(?!\.{1,2}$)[\w.~%-]+$/.test(part))) return null;
    const folder = path.length === 0 ? ".well-known" : path.join("/");
    return new URL(`https://${name}/${folder}/did.json`).href;
  } catch {
    return null;
  }
}

/**
 * The document of a DID.
 *
 * @param publicKeys all that may have signed, the newest first. A key that was replaced stays, so
 *   that what it signed still verifies; one that was stolen is left out.
 */
export function didDocument(did: string, publicKeys: readonly string[]) {
  const methods = publicKeys.map((publicKeyMultibase) => ({
    id: `${did}#${publicKeyMultibase}`,
    type: "Multikey",
    controller: did,
    publicKeyMultibase,
  }));
  return {
    "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
    id: did,
    verificationMethod: methods,
    assertionMethod: methods.map(({ id }) => id),
  };
}

/** The document that a did:key is by itself; null for what is no did:key of Ed25519. */
export function documentOfDidKey(did: string): object | null {
  const publicKey = /^did:key:(z[1-9A-HJ-NP-Za-km-z]+)$/.exec(did)?.[1];
  if (publicKey === undefined || readMultikey(publicKey) === null) return null;
  return didDocument(did, [publicKey]);
}

export type KeyFound =
  | { readonly ok: true; readonly key: KeyObject }
  | { readonly ok: false; readonly why: "key-not-found" | "key-not-the-issuers" | "key-expired" };

/**
 * The key at an address in a DID's document, if it may vouch for what its DID says.
 *
 * @param now milliseconds of the epoch. A key whose `expires` or `revoked` has come proves nothing:
 *   whoever has it since may write an old date into a proof.
 */
export function keyIn(document: unknown, did: string, method: string, now: number): KeyFound {
  if (!isRecord(document) || document["id"] !== did) return { ok: false, why: "key-not-found" };
  const idOf = (one: unknown) => absolute(isRecord(one) ? one["id"] : one, did);
  const asserted = listOf(document["assertionMethod"]);
  const found = [...listOf(document["verificationMethod"]), ...asserted].find(
    (one) => isRecord(one) && idOf(one) === method,
  );
  if (!isRecord(found)) return { ok: false, why: "key-not-found" };
  if (found["controller"] !== did || !asserted.some((one) => idOf(one) === method))
    return { ok: false, why: "key-not-the-issuers" };
  const ends = [found["expires"], found["revoked"]].filter((end) => end !== undefined);
  if (ends.some((end) => (readInstant(end) ?? 0) <= now)) return { ok: false, why: "key-expired" };
  const jwk = found["publicKeyJwk"];
  const key = isRecord(jwk) ? readJwk(jwk) : readMultikey(found["publicKeyMultibase"]);
  return key === null ? { ok: false, why: "key-not-found" } : { ok: true, key };
}

/** Addresses within a document may be written as `#key` alone. */
function absolute(id: unknown, did: string): unknown {
  return typeof id === "string" && id.startsWith("#") ? `${did}${id}` : id;
}
