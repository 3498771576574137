/**
 * The shape of a platform profile: fees, service levels, metrics, health, tiers, points, actions.
 * The market counts and applies; the profile decides. Every row is dated and says how well it is
 * known.
 */
import { z } from "zod";
import { Amount, Certainty, DayText, Source, Text } from "../vocabulary.ts";

/** What the order log counts; a metric is a ratio of two of these. */
export const countNames = [
  "ordersDue",
  "shippedLate",
  "cancelledBySeller",
  "validlyTracked",
  "deliveredOnPromise",
  "defective",
  "refundedForFault",
  "disputes",
  "answeredInTime",
  "questions",
  "chargebacks",
] as const;

const Share = z.int().min(0).max(10_000);
const Id = z.string().regex(/^[a-z][a-z0-9-]*$/);
const dated = {
  from: DayText,
  to: DayText.nullable(),
  certainty: Certainty,
  sources: z.array(Source).min(1),
};

const Fee = z
  .strictObject({
    id: Id,
    name: Text,
    basis: z.enum(["item-price", "order-total", "per-unit", "monthly"]),
    rateBp: Share.exactOptional(),
    amount: Amount.exactOptional(),
    /** Ids of `atlas/categories`; none is every category that no other row of the id names. */
    categories: z.array(z.string().regex(/^x-[a-z0-9-]+$/)),
    ...dated,
  })
  .refine((fee) => (fee.rateBp === undefined) !== (fee.amount === undefined), {
    error: "a fee is a rate or an amount, never both",
  });

const ServiceLevel = z.strictObject({
  id: Id,
  name: Text,
  /** Days allowed; 0 where the promise is the listing's own. */
  days: z.int().min(0).max(120),
  /** What counts as proof that it was kept. */
  provedBy: z.enum(["carrier-scan", "valid-tracking", "delivery"]),
  ...dated,
});

const Metric = z.strictObject({
  id: Id,
  name: Text,
  numerator: z.enum(countNames),
  denominator: z.enum(countNames),
  windowDays: z.int().min(1).max(365),
  is: z.enum(["at-most", "at-least"]),
  targetBp: Share,
  /** Below this many in the denominator the metric says nothing. */
  ordersMin: z.int().min(1),
  ...dated,
});

/** One addend of the health score: its weight times what the metric comes to. */
const HealthPart = z.strictObject({
  metric: Id,
  weightBp: Share,
  /** For a metric that should be low: the share at which nothing of the weight is left. */
  zeroAtBp: Share.exactOptional(),
});

const Tier = z.strictObject({
  id: z.string().regex(/^[A-Z]$/),
  healthMinBp: Share,
  /** Added to the commission; negative is a discount. */
  commissionBp: z.int().min(-10_000).max(10_000),
  payoutDays: z.int().min(0).max(60),
  rankBonusMilli: z.int().min(-1000).max(1000),
});

const Point = z.strictObject({
  breach: Id,
  name: Text,
  points: z.int().min(1),
  resetDays: z.int().min(1),
  ...dated,
});

const Action = z.strictObject({
  id: Id,
  name: Text,
  when: z.strictObject({
    metrics: z.array(Id).min(1),
    /** Beyond these, basis points, by metric in the same order. */
    beyondBp: z.array(Share).min(1),
    /** Days in a row; 0 acts at once. */
    forDays: z.int().min(0),
  }),
  does: z.enum(["warn", "cap-orders", "throttle", "fine", "withhold-payout", "suspend"]),
  /** Thousandths of rank for `throttle`, days for `suspend`, orders for `cap-orders`; else 0. */
  value: z.int().min(0),
  ...dated,
});

export const ProfileFile = z.strictObject({
  schema: z.literal("platform-profile/1"),
  names: Text,
  /** What it is like, and that it is not it. */
  resembles: Text,
  listing: z.strictObject({
    titleCharactersMax: z.int().min(10).max(500),
    keywordsMax: z.int().min(1).max(50),
    promotionWords: z.strictObject({ zh: z.array(z.string()), en: z.array(z.string()) }),
    needsResponsiblePerson: z.array(z.string().regex(/^[a-z]{2}$/)),
    certainty: Certainty,
    sources: z.array(Source).min(1),
  }),
  fees: z.array(Fee).min(1),
  serviceLevels: z.array(ServiceLevel).min(1),
  metrics: z.array(Metric).min(1),
  health: z.array(HealthPart).min(1),
  tiers: z.array(Tier).min(1),
  points: z.array(Point),
  actions: z.array(Action),
});

export type PlatformProfile = { readonly id: string } & Readonly<z.output<typeof ProfileFile>>;
