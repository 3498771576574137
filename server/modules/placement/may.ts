import { type Caller, permission } from "../../platform/http/caller.ts";
import { belongsTo, holds, holdsIn } from "../identity/index.ts";
import type { RoundTable } from "./store/schema.ts";

/** Whether the caller runs rounds of this organization. */
export const runs = (caller: Caller, organisation: string): boolean =>
  holdsIn(caller, organisation, "head", "planner", "officer");

/** Whether the caller offers places of this organization: an enterprise's, a school's own base. */
export const offers = (caller: Caller, organisation: string): boolean =>
  holdsIn(caller, organisation, "mentor", "officer", "head");

/** Whether the caller is one of those for whom a round is; one without schools is for all. */
export function ranks(caller: Caller, { kind, schools }: RoundTable): boolean {
  const role = kind === "teacher-practice" ? "teacher" : "student";
  if (schools.length === 0) return holds(caller, role);
  return schools.some((school) => holdsIn(caller, school, role));
}

/** Whether a round that is under way is the caller's business. */
export const seesRound = (caller: Caller, round: RoundTable): boolean =>
  belongsTo(caller, round.organisation_id) || ranks(caller, round);

/** Rights by role alone; whose round, place or list it is, the use case asks. */
export const may = {
  /** Looks at rounds. */
  see: permission("see-placement", (caller) =>
    holds(caller, "student", "teacher", "mentor", "officer", "head", "planner"),
  ),
  /** Makes rounds and leads them. */
  run: permission("run-placement", (caller) => holds(caller, "head", "planner", "officer")),
  /** Offers places, agrees to them, marks who listed them. */
  offer: permission("offer-places", (caller) => holds(caller, "mentor", "officer", "head")),
  /** Ranks places. */
  choose: permission("rank-places", (caller) => holds(caller, "student", "teacher")),
} as const;
