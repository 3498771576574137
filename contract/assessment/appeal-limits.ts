/** Characters of an appeal and of an answer to it. */
export const appealTextMax = 3_000;
/** Pieces of evidence that an answer names. */
export const appealVoidsMax = 500;
/** Pieces that a file lists, the newest; there are rarely a tenth of that. */
export const filePiecesMax = 3_000;
/** Raters whom a file counts. */
export const fileRatersMax = 200;
/** Appeals that are listed. */
export const appealsMax = 500;
