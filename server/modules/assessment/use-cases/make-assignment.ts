import type { MakeAssignmentRequest } from "@echelon/contract/assessment/ratings.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { classAccess } from "../../teaching/index.ts";
import { frameworkOfClass } from "../school-framework.ts";
import { insertAssignment, shareAssignment, writeWork } from "../store/rating-store.ts";
import { findAssignment } from "./find-assignment.ts";

/** A teacher asks a class for work that raters will mark, by competencies with written anchors. */
export async function makeAssignment(
  { database, clock, newId }: Means,
  caller: Caller,
  classId: string,
  wish: MakeAssignmentRequest,
): Promise<Outcome<{ readonly id: string }>> {
  return database.transaction(async (tx) => {
    const role = await classAccess(tx, caller, classId);
    if (role === null) return refuse({ code: "teaching/no-such-class" });
    if (role !== "teacher") return refuse({ code: "platform/not-allowed" });
    const competencies = [...new Set(wish.competencies)];
    // Whether each mark of a competency says what one can see.
    const { view } = await frameworkOfClass(tx, classId);
    const marked = new Set(view.competencies.flatMap((one) => (one.anchors ? [one.id] : [])));
    const unmarkable = competencies.find((id) => !marked.has(id));
    if (unmarkable !== undefined) {
      return refuse({ code: "assessment/no-anchors", facts: { competency: unmarkable } });
    }
    const id = newId();
    await insertAssignment(tx, {
      id,
      class_id: classId,
      title: wish.title,
      brief: wish.brief,
      competencies,
      due_on: wish.dueOn,
      state: "open",
      fit: null,
      made_by: caller.person,
      made_at: clock.now(),
      closed_at: null,
      published_at: null,
    });
    return ok({ id });
  });
}

/** A student hands work in, as often as they like until the assignment is closed. */
export async function saveWork(
  { database, clock, newId }: Means,
  caller: Caller,
  assignment: string,
  text: string,
): Promise<Outcome<{ readonly savedAt: Date }>> {
  return database.transaction(async (tx) => {
    const found = await findAssignment(tx, caller, assignment);
    if (!found.ok) return found;
    if (found.value.role !== "student") return refuse({ code: "platform/not-allowed" });
    // Against who closes it at this moment: work that came in is in, or is told that it is late.
    const held = await shareAssignment(tx, assignment);
    if (held?.state !== "open") return refuse({ code: "assessment/assignment-closed" });
    const savedAt = clock.now();
    await writeWork(tx, {
      id: newId(),
      assignment_id: assignment,
      person_id: caller.person,
      text,
      saved_at: savedAt,
    });
    return ok({ savedAt });
  });
}
