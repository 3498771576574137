/** Characters of what somebody says against a piece of evidence, and of the answer. */
export const contestTextMax = 1_000;
