/** Drafts of this kind are made by a rewind alone: they hold what was decided and withdrawn. */
export const returnedPrefix = "returned/";
