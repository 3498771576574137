import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { ClassRole } from "@echelon/contract/teaching/shapes.ts";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { classAccess } from "../../teaching/index.ts";
import { holdExam, readExam } from "../store/exam-store.ts";
import type { ExamTable } from "../store/schema.ts";

export interface FoundExam {
  readonly row: ExamTable;
  readonly role: ClassRole;
}

const leading: readonly ClassRole[] = ["teacher", "assistant"];

/** An exam of a class of the caller's; a foreign one, and a plan of a draft, is like none. */
export async function findExam(sql: Sql, caller: Caller, id: string): Promise<Outcome<FoundExam>> {
  return foundAs(sql, caller, await readExam(sql, id));
}

/** The same for who leads the class; a mentor of it sees a practical one, to confirm it. */
export async function findLedExam(
  sql: Sql,
  caller: Caller,
  id: string,
): Promise<Outcome<FoundExam>> {
  const found = await findExam(sql, caller, id);
  if (!found.ok) return found;
  const { row, role } = found.value;
  const mayConfirm = role === "mentor" && row.kind === "practical";
  return leading.includes(role) || mayConfirm ? found : refuse({ code: "platform/not-allowed" });
}

/** The same for a teacher who changes it, held until the transaction ends. */
export async function holdTaughtExam(
  tx: Tx,
  caller: Caller,
  id: string,
): Promise<Outcome<FoundExam>> {
  const found = await foundAs(tx, caller, await holdExam(tx, id));
  if (!found.ok || found.value.role === "teacher") return found;
  return refuse({ code: "platform/not-allowed" });
}

/** An exam as a student of its class sits it. */
export async function findSatExam(
  sql: Sql,
  caller: Caller,
  id: string,
): Promise<Outcome<FoundExam>> {
  const found = await findExam(sql, caller, id);
  if (!found.ok || found.value.role === "student") return found;
  return refuse({ code: "platform/not-allowed" });
}

async function foundAs(
  sql: Sql,
  caller: Caller,
  row: ExamTable | undefined,
): Promise<Outcome<FoundExam>> {
  const role = row === undefined ? null : await classAccess(sql, caller, row.class_id);
  const isHidden = row?.state === "draft" && role !== null && !leading.includes(role);
  if (row === undefined || role === null || isHidden)
    return refuse({ code: "assessment/no-such-exam" });
  return ok({ row, role });
}
