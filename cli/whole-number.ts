/** A whole number of an argument within bounds, or null. */
export function wholeNumber(text: string | boolean, least: number, most: number): number | null {
  if (typeof text !== "string" || !/^\d{1,15}$/.test(text)) return null;
  const value = Number(text);
  return value >= least && value <= most ? value : null;
}
