import type { HeldCredential } from "@echelon/contract/exchange/credentials.ts";
import type { CredentialHead } from "./store/credential-store.ts";

/** Revoked comes before expired: it is a decision about this one, the other a date. */
export function stateOf(
  { revocation, valid_until: until }: Pick<CredentialHead, "revocation" | "valid_until">,
  now: Date,
): HeldCredential["state"] {
  if (revocation?.state === "confirmed") return "revoked";
  return until !== null && until <= now ? "expired" : "valid";
}
