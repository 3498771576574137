/**
 * Signs that one person decides for two stores: the same name in both logs, or one store deciding
 * right after the other day after day and never at the same time. People who share a computer look
 * the same; so this is only ever a question.
 */
import type { Question } from "./question.ts";
import { eachPair, storesOf, type SignedEntry } from "./signed-entry.ts";

/** Days with decisions of both, from which on their order tells anything. */
const bothDaysLeast = 4;
/** Of those days, on which one came right after the other. */
const afterShareLeast = 0.9;
/** Seconds between the last decision of one and the first of the other: who changes over thinks. */
const pauseMax = 900;
/** A day tells nothing where more of the class than this decided at about the same time. */
const aroundShareMax = 0.25;

export function samePerson(entries: readonly SignedEntry[]): readonly Question[] {
  const questions: Question[] = [];
  for (const person of [...new Set(entries.map(({ author }) => author))].sort()) {
    const own = entries.filter(({ author }) => author === person);
    eachPair(storesOf(own), (a, b) => {
      const days = [...new Set(own.filter(({ store }) => store === b).map(({ day }) => day))];
      const last = Math.max(...own.filter(({ store }) => store === a).map(({ day }) => day));
      // Who moved from one team to another decides for both, one after the other.
      const first = Math.min(...own.filter(({ store }) => store === a).map(({ day }) => day));
      const hasMoved = days.every((day) => day >= last) || days.every((day) => day <= first);
      if (hasMoved) return;
      questions.push({ kind: "same-person", stores: [a, b], person, days: days.sort(byNumber) });
    });
  }
  return questions;
}

const byNumber = (a: number, b: number) => a - b;

/** When a store decided on a day, by day. */
type Times = ReadonlyMap<number, { readonly from: number; readonly to: number }>;

export function oneAfterOther(entries: readonly SignedEntry[]): readonly Question[] {
  const stores = storesOf(entries);
  const times = new Map(stores.map((store) => [store, timesOf(entries, store)]));
  const questions: Question[] = [];
  eachPair(stores, (a, b) => {
    const [of, other] = [times.get(a)!, times.get(b)!];
    const both = [...of.keys()].filter((day) => other.has(day)).sort(byNumber);
    if (both.some((day) => pauseBetween(of.get(day)!, other.get(day)!) < 0)) return;
    const telling = both.filter((day) => !isLesson(times, a, b, day));
    if (telling.length < bothDaysLeast) return;
    const pauses = telling.map((day) => pauseBetween(of.get(day)!, other.get(day)!));
    const days = telling.filter((_, at) => pauses[at]! <= pauseMax);
    if (days.length < afterShareLeast * telling.length) return;
    const longest = Math.max(...pauses.filter((pause) => pause <= pauseMax));
    questions.push({
      kind: "one-after-other",
      stores: [a, b],
      days,
      bothDays: telling.length,
      pauseMax: longest,
    });
  });
  return questions;
}

/** Whether much of the class decided around the two: then they are near to one another anyway. */
function isLesson(times: ReadonlyMap<number, Times>, a: number, b: number, day: number): boolean {
  const [one, other] = [times.get(a)!.get(day)!, times.get(b)!.get(day)!];
  const from = Math.min(one.from, other.from) - pauseMax;
  const to = Math.max(one.to, other.to) + pauseMax;
  let all = 0;
  let around = 0;
  for (const [store, days] of times) {
    const its = days.get(day);
    if (its === undefined || store === a || store === b) continue;
    all++;
    if (its.to >= from && its.from <= to) around++;
  }
  return around > aroundShareMax * all;
}

function timesOf(entries: readonly SignedEntry[], store: number): Times {
  const times = new Map<number, { from: number; to: number }>();
  for (const { store: of, day, atSecond } of entries) {
    if (of !== store) continue;
    const known = times.get(day) ?? { from: atSecond, to: atSecond };
    times.set(day, {
      from: Math.min(known.from, atSecond),
      to: Math.max(known.to, atSecond),
    });
  }
  return times;
}

/** Seconds from the end of one to the begin of the other; below 0 when they overlap. */
function pauseBetween(
  a: { readonly from: number; readonly to: number },
  b: { readonly from: number; readonly to: number },
): number {
  return Math.max(b.from - a.to, a.from - b.to);
}
