/** The term of a date as Chinese schools count: the first one lasts from August to January. */
export function termOf(year: number, month: number): { from: number; half: 1 | 2 } {
  if (month >= 8) return { from: year, half: 1 };
  return { from: year - 1, half: month === 1 ? 1 : 2 };
}
