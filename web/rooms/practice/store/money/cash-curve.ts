/** A day of the cash curve, minor units of the books; null where the day is not on that side. */
export type CashPoint = {
  readonly day: number;
  readonly cashMinor: number | null;
  readonly heldMinor: number | null;
  /** Cash that is expected when everything that is due comes and goes, and nothing else. */
  readonly expectedMinor: number | null;
};

type Past = { readonly day: number; readonly cashMinor: number; readonly heldMinor: number };
type Due = { readonly day: number; readonly amountMinor: number };

/**
 * Cash by day: what was, and from the last closed day on what the known payments will make of it.
 *
 * @param opening cash before the first close
 */
export function cashCurve(
  past: readonly Past[],
  due: readonly Due[],
  opening: number,
): CashPoint[] {
  const last = past.at(-1);
  const start = last ?? { day: 0, cashMinor: opening, heldMinor: 0 };
  const points: CashPoint[] = past.map((one) => ({
    day: one.day,
    cashMinor: one.cashMinor,
    heldMinor: one.heldMinor,
    expectedMinor: one === last ? one.cashMinor : null,
  }));
  if (last === undefined) {
    points.push({ day: 0, cashMinor: opening, heldMinor: 0, expectedMinor: opening });
  }
  const end = due.reduce((latest, { day }) => Math.max(latest, day), start.day);
  let expected = start.cashMinor;
  for (let day = start.day + 1; day <= end; day += 1) {
    expected += due.reduce((sum, one) => (one.day === day ? sum + one.amountMinor : sum), 0);
    points.push({ day, cashMinor: null, heldMinor: null, expectedMinor: expected });
  }
  return points;
}

/** The lowest expected cash and its day; null when nothing is due. */
export function lowestExpected(points: readonly CashPoint[]): CashPoint | null {
  const ahead = points.filter(({ cashMinor }) => cashMinor === null);
  return ahead.reduce<CashPoint | null>(
    (least, one) =>
      least === null || (one.expectedMinor ?? 0) < (least.expectedMinor ?? 0) ? one : least,
    null,
  );
}
