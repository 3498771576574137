import type { PublishedGrade } from "@echelon/contract/assessment/gradebook.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { classNames } from "../../teaching/index.ts";
import { composeGradebook, type FrozenGrade, frozenGrade } from "../compose-gradebook.ts";
import {
  holdPublishing,
  insertPublished,
  lastPublished,
  publishedTo,
} from "../store/gradebook-store.ts";
import { findGradedClass } from "./set-grades.ts";

/**
 * A teacher makes the grades known, as they are now. What changes later is told by publishing
 * again; what students were told before stays on record.
 */
export async function publishGrades(
  means: Means,
  caller: Caller,
  classId: string,
): Promise<Outcome<undefined>> {
  const found = await findGradedClass(means.database, caller, classId);
  if (!found.ok) return found;
  const book = await composeGradebook(means, classId);
  const grades = book.rows.flatMap((row) => {
    const grade = frozenGrade(book, row);
    return grade === null ? [] : [{ person: row.person, grade }];
  });
  if (grades.length === 0) return refuse({ code: "assessment/nothing-graded" });
  return means.database.transaction(async (tx) => {
    await holdPublishing(tx, classId);
    const before = await lastPublished(tx, classId);
    await insertPublished(
      tx,
      grades.map(({ person, grade }) => ({
        class_id: classId,
        person_id: person,
        version: (before.get(person)?.version ?? 0) + 1,
        grade,
        tenths: grade.tenths,
        published_by: caller.person,
        published_at: means.clock.now(),
      })),
    );
    return ok(undefined);
  });
}

/** What the caller was told last, in each class. */
export async function viewOwnGrades(
  { database }: Means,
  caller: Caller,
): Promise<Outcome<PublishedGrade[]>> {
  const rows = await publishedTo(database, caller.person);
  const names = await classNames(
    database,
    rows.map((row) => row.class_id),
  );
  return ok(
    rows.map((row) => ({
      ...(row.grade as FrozenGrade),
      class: row.class_id,
      className: names.get(row.class_id) ?? "",
      publishedAt: row.published_at,
    })),
  );
}
