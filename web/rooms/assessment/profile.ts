import type { Framework } from "./framework-map.ts";

/** What one works towards: a role at an echelon, and what it asks for. */
export type Profile = Framework["profiles"][number];

/**
 * The profile that was asked for. A role that does not begin before a later echelon is answered
 * with its first; without a role the framework's first profile is.
 */
export function profileOf(
  { profiles }: Pick<Framework, "profiles">,
  role: string | undefined,
  echelon: string | undefined,
): Profile | undefined {
  const ofRole = profiles.filter((one) => one.role === role);
  return ofRole.find((one) => one.echelon === echelon) ?? ofRole[0] ?? profiles[0];
}
