/** A class's gradebook as it stands now: rules, parts, what a teacher entered, what comes of it. */
import { isDeepStrictEqual } from "node:util";
import {
  type GradeCell,
  type GradeRow,
  GradeRules,
  type GradebookView,
  type PublishedGrade,
} from "@echelon/contract/assessment/gradebook.ts";
import { gradeParts } from "@echelon/contract/assessment/gradebook-limits.ts";
import { classGrade } from "@echelon/kernel/assessment/grade/class-grade.ts";
import type { Means } from "../../platform/module.ts";
import { studentsOf } from "../teaching/index.ts";
import { type GatheredGrades, gatherGrades } from "./gather-grades.ts";
import {
  finalColumn,
  lastPublished,
  readGradebook,
  readGradeComments,
  readGradeMarks,
} from "./store/gradebook-store.ts";

/** What a class's grade is until its teacher says otherwise (talent.md 4.5; our choice). */
const usualRules: GradeRules = {
  weights: { outcome: 40, process: 25, reflection: 20, mentor: 15, exams: 0 },
  columns: [],
  usesPeers: true,
  seasonsLeftOut: [],
  passTenths: 600,
};

/** A row with what the sheet and the report need besides. */
export interface ComposedRow extends GradeRow {
  readonly username: string | null;
}

export interface ComposedGradebook extends Omit<GradebookView, "rows"> {
  readonly rows: readonly ComposedRow[];
  readonly gathered: GatheredGrades;
}

/** The parts in the order of the rules, with their weights. */
export const weighed = ({ weights, columns }: GradeRules) => [
  ...gradeParts.map((part) => ({ part: part as string, name: null, weight: weights[part] })),
  ...columns.map(({ id, name, weight }) => ({ part: id, name, weight })),
];

/** A grade with all that it is made of, as its student reads it. */
export type FrozenGrade = Omit<PublishedGrade, "class" | "className" | "publishedAt">;

/** What a row comes to; null where nothing was worked out and nothing entered. */
export function frozenGrade(
  { rules, empty }: Pick<GradebookView, "rules" | "empty">,
  row: Pick<GradeRow, "cells" | "factorMilli" | "worked" | "final" | "comment">,
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

export async function composeGradebook(means: Means, classId: string): Promise<ComposedGradebook> {
  const sql = means.database;
  const kept = await readGradebook(sql, classId);
  const rules = kept === undefined ? usualRules : GradeRules.parse(kept.rules);
  const students = await studentsOf(sql, classId);
  const leftOut = new Set(rules.seasonsLeftOut);
  const gathered = await gatherGrades(means, sql, classId, leftOut);
  const entered = Map.groupBy(await readGradeMarks(sql, classId), (row) => row.person_id);
  const comments = await readGradeComments(sql, classId);
  const published = await lastPublished(sql, classId);
  const places = weighed(rules);
  const cellsOf = (person: string): GradeCell[] =>
    places.map(({ part }) => ({
      part,
      tenths:
        (gathered.parts as Readonly<Record<string, ReadonlyMap<string, number>>>)[part]?.get(
          person,
        ) ?? enteredIn(entered.get(person), part),
    }));
  const cells = new Map(students.map(({ person }) => [person, cellsOf(person)]));
  const isHeld = places.map((_, at) => [...cells.values()].some((own) => own[at]!.tenths !== null));
  const empty = places.flatMap(({ part }, at) => (isHeld[at] === true ? [] : [part]));
  const times = [...published.values()].map((row) => row.published_at.getTime());
  return {
    rules,
    revision: kept?.revision ?? 0,
    empty,
    publishedAt: times.length === 0 ? null : new Date(Math.max(...times)),
    seasons: gathered.seasons.map(({ season: id, name, day, days }) => ({
      id,
      name,
      day,
      days,
      counts: !leftOut.has(id),
    })),
    gathered,
    rows: students.map(({ person, name, number, username }) => {
      const own = cells.get(person)!;
      const factorMilli = rules.usesPeers ? (gathered.factors.get(person) ?? null) : null;
      const parts = own.map(({ tenths }, at) => {
        return { tenths, weight: places[at]!.weight, isHeld: isHeld[at]! };
      });
      const graded = {
        cells: own,
        factorMilli,
        worked: classGrade(parts, factorMilli),
        final: enteredIn(entered.get(person), finalColumn),
        comment: comments.get(person) ?? "",
      };
      const told = published.get(person);
      return {
        person,
        name,
        number,
        username,
        ...graded,
        published: told?.tenths ?? null,
        isChanged:
          told !== undefined &&
          !isDeepStrictEqual(told.grade, frozenGrade({ rules, empty }, graded)),
      };
    }),
  };
}

const enteredIn = (
  rows: readonly { readonly column_id: string; readonly tenths: number }[] = [],
  column: string,
): number | null => rows.find((row) => row.column_id === column)?.tenths ?? null;
