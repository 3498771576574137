/** How far a posting asks somebody to have come: years, title, pay and leading others. */
import { plainText } from "./plain.ts";

/** Words of titles by rank, and words of those who lead. */
export interface RankWords {
  /** First for who carries out, second for who answers for a thing, third for who leads. */
  readonly titles: readonly [readonly string[], readonly string[], readonly string[]];
  /** Whoever has these is a beginner, whatever else the title says: a head's assistant. */
  readonly beginners: readonly string[];
  readonly leading: readonly string[];
}

/** Points in tenths, so that sums are whole. */
export interface EchelonPoints {
  readonly years: number;
  readonly title: number;
  readonly leading: number;
}

const yearsPoints = 4;
const titlePoints = 4;
const leadingPoints = 2;
const payPoints = 1;
const middleYears = 2;
const seniorYears = 5;
/** Points in tenths from which an echelon is the second and the third. */
const echelonFrom = [7, 14] as const;

/**
 * @param yearsMin years of experience asked for; null where nothing was said, which counts as none
 */
export function echelonPoints(
  said: { readonly title: string; readonly description: string; readonly yearsMin: number | null },
  words: RankWords,
): EchelonPoints {
  const years = said.yearsMin ?? 0;
  const ofYears = years >= seniorYears ? 2 : years >= middleYears ? 1 : 0;
  const title = plainText(said.title);
  const text = plainText(`${said.title} ${said.description}`);
  const names = (of: readonly string[]) => of.some((word) => title.includes(word));
  const rank = names(words.beginners) ? 0 : words.titles.findLastIndex(names);
  return {
    years: yearsPoints * ofYears,
    title: titlePoints * (rank === -1 ? ofYears : rank),
    leading: words.leading.some((word) => text.includes(word)) ? leadingPoints : 0,
  };
}

/**
 * The place of the echelon, 0 to 2.
 *
 * @param points sum of `EchelonPoints`, in tenths
 * @param third 0 to 2: the third of the pay in the same city and role that this one is in
 */
export function echelonPlaceOf(points: number, third: number): number {
  const sum = points + payPoints * third;
  return sum < echelonFrom[0] ? 0 : sum < echelonFrom[1] ? 1 : 2;
}

/** Where pay is cut in thirds: the two values a third and two thirds of all lie below. */
export function payThirds(pays: readonly number[]): readonly [number, number] | null {
  if (pays.length < 3) return null;
  const sorted = pays.toSorted((a, b) => a - b);
  return [sorted[Math.floor(sorted.length / 3)]!, sorted[Math.floor((2 * sorted.length) / 3)]!];
}

/** The third a pay is in; the middle one where nothing is known to compare with. */
export function payThird(pay: number | null, cuts: readonly [number, number] | null): number {
  if (pay === null || cuts === null) return 1;
  return pay < cuts[0] ? 0 : pay < cuts[1] ? 1 : 2;
}
