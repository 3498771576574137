import type { RoleName } from "@echelon/contract/identity/shapes.ts";
import { type Caller, permission } from "../../platform/http/caller.ts";

/** Whether the caller holds one of the roles anywhere. */
export function holds(caller: Caller, ...roles: readonly RoleName[]): boolean {
  return caller.roles.some(({ role }) => (roles as readonly string[]).includes(role));
}

/** Whether the caller holds one of the roles in this organisation. */
export function holdsIn(caller: Caller, organisation: string, ...roles: readonly RoleName[]) {
  return caller.roles.some(
    (held) =>
      held.organisation === organisation && (roles as readonly string[]).includes(held.role),
  );
}

/** Who answers for an organisation's people: its head or officer, and the operator for all. */
export function manages(caller: Caller, organisation: string): boolean {
  return holds(caller, "operator") || holdsIn(caller, organisation, "head", "officer");
}

export function belongsTo(caller: Caller, organisation: string): boolean {
  return caller.roles.some((held) => held.organisation === organisation);
}

/** Rights by role alone; whether this organisation is the caller's own, the use case asks. */
export const may = {
  /** Makes and closes organisations. */
  operate: permission("operate", (caller) => holds(caller, "operator")),
  /** Adds people to an organisation, sets their roles, resets their passwords. */
  managePeople: permission("manage-people", (caller) =>
    holds(caller, "operator", "head", "officer"),
  ),
} as const;
