import type { GradebookView } from "@echelon/contract/assessment/gradebook.ts";
import { type Outcome, ok } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { composeGradebook } from "../compose-gradebook.ts";
import { findLedClass } from "./find-learner.ts";

/** A class's gradebook, for who leads the class. */
export async function viewGradebook(
  means: Means,
  caller: Caller,
  classId: string,
): Promise<Outcome<GradebookView>> {
  const found = await findLedClass(means.database, caller, classId);
  if (!found.ok) return found;
  const { gathered: _, rows, ...book } = await composeGradebook(means, classId);
  return ok({ ...book, rows: rows.map(({ username: __, ...row }) => row) });
}
