export const guideSteps = ["select", "publish", "price", "shipping", "advertise", "close"] as const;
export type GuideStep = (typeof guideSteps)[number];

/**
 * How far the guided day has come. Steps may be taken in any order; the next one is the first that
 * is not done. A season without advertising has one step less.
 */
export function guideProgress(
  done: readonly GuideStep[],
  hasAds: boolean,
): {
  steps: { step: GuideStep; isDone: boolean }[];
  next: GuideStep | null;
  isOver: boolean;
} {
  const steps = guideSteps
    .filter((step) => hasAds || step !== "advertise")
    .map((step) => ({ step, isDone: done.includes(step) }));
  const next = steps.find(({ isDone }) => !isDone)?.step ?? null;
  return { steps, next, isOver: next === null };
}

/** Whether one of the products can be advertised; before any is chosen, any. */
export const mayAdvertise = (offers: readonly { readonly onHand: number }[]): boolean =>
  offers.length === 0 || offers.some(({ onHand }) => onHand > 0);
