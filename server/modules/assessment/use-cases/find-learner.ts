import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { ClassRole } from "@echelon/contract/teaching/shapes.ts";
import type { Sql } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { personName } from "../../identity/index.ts";
import { classAccess, classesOf, studentsHere } from "../../teaching/index.ts";

/** Somebody whose evidence the caller may see. */
export interface FoundLearner {
  readonly person: string;
  readonly name: string;
  readonly isSelf: boolean;
  /** May decide what the person says against a piece. */
  readonly mayDecide: boolean;
}

const leading: readonly ClassRole[] = ["teacher", "assistant"];

/**
 * The caller, or a student of a class that the caller leads. A stranger is answered like one who
 * does not exist, so that nobody learns who does.
 */
export async function findLearner(
  sql: Sql,
  caller: Caller,
  person: string,
): Promise<Outcome<FoundLearner>> {
  const isSelf = caller.person === person;
  const roles = isSelf ? [] : await rolesTowards(sql, caller, person);
  if (!isSelf && roles.length === 0) return refuse({ code: "assessment/no-such-person" });
  const mayDecide = roles.includes("teacher");
  return ok({ person, name: await personName(sql, person), isSelf, mayDecide });
}

/** What the caller is in the classes in which the person is a student. */
async function rolesTowards(sql: Sql, caller: Caller, person: string): Promise<ClassRole[]> {
  const roles: ClassRole[] = [];
  for (const [id, role] of await classesOf(sql, caller)) {
    if (leading.includes(role) && (await studentsHere(sql, id)).has(person)) roles.push(role);
  }
  return roles;
}

/** A class whose students' evidence the caller may see. */
export async function findLedClass(
  sql: Sql,
  caller: Caller,
  classId: string,
): Promise<Outcome<ClassRole>> {
  const role = await classAccess(sql, caller, classId);
  if (role === null) return refuse({ code: "teaching/no-such-class" });
  return leading.includes(role) ? ok(role) : refuse({ code: "platform/not-allowed" });
}
