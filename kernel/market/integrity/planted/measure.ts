/** How much of what was planted is asked about, and how much of what is asked was planted. */
import type { Question, QuestionKind } from "../question.ts";
import type { Planted } from "./planted-cases.ts";

export type Found = {
  /** Planted cases, and those of them that some question is about. */
  readonly planted: number;
  readonly found: number;
  /** Questions, and those of them that are about a planted case. */
  readonly asked: number;
  readonly right: number;
};

export class Tally {
  readonly #kinds = new Map<QuestionKind, Found>();

  /**
   * Counts a season.
   *
   * @param matches  whether a question is about a planted case
   */
  add(
    planted: readonly Planted[],
    questions: readonly Question[],
    matches: (question: Question, one: Planted) => boolean = isAbout,
  ): void {
    for (const one of planted) {
      const isFound = questions.some((question) => matches(question, one));
      this.#count(one.kind, { planted: 1, found: isFound ? 1 : 0, asked: 0, right: 0 });
    }
    for (const question of questions) {
      const isRight = planted.some((one) => matches(question, one) || isUneven(question, one));
      this.#count(question.kind, { planted: 0, found: 0, asked: 1, right: isRight ? 1 : 0 });
    }
  }

  #count(kind: QuestionKind, more: Found): void {
    const so = this.#kinds.get(kind) ?? { planted: 0, found: 0, asked: 0, right: 0 };
    this.#kinds.set(kind, {
      planted: so.planted + more.planted,
      found: so.found + more.found,
      asked: so.asked + more.asked,
      right: so.right + more.right,
    });
  }

  kinds(): readonly (Found & { readonly kind: QuestionKind; recall: number; precision: number })[] {
    return [...this.#kinds].map(([kind, found]) => ({
      kind,
      ...found,
      recall: found.planted === 0 ? 1 : found.found / found.planted,
      precision: found.asked === 0 ? 1 : found.right / found.asked,
    }));
  }
}

/** Where one member of a team does nothing another does more, and the other way round. */
function isUneven(question: Question, one: Planted): boolean {
  return "shareBp" in question && one.person !== undefined && one.stores[0] === question.stores[0];
}

/** The same kind of question about the same stores, and the same person where there is one. */
export function isAbout(question: Question, one: Planted): boolean {
  if (question.kind !== one.kind) return false;
  if (one.person !== undefined && (!("person" in question) || question.person !== one.person)) {
    return false;
  }
  return (
    question.stores.length === one.stores.length &&
    question.stores.every((store) => one.stores.includes(store))
  );
}
