/** How mastery is told: never as a number of three digits. From little to much. */
export const masteryBands = ["too-little-seen", "not-yet", "nearly", "mastered"] as const;
export type MasteryBand = (typeof masteryBands)[number];
