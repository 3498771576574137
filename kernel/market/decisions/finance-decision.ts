/** What a store decides about money. */
export type FinanceDecision =
  | {
      /** Changes cash now; currencies by their codes, the amount in minor units of `from`. */
      readonly kind: "convert-currency";
      readonly from: string;
      readonly to: string;
      readonly amountMinor: number;
    }
  | {
      /** Whether payouts of other currencies are changed on their day; what is there stays. */
      readonly kind: "set-payout-conversion";
      readonly isAtOnce: boolean;
    }
  | {
      /** Fixes today the rate of a change that is made in `days` days. One side is the books'. */
      readonly kind: "hedge-currency";
      readonly from: string;
      readonly to: string;
      readonly amountMinor: number;
      readonly days: number;
    }
  | {
      readonly kind: "take-loan";
      readonly term: "short" | "long";
      readonly amountMinor: number;
      /** Equal parts in which it is paid back, one a period; a short loan has one. */
      readonly periods: number;
    }
  | {
      readonly kind: "repay-loan";
      /** Number of the entry by which it was taken. */
      readonly loan: number;
      readonly amountMinor: number;
    }
  | {
      /** Owners add money, for a fee; books' currency. */
      readonly kind: "raise-equity";
      readonly amountMinor: number;
    }
  | {
      /** Owners are paid out of cash; books' currency. */
      readonly kind: "pay-dividend";
      readonly amountMinor: number;
    }
  | {
      /** Sells money that the platform will pay out, minor units of the market's currency. */
      readonly kind: "factor-receivable";
      readonly market: string;
      readonly amountMinor: number;
    };

const kinds: Readonly<Record<FinanceDecision["kind"], true>> = {
  "convert-currency": true,
  "set-payout-conversion": true,
  "hedge-currency": true,
  "take-loan": true,
  "repay-loan": true,
  "factor-receivable": true,
  "raise-equity": true,
  "pay-dividend": true,
};

/** Whether a decision is about money: those are ruled on and carried out in files of their own. */
export const isFinance = (decision: { readonly kind: string }): decision is FinanceDecision =>
  Object.hasOwn(kinds, decision.kind);
