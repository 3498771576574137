import { handedDocuments } from "@echelon/connectors/open-badges/handed-documents.ts";
import { credentialLimits } from "@echelon/connectors/open-badges/limits.ts";
import { type Verified, verifyFile } from "@echelon/connectors/open-badges/verify.ts";
import { outgoingFetch } from "../../platform/http/outgoing.ts";

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
  const asked = new Map<string, Promise<Uint8Array | null>>();
  const call = async (address: string): Promise<Uint8Array | null> => {
    const found = await fetch?.(address);
    if (!found?.ok || found.answer.status !== 200) return null;
    return found.answer.body.length > credentialLimits.credentialBytesMax
      ? null
      : found.answer.body;
  };
  const load = (address: string): Promise<Uint8Array | null> => {
    const known = handed.get(address);
    if (known !== undefined) return Promise.resolve(known);
    const before = asked.get(address);
    if (before !== undefined) return before;
    if (asked.size === callsMax) return Promise.resolve(null);
    const answer = call(address);
    asked.set(address, answer);
    return answer;
  };
  return verifyFile(bytes, { now, trusted, load });
}
