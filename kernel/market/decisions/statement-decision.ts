/** What a store says for the record: it stands in the log and changes nothing in the market. */
import type { StrategyTarget } from "../company/strategy.ts";
import type { ShockKind } from "../world/scenario.ts";

export type StatementDecision =
  | {
      readonly kind: "state-strategy";
      readonly strategy: string;
      /** One for each third of the season. */
      readonly targets: readonly StrategyTarget[];
      /** Said after the phase of stating: it is kept beside what was stated, never in its place. */
      readonly isAmendment: boolean;
    }
  | {
      readonly kind: "record-response";
      /** Number of the event in the season. */
      readonly shock: number;
      readonly plan: string;
      /** What it is, given when the decision was accepted: for who reads the log alone. */
      readonly shockKind?: ShockKind | undefined;
    }
  | {
      /** What somebody of the team learnt; whoever has learnt much covers a shift better. */
      readonly kind: "log-training";
      readonly topic: string;
      readonly hours: number;
    };

const kinds: Readonly<Record<StatementDecision["kind"], true>> = {
  "state-strategy": true,
  "record-response": true,
  "log-training": true,
};

/** Whether a decision is a statement: those are ruled on in a file of their own. */
export const isStatement = (decision: { readonly kind: string }): decision is StatementDecision =>
  Object.hasOwn(kinds, decision.kind);
