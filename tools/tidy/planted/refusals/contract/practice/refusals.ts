export const refusals = {
  "practice/day-closed": 409,
  "practice/cash-short": 422,
  "practice/DayOver": "conflict",
  "teaching/no-such-code": 404,
  "practice/unsaid": 404,
} as const;
