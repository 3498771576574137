/** What a store decides about rented room in warehouses. */
export type RoomDecision =
  | {
      readonly kind: "rent-warehouse";
      /** Null is at home. */
      readonly market: string | null;
      readonly cubicMeters: number;
      readonly days: number;
    }
  | {
      readonly kind: "extend-warehouse";
      readonly market: string | null;
      /** The whole room from now on, at least what it is. */
      readonly cubicMeters: number;
      /** Days longer, 0 for none. */
      readonly days: number;
    }
  | { readonly kind: "end-rent"; readonly market: string | null };

const kinds: ReadonlySet<string> = new Set<RoomDecision["kind"]>([
  "rent-warehouse",
  "extend-warehouse",
  "end-rent",
]);

export const isRoom = <D extends { readonly kind: string }>(
  decision: D,
): decision is Extract<D, RoomDecision> => kinds.has(decision.kind);
