import { isValid } from "@echelon/contract/exchange/credential-verdicts.ts";
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
  if (isValid(verdict)) return "good";
  const isOpen = ["unproved", "status-unknown", "not-yet-valid", "expired"].includes(verdict);
  return isOpen ? "warn" : "bad";
}
