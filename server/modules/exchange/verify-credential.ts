import { handedDocuments } from "@echelon/connectors/open-badges/handed-documents.ts";
import { credentialLimits } from "@echelon/connectors/open-badges/limits.ts";
import { type Verified, verifyFile } from "@echelon/connectors/open-badges/verify.ts";
import { type OutgoingFetch, outgoingFetch } from "../../platform/http/outgoing.ts";

export { verdictOfReason as credentialReasons } from "@echelon/connectors/open-badges/verdict.ts";
export type { Verified };

/** Addresses that one file may make us call; a transcript can name many. */
const callsMax = 20;

export interface CredentialQuestion {
  /** Milliseconds of the epoch. */
  readonly now: number;
  /** DIDs of issuers that are trusted. */
  readonly trusted: readonly string[];
  /** Status lists and DID documents that are at hand. */
  readonly documents: readonly Uint8Array[];
  /** Hosts that may be called on private addresses; null where nothing may be called at all. */
  readonly online: { readonly fetchHosts: readonly string[] } | null;
}

/**
 * Says what a file with a credential comes to; JSON, a JWT, a PNG or an SVG.
 *
 * What is handed in is not asked for, and what is not to be had leaves its question open.
 */
export function verifyCredentialFile(
  bytes: Uint8Array,
  { now, trusted, documents, online }: CredentialQuestion,
): Promise<Verified> {
  const handed = handedDocuments(documents);
  const fetch = online && outgoingFetch(online.fetchHosts);
  const abroad = fetch === null ? () => Promise.resolve(null) : askedOnce(fetch, callsMax);
  const load = (address: string): Promise<Uint8Array | null> => {
    const known = handed.get(address);
    return known === undefined ? abroad(address) : Promise.resolve(known);
  };
  return verifyFile(bytes, { now, trusted, load });
}

/**
 * Documents of others: each address is asked once, and no more than so many.
 *
 * @returns null for what is not to be had, or too large
 */
export function askedOnce(
  fetch: OutgoingFetch,
  most: number,
): (address: string) => Promise<Uint8Array | null> {
  const asked = new Map<string, Promise<Uint8Array | null>>();
  const call = async (address: string): Promise<Uint8Array | null> => {
    const found = await fetch(address);
    if (!found.ok || found.answer.status !== 200) return null;
    const { body } = found.answer;
    return body.length > credentialLimits.credentialBytesMax ? null : body;
  };
  return (address) => {
    const before = asked.get(address);
    if (before !== undefined) return before;
    if (asked.size === most) return Promise.resolve(null);
    const answer = call(address);
    asked.set(address, answer);
    return answer;
  };
}
