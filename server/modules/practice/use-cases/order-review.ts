import type { OrderView } from "@echelon/contract/practice/orders.ts";
import { reviewThemes } from "@echelon/kernel/market/state/tables.ts";
import { reviewSentence } from "../engine/review-sentences.ts";
import type { ResultRow } from "../store/report-store.ts";
import { type CohortFates, endsOf, orderId, type Place } from "./order-fate.ts";
import type { PlacedOrder } from "./open-order.ts";

type Review = ResultRow<"reviews">;

/**
 * Which order each review of a day's orders belongs to. The engine draws reviews for cohorts; each
 * goes to the first order, by place in its cohort, that has none yet and whose parcel arrived
 * before the review and as late as it says. Later reviews change nothing that was told.
 *
 * @param reviews  in the order in which they appeared
 */
export function reviewsOf(
  orders: readonly PlacedOrder[],
  places: ReadonlyMap<string, Place>,
  fates: CohortFates,
  reviews: readonly Review[],
): ReadonlyMap<string, Review> {
  const waiting = orders
    .map((order) => ({ order, id: orderId(order), place: places.get(orderId(order))! }))
    .toSorted((a, b) => a.place.first - b.place.first);
  const found = new Map<string, Review>();
  for (const review of reviews) {
    const writer = waiting.find(
      ({ order, id, place }) =>
        !found.has(id) &&
        order.sale.offer === review.offer &&
        order.sale.market === review.market &&
        hasArrived(order, endsOf(fates, order, place), review),
    );
    if (writer !== undefined) found.set(writer.id, review);
  }
  return found;
}

function hasArrived(
  { day, sale }: PlacedOrder,
  ends: ReturnType<typeof endsOf>,
  review: Review,
): boolean {
  return ends.some((end) => {
    const late = Math.max(0, end.day - day - sale.promiseDays);
    return end.event === "delivered" && end.day < review.day && late === review.lateDays;
  });
}

/** A review as a person reads it. */
export function reviewTold({ stars, day, theme, wording }: Review): OrderView["review"] {
  const text = reviewSentence(reviewThemes[theme] ?? "quality", stars, wording);
  return { stars, day, text };
}
