import { permission } from "../../platform/http/caller.ts";
import { holds } from "../identity/index.ts";

/** Rights by role alone; whose import, posting or order it is, the use case asks. */
export const may = {
  /** Looks at what a region needs: counts, small ones only where the caller's body plans. */
  seeNeed: permission("see-need", (caller) => holds(caller, "head", "officer", "planner")),
  /** Keeps postings of an association, a government or an enterprise. */
  keepPostings: permission("keep-postings", (caller) => holds(caller, "officer", "planner")),
  /** Orders people for an enterprise. */
  orderPeople: permission("order-people", (caller) => holds(caller, "officer")),
} as const;
