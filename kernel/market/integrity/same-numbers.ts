/**
 * Stores that decide the same numbers about the same things within a few days, in nearly all that
 * could have differed. Prices that stood on the shelf may be followed by anybody: they count on the
 * day itself only, before the other's could be seen.
 */
import { decidedNumbers, type DecidedNumber, type IsGiven } from "./decided-numbers.ts";
import type { NumbersAlike, Question } from "./question.ts";
import { eachPair, storesOf, type SignedEntry } from "./signed-entry.ts";

/** Agreement from which on it is worth asking, of so many numbers at least. */
const agreementLeast = 0.9;
const matchesLeast = 6;
/** Days between the two decisions at most. */
const lagDaysMax = 3;
/** Numbers this close are the same. */
const closeness = 0.01;
/** Days that are looked at together: who copies need not do so all the time. */
const spanDays = 7;

export function sameNumbers(
  entries: readonly SignedEntry[],
  isGiven: IsGiven,
): readonly Question[] {
  const numbers = decidedNumbers(entries, isGiven);
  const lastDay = entries.reduce((last, { day }) => Math.max(last, day), 0);
  const questions: Question[] = [];
  eachPair(storesOf(entries), (a, b) => {
    const of = (store: number) => numbers.filter(({ ref }) => ref.store === store);
    const best = bestSpan(of(a), of(b), lastDay);
    if (best !== null) questions.push({ kind: "same-numbers", stores: [a, b], ...best });
  });
  return questions;
}

type Span = {
  readonly matches: readonly NumbersAlike[];
  readonly compared: number;
  readonly from: number;
  readonly to: number;
};

/** The days with the most matches among those on which nearly all of one store's matches. */
function bestSpan(
  a: readonly DecidedNumber[],
  b: readonly DecidedNumber[],
  lastDay: number,
): Span | null {
  let best: Span | null = null;
  const spans = [{ from: 1, to: lastDay }];
  for (let from = 1; from + spanDays - 1 < lastDay; from++) {
    spans.push({ from, to: from + spanDays - 1 });
  }
  for (const { from, to } of spans) {
    for (const isTurned of [false, true]) {
      const [one, other] = isTurned ? [b, a] : [a, b];
      const own = one.filter(({ ref, isFree }) => isFree && ref.day >= from && ref.day <= to);
      if (own.length < matchesLeast) continue;
      const span = { from, to, ...compare(own, other, isTurned) };
      if (span.matches.length < matchesLeast) continue;
      if (span.matches.length < agreementLeast * span.compared) continue;
      if (best === null || span.matches.length > best.matches.length) best = span;
    }
  }
  return best;
}

/**
 * Matches each number with one of the other store's about the same thing, each of which serves
 * once.
 *
 * @param isTurned  whether the other store is to stand first
 */
export function compare(
  own: readonly DecidedNumber[],
  others: readonly DecidedNumber[],
  isTurned = false,
): { readonly matches: readonly NumbersAlike[]; readonly compared: number } {
  const matches: NumbersAlike[] = [];
  const taken = new Set<DecidedNumber>();
  let seen = 0;
  for (const one of own) {
    const fits = others.filter((candidate) => !taken.has(candidate) && isMatch(one, candidate));
    const [other] = fits.toSorted(
      (x, y) => Math.abs(x.ref.day - one.ref.day) - Math.abs(y.ref.day - one.ref.day),
    );
    if (other === undefined) continue;
    taken.add(other);
    const couldBeSeen = one.isPublic && one.ref.day !== other.ref.day;
    if (couldBeSeen || !other.isFree) {
      seen++;
      continue;
    }
    const [first, second] = isTurned ? [other, one] : [one, other];
    matches.push({
      entries: [first.ref, second.ref],
      kind: one.kind,
      about: one.about,
      values: [first.value, second.value],
    });
  }
  return { matches, compared: own.length - seen };
}

function isMatch(one: DecidedNumber, other: DecidedNumber): boolean {
  const isNear = Math.abs(one.value - other.value) <= closeness * Math.max(one.value, other.value);
  const isSoon = Math.abs(one.ref.day - other.ref.day) <= lagDaysMax;
  return one.kind === other.kind && one.about === other.about && isSoon && isNear;
}
