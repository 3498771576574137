import type { ConflictView } from "@echelon/contract/assessment/ratings.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { classAccess, classMembers } from "../../teaching/index.ts";
import {
  allocationsOf,
  conflictsOf,
  dropAllocations,
  insertAllocations,
  readAssignments,
  readWorks,
  writeConflict,
} from "../store/rating-store.ts";
import type { AllocationTable, ConflictTable } from "../store/schema.ts";
import { findLedClass } from "./find-learner.ts";
import { ratersOf } from "./close-assignment.ts";

const assignmentsMax = 100;
const raterRoles: readonly string[] = ["teacher", "mentor"];

type Wish = Pick<ConflictTable, "reason"> & { readonly person: string; readonly rater: string };

/**
 * Says that somebody must not mark the work of another. A rater says so of themselves, a teacher of
 * any rater. What they have not finished goes to another one of their side, where there is one.
 */
export async function declareConflict(
  means: Means,
  caller: Caller,
  classId: string,
  { person, rater, reason }: Wish,
): Promise<Outcome<undefined>> {
  return means.database.transaction(async (tx) => {
    const role = await classAccess(tx, caller, classId);
    if (role === null) return refuse({ code: "teaching/no-such-class" });
    if (role !== "teacher" && rater !== caller.person)
      return refuse({ code: "platform/not-allowed" });
    const members = await classMembers(tx, classId);
    const roleOf = (id: string) => members.find((one) => one.person === id)?.role;
    if (!raterRoles.includes(roleOf(rater) ?? "") || roleOf(person) !== "student")
      return refuse({ code: "assessment/no-such-rater" });
    const given = await givenTo(tx, classId, person, rater);
    if (given.some(({ done_at: at }) => at !== null))
      return refuse({ code: "assessment/already-marked" });
    const at = means.clock.now();
    await writeConflict(tx, {
      class_id: classId,
      rater_id: rater,
      person_id: person,
      reason,
      declared_by: caller.person,
      at,
    });
    await dealAnew(tx, classId, person, rater, given, at);
    return ok(undefined);
  });
}

/** What a rater was given of one person's work that is being marked. */
async function givenTo(
  tx: Tx,
  classId: string,
  person: string,
  rater: string,
): Promise<AllocationTable[]> {
  const marking = (await readAssignments(tx, classId, assignmentsMax)).filter(
    ({ state }) => state === "marking",
  );
  const works = await readWorks(
    tx,
    marking.map(({ id }) => id),
  );
  const own = works.filter((work) => work.person_id === person).map(({ id }) => id);
  return (await allocationsOf(tx, own)).filter((one) => one.rater_id === rater);
}

async function dealAnew(
  tx: Tx,
  classId: string,
  person: string,
  rater: string,
  given: readonly AllocationTable[],
  at: Date,
): Promise<void> {
  const works = given.map(({ work_id: work }) => work);
  await dropAllocations(tx, works, rater);
  const raters = await ratersOf(tx, classId);
  const left = await allocationsOf(tx, works);
  for (const { work_id: work, side, is_anchor } of given) {
    const had = left.filter((one) => one.work_id === work).map((one) => one.rater_id);
    const next = raters[side === "mentor" ? "mentor" : "teacher"].find(
      ({ id, conflicts }) => !had.includes(id) && !conflicts.has(person),
    );
    if (next === undefined) continue;
    await insertAllocations(tx, [
      { work_id: work, rater_id: next.id, side, is_anchor, allocated_at: at, done_at: null },
    ]);
  }
}

/** Who must not mark whom in a class, for who leads it. */
export async function listConflicts(
  { database }: Means,
  caller: Caller,
  classId: string,
): Promise<Outcome<ConflictView[]>> {
  const found = await findLedClass(database, caller, classId);
  if (!found.ok) return found;
  const names = new Map(
    (await classMembers(database, classId)).map(({ person, name }) => [person, name]),
  );
  const rows = await conflictsOf(database, classId);
  return ok(
    rows.map(({ person_id: person, rater_id: rater, reason }) => ({
      person,
      name: names.get(person) ?? "",
      rater,
      raterName: names.get(rater) ?? "",
      reason,
    })),
  );
}
