/** Whether a posting is of this trade at all. */
import { plainText } from "./plain.ts";

/** Words that speak for the trade, and words of titles that speak against it. */
export interface GateWords {
  readonly strong: readonly string[];
  readonly negativeTitles: readonly string[];
}

export interface GateVerdict {
  /** Twice the hits in the title, and each different word of the text once. */
  readonly score: number;
  readonly isRelevant: boolean;
  /** The words that were found, in title and text. */
  readonly hits: readonly string[];
  /** The word of the title that shut the gate. */
  readonly against: string | null;
}

/** A word in the title or two in the text. */
export const gateScoreMin = 2;

/** Asks the gate. Words are compared in lower case, whatever their width. */
export function askGate(
  { title, description }: { readonly title: string; readonly description: string },
  words: GateWords,
): GateVerdict {
  const [head, body] = [plainText(title), plainText(description)];
  const hits: string[] = [];
  let score = 0;
  for (const word of words.strong) {
    const inTitle = countOf(head, word);
    const isInText = body.includes(word);
    if (inTitle > 0 || isInText) hits.push(word);
    score += 2 * inTitle + (isInText ? 1 : 0);
  }
  const against = words.negativeTitles.find((word) => head.includes(word)) ?? null;
  return { score, isRelevant: score >= gateScoreMin && against === null, hits, against };
}

function countOf(text: string, word: string): number {
  let count = 0;
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length))
    count += 1;
  return count;
}
