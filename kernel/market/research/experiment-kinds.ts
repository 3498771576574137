/** What may be tried on a listing, by what, and how it may end. Stored by place: append only. */
export const experimentFields = ["price", "fee", "promise", "content"] as const;
export type ExperimentField = (typeof experimentFields)[number];

export const experimentMeasures = ["orders", "clicks", "revenue"] as const;
export type ExperimentMeasure = (typeof experimentMeasures)[number];

export const experimentVerdicts = ["A", "B", "none"] as const;
export type ExperimentVerdict = (typeof experimentVerdicts)[number];
