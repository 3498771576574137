/** What somebody has answered, and what of it the server has acknowledged; no line, no clock. */
import { examLimits } from "@echelon/contract/assessment/exam-limits.ts";
import type { Answer } from "../../api/client.ts";

type Sitting = Answer<"POST /assessment/exams/:exam/sitting">;
export type KeptAnswer = Sitting["answers"][number];
export type GivenAnswer = KeptAnswer["answer"];

/** An answer here, with the revision up to which the server has it. */
export type OwnAnswer = KeptAnswer & { readonly saved: number };
export type Answers = Readonly<Record<number, OwnAnswer>>;

/** Answers, and what was typed here that another machine's answer stands instead of. */
export interface Merged {
  readonly answers: Answers;
  readonly aside: readonly KeptAnswer[];
}

/** Whether something was said that does not stand; who only marked for later has lost no word. */
const isLost = (said: GivenAnswer, stands: GivenAnswer): boolean =>
  isAnswered(said) && JSON.stringify(said) !== JSON.stringify(stands);

/** The first revision of a turn: whatever was written in an earlier one has a lower one. */
const firstOf = (turn: number): number => turn * examLimits.turnRevisions + 1;

/**
 * The server's answers with those that this browser had not got through: of two the one with the
 * higher revision stands, as on the server, so what a later machine wrote does, however much was
 * typed here before. What does not stand is given back: nothing is lost without a word.
 *
 * @param turn  the one in which this machine writes now; what still stands is said in it again
 */
export function mergeAnswers(
  kept: readonly KeptAnswer[],
  waiting: readonly KeptAnswer[],
  turn: number,
): Merged {
  const answers: Record<number, OwnAnswer> = {};
  const aside: KeptAnswer[] = [];
  for (const one of kept) answers[one.place] = { ...one, saved: one.revision };
  for (const one of waiting) {
    const known = answers[one.place];
    if (known === undefined || known.revision < one.revision) {
      const revision = Math.max(one.revision, firstOf(turn));
      answers[one.place] = { ...one, revision, saved: known?.revision ?? 0 };
    } else if (isLost(one.answer, known.answer)) aside.push(one);
  }
  return { answers, aside };
}

/** The answers after a change of one, which the server does not have yet. */
export function changeAnswer(
  answers: Answers,
  place: number,
  change: Partial<Pick<OwnAnswer, "answer" | "isForLater">>,
  turn: number,
): Answers {
  const fresh = { place, revision: 0, answer: null, isForLater: false, saved: 0 };
  const known = answers[place] ?? fresh;
  const revision = Math.max(known.revision + 1, firstOf(turn));
  return { ...answers, [place]: { ...known, ...change, revision } };
}

/** What the server does not have yet. */
export const waitingOf = (answers: Answers): KeptAnswer[] =>
  Object.values(answers)
    .filter(({ revision, saved }) => revision > saved)
    .map(({ saved: _, ...one }) => one);

/**
 * The answers after the server has said what it has: where that is newer than what is here, another
 * page wrote it, and it stands.
 */
export function afterSaving(answers: Answers, told: readonly KeptAnswer[]): Merged {
  const next: Record<number, OwnAnswer> = { ...answers };
  const aside: KeptAnswer[] = [];
  for (const one of told) {
    const here = next[one.place];
    const isNewer = here === undefined || here.revision <= one.revision;
    next[one.place] = isNewer
      ? { ...one, saved: one.revision }
      : { ...here, saved: Math.max(here.saved, one.revision) };
    const isWaiting = here !== undefined && here.revision > here.saved;
    if (isNewer && isWaiting && isLost(here.answer, one.answer)) {
      const { saved: _, ...typed } = here;
      aside.push(typed);
    }
  }
  return { answers: next, aside };
}

/** Of one question the one that was set aside last. */
export function keepAside(
  aside: readonly KeptAnswer[],
  more: readonly KeptAnswer[],
): readonly KeptAnswer[] {
  const places = new Set(more.map(({ place }) => place));
  return [...aside.filter(({ place }) => !places.has(place)), ...more].toSorted(
    (a, b) => a.place - b.place,
  );
}

/** Whether something was answered: a cleared line is nothing. */
export function isAnswered(answer: GivenAnswer | undefined): boolean {
  if (answer === null || answer === undefined) return false;
  if ("chosen" in answer) return answer.chosen.length > 0;
  if ("matches" in answer) return answer.matches.some((match) => match !== null);
  return "isTrue" in answer || answer.text.trim() !== "";
}

/** Seconds as `1:05:09` or `5:09`. */
export function clockText(seconds: number): string {
  const two = (part: number) => String(part).padStart(2, "0");
  const hours = Math.floor(seconds / 3_600);
  const minutes = Math.floor(seconds / 60) % 60;
  const rest = `${two(seconds % 60)}`;
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
}
