/** Classifies some postings in a thread of its own: two thousand a second are too many to wait. */
import type { PostingReasons } from "@echelon/contract/planning/postings.ts";
import {
  type Classified,
  classifyPosting,
  type PostingText,
} from "@echelon/kernel/planning/demand/classify-posting.ts";
import type { LearnedWords } from "@echelon/kernel/planning/demand/posting-model.ts";
import { cutterName, modelOf } from "../posting-texts.ts";

export interface ClassifyInput {
  readonly learned: LearnedWords;
  readonly postings: readonly (PostingText & { readonly id: string })[];
}

/** A posting's class as its row keeps it. */
export interface ClassifiedRow {
  readonly id: string;
  readonly gate_score: number;
  readonly is_relevant: boolean;
  readonly role: string | null;
  readonly second_role: string | null;
  readonly echelon_points: number;
  readonly competencies: readonly string[];
  readonly confidence_ppm: number;
  readonly is_queued: boolean;
  readonly reasons: PostingReasons;
}

export function run({ learned, postings }: ClassifyInput): ClassifiedRow[] {
  const model = modelOf(learned);
  return postings.map(({ id, ...text }) => rowOf(id, classifyPosting(text, model)));
}

const ppm = 1_000_000;

function rowOf(id: string, classified: Classified): ClassifiedRow {
  const { gate, roles, echelon, competencies, confidence, isUncertain } = classified;
  return {
    id,
    gate_score: gate.score,
    is_relevant: gate.isRelevant,
    role: roles[0]?.role ?? null,
    second_role: roles[1]?.role ?? null,
    echelon_points: echelon.years + echelon.title + echelon.leading,
    competencies,
    confidence_ppm: Math.round(confidence * ppm),
    is_queued: isUncertain,
    reasons: {
      gateScore: gate.score,
      gateWords: [...gate.hits],
      against: gate.against,
      roles: roles.map(({ role, score, titles, words }) => ({
        role,
        score,
        titles: titles.map((title) => title.slice(0, 60)),
        words: words.map(({ word, share }) => ({ word: word.slice(0, 60), share })),
      })),
      points: echelon,
      cutter: cutterName,
    },
  };
}
