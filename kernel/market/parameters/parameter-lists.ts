/** Last parts of the names of parameters that form a list. */
export const segmentNames = [
  "bargain",
  "thrifty",
  "reviewReader",
  "balanced",
  "careful",
  "hurried",
  "quality",
  "premium",
] as const;
export const segmentCount = segmentNames.length;
export const depthNames = ["0", "1", "2", "3", "4"] as const;
export const sliceNames = ["0", "1", "2", "3"] as const;
/** From Monday. */
export const weekdayNames = ["0", "1", "2", "3", "4", "5", "6"] as const;
