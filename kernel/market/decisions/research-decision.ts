/** What a store decides to find out. */
import type { ExperimentMeasure, ExperimentVerdict } from "../research/experiment-kinds.ts";
import type { ForecastMeasure } from "../research/forecast-score.ts";
import type { segmentNames } from "../parameters/parameter-lists.ts";
import type { ComparedBy, PanelQuestion } from "../research/panel-questions.ts";
import type { ListingText } from "./listing-text.ts";

export type SegmentName = (typeof segmentNames)[number];

export type ResearchDecision =
  | {
      readonly kind: "buy-report";
      /** `keywords` is of one market, `demand` of all of them. */
      readonly report: "keywords" | "demand";
      readonly market: string | null;
      readonly category: string;
    }
  | {
      readonly kind: "ask-panel";
      readonly question: PanelQuestion;
      readonly market: string;
      readonly category: string;
      /** Null asks people of every segment. */
      readonly segment: SegmentName | null;
      /** How many are asked. */
      readonly sample: number;
      /** Of `would-pay` alone: what it is to cost in all, minor units of the market's currency. */
      readonly priceMinor?: number | undefined;
      /** Of `compare` alone. */
      readonly by?: ComparedBy | undefined;
    }
  | {
      /** Numbers of the stores that are watched from today on; none ends it. */
      readonly kind: "watch-rivals";
      readonly stores: readonly number[];
    }
  | {
      /**
       * What will be on the last of so many days from today on: units sold over all of them, cash
       * in the books' currency, or the place among the stores. It is scored and changes nothing.
       */
      readonly kind: "submit-forecast";
      readonly measure: ForecastMeasure;
      readonly days: number;
      readonly p10: number;
      readonly p50: number;
      readonly p90: number;
    }
  | {
      /** Two arms of a listing, shown to like visits; the market sees the listing as it stands. */
      readonly kind: "start-experiment";
      readonly sku: string;
      readonly market: string;
      readonly arms: ExperimentArms;
      readonly shareBp: number;
      readonly days: number;
      readonly measure: ExperimentMeasure;
      readonly hypothesis: string;
    }
  | {
      readonly kind: "close-experiment";
      /** Number of the entry that started it. */
      readonly experiment: number;
      readonly verdict: ExperimentVerdict;
      readonly reason: string;
    };

/** Numbers of a field; of `content` the score of B's words, where A is the listing as it stands. */
export type ExperimentArms =
  | { readonly field: "price" | "fee" | "promise"; readonly a: number; readonly b: number }
  | {
      readonly field: "content";
      readonly listing: ListingText;
      readonly contentMilli: number;
    };

const kinds: Readonly<Record<ResearchDecision["kind"], true>> = {
  "buy-report": true,
  "ask-panel": true,
  "watch-rivals": true,
  "submit-forecast": true,
  "start-experiment": true,
  "close-experiment": true,
};

/** Whether a decision is research: those are ruled on and carried out in files of their own. */
export const isResearch = (decision: { readonly kind: string }): decision is ResearchDecision =>
  Object.hasOwn(kinds, decision.kind);
