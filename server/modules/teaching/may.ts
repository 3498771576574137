import { permission } from "../../platform/http/caller.ts";
import { holds } from "../identity/index.ts";

/** Rights by role alone; whether this class is the caller's own, the use case asks. */
export const may = {
  /** Makes classes, and changes those where the caller is a teacher. */
  teach: permission("teach", (caller) => holds(caller, "teacher", "head")),
  /** Looks at classes, and shows their codes: teachers and assistants. */
  lead: permission("lead", (caller) => holds(caller, "teacher", "assistant", "head")),
  /** Sees how far students have come: who leads them, and who mentors them. */
  follow: permission("follow", (caller) => holds(caller, "teacher", "assistant", "mentor", "head")),
  /** Is in classes. */
  attend: permission("attend", (caller) =>
    holds(caller, "student", "teacher", "assistant", "mentor", "head"),
  ),
} as const;
