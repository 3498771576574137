/** What a store may decide about its suppliers, beside buying. */
export type SourcingDecision =
  | {
      readonly kind: "cancel-purchase";
      readonly sku: string;
      /** Number of the entry by which it was placed, or of the rule's purchase. */
      readonly purchase: number;
    }
  | {
      /** Asks for a step off price, deposit or days; the answer comes at the close. */
      readonly kind: "negotiate";
      readonly sku: string;
      readonly supplier: number;
      readonly ask: "price" | "terms" | "lead";
    }
  | {
      /** Units that a panel tries and looks at; what it says comes at the close. */
      readonly kind: "order-sample";
      readonly sku: string;
      readonly supplier: number;
    }
  | {
      /** A share of a purchase is looked at on arrival; what is defective is not taken. */
      readonly kind: "order-inspection";
      readonly sku: string;
      readonly purchase: number;
      readonly shareBp: number;
    };

export type TierDecision = {
  /** How what is ordered from now on is made; what was ordered stays as it is. */
  readonly kind: "choose-tier";
  readonly sku: string;
  readonly label: "generic" | "brand";
  /** 1 to 3. */
  readonly tier: number;
};

export type TenderDecision = {
  /** A sealed bid for units of a tender; the last one counts, and 0 units take it back. */
  readonly kind: "bid-tender";
  /** Number within the season. */
  readonly tender: number;
  /** Of its product, written in when it was accepted, for who reads the log. */
  readonly sku: string;
  /** Minor units of the books. */
  readonly unitMinor: number;
  readonly units: number;
  /** When it was accepted: of equal bids the first wins. */
  readonly acceptedAt: number;
};
