/** Limits of what is typed; by themselves, so that the web leaves the validator behind. */
export const statementCharsMax = 2_000;
/** Training that somebody logs: its topic, and hours of a day. */
export const trainingTopicCharsMax = 200;
export const trainingHoursMax = 8;
/** Of a strategy's targets: thousandths of a star, and basis points of the median price. */
export const ratingMilliRange = { least: 1_000, most: 5_000 } as const;
export const priceIndexBpRange = { least: 1_000, most: 100_000 } as const;
/** Minor units of the books. */
export const financeMinorMax = 1_000_000_000_000;

export const panelSampleMin = 50;
export const panelSampleMax = 2_000;

export const cubicMetersMax = 1_000;
export const roomDaysMax = 180;

/** The size of an event of whatever kind, basis points; the market takes less of some kinds. */
export const eventSizeBpRange = { least: -5_000, most: 100_000 } as const;
/** How long an event acts, how long ahead it is announced, and why, as a teacher writes it. */
export const eventDaysMax = 60;
export const eventNoticeDaysMax = 30;
export const eventNoteCharsMax = 400;

/** Help or a penalty of the steward: minor units of the books. */
export const adjustmentMinorMax = 1_000_000_000;
