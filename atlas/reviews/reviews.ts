/**
 * What buyers write under their stars: short sentences by theme and star, in English and in the
 * Chinese that is shown beside it. The season decides star and theme; the caller draws among the
 * sentences that fit.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** What a review speaks of. */
export const reviewThemes = ["quality", "delivery", "value", "described", "packaging"] as const;

const Review = z
  .strictObject({
    theme: z.enum(reviewThemes),
    star: z.int().min(1).max(5),
    text: z
      .strictObject({ zh: z.string().min(1).max(60), en: z.string().min(1).max(90) })
      .readonly(),
  })
  .readonly();

export type ReviewTheme = (typeof reviewThemes)[number];
export type ReviewSentence = z.infer<typeof Review>;

/** Every sentence, in the order of the file, frozen. Throws with every fault found. */
export function loadReviews(folder: string = import.meta.dirname): readonly ReviewSentence[] {
  const text = readFileSync(join(folder, "reviews.json"), "utf8");
  return z.array(Review).readonly().parse(JSON.parse(text));
}

/** The sentences that fit a theme and a star; never empty for the project's own list. */
export function sentencesOf(
  reviews: readonly ReviewSentence[],
  theme: ReviewTheme,
  star: number,
): readonly ReviewSentence[] {
  return reviews.filter((review) => review.theme === theme && review.star === star);
}
