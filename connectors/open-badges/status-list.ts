import { gunzipSync, gzipSync } from "node:zlib";
import { credentialsContext } from "./contexts.ts";
import { withProof } from "./data-integrity.ts";
import { instantText, isRecord, type Json } from "./json.ts";
import type { Signer } from "./keys.ts";
import { credentialLimits } from "./limits.ts";
import { fromBase64url } from "./multibase.ts";

/** Bits of a list: the standard's least, so that one credential hides among many. */
export const statusListBits = 131_072;

/** A list in which everything holds. */
export const emptyStatusList = (): Uint8Array => new Uint8Array(statusListBits / 8);

/** Bit 0 is the leftmost of the first byte. */
export function isBitSet(bits: Uint8Array, index: number): boolean {
  return ((bits[index >> 3]! >> (7 - (index & 7))) & 1) === 1;
}

/** The same list with one bit set or cleared; the one handed in stays as it is. */
export function withBit(bits: Uint8Array, index: number, isSet: boolean): Uint8Array {
  const next = bits.slice();
  const mask = 1 << (7 - (index & 7));
  next[index >> 3] = isSet ? next[index >> 3]! | mask : next[index >> 3]! & ~mask;
  return next;
}

/** `u` for base64url, over gzip. */
export function encodeStatusList(bits: Uint8Array): string {
  return `u${gzipSync(bits).toString("base64url")}`;
}

/** Null for what is no list, is shorter than the standard allows, or unpacks to too much. */
export function decodeStatusList(encoded: unknown): Uint8Array | null {
  if (typeof encoded !== "string" || !encoded.startsWith("u")) return null;
  const packed = fromBase64url(encoded.slice(1));
  if (packed === null) return null;
  try {
    const bits = gunzipSync(packed, { maxOutputLength: credentialLimits.statusListBytesMax });
    return bits.length * 8 < statusListBits ? null : bits;
  } catch {
    return null;
  }
}

export interface StatusList {
  /** The public address of the list, which is its id too. */
  readonly address: string;
  readonly bits: Uint8Array;
  /** Milliseconds of the epoch, at which it was signed. */
  readonly validFrom: number;
  readonly validUntil?: number;
}

/** The list as a credential of the issuer of those on it. */
export function issueStatusList({ address, bits, validFrom, validUntil }: StatusList, by: Signer) {
  const document = {
    "@context": [credentialsContext],
    id: address,
    type: ["VerifiableCredential", "BitstringStatusListCredential"],
    issuer: by.did,
    validFrom: instantText(validFrom),
    ...(validUntil === undefined ? {} : { validUntil: instantText(validUntil) }),
    credentialSubject: {
      id: `${address}#list`,
      type: "BitstringStatusList",
      statusPurpose: "revocation",
      encodedList: encodeStatusList(bits),
    },
  };
  return withProof(document, by, validFrom);
}

/** What a list says of one purpose; null where it is no such list. */
export function bitsOf(list: Json, purpose: string): Uint8Array | null {
  const subject = list["credentialSubject"];
  if (!isRecord(subject) || subject["type"] !== "BitstringStatusList") return null;
  if (subject["statusPurpose"] !== purpose) return null;
  return decodeStatusList(subject["encodedList"]);
}
