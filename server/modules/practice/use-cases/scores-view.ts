import type { CreativeView, ListingScores } from "@echelon/contract/practice/decision.ts";
import type { CreativeScoring } from "@echelon/kernel/market/listing/score-creative.ts";
import type { ListingScoring } from "@echelon/kernel/market/listing/score-listing.ts";

/** The scores of a listing's words as the editor shows them. */
export function scoresView({ scores, parts, hints }: ListingScoring): ListingScores {
  return {
    contentMilli: scores.contentMilli,
    claimMilli: scores.claimMilli,
    relevance: [...scores.relevance],
    parts: {
      photo: parts.photoMilli,
      title: parts.titleMilli,
      language: parts.languageMilli,
      attributes: parts.attributesMilli,
    },
    hints: hints.slice(0, 20).map(({ code, facts }) => ({ code, facts: { ...facts } })),
  };
}

/** How well a text for people off the market does, as its composer shows it. */
export const creativeView = ({ fitMilli, hints }: CreativeScoring): CreativeView => ({
  fitMilli,
  hints: hints.map(({ code, facts }) => ({ code, facts: { ...facts } })),
});
