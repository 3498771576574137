/** Everything that can be wrong with a course. */
export const courseFindingCodes = [
  "unreadable",
  "misnamed",
  "shape",
  "missing-language",
  "text-form",
  "not-parallel",
  "sum-form",
  "sum-wrong",
  "part-missing",
  "length",
  "count",
  "duplicate-id",
  "dangling-reference",
  "unreached",
  "timetable-hours",
  "timetable-lessons",
  "picture-form",
  "answers",
  "forms-unlike",
  "test-item-asked",
  "anchors-alike",
] as const;
export type CourseFindingCode = (typeof courseFindingCodes)[number];

/** One fault, and where it stands: the file, then the way into it. */
export interface CourseFinding {
  readonly code: CourseFindingCode;
  readonly path: string;
  readonly facts: Readonly<Record<string, string | number>>;
}

export function courseFinding(
  code: CourseFindingCode,
  path: string,
  facts: CourseFinding["facts"] = {},
): CourseFinding {
  return { code, path, facts };
}
