import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { ClassRole } from "@echelon/contract/teaching/shapes.ts";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { classAccess } from "../../teaching/index.ts";
import { holdAssignment, readAssignment } from "../store/rating-store.ts";
import type { AssignmentTable } from "../store/schema.ts";

/** An assignment, and what the caller is in its class. */
export interface FoundAssignment {
  readonly row: AssignmentTable;
  readonly role: ClassRole;
}

/** An assignment of a class of the caller's; a foreign one is answered like none. */
export async function findAssignment(
  sql: Sql,
  caller: Caller,
  id: string,
): Promise<Outcome<FoundAssignment>> {
  return foundAs(sql, caller, await readAssignment(sql, id));
}

/** The same for a teacher who changes it, held until the transaction ends. */
export async function holdTaughtAssignment(
  tx: Tx,
  caller: Caller,
  id: string,
): Promise<Outcome<FoundAssignment>> {
  const found = await foundAs(tx, caller, await holdAssignment(tx, id));
  if (!found.ok || found.value.role === "teacher") return found;
  return refuse({ code: "platform/not-allowed" });
}

async function foundAs(
  sql: Sql,
  caller: Caller,
  row: AssignmentTable | undefined,
): Promise<Outcome<FoundAssignment>> {
  const role = row === undefined ? null : await classAccess(sql, caller, row.class_id);
  if (row === undefined || role === null) return refuse({ code: "assessment/no-such-assignment" });
  return ok({ row, role });
}
