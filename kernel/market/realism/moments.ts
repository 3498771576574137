/** All moments of the scorecard, in the order in which it is read. */
import type { Moment } from "./moment.ts";
import { afterSalesMoments } from "./moments/after-sales-moments.ts";
import { advertisingMoments } from "./moments/advertising-moments.ts";
import { calendarMoments } from "./moments/calendar-moments.ts";
import { concentrationMoments } from "./moments/concentration-moments.ts";
import { deliveryMoments } from "./moments/delivery-moments.ts";
import { priceMoments } from "./moments/price-moments.ts";
import { reviewMoments } from "./moments/review-moments.ts";
import { shoppingMoments } from "./moments/shopping-moments.ts";

export const moments: readonly Moment[] = [
  ...priceMoments,
  ...advertisingMoments,
  ...shoppingMoments,
  ...concentrationMoments,
  ...deliveryMoments,
  ...afterSalesMoments,
  ...reviewMoments,
  ...calendarMoments,
];
