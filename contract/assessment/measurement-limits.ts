/** Of learning measurements, where forms and shapes both need them. */
export const measurementLimits = {
  /** Of one class; each takes a class an hour, twice. */
  ofClassMax: 40,
  /** The newest of a school, as its head sees them side by side. */
  ofSchoolShown: 60,
  minutesMin: 5,
  minutesMax: 120,
  minutesUsual: 25,
  /** Groups of fewer people are not told of to who does not teach them. */
  groupMin: 5,
  /** The newest seasons of a class whose scores are compared. */
  seasonsShown: 5,
} as const;

/** The state of a measurement: before, between and after the two tests, and when both are over. */
export const measurementStates = ["before", "between", "after", "over"] as const;
export type MeasurementState = (typeof measurementStates)[number];
export const testMoments = ["before", "after"] as const;
export type TestMoment = (typeof testMoments)[number];
/** What became of one person: both tests, one of them alone, or neither as far as it counts. */
export const takenParts = ["both", "before", "after", "none"] as const;
