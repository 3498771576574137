/** What postings are sorted by: the texts of roles and competencies, and what labels taught. */
import { type Cutter } from "./cut-words.ts";
import type { RankWords } from "./echelon-points.ts";
import type { GateWords } from "./gate.ts";
import { plainText } from "./plain.ts";
import { countWords, vectorSpace, type VectorSpace } from "./text-vectors.ts";

/** A role as the framework has it. */
export interface RoleText {
  readonly id: string;
  /** Titles that vacancies of the role carry, in any language. */
  readonly titles: readonly string[];
  readonly text: string;
}

export interface CompetencyText {
  readonly id: string;
  readonly names: readonly string[];
  readonly text: string;
}

/** Words of labeled postings by role, each counted once a posting. */
export type LearnedWords = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface ModelTexts {
  readonly roles: readonly RoleText[];
  /** Echelons from the first on. */
  readonly echelons: readonly [string, string, string];
  readonly competencies: readonly CompetencyText[];
  readonly gate: GateWords;
  readonly ranks: RankWords;
}

export interface PostingModel {
  readonly texts: ModelTexts;
  readonly cut: Cutter;
  readonly roles: VectorSpace;
  readonly roleTitles: readonly (readonly string[])[];
  readonly competencies: VectorSpace;
  readonly competencyNames: readonly (readonly string[])[];
}

/** Makes a model ready for many postings. */
export function postingModel(texts: ModelTexts, learned: LearnedWords, cut: Cutter): PostingModel {
  const lower = (words: readonly string[]) =>
    words.map(plainText).filter((word) => word.length >= 2);
  return {
    texts,
    cut,
    roles: vectorSpace(
      texts.roles.map(({ id, text }) => ({ id, words: withLearned(cut(text), learned[id]) })),
    ),
    roleTitles: texts.roles.map(({ titles }) => lower(titles)),
    competencies: vectorSpace(
      texts.competencies.map(({ id, text }) => ({ id, words: countWords(cut(text)) })),
    ),
    competencyNames: texts.competencies.map(({ names }) => lower(names)),
  };
}

function withLearned(words: readonly string[], learned: LearnedWords[string] = {}) {
  const counts = countWords(words);
  for (const word of Object.keys(learned).toSorted())
    counts.set(word, (counts.get(word) ?? 0) + learned[word]!);
  return counts;
}

/** A posting whose role somebody named. */
export interface LabeledPosting {
  readonly role: string;
  readonly title: string;
  readonly description: string;
}

/** What labels teach. Their order does not matter. */
export function learnWords(labeled: readonly LabeledPosting[], cut: Cutter): LearnedWords {
  const learned = new Map<string, Map<string, number>>();
  for (const { role, title, description } of labeled) {
    const counts = learned.get(role) ?? new Map<string, number>();
    for (const word of new Set([...cut(title), ...cut(description)]))
      counts.set(word, (counts.get(word) ?? 0) + 1);
    learned.set(role, counts);
  }
  return Object.fromEntries(
    [...learned.keys()]
      .toSorted()
      .map((role) => [
        role,
        Object.fromEntries([...learned.get(role)!].toSorted(([a], [b]) => (a < b ? -1 : 1))),
      ]),
  );
}
