import type { AssignmentView, Marking } from "@echelon/contract/assessment/ratings.ts";
import { markMax } from "@echelon/kernel/assessment/rating/rating-scale.ts";
import { microOfWhole } from "@echelon/kernel/assessment/evidence/outcome.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Sql } from "../../../platform/database/database.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { personNames } from "../../identity/index.ts";
import { classAccess } from "../../teaching/index.ts";
import type { PublishedFit } from "../publish-fit.ts";
import { countedPieces } from "../store/piece-store.ts";
import {
  allocationsOf,
  marksOf,
  readAssignments,
  readWorks,
  type WorkHead,
  worksOfPerson,
} from "../store/rating-store.ts";
import type { AssignmentTable, WorkTable } from "../store/schema.ts";
import { type WorkState, workState } from "../work-state.ts";

const assignmentsMax = 100;

type Kept = Pick<PublishedFit, "agreement" | "ratings">;

/** The assignments of a class, the newest first, as far as the caller may know of each. */
export async function viewAssignments(
  { database }: Means,
  caller: Caller,
  classId: string,
): Promise<Outcome<AssignmentView[]>> {
  const role = await classAccess(database, caller, classId);
  if (role === null) return refuse({ code: "teaching/no-such-class" });
  const isLeader = role === "teacher" || role === "assistant";
  const rows = await readAssignments(database, classId, assignmentsMax);
  const ids = rows.map(({ id }) => id);
  const works = Map.groupBy(await readWorks(database, ids), (work) => work.assignment_id);
  const own = await worksOfPerson(database, ids, caller.person);
  const marks = await publishedMarks(database, caller.person);
  const views: AssignmentView[] = [];
  for (const row of rows) {
    const of = works.get(row.id) ?? [];
    const mine = own.get(row.id);
    const fit = row.fit as unknown as Kept | null;
    views.push({
      id: row.id,
      class: row.class_id,
      title: row.title,
      brief: row.brief,
      competencies: row.competencies,
      dueOn: row.due_on,
      state: row.state,
      madeAt: row.made_at,
      works: of.length,
      myWork: mine === undefined ? null : { id: mine.id, text: mine.text, savedAt: mine.saved_at },
      myMarks:
        mine !== undefined && row.state === "published"
          ? await marksOn(database, row, mine, marks)
          : [],
      marking: isLeader && row.state === "marking" ? await markingOf(database, of) : null,
      agreement: isLeader && fit !== null ? await agreementOf(database, fit) : null,
      myRating: fit?.ratings[caller.person] ?? null,
    });
  }
  return ok(views);
}

type Fair = ReadonlyMap<string, readonly number[]>;

/** The caller's fair marks that count, by assignment and competency. */
async function publishedMarks(sql: Sql, person: string): Promise<Fair> {
  const pieces = await countedPieces(sql, [person]);
  const marks = pieces.filter(({ context_kind: kind }) => kind === "assignment");
  const by = Map.groupBy(marks, (one) => `${one.context_id} ${one.competency}`);
  return new Map(
    [...by].map(([key, of]) => [
      key,
      of.map((piece) => (piece.outcome_micro / microOfWhole) * markMax),
    ]),
  );
}

async function marksOn(
  sql: Sql,
  { id, competencies }: AssignmentTable,
  work: WorkTable,
  fair: Fair,
): Promise<AssignmentView["myMarks"]> {
  const given = await marksOf(sql, [work.id]);
  return competencies.flatMap((competency) => {
    const own = fair.get(`${id} ${competency}`);
    if (own === undefined) return [];
    const notes = given
      .filter((one) => one.competency === competency && one.note !== "")
      .map(({ note }) => note);
    return [{ competency, fair: own.reduce((sum, one) => sum + one, 0) / own.length, notes }];
  });
}

async function markingOf(sql: Sql, works: readonly WorkHead[]): Promise<Marking> {
  const ids = works.map(({ id }) => id);
  const allocations = Map.groupBy(await allocationsOf(sql, ids), (one) => one.work_id);
  const marks = Map.groupBy(await marksOf(sql, ids), (one) => one.work_id);
  const states = ids.map((id) => workState(allocations.get(id) ?? [], marks.get(id) ?? []));
  const count = (state: WorkState) => states.filter((one) => one === state).length;
  return {
    waiting: count("waiting"),
    apart: count("apart"),
    withoutThird: count("without-third"),
    ready: count("ready"),
  };
}

async function agreementOf(sql: Sql, { agreement }: Kept): Promise<AssignmentView["agreement"]> {
  const names = await personNames(sql, [...new Set(agreement.pairs.flatMap((one) => one.raters))]);
  const { pairs, ...rest } = agreement;
  return {
    ...rest,
    pairs: pairs.map(({ raters: [first, second], ...pair }) => ({
      ...pair,
      first: names.get(first) ?? "",
      second: names.get(second) ?? "",
    })),
  };
}
