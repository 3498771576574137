import { markWeight } from "@echelon/kernel/assessment/evidence/evidence-weight.ts";
import { microOfWhole } from "@echelon/kernel/assessment/evidence/outcome.ts";
import { usualGuess, usualSlip } from "@echelon/kernel/assessment/mastery/success-curve.ts";
import { markMax } from "@echelon/kernel/assessment/rating/rating-scale.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { calendarDay } from "../calendar-day.ts";
import { frameworkOfClass } from "../school-framework.ts";
import { hashOfPiece, type PieceDetail } from "../practice-pieces.ts";
import { fitMarks, type GivenMark } from "../publish-fit.ts";
import {
  allocationsOf,
  changeAssignment,
  marksOf,
  readAssignments,
  readWorks,
} from "../store/rating-store.ts";
import type { AllocationTable, AssignmentTable, PieceTable } from "../store/schema.ts";
import { workState } from "../work-state.ts";
import { holdTaughtAssignment } from "./find-assignment.ts";
import { addPieces } from "./refold-mastery.ts";

/** Assignments of a class whose marks tell how severe its raters are. */
const fittedMax = 100;
/** A mark of 3 reaches a rubric; 3 of 4 is what "just reached" is everywhere. */
const reachedMark = 3;

/**
 * A teacher makes an assignment's marks known. Severities are found from all that the class's
 * raters marked so far; each fair mark becomes a piece of evidence, and stays as it is when more is
 * marked.
 */
export async function publishAssignment(
  means: Means,
  caller: Caller,
  assignment: string,
): Promise<Outcome<undefined>> {
  return means.database.transaction(async (tx) => {
    const found = await holdTaughtAssignment(tx, caller, assignment);
    if (!found.ok) return found;
    const { row } = found.value;
    if (row.state !== "marking") return refuse({ code: "assessment/not-marking" });
    const works = await readWorks(tx, [assignment]);
    const ids = works.map(({ id }) => id);
    const allocations = Map.groupBy(await allocationsOf(tx, ids), (one) => one.work_id);
    const marks = Map.groupBy(await marksOf(tx, ids), (one) => one.work_id);
    const missing = ids.filter(
      (id) => workState(allocations.get(id) ?? [], marks.get(id) ?? []) !== "ready",
    ).length;
    if (missing > 0) return refuse({ code: "assessment/marks-missing", facts: { missing } });
    const given = await marksOfClass(tx, row);
    const fit = fitMarks(given);
    const { fair, ...kept } = fit;
    const own = given.flatMap((mark, at) =>
      mark.assignment === assignment ? [{ ...mark, fair: fair[at]! }] : [],
    );
    const sides = new Map(
      [...allocations.values()].flat().map((one) => [`${one.work_id} ${one.rater_id}`, one]),
    );
    const { version } = await frameworkOfClass(tx, row.class_id);
    await addPieces(tx, piecesOf(means, row, own, sides, version));
    const published_at = means.clock.now();
    await changeAssignment(tx, assignment, { state: "published", published_at, fit: kept });
    return ok(undefined);
  });
}

type ClassMark = GivenMark & { readonly assignment: string; readonly note: string };

/** All finished marks of the class: of this assignment and of those that were published before. */
async function marksOfClass(tx: Tx, row: AssignmentTable): Promise<readonly ClassMark[]> {
  const all = await readAssignments(tx, row.class_id, fittedMax);
  const counted = all.filter(({ id, state }) => id === row.id || state === "published");
  const works = await readWorks(
    tx,
    counted.map(({ id }) => id),
  );
  const of = new Map(works.map((work) => [work.id, work]));
  const marks = await marksOf(tx, [...of.keys()]);
  return marks.map(({ work_id: work, rater_id: rater, competency, mark, note }) => {
    const { person_id: person, assignment_id: assignment } = of.get(work)!;
    return { work, person, rater, competency, mark, note, assignment };
  });
}

function piecesOf(
  { newId, clock }: Means,
  row: AssignmentTable,
  marks: readonly (ClassMark & { readonly fair: number })[],
  sides: ReadonlyMap<string, AllocationTable>,
  framework_version: string,
): PieceTable[] {
  const now = clock.now();
  const raters = [...new Set(marks.map(({ rater }) => rater))].toSorted();
  return marks.map((one) => {
    const { side } = sides.get(`${one.work} ${one.rater}`)!;
    const detail: PieceDetail & { readonly work: string; readonly mark: number } = {
      event: "work.marked",
      measure: "mark",
      op: ">=",
      threshold: reachedMark,
      mean: one.fair,
      share: 1,
      store: null,
      shown: [],
      work: one.work,
      mark: one.mark,
    };
    const piece = {
      person_id: one.person,
      competency: one.competency,
      kind: "rubric" as const,
      source: side === "third" ? ("examiner" as const) : side,
      rater_id: one.rater,
      context_kind: "assignment" as const,
      context_id: row.id,
      markets: [],
      ordinal: raters.indexOf(one.rater),
      day: calendarDay(now),
      outcome_micro: Math.floor((one.fair / markMax) * microOfWhole + 0.5),
      events: 1,
      weight: markWeight,
      is_whole: true,
      difficulty: 0,
      scenario: null,
      guess: usualGuess,
      slip: usualSlip,
      detail,
    };
    return {
      ...piece,
      id: newId(),
      framework_version,
      hash: hashOfPiece(piece),
      made_at: now,
    };
  });
}
