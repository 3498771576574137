/**
 * Points of a hundred from the thousandths of a score; "" where there is not enough to say, which a
 * table prints as nothing and sorts before every number.
 */
export const pointsOf = (milli: number): number | "" => (milli < 0 ? "" : milli / 10);

/** The same as a person reads it: one digit, or a dash. */
export function pointsText(milli: number, number: (value: number, digits: number) => string) {
  const points = pointsOf(milli);
  return points === "" ? "–" : number(points, 1);
}
