/** A store as a checklist sees it: evidence, and listings as its decisions left them. */
import type { ListingScores, ListingText, StoreDecision } from "../decisions/decision.ts";
import { decisionLimits } from "../decisions/decision-limits.ts";
import { noticeKinds } from "../state/tables.ts";
import type { World } from "../world/world.ts";
import type { DecidedEntry, StoreEvidence } from "./evidence.ts";

/** A listing by the decisions about it. */
export type DecidedListing = {
  readonly sku: string;
  readonly market: string;
  /** Number of its offer. */
  readonly offer: number;
  /** As it stands. */
  readonly last: WrittenListing;
  readonly isUp: boolean;
  /** The template by which it ships; null without one. */
  readonly shipping: DecidedEntry | null;
  /** Its price as it was last said, and the entries that changed it. */
  readonly priceMinor: number;
  readonly prices: readonly DecidedEntry[];
};

export type WrittenListing = {
  readonly entry: DecidedEntry;
  readonly listing: ListingText;
  readonly scores: ListingScores;
};

export type Subject = {
  readonly world: World;
  readonly evidence: StoreEvidence;
  /** Decisions that stood at the close, by number. */
  readonly entries: readonly DecidedEntry[];
  readonly listings: readonly DecidedListing[];
  readonly skuOfOffer: ReadonlyMap<number, string>;
};

type OfKind<Kind extends StoreDecision["kind"]> = Omit<DecidedEntry, "decision"> & {
  readonly decision: Extract<StoreDecision, { kind: Kind }>;
};

/** The entries of some kinds of decision, by number. */
export const decided = <Kind extends StoreDecision["kind"]>(
  { entries }: Pick<Subject, "entries">,
  ...kinds: readonly Kind[]
) =>
  entries.filter(({ decision }) =>
    (kinds as readonly string[]).includes(decision.kind),
  ) as unknown as OfKind<Kind>[];

const refusedAtClose = noticeKinds.indexOf("decision-refused");

export function subjectOf(world: World, evidence: StoreEvidence): Subject {
  const { notices, store } = evidence;
  const refused = new Set(
    notices.filter(({ kind }) => kind === refusedAtClose).map(({ subject }) => subject),
  );
  const entries = evidence.entries
    .filter(({ number }) => !refused.has(number))
    .toSorted((a, b) => a.number - b.number);
  const skuOfOffer = new Map(
    decided({ entries }, "select-product").map(({ decision: { place, sku } }) => [
      store * decisionLimits.offerPlacesMax + place,
      sku,
    ]),
  );
  return { world, evidence, entries, listings: listingsOf(entries, skuOfOffer), skuOfOffer };
}

type Draft = { -readonly [Key in keyof DecidedListing]: DecidedListing[Key] };

/** Listings that were ever published; those of a dropped product are no longer up. */
function listingsOf(
  entries: readonly DecidedEntry[],
  skuOfOffer: ReadonlyMap<number, string>,
): readonly DecidedListing[] {
  const offerOf = new Map([...skuOfOffer].map(([offer, sku]) => [sku, offer]));
  const found = new Map<string, Draft>();
  const shipping = new Map<string, DecidedEntry>();
  for (const entry of entries) {
    const { decision } = entry;
    if (decision.kind === "drop-product") {
      for (const one of found.values()) if (one.sku === decision.sku) one.isUp = false;
      continue;
    }
    if (!("sku" in decision && "market" in decision) || decision.sku === undefined) continue;
    const key = `${decision.sku}/${decision.market}`;
    if (decision.kind === "set-shipping") shipping.set(key, entry);
    if (decision.kind === "publish-listing") {
      const { sku, market, listing, scores, priceMinor } = decision;
      const last = { entry, listing, scores };
      const known = found.get(key);
      found.set(key, {
        sku,
        market,
        offer: offerOf.get(sku) ?? -1,
        last,
        isUp: true,
        shipping: null,
        priceMinor,
        prices: known?.prices ?? [],
      });
      continue;
    }
    const one = found.get(key);
    if (one !== undefined) carry(one, entry);
  }
  for (const [key, one] of found) one.shipping = shipping.get(key) ?? null;
  return [...found.values()];
}

function carry(one: Draft, entry: DecidedEntry): void {
  const { decision } = entry;
  if (decision.kind === "edit-listing") {
    one.last = { entry, listing: decision.listing, scores: decision.scores };
  }
  if (decision.kind === "withdraw-listing") one.isUp = false;
  if (decision.kind === "relist-listing") one.isUp = true;
  // A list price may be set beside a price that stays: that changes no price.
  if (decision.kind === "set-price" && decision.priceMinor !== one.priceMinor) {
    one.priceMinor = decision.priceMinor;
    one.prices = [...one.prices, entry];
  }
}
