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

/** Goods as their maker makes them, or with the store's own name on them. */
export const ProductLabel = z.enum(["generic", "brand"]);
export const tiersEach = 3;
/** How well goods are made; the first is as their maker makes them for everybody. */
export const ProductTier = z.int().min(1).max(tiersEach);

/** Number of a tender within the season; more than the longest season can have. */
export const TenderNumber = z.int().min(0).max(20_000);
export const tenderUnitsMax = 100_000;
export const tenderUnitMinorMax = 100_000_000;

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
  /** How what is ordered from now on is made; units of all makes are sold from one heap. */
  z.strictObject({
    kind: z.literal("choose-tier"),
    sku: Sku,
    label: ProductLabel,
    tier: ProductTier,
  }),
  /** A sealed bid: the last one until the close counts, and 0 units take it back. */
  z.strictObject({
    kind: z.literal("bid-tender"),
    tender: TenderNumber,
    /** Minor units of the books. */
    unitMinor: z.int().min(0).max(tenderUnitMinorMax),
    units: z.int().min(0).max(tenderUnitsMax),
  }),
] as const;
