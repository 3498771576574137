import { PublishedGrade } from "@echelon/contract/assessment/gradebook.ts";
import { type Outcome, ok, refuse } from "@echelon/contract/platform/outcome.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import type { Means } from "../../../platform/module.ts";
import { classNames } from "../../teaching/index.ts";
import {
  type ComposedGradebook,
  type ComposedRow,
  composeGradebook,
  weighed,
} from "../compose-gradebook.ts";
import { insertPublished, lastPublished, publishedTo } from "../store/gradebook-store.ts";
import { findGradedClass } from "./set-grades.ts";

/** A grade with all that it is made of, as its student reads it. */
export type FrozenGrade = Omit<PublishedGrade, "class" | "className" | "publishedAt">;

/** What a row comes to; null where nothing was worked out and nothing entered. */
export function frozenGrade(
  { rules, empty }: ComposedGradebook,
  row: ComposedRow,
): FrozenGrade | null {
  const tenths = row.final ?? row.worked;
  if (tenths === null) return null;
  return {
    tenths,
    hasPassed: tenths >= rules.passTenths,
    passTenths: rules.passTenths,
    worked: row.worked,
    factorMilli: row.factorMilli,
    comment: row.comment,
    cells: weighed(rules).map((place, at) => ({
      ...place,
      tenths: row.cells[at]!.tenths,
      isEmpty: empty.includes(place.part),
    })),
  };
}

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
