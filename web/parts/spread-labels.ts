/**
 * How far labels at the ends of lines must move so that none covers another.
 *
 * @param values     the last value of each line
 * @param perPixel   values that one pixel stands for
 * @param gap        pixels that a label needs
 * @returns pixels downwards for each label, in the order of `values`
 */
export function spreadLabels(values: readonly number[], perPixel: number, gap: number): number[] {
  const places = values.map((value, index) => ({ index, at: -value / Math.max(perPixel, 1e-9) }));
  const moved = places.toSorted((a, b) => a.at - b.at || a.index - b.index);
  const offsets: number[] = values.map(() => 0);
  let floor = Number.NEGATIVE_INFINITY;
  for (const { index, at } of moved) {
    const shown = Math.max(at, floor);
    offsets[index] = shown - at;
    floor = shown + gap;
  }
  return offsets;
}
