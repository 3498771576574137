import type { Saying } from "../saying.ts";

const missing = "listing/term-missing";

/** Hints with those about single missing words said once, with all of the words. */
export function joinedHints(hints: readonly Saying[], comma: string): Saying[] {
  const terms = hints.filter(({ code }) => code === missing).map(({ facts }) => facts["term"]);
  const others = hints.filter(({ code }) => code !== missing);
  if (terms.length === 0) return others;
  return [...others, { code: missing, facts: { term: [...new Set(terms)].join(comma) } }];
}
