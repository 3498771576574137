/** What is read from logged decisions, by kind. */
import type { StoreDecision } from "@echelon/kernel/market/decisions/decision.ts";
import { decisionLimits } from "@echelon/kernel/market/decisions/decision-limits.ts";

type Logged = { readonly decision: { readonly kind: string } };

type OfKind<Entry extends Logged, Kind extends StoreDecision["kind"]> = Omit<Entry, "decision"> & {
  readonly decision: Extract<StoreDecision, { kind: Kind }>;
};

/** The entries of some kinds of decision, in their order. */
export const ofKind = <Entry extends Logged, Kind extends StoreDecision["kind"]>(
  log: readonly Entry[],
  ...kinds: readonly Kind[]
) =>
  log.filter(({ decision }) =>
    (kinds as readonly string[]).includes(decision.kind),
  ) as unknown as OfKind<Entry, Kind>[];

/** Place within its store of the offer of that number. */
export const placeOfOffer = (offer: number): number => offer % decisionLimits.offerPlacesMax;
