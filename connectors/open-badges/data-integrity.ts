import { createHash, type KeyObject } from "node:crypto";
import { loadContext } from "./contexts.ts";
import { instantText, type Json } from "./json.ts";
import { isSignedBy, signatureBytes, type Signer } from "./keys.ts";
import { fromBase58, toBase58 } from "./multibase.ts";

/** The one suite that is written and read. */
export const suite = "eddsa-rdfc-2022";

/**
 * Signs a document: its statements in canonical form, and the proof's own.
 *
 * @param created milliseconds of the epoch
 * @throws Error for a document with a term or a context that is not known
 * @see https://www.w3.org/TR/vc-di-eddsa/#eddsa-rdfc-2022
 */
export async function withProof<T extends Json>(document: T, signer: Signer, created: number) {
  const proof = {
    type: "DataIntegrityProof",
    cryptosuite: suite,
    created: instantText(created),
    verificationMethod: signer.method,
    proofPurpose: "assertionMethod",
  };
  const hash = await hashOf(document, proof);
  return { ...document, proof: { ...proof, proofValue: toBase58(signer.sign(hash)) } };
}

/**
 * Whether a proof of that suite holds over a document with this key.
 *
 * @param document without its proofs
 * @returns null where the document has no canonical form: a term is unknown, or it is a tangle
 */
export async function isProven(
  document: Json,
  proof: Json,
  key: KeyObject,
): Promise<boolean | null> {
  const { proofValue, ...options } = proof;
  const signature = fromBase58(proofValue, signatureBytes);
  if (signature === null) return false;
  try {
    return isSignedBy(key, await hashOf(document, options), signature);
  } catch {
    return null;
  }
}

async function hashOf(document: Json, proof: Json): Promise<Uint8Array> {
  const options = { ...proof, "@context": document["@context"] };
  return Buffer.concat([sha256(await canonical(options)), sha256(await canonical(document))]);
}

/**
 * A document's statements as sorted N-Quads (RDFC-1.0). Safe mode throws where a part would be left
 * out, since what is left out is not signed.
 */
async function canonical(document: Json): Promise<string> {
  // Loaded when it is first needed: it takes longer to load than the rest of a command.
  const { default: jsonld } = await import("jsonld");
  return jsonld.canonize(document, {
    base: null,
    safe: true,
    rdfDirection: "i18n-datatype",
    documentLoader: loadContext,
    // Nodes without names that all look alike take ever longer to tell apart; those are given up.
    canonizeOptions: { algorithm: "RDFC-1.0", format: "application/n-quads", maxWorkFactor: 1 },
  });
}

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest();
