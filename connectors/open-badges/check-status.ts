import { formReasons, issuerOf, kindOf, termOf } from "./form.ts";
import { isRecord, type Json, listOf } from "./json.ts";
import { credentialLimits } from "./limits.ts";
import { credentialOf, proofReasons, skewMillis, type Surroundings } from "./prove.ts";
import { readCredentialFile } from "./read-file.ts";
import { bitsOf, isBitSet } from "./status-list.ts";
import type { Reason } from "./verdict.ts";

/** What a set bit says, by the purpose of its list. */
const said: Readonly<Record<string, Reason>> = { revocation: "revoked", suspension: "suspended" };

/** Purposes that take nothing from a credential. */
const harmless = new Set(["refresh", "message"]);

/**
 * What the lists say that a credential names. The bit decides: a list whose proof is good, and in
 * which the bit is set, revokes.
 */
export async function statusReasons(credential: Json, around: Surroundings): Promise<Reason[]> {
  const entries = listOf(credential["credentialStatus"]);
  if (entries.length > credentialLimits.statusEntriesMax) return ["status-kind-unknown"];
  const reasons: Reason[] = [];
  for (const entry of entries) {
    const why = await entryReason(entry, issuerOf(credential), around);
    if (why !== null) reasons.push(why);
  }
  return reasons;
}

async function entryReason(
  entry: unknown,
  issuer: string | null,
  around: Surroundings,
): Promise<Reason | null> {
  if (!isRecord(entry)) return "status-kind-unknown";
  const { type, statusPurpose, statusListCredential, statusListIndex, statusSize } = entry;
  const isOneBit = type === "BitstringStatusListEntry" && (statusSize ?? 1) === 1;
  if (!isOneBit || typeof statusPurpose !== "string") return "status-kind-unknown";
  if (harmless.has(statusPurpose)) return null;
  const whenSet = Object.hasOwn(said, statusPurpose) ? said[statusPurpose]! : null;
  if (whenSet === null || typeof statusListCredential !== "string") return "status-kind-unknown";
  if (typeof statusListIndex !== "string" || !/^\d{1,9}$/.test(statusListIndex))
    return "status-index-wrong";
  const bytes = await around.load(statusListCredential);
  if (bytes === null) return "status-unreachable";
  const list = await readList(bytes, statusListCredential, issuer, around);
  if (typeof list === "string") return list;
  const bits = bitsOf(list, statusPurpose);
  if (bits === null) return "status-not-genuine";
  const index = Number(statusListIndex);
  if (index >= bits.length * 8) return "status-index-wrong";
  return isBitSet(bits, index) ? whenSet : null;
}

/** A list that was asked for by its address, and is its issuer's own and in force. */
async function readList(
  bytes: Uint8Array,
  address: string,
  issuer: string | null,
  around: Surroundings,
): Promise<Json | Reason> {
  const read = readCredentialFile(bytes);
  if (!read.ok) return "status-not-genuine";
  const list = credentialOf(read.written);
  if (kindOf(list) !== "status-list" || formReasons(list, "status-list").length > 0)
    return "status-not-genuine";
  if (list["id"] !== address || issuerOf(list) !== issuer) return "status-of-another";
  const { from, until } = termOf(list);
  const isEarly = from !== null && from > around.now + skewMillis;
  if (isEarly || (until !== null && until <= around.now - skewMillis)) return "status-not-genuine";
  return (await proofReasons(read.written, around)).length === 0 ? list : "status-not-genuine";
}
