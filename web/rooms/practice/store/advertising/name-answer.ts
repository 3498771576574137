import type { Answer } from "../../../../api/client.ts";
import type { Wish } from "../use-store.ts";

export const nameBidsDoes = "GET /practice/seasons/:season/stores/:store/name-bids";
export type NameBids = Answer<typeof nameBidsDoes>;
export type NameBid = NameBids["bids"][number];

export type NameForm = {
  readonly campaign: number | null;
  readonly sku: string | null;
  readonly store: number | null;
  readonly bidTicks: number | null;
};

/** The bid that a form stands for; none while something is missing. */
export function nameWishes({ campaign, sku, store, bidTicks }: NameForm): Wish[] {
  if (campaign === null || sku === null || store === null) return [];
  if (bidTicks === null || bidTicks <= 0) return [];
  return [{ kind: "bid-on-name", campaign, sku, store, bidTicks }];
}

/** What of a form is missing: key of the part's texts, or undefined. */
export function nameFault({ campaign, sku, store, bidTicks }: NameForm): string | undefined {
  if (campaign === null) return "needCampaign";
  if (sku === null) return "ads.needProduct";
  if (store === null) return "needStore";
  return bidTicks === null || bidTicks <= 0 ? "ads.needBid" : undefined;
}

/** The wish that takes a bid back. */
export const takeBack = ({ campaign, sku, named }: NameBid): Wish => ({
  kind: "bid-on-name",
  campaign,
  sku,
  store: named.store,
  bidTicks: 0,
});

/**
 * Part of the orders through paid places that would have come without them, basis points from 0 to
 * 10,000; null where there were none.
 */
export function anywayBp(attributedMilli: number, addedMilli: number): number | null {
  if (attributedMilli <= 0) return null;
  const anyway = Math.round((10_000 * (attributedMilli - addedMilli)) / attributedMilli);
  return Math.min(10_000, Math.max(0, anyway));
}
