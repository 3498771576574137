/** What the scorings know of a store on a day; money in minor units of the books' currency. */
export type StoreRecord = {
  readonly store: number;
  /** Bots of skill .25 and masters that opened with everybody draw the line; others none. */
  readonly par: "low" | "high" | null;
  /** What it started with. */
  readonly capitalMinor: number;
  /** Equity with goods at a share of cost and without help: `worthOf` of the score. */
  readonly worthMinor: number;
  /** The same so many days before, or the capital where it entered since. */
  readonly worthBeforeMinor: number;
  readonly daysBefore: number;
  /** Mean equity at the ends of its days. */
  readonly meanEquityMinor: number;
  /** What it owes suppliers and banks, and all it owns. */
  readonly debtMinor: number;
  readonly assetsMinor: number;
  /** Percent that S3 adds. */
  readonly points: number;
  /** Mean stars with prior, thousandths of a star. */
  readonly ratingMilli: number;
  readonly revenueMinor: number;
  readonly adsMinor: number;
  /** S1 and its profit part, thousandths; -1 where there is not enough to say. */
  readonly scoreMilli: number;
  readonly profitMilli: number;
  /** S1 at the closes of the last four rounds, the latest first. */
  readonly roundScores: readonly number[];
  /** What its season's checklist says of it; null where there is none, or of a bot. */
  readonly tasks: TaskRecord | null;
};

export type TaskRecord = {
  /** Share of all points, basis points. */
  readonly reachedBp: number;
  /** Share of the balanced score in what ranks; the same for all stores of a season. */
  readonly operationsBp: number;
};

/** What beginners and masters reach. */
export type Line = { readonly low: number; readonly high: number };
