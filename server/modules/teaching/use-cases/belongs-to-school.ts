import type { Tx } from "../../../platform/database/database.ts";
import { type HeldRole, rolesAnywhere } from "../../identity/index.ts";

/**
 * A student of this school and nothing else anywhere, not even of an organisation that has closed:
 * whose name and password a teacher may mend. Who is nobody any more belongs to no school.
 */
export function isStudentAlone(school: string, held: readonly HeldRole[] = []): boolean {
  return (
    held.length > 0 &&
    held.every(({ organisation, role }) => organisation === school && role === "student")
  );
}

export async function belongsToSchoolAlone(
  tx: Tx,
  school: string,
  person: string,
): Promise<boolean> {
  return isStudentAlone(school, (await rolesAnywhere(tx, [person])).get(person));
}
