/** What a store decides about promotions, and about what it promises for after the sale. */
import type { PromotionKind } from "../promotions/promotion-kinds.ts";

export type OfferDecision =
  | {
      readonly kind: "run-promotion";
      readonly sku: string;
      readonly market: string;
      /** Left out it is a price cut. */
      readonly promotion?: PromotionKind | undefined;
      /** Discount, basis points; 0 of a price cut ends the one that runs. */
      readonly depthBp: number;
      /** Season days, both inclusive. */
      readonly from: number;
      readonly to: number;
      /** Slices of the day in which a flash sale runs. */
      readonly slices?: readonly number[] | undefined;
      /** Least pieces of an order, or every how many one is cheaper. */
      readonly pieces?: number | undefined;
      /** What an order must come to, and what is off then; minor units of the market's currency. */
      readonly overMinor?: number | undefined;
      readonly offMinor?: number | undefined;
      /** The other products of a bundle, by SKU: one to four, on sale in the same market. */
      readonly others?: readonly string[] | undefined;
      /** The most units it may sell, of a bundle sets; 0 or left out for any number. */
      readonly capUnits?: number | undefined;
    }
  | {
      readonly kind: "end-promotion";
      readonly sku: string;
      readonly market: string;
      readonly promotion: PromotionKind;
    }
  | {
      readonly kind: "set-after-sales";
      readonly market: string;
      /** Days to send back; 0 for never. */
      readonly returnDays: number;
      readonly warrantyMonths: number;
      /** Who pays the way back when a buyer has changed his mind. */
      readonly returnPayer: "store" | "buyer";
    }
  | {
      readonly kind: "insure-parcels";
      readonly market: string;
      /** Share of a parcel's price and fee that is covered; 0 ends it. */
      readonly coverBp: number;
    };
