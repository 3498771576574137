import { type Caller, permission } from "../../platform/http/caller.ts";
import { holds, holdsIn } from "../identity/index.ts";

/** Whether the caller answers for this enterprise's catalogue: its mentors and officers. */
export function supplies(caller: Caller, enterprise: string): boolean {
  return holdsIn(caller, enterprise, "mentor", "officer");
}

/** Rights by role alone; whether this catalogue is the caller's own, the use case asks. */
export const may = {
  /** Brings products in, changes and publishes them. */
  supply: permission("supply", (caller) => holds(caller, "mentor", "officer")),
  /** Looks at what enterprises have published. */
  browse: permission("browse", (caller) =>
    holds(caller, "teacher", "assistant", "head", "mentor", "officer", "planner"),
  ),
  /** Asks that a credential of the own school is revoked. */
  askToRevoke: permission("ask-to-revoke", (caller) => holds(caller, "teacher", "head", "officer")),
  /** Sees what is asked to be revoked. */
  revoke: permission("see-revocations", (caller) => holds(caller, "operator", "head", "officer")),
  /** Decides what the other side asked to revoke. */
  decideToRevoke: permission("decide-to-revoke", (caller) =>
    holds(caller, "operator", "teacher", "head", "officer"),
  ),
  /** Replaces keys that sign credentials. */
  keepKeys: permission("keep-keys", (caller) => holds(caller, "operator")),
} as const;
