import {
  loadReviews,
  type ReviewSentence,
  type ReviewTheme,
  sentencesOf,
} from "@echelon/atlas/buyers.ts";

let reviews: readonly ReviewSentence[] | undefined;

/** What a buyer wrote: a sentence of the theme and stars, the same for the same wording key. */
export function reviewSentence(
  theme: ReviewTheme,
  stars: number,
  wording: number,
): { zh: string; en: string } {
  reviews ??= loadReviews();
  const fitting = sentencesOf(reviews, theme, stars);
  return fitting[wording % Math.max(1, fitting.length)]?.text ?? { zh: "", en: "" };
}
