import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { askRevocation, decideRevocation } from "../use-cases/revoke-credential.ts";

/** Revokes a credential as a house does that has these means; gives the first refusal's code. */
export async function revokeAs(
  means: Means,
  office: Caller,
  operator: Caller,
  credential: string,
): Promise<string | null> {
  const asked = await askRevocation(means, office, credential, "a test");
  if (!asked.ok) return asked.refusal.code;
  const decided = await decideRevocation(means, operator, credential, true);
  return decided.ok ? null : decided.refusal.code;
}
