/** Characters of what an assignment asks for, of a work, and of a rater's note. */
export const titleMax = 80;
export const briefMax = 4_000;
export const workMax = 20_000;
export const markNoteMax = 1_000;
/** Competencies that one assignment is marked by. */
export const criteriaMax = 8;
