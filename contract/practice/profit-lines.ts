/** Lines of a season's profit: sales less every cost. `other` is what the first six leave. */
export const profitLines = [
  "sales",
  "goods",
  "commission",
  "shipping",
  "duty",
  "ads",
  "other",
] as const;
export type ProfitLine = (typeof profitLines)[number];
