/** What somebody has answered, and what of it the server has acknowledged; no line, no clock. */
import type { Answer } from "../../api/client.ts";

type Sitting = Answer<"POST /assessment/exams/:exam/sitting">;
export type KeptAnswer = Sitting["answers"][number];
export type GivenAnswer = KeptAnswer["answer"];

/** An answer here, with the revision up to which the server has it. */
export type OwnAnswer = KeptAnswer & { readonly saved: number };
export type Answers = Readonly<Record<number, OwnAnswer>>;

/**
 * The server's answers with those that this browser had not got through: of two the one with the
 * higher revision stands, as on the server.
 */
export function mergeAnswers(kept: readonly KeptAnswer[], waiting: readonly KeptAnswer[]): Answers {
  const merged: Record<number, OwnAnswer> = {};
  for (const one of kept) merged[one.place] = { ...one, saved: one.revision };
  for (const one of waiting) {
    const known = merged[one.place];
    if (known !== undefined && known.revision >= one.revision) continue;
    merged[one.place] = { ...one, saved: known?.revision ?? 0 };
  }
  return merged;
}

/** The answers after a change of one: a revision more, which the server does not have yet. */
export function changeAnswer(
  answers: Answers,
  place: number,
  change: Partial<Pick<OwnAnswer, "answer" | "isForLater">>,
): Answers {
  const known = answers[place] ?? { place, revision: 0, answer: null, isForLater: false, saved: 0 };
  return { ...answers, [place]: { ...known, ...change, revision: known.revision + 1 } };
}

/** What the server does not have yet. */
export const waitingOf = (answers: Answers): KeptAnswer[] =>
  Object.values(answers)
    .filter(({ revision, saved }) => revision > saved)
    .map(({ saved: _, ...one }) => one);

/**
 * The answers after the server has said what it has: where that is newer than what is here, another
 * machine wrote it, and it stands.
 */
export function afterSaving(answers: Answers, told: readonly KeptAnswer[]): Answers {
  const next: Record<number, OwnAnswer> = { ...answers };
  for (const one of told) {
    const here = next[one.place];
    next[one.place] =
      here !== undefined && here.revision > one.revision
        ? { ...here, saved: Math.max(here.saved, one.revision) }
        : { ...one, saved: one.revision };
  }
  return next;
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
