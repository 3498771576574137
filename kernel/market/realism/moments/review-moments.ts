/** What reviews do to sales, and what they look like (market.md section 13). */
import { log } from "../../../number/log.ts";
import type { State } from "../../state/state.ts";
import { counted, type Measured, type Moment } from "../moment.ts";
import type { Subject } from "../subject.ts";
import { dealSets, logRatio, meanOf, sumOver } from "../treated-sets.ts";

const you = "You, Vadakkepatt, Joshi 2015: volume .236, valence .417";
const floyd = "Floyd et al. 2014: means .35 and .69, to be verified";
const hu = "Hu, Pavlou, Zhang 2009: J-shaped by purchase and under-reporting bias";

const trialDays = 7;
const deal = 4;
/** Part by which the mean of the stars rises, up to five. */
const better = 1.1;

/** Raises the mean of an offer's stars; their variance stays, as far as a mean so high allows. */
function praise({ reviewCount, starSum, starSquareSum }: State, row: number): void {
  const count = reviewCount[row]!;
  if (count === 0) return;
  const mean = starSum[row]! / count;
  const variance = Math.max(0, starSquareSum[row]! / count - mean * mean);
  const sum = Math.min(5 * count, Math.floor(starSum[row]! * better + 0.5));
  const raised = sum / count;
  // On a scale from 1 to 5 no more variance fits around the mean.
  const kept = Math.min(variance, (5 - raised) * (raised - 1));
  starSum[row] = sum;
  starSquareSum[row] = Math.floor(count * (kept + raised * raised) + 0.5);
}

function repeatReviews({ reviewCount, starSum, starSquareSum }: State, row: number): void {
  for (const column of [reviewCount, starSum, starSquareSum]) column[row]! *= 2;
}

type Trial = {
  /** Logarithm of units treated over untreated. */
  readonly gained: number;
  /** Means over the set, weighed with what the offers sold untreated. */
  readonly logMean: number;
  readonly stars: number;
};

const known = new WeakMap<Subject, readonly Trial[]>();

/** Stars of a twentieth of the offers at a time are raised. */
function praised(subject: Subject): readonly Trial[] {
  const done = known.get(subject);
  if (done !== undefined) return done;
  const { season, trial, untreated } = subject.laboratory();
  const before = untreated(trialDays).units;
  const made = setsOf(subject).map((set) => {
    const means = (state: State) => set.map((row) => meanStars(state, row));
    const old = means(season.state);
    let now = old;
    const { units } = trial(trialDays, (state) => {
      set.forEach((row) => praise(state, row));
      now = means(state);
    });
    const weights = set.map((row) => before[row]!);
    return {
      gained: logRatio(sumOver(units, set), sumOver(before, set)),
      logMean: weighed(
        old.map((mean, i) => log(now[i]! / mean)),
        weights,
      ),
      stars: weighed(
        old.map((mean, i) => now[i]! - mean),
        weights,
      ),
    };
  });
  known.set(subject, made);
  return made;
}

const setsOf = ({ laboratory }: Subject) => {
  const { season } = laboratory();
  return dealSets(season.state.offerCount[0]!, 20, deal, season.seed);
};

/** Mean stars; any number stands for the mean of none, for it does not change. */
const meanStars = ({ reviewCount, starSum }: State, row: number) =>
  reviewCount[row] === 0 ? 1 : starSum[row]! / reviewCount[row]!;

function weighed(values: readonly number[], weights: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return values.reduce((sum, value, i) => sum + value * weights[i]!, 0) / total;
}

const valence = (subject: Subject): Measured =>
  meanOf(praised(subject).map(({ gained, logMean }) => gained / logMean));

/** Per cent more sales for one star more. */
const gainAStar = (subject: Subject): Measured =>
  meanOf(praised(subject).map(({ gained, stars }) => (100 * gained) / stars));

function volume(subject: Subject): Measured {
  const { trial, untreated } = subject.laboratory();
  const before = untreated(trialDays).units;
  return meanOf(
    setsOf(subject).map((set) => {
      const { units } = trial(trialDays, (state) =>
        set.forEach((row) => repeatReviews(state, row)),
      );
      return logRatio(sumOver(units, set), sumOver(before, set)) / log(2);
    }),
  );
}

const shareOf =
  (stars: number) =>
  ({ observation }: Subject): Measured => {
    const { reviewsOfStars } = observation();
    const all = reviewsOfStars.reduce((sum, one) => sum + one, 0);
    return counted((100 * reviewsOfStars[stars]!) / all);
  };

function oneStarToTwo({ observation }: Subject): Measured {
  const { reviewsOfStars } = observation();
  return counted(reviewsOfStars[1]! / reviewsOfStars[2]!);
}

const row = (
  name: string,
  unit: string,
  [lo, hi]: readonly [number, number],
  source: string,
  measure: Moment["measure"],
): Moment => ({ name, unit, lo, hi, isHard: false, source, verified: false, measure });

export const reviewMoments: readonly Moment[] = [
  row("reviews.valence", "", [0.3, 1], `${you}; ${floyd}`, valence),
  row("reviews.volume", "", [0.15, 0.35], `${you}; ${floyd}`, volume),
  row("reviews.gainAStar", "%", [8, 20], "Luca 2011: +5-9 %, restaurants only", gainAStar),
  row("reviews.fiveStars", "%", [50, 70], hu, shareOf(5)),
  row("reviews.oneStar", "%", [6, 15], hu, shareOf(1)),
  row("reviews.oneStarToTwo", "times", [1, 10], hu, oneStarToTwo),
];
