/** Bounds of placement that screens need too: this file imports nothing. */

/** Most places that one student may rank; the kernel reads a round under the same bound. */
export const choicesMax = 30;
/** Of a round that comes as a file. */
export const instanceStudentsMax = 1_000_000;
export const instancePlacesMax = 100_000;
export const instanceRegionsMax = 10_000;
