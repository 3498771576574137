import { formFaultOf } from "./contexts.ts";
import { isProven, suite } from "./data-integrity.ts";
import { addressOfDidWeb, documentOfDidKey, keyIn } from "./did.ts";
import { issuerOf } from "./form.ts";
import { isRecord, type Json, listOf, readInstant, readJson } from "./json.ts";
import { claimsAgree, credentialIn, isJwtProven, isJwtSuiteKnown, type ReadJwt } from "./jwt.ts";
import { credentialLimits } from "./limits.ts";
import type { Written } from "./read-file.ts";
import type { Reason } from "./verdict.ts";

/** What a check is made with: nothing here fetches, or reads a clock. */
export interface Surroundings {
  /** Milliseconds of the epoch. */
  readonly now: number;
  /** Gives the bytes at an address, or null where they cannot be had; must not throw. */
  load(address: string): Promise<Uint8Array | null>;
}

/** Clocks of issuers and readers differ by so much. */
export const skewMillis = 60_000;

/** The credential in a file, whatever its form. */
export function credentialOf(written: Written): Json {
  return written.form === "json" ? written.credential : credentialIn(written.jwt.payload);
}

/** Why what is written was not shown to be its issuer's; empty when it was. */
export async function proofReasons(written: Written, around: Surroundings): Promise<Reason[]> {
  const credential = credentialOf(written);
  const issuer = issuerOf(credential);
  if (issuer === null) return ["issuer-wrong"];
  const { proof, ...document } = credential;
  const fault = formFaultOf(document);
  if (fault !== null) return [fault];
  if (written.form === "jwt") return jwtReasons(written.jwt, issuer, around);
  const proofs = listOf(proof);
  if (proofs.length === 0 || proofs.length > credentialLimits.proofsMax) return ["proof-missing"];
  const reasons: Reason[] = [];
  for (const one of proofs) {
    const why = isRecord(one)
      ? await proofReason(document, one, issuer, around)
      : ("proof-missing" as const);
    // One that holds suffices: what others add, perhaps for readers to come, takes nothing away.
    if (why === null) return [];
    reasons.push(why);
  }
  return [...new Set(reasons)];
}

async function proofReason(
  document: Json,
  proof: Json,
  issuer: string,
  around: Surroundings,
): Promise<Reason | null> {
  const { type, cryptosuite, proofPurpose, verificationMethod } = proof;
  const isOfSuite = type === "DataIntegrityProof" && cryptosuite === suite;
  if (!isOfSuite || proof["previousProof"] !== undefined) return "suite-unknown";
  if (proofPurpose !== "assertionMethod") return "purpose-wrong";
  const found = await findKey(verificationMethod, issuer, around);
  if (!found.ok) return found.why;
  const isGood = await isProven(document, proof, found.key);
  if (isGood === null) return "terms-unknown";
  if (!isGood) return "signature-wrong";
  return proofTermReason(proof, around.now);
}

/** A good proof that is dated ahead of us, or that its maker let run out. */
function proofTermReason({ created, expires }: Json, now: number): Reason | null {
  const isAhead =
    created !== undefined && !((readInstant(created) ?? Infinity) <= now + skewMillis);
  if (isAhead) return "proof-from-future";
  const isOver = expires !== undefined && !((readInstant(expires) ?? 0) > now - skewMillis);
  return isOver ? "proof-expired" : null;
}

async function jwtReasons(jwt: ReadJwt, issuer: string, around: Surroundings): Promise<Reason[]> {
  if (!isJwtSuiteKnown(jwt)) return ["suite-unknown"];
  const found = await findKey(jwt.header["kid"], issuer, around);
  if (!found.ok) return [found.why];
  if (!isJwtProven(jwt, found.key)) return ["signature-wrong"];
  return claimsAgree(jwt.payload, issuer) ? [] : ["claims-disagree"];
}

/** The key of a proof, if it is one by which this issuer vouches. */
async function findKey(method: unknown, issuer: string, { now, load }: Surroundings) {
  const no = (why: Reason) => ({ ok: false, why }) as const;
  if (typeof method !== "string") return no("key-not-found");
  const [did] = method.split("#");
  if (did !== issuer) return no("key-not-the-issuers");
  if (issuer.startsWith("did:key:")) return keyIn(documentOfDidKey(issuer), issuer, method, now);
  const address = addressOfDidWeb(issuer);
  if (address === null) return no("issuer-method-unknown");
  const bytes = await load(address);
  if (bytes === null) return no("issuer-unreachable");
  return keyIn(readJson(Buffer.from(bytes).toString("utf8")), issuer, method, now);
}
