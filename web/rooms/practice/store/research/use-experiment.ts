import { useState } from "react";
import type { Wish } from "../use-store.ts";
import type { Listing as Words } from "./content-arm.tsx";
import type { Research } from "./research-answer.ts";
import { type Field, scaleOf } from "./use-arms.ts";

export type Listing = Research["experiments"]["listings"][number];
export const measures = ["orders", "clicks", "revenue"] as const;
export type TrialMeasure = (typeof measures)[number];
type Start = Extract<Wish, { kind: "start-experiment" }>;

export const keyOf = ({ sku, market }: Listing) => `${sku}/${market}`;

/** What stands now: where arm A begins. */
const standing = (listing: Listing, field: Field): number =>
  ({
    price: listing.priceMinor,
    fee: listing.feeMinor,
    promise: listing.promiseDays,
    content: 0,
  })[field];

type Plan = {
  readonly field: Field;
  /** Arms as typed: whole units of money, or days. */
  readonly a: number | null;
  readonly b: number | null;
  readonly words: Words | null;
  readonly days: number | null;
  /** Percent. */
  readonly share: number | null;
  readonly measure: TrialMeasure;
  readonly hypothesis: string;
};

/** An experiment while it is planned: its parts, and the wish once it is whole. */
export function useExperiment(listings: readonly Listing[], daysMost: number) {
  const [place, setPlace] = useState(keyOf(listings[0]!));
  const listing = listings.find((one) => keyOf(one) === place) ?? listings[0]!;
  const [plan, setPlan] = useState<Plan>({
    field: "price",
    a: null,
    b: null,
    words: null,
    days: Math.min(7, daysMost),
    share: 50,
    measure: "orders",
    hypothesis: "",
  });
  const set = (change: Partial<Plan>) => setPlan((before) => ({ ...before, ...change }));
  const anew = { a: null, b: null, words: null };
  const armA = plan.a ?? standing(listing, plan.field) / scaleOf(plan.field, listing.currency);
  return {
    plan,
    set,
    listing,
    place,
    armA,
    wish: wishOf(listing, plan, armA),
    choosePlace: (next: string) => {
      setPlace(next);
      set(anew);
    },
    chooseField: (field: Field) => set({ ...anew, field }),
    clear: () => set({ ...anew, hypothesis: "" }),
  };
}

export type Planned = ReturnType<typeof useExperiment>;

function wishOf({ sku, market, currency }: Listing, plan: Plan, armA: number): Start | null {
  const { field, b, words, days, share, measure, hypothesis } = plan;
  if (days === null || share === null) return null;
  const shareBp = Math.round(share * 100);
  const rest = { sku, market, shareBp, days, measure, hypothesis };
  if (field === "content") {
    if (words === null) return null;
    return { kind: "start-experiment", ...rest, arms: { field, listing: words } };
  }
  if (b === null) return null;
  const whole = (value: number) => Math.round(value * scaleOf(field, currency));
  return { kind: "start-experiment", ...rest, arms: { field, a: whole(armA), b: whole(b) } };
}
