import type { QueueItem, RatedWork } from "@echelon/contract/assessment/ratings.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Sql, Tx } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { personNames, rolesAnywhere } from "../../identity/index.ts";
import { classNames } from "../../teaching/index.ts";
import {
  allocationsOf,
  finishAllocation,
  holdWork,
  insertAllocations,
  marksOf,
  queueOf,
  readAssignment,
  readWork,
  shareAssignment,
  writeMarks,
} from "../store/rating-store.ts";
import type { AllocationTable, AssignmentTable, WorkTable } from "../store/schema.ts";
import { areApart } from "../work-state.ts";
import { ratersOf } from "./close-assignment.ts";

const queueMax = 200;

/** What the caller has to mark, anchors first, and what waits for others. */
export async function viewQueue(
  { database }: Means,
  caller: Caller,
): Promise<Outcome<QueueItem[]>> {
  const items = await queueOf(database, caller.person, queueMax);
  const works = items.map(({ work_id: id }) => id);
  const all = Map.groupBy(await allocationsOf(database, works), (one) => one.work_id);
  const own = (await marksOf(database, works)).filter((one) => one.rater_id === caller.person);
  const names = await personNames(
    database,
    items.map(({ person_id: person }) => person),
  );
  const assignments = new Map<string, AssignmentTable>();
  for (const id of new Set(items.map((item) => item.assignment_id))) {
    assignments.set(id, (await readAssignment(database, id))!);
  }
  const classes = await classNames(
    database,
    [...assignments.values()].map((row) => row.class_id),
  );
  return ok(
    items.map((item) => {
      const assignment = assignments.get(item.assignment_id)!;
      const isComplete = all.get(item.work_id)!.every(({ done_at: at }) => at !== null);
      return {
        work: item.work_id,
        assignment: assignment.id,
        title: assignment.title,
        className: classes.get(assignment.class_id) ?? "",
        name: names.get(item.person_id) ?? "",
        side: item.side,
        isAnchor: item.is_anchor,
        state: item.done_at === null ? "to-mark" : isComplete ? "complete" : "waiting",
        marked: own.filter(({ work_id: work }) => work === item.work_id).length,
        criteria: assignment.competencies.length,
      };
    }),
  );
}

interface Allocated {
  readonly work: WorkTable;
  readonly assignment: AssignmentTable;
  readonly own: AllocationTable;
  readonly all: readonly AllocationTable[];
}

/** A work that the caller was given to mark; any other is answered like none. */
async function findAllocated(sql: Sql, caller: Caller, id: string): Promise<Outcome<Allocated>> {
  const work = await readWork(sql, id);
  const all = work === undefined ? [] : await allocationsOf(sql, [id]);
  const own = all.find(({ rater_id: rater }) => rater === caller.person);
  if (work === undefined || own === undefined) return refuse({ code: "assessment/no-such-work" });
  const assignment = (await readAssignment(sql, work.assignment_id))!;
  return ok({ work, assignment, own, all });
}

/** A work as one of its raters sees it: what others gave stays hidden until all are done. */
export async function viewRatedWork(
  { database }: Means,
  caller: Caller,
  id: string,
): Promise<Outcome<RatedWork>> {
  const found = await findAllocated(database, caller, id);
  if (!found.ok) return found;
  const { work, assignment, own, all } = found.value;
  const marks = await marksOf(database, [id]);
  const isComplete = all.every(({ done_at: at }) => at !== null);
  const sideOf = new Map(all.map((one) => [one.rater_id, one.side]));
  const names = await personNames(database, [work.person_id]);
  return ok({
    work: id,
    assignment: assignment.id,
    class: assignment.class_id,
    person: work.person_id,
    title: assignment.title,
    brief: assignment.brief,
    name: names.get(work.person_id) ?? "",
    text: work.text,
    side: own.side,
    isDone: own.done_at !== null,
    criteria: assignment.competencies.map((competency) => {
      const given = marks.filter((one) => one.competency === competency);
      const mine = given.find((one) => one.rater_id === caller.person);
      const others = given.filter((one) => one.rater_id !== caller.person);
      return {
        competency,
        mark: mine?.mark ?? null,
        note: mine?.note ?? "",
        others: isComplete
          ? others.map(({ rater_id: rater, mark, note }) => {
              return { side: sideOf.get(rater)!, mark, note };
            })
          : null,
      };
    }),
  });
}

interface Wish {
  readonly marks: readonly {
    readonly competency: string;
    readonly mark: number;
    readonly note: string;
  }[];
  readonly isDone: boolean;
}

/**
 * Keeps a rater's marks as they are given; handed in they are fixed. Where the last rater's lie far
 * from another's, a third one is drawn who is of neither organisation.
 */
export async function saveMarks(
  means: Means,
  caller: Caller,
  id: string,
  { marks, isDone }: Wish,
): Promise<Outcome<{ readonly savedAt: Date }>> {
  return means.database.transaction(async (tx) => {
    // Two raters who hand in at once: the second sees that the first is done, and calls the third.
    await holdWork(tx, id);
    const found = await findAllocated(tx, caller, id);
    if (!found.ok) return found;
    const { own, work } = found.value;
    const assignment = (await shareAssignment(tx, work.assignment_id))!;
    if (assignment.state !== "marking") return refuse({ code: "assessment/not-marking" });
    if (own.done_at !== null) return refuse({ code: "assessment/already-marked" });
    const unknown = marks.find(({ competency }) => !assignment.competencies.includes(competency));
    if (unknown !== undefined) {
      const { competency } = unknown;
      return refuse({ code: "assessment/unknown-criterion", facts: { competency } });
    }
    const at = means.clock.now();
    await writeMarks(
      tx,
      marks.map((mark) => ({ work_id: id, rater_id: caller.person, ...mark, at })),
    );
    if (!isDone) return ok({ savedAt: at });
    const given = (await marksOf(tx, [id])).filter((one) => one.rater_id === caller.person);
    const missing = assignment.competencies.length - given.length;
    if (missing > 0) return refuse({ code: "assessment/criteria-unmarked", facts: { missing } });
    await finishAllocation(tx, id, caller.person, at);
    await callThird(means, tx, assignment, work);
    return ok({ savedAt: at });
  });
}

/** Draws a third rater for a work on which two lie apart, where there is one. */
async function callThird(
  { clock, secrets }: Means,
  tx: Tx,
  { class_id: classId }: AssignmentTable,
  work: WorkTable,
): Promise<void> {
  const all = await allocationsOf(tx, [work.id]);
  const isOpen = all.some(({ done_at: at }) => at === null);
  if (isOpen || all.some(({ side }) => side === "third")) return;
  if (!areApart(await marksOf(tx, [work.id]))) return;
  const raters = await ratersOf(tx, classId);
  const had = new Set(all.map(({ rater_id: rater }) => rater));
  const free = [...raters.mentor, ...raters.teacher].filter(
    ({ id, conflicts }) => !had.has(id) && !conflicts.has(work.person_id),
  );
  const roles = await rolesAnywhere(tx, [...had, ...free.map(({ id }) => id)]);
  const organisationsOf = (person: string) =>
    (roles.get(person) ?? []).map(({ organisation }) => organisation);
  const taken = new Set([...had].flatMap(organisationsOf));
  // Of neither organisation where there is somebody; else at least somebody who has not seen it.
  const others = free.filter(({ id }) => !organisationsOf(id).some((one) => taken.has(one)));
  const lot = ({ id }: { readonly id: string }) =>
    secrets.sign(`${work.id} ${id}`, "assessment.third");
  const [third] = (others.length > 0 ? others : free).toSorted((a, b) =>
    lot(a) < lot(b) ? -1 : 1,
  );
  if (third === undefined) return;
  await insertAllocations(tx, [
    {
      work_id: work.id,
      rater_id: third.id,
      side: "third",
      is_anchor: false,
      allocated_at: clock.now(),
      done_at: null,
    },
  ]);
}
