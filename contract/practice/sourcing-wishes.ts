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

/** What may be asked of a supplier in talks: off the price, the deposit or the days. */
export const Ask = z.enum(["price", "terms", "lead"]);

/** What a store may decide about its suppliers, beside buying. */
export const sourcingWishes = [
  z.strictObject({
    kind: z.literal("negotiate"),
    sku: Sku,
    supplier: SupplierNumber,
    ask: Ask,
  }),
  z.strictObject({ kind: z.literal("order-sample"), sku: Sku, supplier: SupplierNumber }),
  z.strictObject({
    kind: z.literal("order-inspection"),
    sku: Sku,
    purchase: PurchaseNumber,
    shareBp: z.int().min(1).max(10_000),
  }),
  z.strictObject({ kind: z.literal("cancel-purchase"), sku: Sku, purchase: PurchaseNumber }),
] as const;
