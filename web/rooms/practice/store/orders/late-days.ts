type Step = { readonly event: string; readonly day: number; readonly isDone: boolean };

/**
 * Days by which the last parcel came later than promised. One that never came is not late: it is
 * lost, refused or sent back, which the journey says.
 */
export function lateDaysOf(steps: readonly Step[], promisedOn: number): number {
  const arrivals = steps.filter(({ event, isDone }) => event === "delivered" && isDone);
  return arrivals.reduce((most, { day }) => Math.max(most, day - promisedOn), 0);
}
