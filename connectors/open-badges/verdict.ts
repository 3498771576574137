import {
  type CredentialVerdict,
  credentialVerdicts,
} from "@echelon/contract/exchange/credential-verdicts.ts";

export type Verdict = CredentialVerdict;

/** Every reason that can be given, and the verdict that it alone would bring. */
export const verdictOfReason = {
  "file-too-large": "not-a-badge",
  "file-unreadable": "not-a-badge",
  "credential-missing": "not-a-badge",
  "types-wrong": "not-a-badge",
  "contexts-wrong": "not-a-badge",
  "id-wrong": "not-a-badge",
  "issuer-wrong": "not-a-badge",
  "dates-wrong": "not-a-badge",
  "subject-wrong": "not-a-badge",
  "achievement-wrong": "not-a-badge",

  "context-unknown": "not-genuine",
  "terms-unknown": "not-genuine",
  "proof-missing": "not-genuine",
  "purpose-wrong": "not-genuine",
  "suite-unknown": "not-genuine",
  "key-not-found": "not-genuine",
  "key-not-the-issuers": "not-genuine",
  "key-expired": "not-genuine",
  "signature-wrong": "not-genuine",
  "claims-disagree": "not-genuine",
  "endorsement-not-genuine": "not-genuine",

  "issuer-unreachable": "unproved",
  "issuer-method-unknown": "unproved",
  "endorser-unreachable": "unproved",

  revoked: "revoked",
  suspended: "revoked",
  "not-yet-valid": "not-yet-valid",
  "proof-from-future": "not-yet-valid",
  expired: "expired",
  "proof-expired": "expired",

  "status-unreachable": "status-unknown",
  "status-not-genuine": "status-unknown",
  "status-of-another": "status-unknown",
  "status-kind-unknown": "status-unknown",
  "status-index-wrong": "status-unknown",

  "member-not-valid": "member-not-valid",
  "issuer-not-trusted": "issuer-unknown",
} as const satisfies Readonly<Record<string, Verdict>>;
export type Reason = keyof typeof verdictOfReason;

/** The gravest verdict that the reasons bring; valid without any. */
export function verdictOf(reasons: readonly Reason[]): Verdict {
  const brought = new Set<Verdict>(reasons.map((reason) => verdictOfReason[reason]));
  return credentialVerdicts.find((verdict) => brought.has(verdict)) ?? "valid";
}
