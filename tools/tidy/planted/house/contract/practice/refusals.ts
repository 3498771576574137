export const refusals = {
  "practice/day-closed": 409,
} as const;
