import type { Answer } from "../../api/client.ts";

export type Verified = Answer<"POST /credentials/verify">;
export type Words = NonNullable<Verified["words"]>;
export type Verdict = Verified["verdict"];
export type Mine = Answer<"GET /me/credentials">;
export type Held = Mine["credentials"][number];
export type Share = Mine["shares"][number];
export type Signing = Answer<"GET /me/certificates">[number];
export type Side = Signing["mine"][number];

/** How grave a verdict is to whoever relies on it. */
export function toneOf(verdict: Verdict): "good" | "warn" | "bad" {
  if (verdict === "valid" || verdict === "issuer-unknown") return "good";
  const isOpen = ["unproved", "status-unknown", "not-yet-valid", "expired"].includes(verdict);
  return isOpen ? "warn" : "bad";
}

/** What a forged file says of itself is not to be read as if it were so. */
export const isProven = (verdict: Verdict): boolean =>
  !["not-a-badge", "not-genuine", "unproved"].includes(verdict);
