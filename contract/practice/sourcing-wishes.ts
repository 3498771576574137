import { z } from "zod";
import { Sku } from "./shapes.ts";

/** Suppliers that a product has: its maker, which is number 0, and workshops. */
export const suppliersMax = 3;

export const SupplierNumber = z
  .int()
  .min(0)
  .max(suppliersMax - 1);

/** How goods are bought; what is left out is as the supplier asks. */
export const purchaseWay = {
  /** The supplier waits for all of its money, for a fee. */
  isOnAccount: z.boolean().optional(),
  /** The maker when left out. */
  supplier: SupplierNumber.optional(),
  /** Share that is paid when it is ordered. */
  depositBp: z.int().min(0).max(10_000).optional(),
};

/** Number of a purchase: of the entry by which it was placed, or of a rule's purchase. */
export const PurchaseNumber = z
  .int()
  .min(0)
  .max(2 ** 31 - 1);

/** What a store may decide about its suppliers, beside buying. */
export const sourcingWishes = [
  z.strictObject({ kind: z.literal("cancel-purchase"), sku: Sku, purchase: PurchaseNumber }),
] as const;
