/** What a store may decide about its office and its people, beside hiring and giving notice. */
import type { Role } from "../state/state.ts";

export type CompanyDecision =
  | {
      readonly kind: "set-office";
      /** Id of a city of the scenario; null gives the office up. */
      readonly city: string | null;
      readonly isLuxury: boolean;
    }
  | { readonly kind: "train-staff"; readonly role: Role; readonly heads: number }
  | {
      /** Somebody of the team works today, without a wage. */
      readonly kind: "cover-shift";
      readonly role: Role;
      /** By the hours of training that he has logged, given when the decision was accepted. */
      readonly level: number;
    };
