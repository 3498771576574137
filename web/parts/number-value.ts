/** The number in what a field holds; null for none. A field may hold "25." or "25.00" as text. */
export function numberIn(typed: string | number): number | null {
  const value = typeof typed === "number" ? typed : typed.trim() === "" ? NaN : Number(typed);
  return Number.isFinite(value) ? value : null;
}

/** Digits that a number has behind its point, at most so many. */
export function digitsOf(value: number, most: number): number {
  for (let digits = 0; digits < most; digits++) {
    const scale = 10 ** digits;
    if (Math.round(value * scale) / scale === value) return digits;
  }
  return most;
}

/** On which side of its bounds a number is; null within them, and for no number. */
export function sideOutside(
  value: number | null,
  min: number = -Infinity,
  max: number = Infinity,
): "below" | "above" | null {
  if (value === null || (value >= min && value <= max)) return null;
  return value < min ? "below" : "above";
}
