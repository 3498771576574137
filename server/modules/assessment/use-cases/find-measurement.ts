import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { ClassRole } from "@echelon/contract/teaching/shapes.ts";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { holdsIn } from "../../identity/index.ts";
import { classAccess } from "../../teaching/index.ts";
import { holdTests, readMeasurement } from "../store/measurement-store.ts";
import type { ExamTable, MeasurementTable } from "../store/schema.ts";

export interface FoundMeasurement {
  readonly row: MeasurementTable;
  readonly role: ClassRole | null;
}

const leading: readonly (ClassRole | null)[] = ["teacher", "assistant"];

/** Who sees people by name, and groups of any size. */
export const leads = ({ role }: Pick<FoundMeasurement, "role">): boolean => leading.includes(role);

/** A measurement of a class of the caller's, or of a school that the caller heads. */
async function findMeasurement(
  sql: Sql,
  caller: Caller,
  id: string,
): Promise<Outcome<FoundMeasurement>> {
  const row = await readMeasurement(sql, id);
  const role = row === undefined ? null : await classAccess(sql, caller, row.class_id);
  const isKnown = row !== undefined && (role !== null || holdsIn(caller, row.school_id, "head"));
  return isKnown ? ok({ row, role }) : refuse({ code: "assessment/no-such-measurement" });
}

/** The same for who looks at what was found: who leads the class, and the head of its school. */
export async function findSeenMeasurement(
  sql: Sql,
  caller: Caller,
  id: string,
): Promise<Outcome<FoundMeasurement>> {
  const found = await findMeasurement(sql, caller, id);
  if (!found.ok) return found;
  const isHead = holdsIn(caller, found.value.row.school_id, "head");
  return leads(found.value) || isHead ? found : refuse({ code: "platform/not-allowed" });
}

/** The same for a student of the class. */
export async function findSatMeasurement(
  sql: Sql,
  caller: Caller,
  id: string,
): Promise<Outcome<MeasurementTable>> {
  const found = await findMeasurement(sql, caller, id);
  if (!found.ok) return found;
  const { row, role } = found.value;
  return role === "student" ? ok(row) : refuse({ code: "platform/not-allowed" });
}

/** The same for a teacher of the class, with its tests held until the transaction ends. */
export async function holdTaughtMeasurement(
  tx: Tx,
  caller: Caller,
  id: string,
): Promise<Outcome<{ readonly row: MeasurementTable; readonly tests: readonly ExamTable[] }>> {
  const found = await findMeasurement(tx, caller, id);
  if (!found.ok) return found;
  const { row, role } = found.value;
  if (role !== "teacher") return refuse({ code: "platform/not-allowed" });
  return ok({ row, tests: await holdTests(tx, id) });
}
