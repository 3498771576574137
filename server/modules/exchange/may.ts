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
} as const;
