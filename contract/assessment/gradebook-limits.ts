/** Limits and parts of a class's gradebook, for forms as well as for the server. */
export const gradeLimits = {
  /** Columns of the teacher's own. */
  columnsMax: 6,
  columnCharsMax: 40,
  commentCharsMax: 500,
  /** Of one part; all weights together are a hundred. */
  weightMax: 100,
  gradesMax: 200,
  seasonsMax: 200,
} as const;

/** What the house knows by itself; the rest is the teacher's own. */
export const gradeParts = ["outcome", "process", "reflection", "mentor", "exams"] as const;
export type GradePartId = (typeof gradeParts)[number];
