import { allocateRaters, type Rater } from "@echelon/kernel/assessment/rating/allocate-raters.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Sql } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { classMembers } from "../../teaching/index.ts";
import {
  changeAssignment,
  conflictsOf,
  insertAllocations,
  readWorks,
  type WorkHead,
} from "../store/rating-store.ts";
import type { AllocationTable, RaterSide } from "../store/schema.ts";
import { holdTaughtAssignment } from "./find-assignment.ts";

const sides = ["teacher", "mentor"] as const satisfies readonly RaterSide[];

/** A teacher closes an assignment: its work is frozen and dealt out to raters by lot. */
export async function closeAssignment(
  { database, clock, secrets }: Means,
  caller: Caller,
  assignment: string,
): Promise<Outcome<undefined>> {
  return database.transaction(async (tx) => {
    const found = await holdTaughtAssignment(tx, caller, assignment);
    if (!found.ok) return found;
    const { row } = found.value;
    if (row.state !== "open") return refuse({ code: "assessment/assignment-closed" });
    const works = await readWorks(tx, [assignment]);
    if (works.length === 0) return refuse({ code: "assessment/no-works" });
    const raters = await ratersOf(tx, row.class_id);
    // By lot, and nobody can tell it beforehand: a signature under the installation's secret.
    const lot = ({ id }: WorkHead) => secrets.sign(id, "assessment.lot");
    const drawn = works.toSorted((a, b) => (lot(a) < lot(b) ? -1 : 1));
    const now = clock.now();
    const sideOf = new Map(
      sides.flatMap((side) => raters[side].map(({ id }) => [id, side] as const)),
    );
    const allocations = allocateRaters(
      drawn.map(({ id, person_id: person }) => ({ id, person })),
      sides.map((side) => raters[side]),
    );
    await insertAllocations(
      tx,
      allocations.map(({ work, rater, isAnchor }): AllocationTable => ({
        work_id: work,
        rater_id: rater,
        side: sideOf.get(rater)!,
        is_anchor: isAnchor,
        allocated_at: now,
        done_at: null,
      })),
    );
    await changeAssignment(tx, assignment, { state: "marking", closed_at: now });
    return ok(undefined);
  });
}

/** Who may mark in a class, by side, each with the people whose work is not for them. */
export async function ratersOf(
  sql: Sql,
  classId: string,
): Promise<Readonly<Record<(typeof sides)[number], readonly Rater[]>>> {
  const members = await classMembers(sql, classId);
  const declared = await conflictsOf(sql, classId);
  const raters = (side: (typeof sides)[number]): readonly Rater[] =>
    members
      .filter(({ role }) => role === side)
      .map(({ person: id }) => ({
        id,
        conflicts: new Set([
          id,
          ...declared.filter((one) => one.rater_id === id).map((one) => one.person_id),
        ]),
      }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return { teacher: raters("teacher"), mentor: raters("mentor") };
}
