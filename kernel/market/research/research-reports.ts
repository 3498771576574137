/** The reports a store may buy. Their places are stored in rows: append, never reorder. */
export const researchReports = ["keywords", "demand"] as const;
export type ResearchReport = (typeof researchReports)[number];
