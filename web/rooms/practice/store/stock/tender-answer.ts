import type { Answer } from "../../../../api/client.ts";
import type { Wish } from "../use-store.ts";

export type TendersAnswer = Answer<"GET /practice/seasons/:season/stores/:store/tenders">;
export type OpenTender = TendersAnswer["open"][number];
export type ClosedTender = TendersAnswer["closed"][number];

/** A bid, with the product taken up first where the store does not carry it yet. */
export function bidWishes(
  { tender, sku, isSelected }: Pick<OpenTender, "tender" | "sku" | "isSelected">,
  unitMinor: number | null,
  units: number | null,
): Wish[] {
  if (unitMinor === null || units === null || unitMinor < 1 || units < 1) return [];
  const bid: Wish = { kind: "bid-tender", tender, unitMinor, units };
  return isSelected ? [bid] : [{ kind: "select-product", sku }, bid];
}
