/** What a verified file comes to, the gravest first. */
export const credentialVerdicts = [
  "not-a-badge",
  "not-genuine",
  "unproved",
  "revoked",
  "not-yet-valid",
  "expired",
  "status-unknown",
  "member-not-valid",
  "issuer-unknown",
  "valid",
] as const;
export type CredentialVerdict = (typeof credentialVerdicts)[number];

/** Genuine and in force; that nobody here has named its issuer does not make it bad. */
export function isValid(verdict: CredentialVerdict): boolean {
  return verdict === "valid" || verdict === "issuer-unknown";
}

/** Whether its issuer did sign it: what any other file says of itself is not to be believed. */
export function isProven(verdict: CredentialVerdict): boolean {
  return verdict !== "not-a-badge" && verdict !== "not-genuine" && verdict !== "unproved";
}
