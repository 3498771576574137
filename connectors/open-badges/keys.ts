import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";
import { fromBase58, fromBase64url, toBase58 } from "./multibase.ts";

/** What seals a text for one purpose only, as the installation's secrets do. */
export interface Sealing {
  seal(text: string, purpose: string): string;
  /** @throws Error when it was changed, moved, or sealed with another key */
  open(sealed: string, purpose: string): string;
}

/** A key as it is kept: the public half to be read, the private half sealed. */
export interface KeptKey {
  /** Multikey of Ed25519: `z6Mk…`. */
  readonly publicKey: string;
  /** Opens only beside its own public half. */
  readonly sealed: string;
}

/** Whoever signs: the private half stays inside. */
export interface Signer {
  /** The DID in whose name it signs. */
  readonly did: string;
  /** The address of the key in that DID's document. */
  readonly method: string;
  sign(bytes: Uint8Array): Uint8Array;
}

/** Multicodec of an Ed25519 public key. */
const ed25519 = [0xed, 0x01];
const keyBytes = 32;
export const signatureBytes = 64;

const purposeOf = (publicKey: string) => `credential key ${publicKey}`;

/** A new pair, whose private half leaves this function only sealed. */
export function makeKey(sealing: Sealing): KeptKey {
  const pair = generateKeyPairSync("ed25519");
  const publicKey = multikeyOf(pair.publicKey);
  const { d = "" } = pair.privateKey.export({ format: "jwk" });
  return { publicKey, sealed: sealing.seal(d, purposeOf(publicKey)) };
}

/**
 * Opens a key for signing.
 *
 * @param did in whose document the key stands, as `didDocument` writes it
 * @throws Error when the sealed half was changed, or belongs to another public half
 */
export function signerOf(kept: KeptKey, sealing: Sealing, did: string): Signer {
  const d = sealing.open(kept.sealed, purposeOf(kept.publicKey));
  const jwk = { kty: "OKP", crv: "Ed25519", d, x: xOf(kept.publicKey) };
  const key = createPrivateKey({ key: jwk, format: "jwk" });
  return {
    did,
    method: `${did}#${kept.publicKey}`,
    sign: (bytes) => sign(null, bytes, key),
  };
}

/** The key that a Multikey writes; null for any other kind. */
export function readMultikey(text: unknown): KeyObject | null {
  const bytes = fromBase58(text, ed25519.length + keyBytes);
  if (bytes === null || !ed25519.every((byte, at) => bytes[at] === byte)) return null;
  return readX(Buffer.from(bytes.subarray(ed25519.length)).toString("base64url"));
}

/** The key that a JWK of Ed25519 writes; null for any other kind. */
export function readJwk(jwk: Readonly<Record<string, unknown>>): KeyObject | null {
  const { kty, crv, x } = jwk;
  if (kty !== "OKP" || crv !== "Ed25519" || typeof x !== "string") return null;
  return fromBase64url(x)?.length === keyBytes ? readX(x) : null;
}

/** Whether the holder of a key signed these bytes; false for what is no signature at all. */
export function isSignedBy(key: KeyObject, bytes: Uint8Array, signature: Uint8Array): boolean {
  return signature.length === signatureBytes && verify(null, bytes, key, signature);
}

function multikeyOf(key: KeyObject): string {
  const { x = "" } = key.export({ format: "jwk" });
  return toBase58(Uint8Array.from([...ed25519, ...Buffer.from(x, "base64url")]));
}

function xOf(multikey: string): string {
  const key = readMultikey(multikey);
  if (key === null) throw new Error("no multikey of Ed25519");
  return key.export({ format: "jwk" }).x ?? "";
}

function readX(x: string): KeyObject | null {
  try {
    return createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  } catch {
    return null;
  }
}
