/** What becomes of a store that hands nothing in, from the mildest rule to the strictest. */
export const absences = ["carry-forward", "apply-draft", "autopilot"] as const;
