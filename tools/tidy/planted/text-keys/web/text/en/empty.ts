export const empty = {};
