/**
 * What can change a season: the decisions of its stores and the interventions of its steward.
 * Nothing else does. Texts were scored when the decision was accepted (`score-listing.ts`), so a
 * replay needs neither dictionary nor picture.
 */
import type { RefusalCode } from "./decision-codes.ts";
import type { FinanceDecision } from "./finance-decision.ts";
import type { TemptationDecision } from "./temptation-decision.ts";
import type { OfferDecision } from "./offer-decision.ts";
import type { CompanyDecision } from "./company-decision.ts";
import type { SourcingDecision, TenderDecision, TierDecision } from "./sourcing-decision.ts";
import type { StatementDecision } from "./statement-decision.ts";
import type { RoomDecision } from "./room-decision.ts";
import type { ListingScores, ListingText } from "./listing-text.ts";
import type { ResearchDecision } from "./research-decision.ts";
import type { Role } from "../state/state.ts";
import type { Shock } from "../world/scenario.ts";

export type { FinanceDecision } from "./finance-decision.ts";
export type { ExperimentArms, ResearchDecision } from "./research-decision.ts";
export type { ListingScores, ListingText } from "./listing-text.ts";

export type MatchKind = "exact" | "phrase" | "broad" | "auto";

export type StoreDecision =
  | OfferDecision
  | AfterSalesDecision
  | FinanceDecision
  | ResearchDecision
  | OffSiteDecision
  | SourcingDecision
  | TenderDecision
  | TierDecision
  | TemptationDecision
  | CompanyDecision
  | StatementDecision
  | RoomDecision
  | {
      readonly kind: "select-product";
      readonly sku: string;
      /**
       * Place of the new offer within the store, given when the decision was accepted and never
       * used again: the offer's number is store · 256 + place. `unnumbered` asks for the next free
       * one.
       */
      readonly place: number;
    }
  | { readonly kind: "drop-product"; readonly sku: string }
  | {
      readonly kind: "publish-listing";
      readonly sku: string;
      readonly market: string;
      readonly listing: ListingText;
      readonly scores: ListingScores;
      readonly priceMinor: number;
    }
  | {
      readonly kind: "edit-listing";
      readonly sku: string;
      readonly market: string;
      readonly listing: ListingText;
      readonly scores: ListingScores;
    }
  | {
      readonly kind: "withdraw-listing" | "relist-listing";
      readonly sku: string;
      readonly market: string;
    }
  | {
      readonly kind: "set-price";
      readonly sku: string;
      readonly market: string;
      /** Minor units of the market's currency. */
      readonly priceMinor: number;
      /** Shown crossed out beside it; 0 takes it down, left out it stays. */
      readonly listPriceMinor?: number | undefined;
    }
  | {
      readonly kind: "set-shipping";
      readonly sku: string;
      readonly market: string;
      /** Service id of the trade slice; it says from which pool it ships. */
      readonly service: string;
      readonly feeMinor: number;
      readonly promiseDays: number;
    }
  | {
      readonly kind: "open-campaign";
      /**
       * Number within the store, given when the decision was accepted; `unnumbered` asks for one.
       */
      readonly campaign: number;
      readonly name: string;
      readonly dailyBudgetTicks: number;
      readonly markets: readonly string[];
    }
  | {
      readonly kind: "edit-campaign";
      readonly campaign: number;
      readonly name: string;
      readonly dailyBudgetTicks: number;
      readonly markets: readonly string[];
    }
  | { readonly kind: "stop-campaign" | "resume-campaign"; readonly campaign: number }
  | {
      readonly kind: "set-bid";
      readonly campaign: number;
      readonly sku: string;
      /** Empty with match `auto`. */
      readonly keyword: string;
      readonly match: MatchKind;
      /** 0 removes the entry. */
      readonly bidTicks: number;
      /** By market of the season: bit q is set where the keyword matches query q. */
      readonly matches: readonly number[];
    }
  | {
      readonly kind: "set-negative";
      readonly campaign: number;
      readonly keyword: string;
      readonly isOn: boolean;
      readonly matches: readonly {
        readonly market: number;
        readonly category: number;
        readonly mask: number;
      }[];
    }
  | {
      /** Stands on the page that the name of a store shows, the own one or another's. */
      readonly kind: "bid-on-name";
      readonly campaign: number;
      readonly sku: string;
      /** Number of the store whose name is searched. */
      readonly store: number;
      /** 0 removes the entry. */
      readonly bidTicks: number;
    }
  | {
      readonly kind: "place-purchase";
      readonly sku: string;
      readonly units: number;
      /** The supplier waits for all of its money, for a fee; left out, a deposit is paid now. */
      readonly isOnAccount?: boolean | undefined;
      /** Number among the product's suppliers; left out, its maker. */
      readonly supplier?: number | undefined;
      /** Share that is paid now; left out, as little as the supplier asks for. */
      readonly depositBp?: number | undefined;
    }
  | {
      readonly kind: "set-reorder-rule";
      readonly sku: string;
      /**
       * Reorders when stock and goods on the way fall to `pointUnits`, up to `upToUnits`; 0, 0
       * ends.
       */
      readonly pointUnits: number;
      readonly upToUnits: number;
      /** As a purchase by hand. */
      readonly isOnAccount?: boolean | undefined;
      readonly supplier?: number | undefined;
      readonly depositBp?: number | undefined;
    }
  | {
      readonly kind: "move-stock";
      readonly sku: string;
      /** Overseas warehouse of this market. */
      readonly market: string;
      readonly mode: "air" | "sea";
      readonly units: number;
    };

export type SecondLetter = {
  readonly subject: string;
  readonly text: string;
  readonly fitMilli: number;
};

/** Promotion off the market. Texts were scored when the decision was accepted, thousandths. */
export type OffSiteDecision =
  | {
      readonly kind: "publish-post" | "hold-livestream";
      readonly market: string;
      readonly text: string;
      /** What is spent on being seen, minor units of the books. */
      readonly spendMinor: number;
      readonly fitMilli: number;
    }
  | {
      /** Banners from today on; 0 days take off what runs in the market. */
      readonly kind: "buy-display";
      readonly market: string;
      readonly text: string;
      /** Of each day. */
      readonly spendMinor: number;
      readonly days: number;
      readonly fitMilli: number;
    }
  | {
      /** What the store's own page in a market says to those who come from outside. */
      readonly kind: "edit-landing";
      readonly market: string;
      readonly title: string;
      readonly text: string;
      readonly fitMilli: number;
    }
  | {
      readonly kind: "send-mail";
      readonly market: string;
      /** Buyers who asked for letters, or all who ever bought: nobody asked these. */
      readonly segment: "opted-in" | "all-buyers";
      readonly subject: string;
      readonly text: string;
      readonly fitMilli: number;
      /** Goes to half of the readers, drawn by chance; left out, all get the same letter. */
      readonly second?: SecondLetter | undefined;
    }
  | {
      /** A sealed bid for a place; the last one counts, and 0 takes it back. */
      readonly kind: "buy-media";
      readonly market: string;
      /** Number within the market. */
      readonly slot: number;
      readonly bidMinor: number;
      /** When it was accepted: of equal bids the first wins. */
      readonly acceptedAt: number;
    }
  | {
      readonly kind: "book-influencer";
      readonly market: string;
      /** Number within the market. */
      readonly influencer: number;
      /** Season day on which he speaks. */
      readonly day: number;
      /** When it was accepted: of two who ask for one day the first has it. */
      readonly acceptedAt: number;
    };
export type AfterSalesDecision =
  | {
      readonly kind: "resolve-dispute";
      /** Number of the case within the store (`case-kinds.ts`). */
      readonly case: number;
      readonly answer: "refund" | "replace" | "contest";
    }
  | {
      readonly kind: "dispose-return";
      readonly case: number;
      readonly disposition: "resell" | "home" | "scrap" | "leave";
    }
  | {
      /** Answers that stand until changed, for cases that nobody decided by hand. */
      readonly kind: "set-answer-policy";
      readonly disputes: "ask" | "refund" | "contest";
      readonly returns: "ask" | "resell" | "home" | "scrap" | "leave";
      /** Questions a day that the store's people answer themselves. */
      readonly handAnswers: number;
    }
  | {
      readonly kind: "hire-staff";
      readonly role: Role;
      readonly heads: number;
      /** 1 to 5; left out, the first. */
      readonly level?: number | undefined;
    }
  | { readonly kind: "release-staff"; readonly role: Role; readonly heads: number };

export type Intervention =
  | {
      readonly kind: "enter-store";
      readonly store: number;
      readonly name: string;
    }
  | { readonly kind: "inject-event"; readonly shock: Shock }
  | {
      /** A bot runs a store of people from this day on, or no longer. */
      readonly kind: "begin-autopilot" | "end-autopilot";
      readonly store: number;
    }
  | {
      readonly kind: "help-store" | "penalize-store";
      readonly store: number;
      readonly amountMinor: number;
      readonly reason: string;
    };

/** In a decision that is being checked: "give me the next free number". The log never holds it. */
export const unnumbered = -1;

export type DecisionKind = StoreDecision["kind"];
export type InterventionKind = Intervention["kind"];

/**
 * One line of the log. `store` is the store's number in the season, or -1 for the steward; `number`
 * is dense within it. A day's entries act in the order (store, number).
 */
export type LogEntry =
  | {
      readonly store: number;
      readonly number: number;
      /** Season day on which it acts, the first is 1. */
      readonly day: number;
      readonly decision: StoreDecision;
    }
  | {
      readonly store: -1;
      readonly number: number;
      readonly day: number;
      readonly decision: Intervention;
    };

/** What `checkDecision` answers. Codes are those of the contract's catalogue. */
export type Ruling =
  | {
      readonly kind: "accepted";
      readonly effect: DecisionEffect;
      readonly warnings: readonly Warning[];
    }
  | { readonly kind: "refused"; readonly code: `practice/${RefusalCode}`; readonly facts: Facts };

export type Facts = Readonly<Record<string, string | number>>;
export type Warning = { readonly code: string; readonly facts: Facts };

/** What the decision costs and does at once, in the books' currency. */
export type DecisionEffect = {
  readonly cashMinor: number;
  /** The same decision with what acceptance fills in (scores, campaign number, matches). */
  readonly decision: StoreDecision;
};
