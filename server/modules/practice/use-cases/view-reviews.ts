import type { ReviewRow, ReviewsView } from "@echelon/contract/practice/orders.ts";
import { type Outcome, ok } from "@echelon/contract/platform/outcome.ts";
import { reviewThemes } from "@echelon/kernel/market/state/tables.ts";
import type { Caller } from "../../../platform/http/caller.ts";
import { reviewSentence } from "../engine/review-sentences.ts";
import type { PracticeMeans } from "../means.ts";
import { countStars, newestReviews, type ResultRow } from "../store/report-store.ts";
import { labelOf, marketOf, openDesk, type Desk } from "./open-desk.ts";

const reviewsShown = 200;

/** What buyers wrote, newest first, with the count of each number of stars. */
export async function viewReviews(
  means: PracticeMeans,
  caller: Caller,
  season: string,
  store: number,
): Promise<Outcome<ReviewsView>> {
  const opened = await openDesk(means, caller, season, store);
  if (!opened.ok) return opened;
  const desk = opened.value;
  const sql = means.database;
  const stars = await countStars(sql, season, store, desk.closed);
  const newest = await newestReviews(sql, season, store, desk.closed, reviewsShown);
  const reviews = stars.reduce((sum, count) => sum + count, 0);
  const total = stars.reduce((sum, count, index) => sum + count * (index + 1), 0);
  return ok({
    ratingMilli: reviews === 0 ? 0 : Math.round((total * 1_000) / reviews),
    reviews,
    stars,
    items: newest.map((row) => reviewRow(desk, row)),
  });
}

export function reviewRow(desk: Desk, row: ResultRow<"reviews">): ReviewRow {
  const theme = reviewThemes[row.theme] ?? "quality";
  return {
    day: row.day,
    ...labelOf(desk, row.offer),
    market: marketOf(desk, row.market),
    stars: row.stars,
    theme,
    text: reviewSentence(theme, row.stars, row.wording),
    lateDays: row.lateDays,
  };
}
