import { permission } from "../../platform/http/caller.ts";
import { holds } from "../identity/index.ts";

/** Rights by role alone; whose evidence it is, the use case asks. */
export const may = {
  /** Looks at own evidence, or at that of who one teaches. */
  see: permission("see-evidence", (caller) => holds(caller, "student", "teacher", "assistant")),
  /** Says that own evidence is wrong. */
  contest: permission("contest-evidence", (caller) => holds(caller, "student")),
  /** Looks at a class over a role's core. */
  lead: permission("lead-evidence", (caller) => holds(caller, "teacher", "assistant")),
  /** Decides what students say against their evidence. */
  decide: permission("decide-evidence", (caller) => holds(caller, "teacher")),
} as const;
